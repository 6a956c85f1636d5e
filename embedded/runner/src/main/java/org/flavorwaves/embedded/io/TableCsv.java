package org.flavorwaves.embedded.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * Writes a table as UTF-8 CSV with a header, LF line ends and no row keys, so that it reads back the same: doubles as
 * {@link Double#toString(double)} (also {@code NaN}, {@code Infinity}, {@code -0.0}), a missing cell as an empty
 * field, an empty text as {@code ""}.
 */
public final class TableCsv {

    private static final int CHECK_ROWS = 1000;

    private TableCsv() {
    }

    /**
     * Writes a table.
     *
     * @param table the table
     * @param out where to; it stays open
     * @param monitor tells of cancellation
     * @throws IOException if writing fails
     * @throws CanceledExecutionException if it was canceled
     */
    public static void write(final BufferedDataTable table, final OutputStream out, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        final DataTableSpec spec = table.getDataTableSpec();
        final StringBuilder line = new StringBuilder();
        for (int c = 0; c < spec.getNumColumns(); c++) {
            append(line.append(c == 0 ? "" : ","), spec.getColumnSpec(c).getName());
        }
        writer.append(line).append('\n');
        try (CloseableRowIterator rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                if (i % CHECK_ROWS == 0) {
                    monitor.checkCanceled();
                }
                line.setLength(0);
                final DataRow row = rows.next();
                for (int c = 0; c < spec.getNumColumns(); c++) {
                    append(line.append(c == 0 ? "" : ","), row.getCell(c));
                }
                writer.append(line).append('\n');
            }
        }
        writer.flush();
    }

    private static void append(final StringBuilder line, final DataCell cell) {
        if (cell.isMissing()) {
            return;
        }
        if (cell instanceof BooleanValue) {
            line.append(((BooleanValue) cell).getBooleanValue());
        } else if (cell instanceof IntValue) {
            line.append(((IntValue) cell).getIntValue());
        } else if (cell instanceof LongValue) {
            line.append(((LongValue) cell).getLongValue());
        } else if (cell instanceof DoubleValue) {
            line.append(((DoubleValue) cell).getDoubleValue());
        } else {
            append(line, cell.toString());
        }
    }

    private static void append(final StringBuilder line, final String text) {
        final boolean quoted = text.isEmpty() || !text.strip().equals(text)
            || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') || text.charAt(0) == '#';
        if (quoted) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
    }
}
