package org.flavorwaves.embedded.base.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Reads a character file into a table, with the types, names and row keys that KNIME's CSV Reader gives. */
public final class CsvTableReader {

    private static final int PROGRESS_ROWS = 997;

    private final Path m_file;

    private final CsvDialect m_dialect;

    private final CsvLayout m_layout;

    /** A reader of one file. */
    public CsvTableReader(final Path file, final CsvDialect dialect, final CsvLayout layout) {
        m_file = file;
        m_dialect = dialect;
        m_layout = layout;
    }

    /** Names and types of the columns, from the first rows of the file. */
    public List<CsvColumn> findColumns() throws IOException {
        try (CsvRows rows = new CsvRows(m_file, m_dialect)) {
            return CsvTypes.find(rows, m_layout);
        }
    }

    /** The columns with the names that the header gives them, and no types. */
    List<CsvColumn> namedColumns() throws IOException {
        try (CsvRows rows = new CsvRows(m_file, m_dialect)) {
            return CsvTypes.findNames(rows, m_layout);
        }
    }

    /** The table that these columns make. */
    public static DataTableSpec spec(final List<CsvColumn> columns) {
        return new DataTableSpec("default", columns.stream()
            .map(c -> new DataColumnSpecCreator(c.name(), c.type().dataType()).createSpec())
            .toArray(DataColumnSpec[]::new));
    }

    /** Reads the data rows. */
    public BufferedDataTable read(final List<CsvColumn> columns, final ExecutionContext exec)
        throws IOException, CanceledExecutionException {
        return read(columns, spec(columns), exec);
    }

    /** Reads the data rows into a table with the names and types of the columns. */
    BufferedDataTable read(final List<CsvColumn> columns, final DataTableSpec spec, final ExecutionContext exec)
        throws IOException, CanceledExecutionException {
        final BufferedDataContainer container = exec.createDataContainer(spec);
        final RowLength length = new RowLength(m_layout);
        final boolean skips = m_layout.rowsToSkip() >= 0;
        final long skip = skips ? m_layout.rowsToSkip() + headerRows() : 0;
        final long limit = m_layout.maxRows() + (skips ? 0 : headerRows());
        try (CsvRows rows = new CsvRows(m_file, m_dialect)) {
            boolean present = true;
            for (long i = 0; i < skip && present; i++) {
                present = rows.next().isPresent();
            }
            for (long i = 0; present && (m_layout.maxRows() < 0 || i < limit); i++) {
                final Optional<String[]> row = length.check(rows.next());
                present = row.isPresent();
                if (present && (skips || i >= headerRows())) {
                    container.addRowToTable(row(row.get(), columns, container.size()));
                    report(container.size(), exec);
                }
            }
        }
        container.close();
        return container.getTable();
    }

    private int headerRows() {
        return m_layout.header() ? 1 : 0;
    }

    private void report(final long count, final ExecutionContext exec) throws CanceledExecutionException {
        if (count % PROGRESS_ROWS == 0) {
            exec.checkCanceled();
            exec.setMessage(() -> "Reading row " + count + " of " + m_file.getFileName());
        }
    }

    private DefaultRow row(final String[] fields, final List<CsvColumn> columns, final long index) {
        final String key = key(fields, index);
        final DataCell[] cells = new DataCell[columns.size()];
        for (int c = 0; c < cells.length; c++) {
            final CsvColumn column = columns.get(c);
            final int at = column.field() + m_layout.firstField();
            final String text = at < fields.length ? fields[at] : null;
            try {
                cells[c] = text == null ? DataType.getMissingCell() : column.type().parse(text, m_layout.formats());
            } catch (final NumberFormatException ex) {
                throw new IllegalArgumentException("Row with ID '" + key
                    + "' can't be converted to the configured data types."
                    + (m_layout.maxRowsForTypes() >= 0
                        ? " Increasing the number of scanned rows or changing the target types might resolve the issue."
                        : " Changing the target types might resolve the issue.")
                    + " Content of row: "
                    + Arrays.stream(fields).map(String::valueOf).collect(Collectors.joining(", ", "[", "]")), ex);
            }
        }
        return new DefaultRow(key, cells);
    }

    private String key(final String[] fields, final long index) {
        if (!m_layout.rowIds()) {
            return "Row" + index;
        }
        final String key = fields.length > 0 && fields[0] != null ? fields[0] : "?" + index;
        return m_layout.prefixRowIds() ? "File_0_" + key : key;
    }

    /** Whether there is a file to read; a sentence if not. */
    public Optional<String> problem(final String shown) {
        if (!Files.exists(m_file)) {
            return Optional.of("The specified file " + shown + " does not exist.");
        }
        return Files.isDirectory(m_file) ? Optional.of(shown + " is a folder. Please specify a file.")
            : Optional.empty();
    }
}
