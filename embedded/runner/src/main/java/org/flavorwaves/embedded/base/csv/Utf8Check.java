package org.flavorwaves.embedded.base.csv;

import java.io.IOException;

/** Finds the first byte of a text that is not UTF-8. */
final class Utf8Check {

    private static final int CONTINUATION = 0x80;

    private static final int LEAD = 0xC0;

    /** How many continuation bytes are to come. */
    private int m_missing;

    /** Bounds of the next continuation byte, which rule out overlong forms, surrogates and what is beyond Unicode. */
    private int m_low = CONTINUATION;

    private int m_high = LEAD - 1;

    private int m_lead;

    private long m_line = 1;

    void add(final byte[] bytes, final int count) throws IOException {
        for (int i = 0; i < count; i++) {
            final int b = bytes[i] & 0xFF;
            if (m_missing > 0) {
                require(b >= m_low && b <= m_high);
                m_missing--;
                m_low = CONTINUATION;
                m_high = LEAD - 1;
            } else if (b >= CONTINUATION) {
                lead(b);
            } else if (b == '\n') {
                m_line++;
            }
        }
    }

    private void lead(final int b) throws IOException {
        m_lead = b;
        require(b >= 0xC2 && b <= 0xF4);
        m_missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        m_low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : CONTINUATION;
        m_high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : LEAD - 1;
    }

    private void require(final boolean valid) throws IOException {
        if (!valid) {
            throw new IOException(String.format("The file is not UTF-8: byte 0x%02X in line %d. If it is Latin-1, "
                + "convert it: iconv -f latin1 -t utf-8 FILE", m_lead, m_line));
        }
    }

    void end() throws IOException {
        if (m_missing > 0) {
            throw new IOException("The file is not UTF-8: it ends within a character, in line " + m_line + ".");
        }
    }
}
