package org.flavorwaves.embedded.command;

import java.io.PrintStream;

/** Prints lines, and on a terminal a last line that shows progress and goes away. */
final class Terminal {

    /** The system property that tells whether the error stream is a terminal. */
    static final String PROPERTY = "flavorwaves.terminal";

    private static final String CLEAR = "\r\u001b[K";

    private static final int WIDTH = 100;

    private final PrintStream m_out;

    private final PrintStream m_err;

    private final boolean m_isTerminal;

    private boolean m_showing;

    Terminal(final PrintStream out, final PrintStream err, final boolean isTerminal) {
        m_out = out;
        m_err = err;
        m_isTerminal = isTerminal;
    }

    static Terminal system() {
        return new Terminal(System.out, System.err, Boolean.getBoolean(PROPERTY));
    }

    synchronized void out(final String line) {
        clear();
        m_out.println(line);
    }

    synchronized void err(final String line) {
        clear();
        m_err.println(line);
    }

    boolean isTerminal() {
        return m_isTerminal;
    }

    /** Shows a line in place of the last one shown, if there is a terminal. */
    synchronized void show(final String line) {
        if (isTerminal()) {
            m_err.print(CLEAR + (line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line));
            m_err.flush();
            m_showing = true;
        }
    }

    synchronized void clear() {
        if (m_showing) {
            m_err.print(CLEAR);
            m_err.flush();
            m_showing = false;
        }
    }
}
