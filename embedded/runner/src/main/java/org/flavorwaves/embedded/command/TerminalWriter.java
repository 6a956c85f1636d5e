package org.flavorwaves.embedded.command;

import java.io.Writer;
import java.util.function.Consumer;

/** Passes on whole lines. */
final class TerminalWriter extends Writer {

    private final Consumer<String> m_lines;

    private final StringBuilder m_text = new StringBuilder();

    TerminalWriter(final Consumer<String> lines) {
        m_lines = lines;
    }

    @Override
    public void write(final char[] buffer, final int offset, final int length) {
        m_text.append(buffer, offset, length);
    }

    @Override
    public void flush() {
        if (m_text.length() > 0) {
            m_lines.accept(m_text.toString().stripTrailing());
            m_text.setLength(0);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
