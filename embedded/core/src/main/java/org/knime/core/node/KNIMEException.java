package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;
import org.knime.core.node.util.CheckUtils;

/** What a node throws when it fails for a reason that it can tell the user. */
public final class KNIMEException extends Exception implements MessageAwareException {

    private final transient Message m_message;

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

    @Override
    public Message getKNIMEMessage() {
        return m_message;
    }
}
