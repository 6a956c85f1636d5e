package org.flavorwaves.physics.state;

/** A mode breaks a bound of the state. The message names the mode, the value and the bound. */
public final class InvalidModeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Index of the mode. */
    private final int m_mode;

    /** The rest of the sentence that starts with the mode. */
    private final String m_problem;

    /**
     * Creates the exception.
     *
     * @param mode index of the mode
     * @param problem what is wrong, as the rest of the sentence that starts with the mode: "has |v| = 2, above ..."
     */
    public InvalidModeException(final int mode, final String problem) {
        super("Mode " + mode + " " + problem + ".");
        m_mode = mode;
        m_problem = problem;
    }

    /**
     * The mode at fault.
     *
     * @return its index, so that a caller can name its own row instead
     */
    public int mode() {
        return m_mode;
    }

    /**
     * What is wrong, without the mode.
     *
     * @return the rest of the sentence, without a full stop
     */
    public String problem() {
        return m_problem;
    }
}
