package org.knime.core.util;

/** Two rows of a table have the same key. */
public class DuplicateKeyException extends RuntimeException {

    /**
     * Creates an exception.
     *
     * @param message what happened
     */
    public DuplicateKeyException(final String message) {
        super(message);
    }

}
