package org.flavorwaves.knime.table.stream;

import java.util.NoSuchElementException;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Reads a table cell by cell, without ever holding more than one cell of it. A cell with a bad row does not stop the
 * stream: it says what is wrong.
 *
 * @param <C> what a cell is
 */
public abstract class CellStream<C> implements AutoCloseable {
    private static final int REPORT_EVERY = 4096;

    private final CloseableRowIterator m_rows;

    private final int m_column;

    private Optional<DataRow> m_next;

    private long m_read;

    /** What is done with a row and the name of its cell, and whether that is the cell of the row before. */
    @FunctionalInterface
    protected interface Visit {
        /** Takes a row. */
        void row(DataRow row, DataCell key, boolean continued) throws KNIMEException;
    }

    /**
     * Opens a table.
     *
     * @param table the table
     * @param column index of the column that names cells, negative if the table is not divided
     */
    protected CellStream(final BufferedDataTable table, final int column) {
        m_column = column;
        m_rows = table.iterator();
        advance();
    }

    /** Looks through the cells of a table. */
    protected static void visit(final BufferedDataTable table, final int column, final Progress progress,
        final Visit visit) throws KNIMEException {
        Optional<DataCell> last = Optional.empty();
        long row = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (row % REPORT_EVERY == 0) {
                    progress.report(row / (double) table.size(), "looking through the cells");
                }
                row++;
                final DataRow next = rows.next();
                final DataCell key = next.getCell(column);
                visit.row(next, key, last.isPresent() && last.get().equals(key));
                last = Optional.of(key);
            }
        }
    }

    /**
     * Whether there is another cell.
     *
     * @return false at the end of the table
     */
    public final boolean hasNext() {
        return m_next.isPresent();
    }

    /**
     * The number of rows that were read.
     *
     * @return rows of all cells so far
     */
    public final long rowsRead() {
        return m_read;
    }

    /**
     * Reads the next cell.
     *
     * @return its rows
     * @throws NoSuchElementException at the end of the table
     */
    public abstract C next();

    /** The next row. */
    protected final DataRow ahead() {
        return m_next.orElseThrow(NoSuchElementException::new);
    }

    /** The cell of the next row. */
    protected final Optional<DataCell> key() {
        final DataRow row = ahead();
        return m_column < 0 ? Optional.empty() : Optional.of(row.getCell(m_column));
    }

    /** Whether the next row is one of a cell. */
    protected final boolean continues(final Optional<DataCell> key) {
        return hasNext() && key().equals(key);
    }

    /** Reads the next row. */
    protected final DataRow take() {
        final DataRow row = ahead();
        m_read++;
        advance();
        return row;
    }

    private void advance() {
        m_next = m_rows.hasNext() ? Optional.of(m_rows.next()) : Optional.empty();
    }

    @Override
    public final void close() {
        m_rows.close();
    }
}
