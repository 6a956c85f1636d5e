package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** Somebody canceled the execution of a node. */
public class CanceledExecutionException extends Exception implements MessageAwareException {

    private final transient Message m_knimeMessage;

    /** Creates an exception. */
    public CanceledExecutionException() {
        m_knimeMessage = Message.fromSummary("Execution canceled");
    }

    /**
     * Creates an exception.
     *
     * @param s why it was canceled
     */
    public CanceledExecutionException(final String s) {
        super(s);
        m_knimeMessage = Message.fromSummary(s == null ? "Execution canceled" : s);
    }

    @Override
    public Message getKNIMEMessage() {
        return m_knimeMessage;
    }
}
