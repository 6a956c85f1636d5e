package org.flavorwaves.knime.table.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.PlaceColumns;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.stream.SeenCells;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Reads a table of moments cell by cell, without ever holding more than one cell of it. The rows of a cell must follow
 * each other. A cell with a bad row does not stop the stream: it says what is wrong.
 */
public final class MomentsStream implements AutoCloseable {
    private static final int REPORT_EVERY = 4096;

    private final MomentsReader.Layout m_layout;

    private final CloseableRowIterator m_rows;

    private Optional<DataRow> m_next;

    private long m_read;

    /** The rows of one cell, not yet checked. */
    public static final class Cell {
        private final MomentsReader.Layout m_layout;

        private final Optional<DataCell> m_key;

        private final long m_first;

        private final List<DataRow> m_rows = new ArrayList<>();

        private Cell(final MomentsReader.Layout layout, final Optional<DataCell> key, final long first) {
            m_layout = layout;
            m_key = key;
            m_first = first;
        }

        /**
         * The content of the column cell.
         *
         * @return the cell's key, empty if the table is not divided into cells
         */
        public Optional<DataCell> key() {
            return m_key;
        }

        /**
         * The place of the cell.
         *
         * @return what its first row has in {@link PlaceColumns}
         */
        public List<DataCell> place() {
            return PlaceColumns.of(m_layout.spec()).cells(m_rows.get(0));
        }

        /**
         * Checks the cell.
         *
         * @return its moments, nu_x and nubar_x of one kind
         * @throws IllegalArgumentException if a row is bad; names the row key, the value and the bound
         */
        public MomentsCell moments() {
            try {
                return MomentsReader.cell(m_layout, HeavyLeptonMeaning.ONE, m_rows, m_first);
            } catch (final KNIMEException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    /**
     * Opens a table, whose cells are looked through once.
     *
     * @param table the table
     * @param layout where its columns are
     * @param progress told how far looking through the cells is
     * @throws KNIMEException if the rows of a cell do not follow each other; names the cell and a row
     */
    public MomentsStream(final BufferedDataTable table, final MomentsReader.Layout layout, final Progress progress)
        throws KNIMEException {
        m_layout = layout;
        if (layout.cell() >= 0) {
            check(table, progress);
        }
        m_rows = table.iterator();
        advance();
    }

    /**
     * Whether a table holds moments and not modes.
     *
     * @param spec a table
     * @return true if it has the columns n, fx, fy and fz, and no weight
     */
    public static boolean reads(final DataTableSpec spec) {
        return spec.containsName("n") && spec.containsName("fx") && spec.containsName("fy") && spec.containsName("fz")
            && !spec.containsName(StateColumns.WEIGHT);
    }

    private void check(final BufferedDataTable table, final Progress progress) throws KNIMEException {
        final SeenCells seen = new SeenCells();
        Optional<DataCell> last = Optional.empty();
        long row = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (row++ % REPORT_EVERY == 0) {
                    progress.report(row / (double) table.size(), "looking through the cells");
                }
                final DataRow next = rows.next();
                final DataCell key = next.getCell(m_layout.cell());
                final boolean begins = last.isEmpty() || !last.get().equals(key);
                last = Optional.of(key);
                if (begins && !key.isMissing() && !seen.add(key)) {
                    throw Messages.failure("The rows of the cell '" + key + "' do not follow each other: it appears "
                        + "again in row '" + next.getKey().getString() + "'.", "Sort the table by the column '"
                        + StateColumns.CELL + "'.");
                }
            }
        }
    }

    /**
     * Whether there is another cell.
     *
     * @return false at the end of the table
     */
    public boolean hasNext() {
        return m_next.isPresent();
    }

    /**
     * The number of rows that were read.
     *
     * @return rows of all cells so far
     */
    public long rowsRead() {
        return m_read;
    }

    /**
     * Reads the next cell.
     *
     * @return its rows
     * @throws NoSuchElementException at the end of the table
     */
    public Cell next() {
        final Cell cell = new Cell(m_layout, key(m_next.orElseThrow(NoSuchElementException::new)), m_read);
        while (m_next.isPresent() && key(m_next.get()).equals(cell.m_key)) {
            cell.m_rows.add(m_next.get());
            m_read++;
            advance();
        }
        return cell;
    }

    private void advance() {
        m_next = m_rows.hasNext() ? Optional.of(m_rows.next()) : Optional.empty();
    }

    private Optional<DataCell> key(final DataRow row) {
        return m_layout.cell() < 0 ? Optional.empty() : Optional.of(row.getCell(m_layout.cell()));
    }

    @Override
    public void close() {
        m_rows.close();
    }
}
