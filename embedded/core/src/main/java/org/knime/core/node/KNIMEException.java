package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;
import org.knime.core.node.util.CheckUtils;

/** What a node throws when it fails for a reason that it can tell the user. */
public final class KNIMEException extends Exception implements MessageAwareException {

    private final transient Message m_message;

    /**
     * Creates an exception.
     *
     * @param message what went wrong
     */
    public KNIMEException(final String message) {
        this(Message.fromSummary(message == null ? "unknown reason" : message), message, null);
    }

    /**
     * Creates an exception.
     *
     * @param message what went wrong
     * @param cause why
     */
    public KNIMEException(final String message, final Throwable cause) {
        this(summarize(message, cause), message, cause);
    }

    private KNIMEException(final Message knimeMessage, final String message, final Throwable cause) {
        super(message, cause);
        m_message = knimeMessage;
    }

    /**
     * Creates an exception.
     *
     * @param message what went wrong
     * @return the exception
     */
    public static KNIMEException of(final Message message) {
        return of(message, null);
    }

    /**
     * Creates an exception.
     *
     * @param message what went wrong
     * @param cause why, or null
     * @return the exception
     */
    public static KNIMEException of(final Message message, final Throwable cause) {
        CheckUtils.checkArgumentNotNull(message);
        return new KNIMEException(message, message.getSummary(), cause);
    }

    private static Message summarize(final String message, final Throwable cause) {
        if (message != null) {
            return Message.fromSummary(message);
        }
        final String reason = cause == null ? null : cause.getMessage();
        return Message.fromSummary(reason == null ? "unknown reason" : reason);
    }

    @Override
    public Message getKNIMEMessage() {
        return m_message;
    }
}
