package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.NodeMessage;

/** A message to the user: a summary, possibly the place in the input that it is about, and what can be done. */
public final class Message {

    private final String m_summary;

    private final Issue m_issue;

    private final List<String> m_resolutions;

    Message(final String summary, final Issue issue, final List<String> resolutions) {
        m_summary = summary;
        m_issue = issue;
        m_resolutions = List.copyOf(resolutions);
    }

    /**
     * Starts a message.
     *
     * @return the builder
     */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /**
     * A message of only a summary.
     *
     * @param summary the summary
     * @return the message
     */
    public static Message fromSummary(final String summary) {
        return fromSummaryWithResolution(summary);
    }

    /**
     * A message.
     *
     * @param summary the summary
     * @param resolutions what can be done
     * @return the message
     */
    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return builder().withSummary(summary).addResolutions(resolutions).build()
            .orElseThrow(() -> new IllegalArgumentException("argument must not be null"));
    }

    /**
     * A message about a cell of an input table.
     *
     * @param summary the summary
     * @param portIndex input table from zero
     * @param row row from zero
     * @param column column from zero
     * @param description what is wrong with the cell
     * @return the message
     */
    public static Message fromRowIssue(final String summary, final int portIndex, final long row, final int column,
        final String description) {
        return builder().withSummary(summary).addRowIssue(portIndex, column, row, description).build()
            .orElseThrow(() -> new IllegalArgumentException("argument must not be null"));
    }

    /**
     * Starts a changed copy.
     *
     * @return the builder
     */
    public MessageBuilder modify() {
        return new MessageBuilder(this);
    }

    /**
     * The summary.
     *
     * @return the summary
     */
    public String getSummary() {
        return m_summary;
    }

    Optional<Issue> getIssue() {
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

    /**
     * A copy in which the place in the input is drawn as a small table.
     *
     * @param inputs the input of the node
     * @return the copy, or this if there is nothing to draw
     */
    public Message renderIssueDetails(final PortObject[] inputs) {
        return m_issue == null ? this : new Message(m_summary, m_issue.render(inputs), m_resolutions);
    }

    /**
     * Summary and details.
     *
     * @return one or more lines
     */
    public String toLogPrintable() {
        return m_issue == null ? m_summary
            : m_issue.toPreformatted().lines().reduce(m_summary, (text, line) -> text + "\n" + line);
    }

    /**
     * This message as a node shows it.
     *
     * @param type warning or error
     * @return the message of the node
     */
    public NodeMessage toNodeMessage(final NodeMessage.Type type) {
        return new NodeMessage(type, m_summary, m_issue == null ? null : m_issue.toPreformatted(), m_resolutions);
    }

    /**
     * This message as the exception that execution ends with.
     *
     * @return the exception
     */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /**
     * This message as the exception that configuration ends with.
     *
     * @return the exception
     */
    public InvalidSettingsException toInvalidSettingsException() {
        return new MessageAwareInvalidSettingsException(this, null);
    }

    @Override
    public boolean equals(final Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof Message)) {
            return false;
        }
        final Message other = (Message) obj;
        return m_summary.equals(other.m_summary) && Objects.equals(m_issue, other.m_issue)
            && m_resolutions.equals(other.m_resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_summary, m_issue, m_resolutions);
    }

    @Override
    public String toString() {
        return toLogPrintable();
    }
}
