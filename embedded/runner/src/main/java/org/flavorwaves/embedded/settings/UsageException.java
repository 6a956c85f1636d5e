package org.flavorwaves.embedded.settings;

/** An argument of the command line that cannot be used; the message is for the user. */
public final class UsageException extends Exception {

    /**
     * Creates the exception.
     *
     * @param message what is wrong, in a sentence
     */
    public UsageException(final String message) {
        super(message);
    }
}
