package org.flavorwaves.embedded.format;

/** A workflow directory that cannot be read; the message says what is wrong and where. */
public final class WorkflowFormatException extends Exception {

    /**
     * Creates the exception.
     *
     * @param message what is wrong, in a sentence
     */
    public WorkflowFormatException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong, in a sentence
     * @param cause what was thrown
     */
    public WorkflowFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
