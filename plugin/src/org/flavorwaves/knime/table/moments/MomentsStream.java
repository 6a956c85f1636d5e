package org.flavorwaves.knime.table.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.PlaceColumns;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.stream.CellStream;
import org.flavorwaves.knime.table.stream.SeenCells;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Reads a table of moments cell by cell. The rows of a cell must follow each other.
 */
public final class MomentsStream extends CellStream<MomentsStream.Cell> {
    private final MomentsReader.Layout m_layout;

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
        super(checked(table, layout.cell(), progress), layout.cell());
        m_layout = layout;
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

    private static BufferedDataTable checked(final BufferedDataTable table, final int column, final Progress progress)
        throws KNIMEException {
        final SeenCells seen = new SeenCells();
        if (column >= 0) {
            visit(table, column, progress, (row, key, continued) -> {
                if (!continued && !key.isMissing() && !seen.add(key)) {
                    throw Messages.failure("The rows of the cell '" + key + "' do not follow each other: it appears "
                        + "again in row '" + row.getKey().getString() + "'.", "Sort the table by the column '"
                        + StateColumns.CELL + "'.");
                }
            });
        }
        return table;
    }

    @Override
    public Cell next() {
        final Cell cell = new Cell(m_layout, key(), rowsRead());
        while (continues(cell.m_key)) {
            cell.m_rows.add(take());
        }
        return cell;
    }
}
