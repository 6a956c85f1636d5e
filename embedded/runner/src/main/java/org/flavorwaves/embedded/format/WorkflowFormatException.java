package org.flavorwaves.embedded.format;

/** A workflow directory that cannot be read; the message says what is wrong and where. */
public final class WorkflowFormatException extends Exception {

    /**
     * Creates the exception.
     *
     * @param message what is wrong, in a sentence
     */
    public WorkflowFormatException(final String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong, in a sentence
     * @param cause what was thrown
     */
    public WorkflowFormatException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
