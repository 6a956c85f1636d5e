package org.knime.core.node;

/** Settings or input specs with which a node cannot work. */
public class InvalidSettingsException extends Exception {

    /**
     * Creates an exception.
     *
     * @param s what is wrong
     */
    public InvalidSettingsException(final String s) {
        super(s);
    }

    /**
     * Creates an exception.
     *
     * @param msg what is wrong
     * @param cause why
     */
    public InvalidSettingsException(final String msg, final Throwable cause) {
        super(msg, cause);
    }
}
