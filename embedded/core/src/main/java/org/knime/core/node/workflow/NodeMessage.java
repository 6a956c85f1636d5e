package org.knime.core.node.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The message that a node shows: a warning, an error, or none. */
public final class NodeMessage {

    /** The kinds of messages. */
    public enum Type {
        /** No message. */
        RESET,
        /** A warning. */
        WARNING,
        /** An error. */
        ERROR
    }

    /** No message. */
    public static final NodeMessage NONE = new NodeMessage(Type.RESET, "");

    private final Type m_type;

    private final String m_message;

    private final String m_issue;

    private final List<String> m_resolutions;

    /**
     * Creates a message.
     *
     * @param messageType its kind
     * @param message its summary
     */
    public NodeMessage(final Type messageType, final String message) {
        this(messageType, message, null, null);
    }

    /**
     * Creates a message.
     *
     * @param messageType its kind
     * @param message its summary
     * @param issue its details, or null
     * @param resolutions what can be done, or null
     */
    public NodeMessage(final Type messageType, final String message, final String issue,
        final List<String> resolutions) {
        m_type = messageType;
        m_message = message;
        m_issue = issue;
        m_resolutions = resolutions == null ? List.of() : List.copyOf(resolutions);
    }

    /**
     * The kind.
     *
     * @return the kind
     */
    public Type getMessageType() {
        return m_type;
    }

    /**
     * The summary.
     *
     * @return one or more lines
     */
    public String getMessage() {
        return m_message;
    }

    /**
     * The details.
     *
     * @return the details, if there are any
     */
    public Optional<String> getIssue() {
        return Optional.ofNullable(m_issue);
    }

    /**
     * What can be done.
     *
     * @return sentences, possibly none
     */
    public List<String> getResolutions() {
        return m_resolutions;
    }

    @Override
    public boolean equals(final Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof NodeMessage)) {
            return false;
        }
        final NodeMessage other = (NodeMessage) obj;
        return m_type == other.m_type && Objects.equals(m_message, other.m_message)
            && Objects.equals(m_issue, other.m_issue) && m_resolutions.equals(other.m_resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_type, m_message, m_issue, m_resolutions);
    }

    @Override
    public String toString() {
        return m_type + ": " + m_message;
    }
}
