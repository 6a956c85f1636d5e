package org.knime.core.util;

/** Two rows of a table have the same key. */
public class DuplicateKeyException extends RuntimeException {

    private final String m_key;

    /**
     * Creates an exception.
     *
     * @param message what happened
     * @param key the key that occurs twice
     */
    public DuplicateKeyException(final String message, final String key) {
        super(message);
        m_key = key;
    }

    /**
     * The key.
     *
     * @return the key that occurs twice
     */
    public String getKey() {
        return m_key;
    }
}
