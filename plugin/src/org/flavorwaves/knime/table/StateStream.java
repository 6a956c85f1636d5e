package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Reads a state table cell by cell, without ever holding more than one cell of it. The rows of a cell must follow each
 * other. A cell with a bad row does not stop the stream: it says what is wrong.
 */
public final class StateStream implements AutoCloseable {
    private final StateLayout m_layout;

    private final CloseableRowIterator m_rows;

    private final Set<DataCell> m_seen = new HashSet<>();

    private Optional<DataRow> m_next;

    private long m_read;

    /**
     * The rows of one cell, not yet checked as a whole.
     */
    public static final class Cell {
        private final Optional<DataCell> m_key;

        private final CellRows m_cellRows;

        private final List<String> m_rowKeys = new ArrayList<>();

        private String m_problem = "";

        private Cell(final Optional<DataCell> key, final StateLayout layout) {
            m_key = key;
            m_cellRows = new CellRows(layout);
        }

        private void add(final DataRow row) {
            try {
                if (m_problem.isEmpty()) {
                    m_cellRows.add(row, m_rowKeys.size());
                    m_rowKeys.add(row.getKey().getString());
                }
            } catch (final KNIMEException e) {
                m_problem = e.getMessage();
            }
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
         * The number of rows.
         *
         * @return good rows up to the first bad one
         */
        public int size() {
            return m_rowKeys.size();
        }

        /**
         * Checks the cell and makes its state.
         *
         * @param units how weights become potentials
         * @param deltaM2 mass-squared difference in eV^2, used with the column E
         * @return the state in units of the potentials
         * @throws IllegalArgumentException if a row or the cell is bad; names the row key, the value and the bound
         */
        public FlavorState state(final StateUnits units, final double deltaM2) {
            if (!m_problem.isEmpty()) {
                throw new IllegalArgumentException(m_problem);
            }
            if (!m_cellRows.hasNeutrinos()) {
                throw new IllegalArgumentException("no neutrino rows (species 'nu'), only antineutrinos.");
            }
            try {
                return m_cellRows.state(units, deltaM2);
            } catch (final InvalidModeException e) {
                throw new IllegalArgumentException("Row '" + m_rowKeys.get(e.mode()) + "' " + e.problem() + ".", e);
            }
        }
    }

    /**
     * Opens a table.
     *
     * @param table the table
     * @param layout where its columns are
     */
    public StateStream(final BufferedDataTable table, final StateLayout layout) {
        m_layout = layout;
        m_rows = table.iterator();
        m_next = m_rows.hasNext() ? Optional.of(m_rows.next()) : Optional.empty();
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
        final Optional<DataCell> key = key(m_next.orElseThrow(NoSuchElementException::new));
        final Cell cell = new Cell(key, m_layout);
        if (key.isPresent() && key.get().isMissing()) {
            cell.m_problem = "Row '" + m_next.get().getKey().getString() + "' has a missing value in column '"
                + StateColumns.CELL + "'.";
        } else if (key.isPresent() && !m_seen.add(key.get())) {
            cell.m_problem = "The rows of the cell do not follow each other: it appears again in row '"
                + m_next.get().getKey().getString() + "'. Sort the table by the column '" + StateColumns.CELL + "'.";
        }
        while (m_next.isPresent() && key(m_next.get()).equals(key)) {
            cell.add(m_next.get());
            m_read++;
            m_next = m_rows.hasNext() ? Optional.of(m_rows.next()) : Optional.empty();
        }
        return cell;
    }

    private Optional<DataCell> key(final DataRow row) {
        return m_layout.hasCell() ? Optional.of(row.getCell(m_layout.cell())) : Optional.empty();
    }

    @Override
    public void close() {
        m_rows.close();
    }
}
