package org.flavorwaves.embedded.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.flavorwaves.embedded.io.TableMetadata;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * Writes a table as a Parquet file: a row group of some megabytes at a time, compressed by Snappy. Doubles, integers,
 * truth values and texts have the types of Parquet, missing cells are nulls, row keys are not written. The description
 * of the columns is the W3C's "CSV on the Web" JSON under the key {@value #METADATA}.
 */
public final class TableParquet {

    /** Key of the description among the metadata of the file. */
    public static final String METADATA = "csvw";

    private static final String SCHEMA = "table";

    /** Bytes of a row group in memory. */
    private static final long ROW_GROUP = 16L << 20;

    private static final int CHECK_ROWS = 1000;

    private TableParquet() {
    }

    /**
     * Writes a table.
     *
     * @param table the table
     * @param file the name of the file that the stream goes to
     * @param title what the table is
     * @param meanings what its columns mean; for others the column property counts
     * @param out where to; it stays open
     * @param monitor tells of cancellation
     * @throws IOException if writing fails
     * @throws CanceledExecutionException if it was canceled
     */
    public static void write(final BufferedDataTable table, final Path file, final String title,
        final Map<String, String> meanings, final OutputStream out, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        write(table, file, title, meanings, out, monitor, ROW_GROUP);
    }

    static void write(final BufferedDataTable table, final Path file, final String title,
        final Map<String, String> meanings, final OutputStream out, final ExecutionMonitor monitor,
        final long rowGroupBytes) throws IOException, CanceledExecutionException {
        final DataTableSpec spec = table.getDataTableSpec();
        final List<ParquetColumn> columns = new ArrayList<>();
        final List<Type> fields = new ArrayList<>();
        for (final DataColumnSpec column : spec) {
            columns.add(ParquetColumn.of(column.getType()));
            fields.add(columns.get(fields.size()).field(column.getName()));
        }
        final ByteArrayOutputStream description = new ByteArrayOutputStream();
        TableMetadata.write(spec, file, title, meanings, description);
        final Map<String, String> metadata = Map.of(METADATA, description.toString(StandardCharsets.UTF_8));
        try (ParquetWriter<DataRow> writer =
            ParquetWriting.open(out, new MessageType(SCHEMA, fields), columns, metadata, rowGroupBytes);
            CloseableRowIterator rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                if (i % CHECK_ROWS == 0) {
                    monitor.checkCanceled();
                }
                writer.write(rows.next());
            }
        }
        out.flush();
    }
}
