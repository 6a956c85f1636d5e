package org.flavorwaves.knime.table;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;

/** Builds the structured messages of the nodes: what is wrong, where, and what to do. */
public final class Messages {
    private Messages() {
    }

    /**
     * A setting or a table structure with which a node cannot be configured.
     *
     * @param summary one sentence that names the setting or column, the value and the bound
     * @param resolutions what the user can do
     * @return the exception to throw
     */
    public static InvalidSettingsException settings(final String summary, final String... resolutions) {
        return Message.fromSummaryWithResolution(summary, resolutions).toInvalidSettingsException();
    }

    /**
     * A failure of an execution that is not bound to one row.
     *
     * @param summary one sentence
     * @param resolutions what the user can do
     * @return the exception to throw
     */
    public static KNIMEException failure(final String summary, final String... resolutions) {
        return Message.fromSummaryWithResolution(summary, resolutions).toKNIMEException();
    }

    /**
     * A failure in a row of the first input table.
     *
     * @param summary one sentence that names the row key, the value and the bound
     * @param row index of the row
     * @param column index of the column to mark, negative if the whole row is meant
     * @param resolutions what the user can do
     * @return the exception to throw
     */
    public static KNIMEException row(final String summary, final long row, final int column,
        final String... resolutions) {
        return rowOf(0, summary, row, column, resolutions);
    }

    /**
     * A failure in a row of an input table; KNIME shows an excerpt of that table.
     *
     * @param port number of the input port, from 0
     * @param summary one sentence that names the row key, the value and the bound
     * @param row index of the row
     * @param column index of the column to mark, negative if the whole row is meant
     * @param resolutions what the user can do
     * @return the exception to throw
     */
    public static KNIMEException rowOf(final int port, final String summary, final long row, final int column,
        final String... resolutions) {
        final MessageBuilder builder = Message.builder().withSummary(summary);
        if (column < 0) {
            builder.addRowIssue(port, row, summary);
        } else {
            builder.addRowIssue(port, column, row, summary);
        }
        return builder.addResolutions(resolutions).build().orElseThrow().toKNIMEException();
    }
}
