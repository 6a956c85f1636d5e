package org.knime.core.node;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log of a class. */
public final class NodeLogger {

    private final Logger m_logger;

    private NodeLogger(String name) {
        m_logger = Logger.getLogger(name);
    }

    /**
     * The log of a class.
     *
     * @param c the class
     * @return its log
     */
    public static NodeLogger getLogger(Class<?> c) {
        return getLogger(c.getName());
    }

    /**
     * The log of a name.
     *
     * @param s the name
     * @return its log
     */
    public static NodeLogger getLogger(String s) {
        return new NodeLogger(s);
    }

    /**
     * Logs what only a developer needs.
     *
     * @param o the message
     */
    public void debug(Object o) {
        m_logger.log(Level.FINE, () -> String.valueOf(o));
    }

    /**
     * Logs what only a developer needs.
     *
     * @param o the message
     * @param t its cause
     */
    public void debug(Object o, Throwable t) {
        m_logger.log(Level.FINE, t, () -> String.valueOf(o));
    }

    /**
     * Logs what only a developer needs.
     *
     * @param format template of the message
     * @param args what goes into the template
     */
    public void debugWithFormat(String format, Object... args) {
        m_logger.log(Level.FINE, () -> String.format(Locale.US, format, args));
    }

    /**
     * Logs a step.
     *
     * @param o the message
     */
    public void info(Object o) {
        m_logger.log(Level.INFO, () -> String.valueOf(o));
    }

    /**
     * Logs a warning.
     *
     * @param o the message
     */
    public void warn(Object o) {
        m_logger.log(Level.WARNING, () -> String.valueOf(o));
    }

    /**
     * Logs a warning.
     *
     * @param o the message
     * @param t its cause
     */
    public void warn(Object o, Throwable t) {
        m_logger.log(Level.WARNING, t, () -> String.valueOf(o));
    }

    /**
     * Logs an error.
     *
     * @param o the message
     */
    public void error(Object o) {
        m_logger.log(Level.SEVERE, () -> String.valueOf(o));
    }

    /**
     * Logs an error.
     *
     * @param o the message
     * @param t its cause
     */
    public void error(Object o, Throwable t) {
        m_logger.log(Level.SEVERE, t, () -> String.valueOf(o));
    }
}
