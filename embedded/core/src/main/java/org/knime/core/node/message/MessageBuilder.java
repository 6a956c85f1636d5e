package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.util.CheckUtils;

/** Collects the parts of a message. Of many issues the first is kept, and all are counted. */
public final class MessageBuilder {

    private final List<String> m_resolutions = new ArrayList<>();

    private String m_summary;

    private Issue m_issue;

    private long m_issueCount;

    MessageBuilder() {
    }

    MessageBuilder(final Message message) {
        m_summary = message.getSummary();
        m_issue = message.getIssue().orElse(null);
        m_issueCount = m_issue == null ? 0 : 1;
        m_resolutions.addAll(message.getResolutions());
    }

    /**
     * Sets the summary.
     *
     * @param summary the summary; without one there is no message
     * @return this
     */
    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    /**
     * The summary so far.
     *
     * @return the summary, if there is one
     */
    public Optional<String> getSummary() {
        return Optional.ofNullable(m_summary);
    }

    /**
     * Adds an issue about a cell of an input table.
     *
     * @param portIndex input table from zero
     * @param columnIndex column from zero
     * @param rowIndex row from zero
     * @param description what is wrong with the cell
     * @return this
     */
    public MessageBuilder addRowIssue(final int portIndex, final int columnIndex, final long rowIndex,
        final String description) {
        CheckUtils.checkArgument(columnIndex >= 0, "Invalid column index must be >= 0: %d", columnIndex);
        return add(RowIssue.of(portIndex, columnIndex, rowIndex, description));
    }

    /**
     * Adds an issue about a row of an input table.
     *
     * @param portIndex input table from zero
     * @param rowIndex row from zero
     * @param description what is wrong with the row
     * @return this
     */
    public MessageBuilder addRowIssue(final int portIndex, final long rowIndex, final String description) {
        return add(RowIssue.of(portIndex, RowIssue.NO_COLUMN, rowIndex, description));
    }

    private MessageBuilder add(final Issue issue) {
        if (m_issue == null) {
            m_issue = issue;
        }
        m_issueCount++;
        return this;
    }

    /**
     * Adds what can be done.
     *
     * @param resolutions sentences
     * @return this
     */
    public MessageBuilder addResolutions(final String... resolutions) {
        CheckUtils.checkArgument(!Arrays.asList(resolutions).contains(null),
            "Argument must not contain null elements");
        m_resolutions.addAll(Arrays.asList(resolutions));
        return this;
    }

    /**
     * Builds the message.
     *
     * @return the message; empty without a summary
     */
    public Optional<Message> build() {
        return getSummary().map(s -> new Message(s, m_issue, m_resolutions));
    }
}
