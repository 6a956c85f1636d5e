package org.knime.core.node;

/** Settings or input specs with which a node cannot work. */
public class InvalidSettingsException extends Exception {

    /**
     * Creates an exception.
     *
     * @param s what is wrong
     */
    public InvalidSettingsException(String s) {
        super(s);
    }

    /**
     * Creates an exception.
     *
     * @param cause why
     */
    public InvalidSettingsException(Throwable cause) {
        super(cause);
    }

    /**
     * Creates an exception.
     *
     * @param msg what is wrong
     * @param cause why
     */
    public InvalidSettingsException(String msg, Throwable cause) {
        super(msg, cause);
    }
}
