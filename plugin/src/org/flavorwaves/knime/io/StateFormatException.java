package org.flavorwaves.knime.io;

/** A file does not hold a state. The message names the line or the column, the value and what was expected. */
public final class StateFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message a sentence
     */
    public StateFormatException(final String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message a sentence
     * @param cause what was thrown below
     */
    public StateFormatException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
