package org.flavorwaves.embedded.base.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Delivers every line break, LF, CR or CR LF, as LF. */
final class LineFeedReader extends FilterReader {

    private boolean m_afterReturn;

    LineFeedReader(final Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        final char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(final char[] buffer, final int offset, final int length) throws IOException {
        int kept = 0;
        while (kept == 0 && length > 0) {
            final int count = in.read(buffer, offset, length);
            if (count < 0) {
                return count;
            }
            for (int i = offset; i < offset + count; i++) {
                final char c = buffer[i];
                final boolean secondHalf = c == '\n' && m_afterReturn;
                m_afterReturn = c == '\r';
                if (!secondHalf) {
                    buffer[offset + kept++] = m_afterReturn ? '\n' : c;
                }
            }
        }
        return kept;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
