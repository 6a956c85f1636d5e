package org.flavorwaves.knime.table.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * The cells of a state table whose rows do not follow each other. One pass over the table notes a hash of each cell, so
 * that a million cells take 32 MB at most; only if a hash comes twice, a second pass gathers the rows of these cells. A
 * bounded number of rows is gathered; beyond it the cells are refused, with the rows at which their parts begin.
 */
final class SplitCells {
    /** Rows that are held. */
    private static final int MAX_ROWS = 200_000;

    /** Cells that are kept apart. */
    private static final int MAX_CELLS = 20_000;

    private final StateLayout m_layout;

    private final Map<DataCell, Parts> m_parts = new HashMap<>();

    private long m_rows;

    /** The parts of a cell. */
    private static final class Parts {
        private StateStream.Cell m_cell;

        private String m_first = "";

        private String m_second = "";

        private long m_size;
    }

    private SplitCells(final StateLayout layout) {
        m_layout = layout;
    }

    static SplitCells find(final BufferedDataTable table, final StateLayout layout, final Progress progress)
        throws KNIMEException {
        final SplitCells split = new SplitCells(layout);
        if (layout.hasCell()) {
            CellStream.visit(table, layout.cell(), progress.part(0, 0.5), split.note());
            if (!split.m_parts.isEmpty()) {
                CellStream.visit(table, layout.cell(), progress.part(0.5, 1), split::gather);
                split.m_parts.values().removeIf(parts -> parts.m_second.isEmpty());
            }
        }
        return split;
    }

    /** The whole of a split cell; empty if the cell is not split. */
    Optional<StateStream.Cell> take(final DataCell key) {
        return Optional.ofNullable(m_parts.remove(key)).map(parts -> m_rows <= MAX_ROWS ? parts.m_cell
            : StateStream.Cell.refused(key, m_layout, "The " + parts.m_size + " rows of the cell do not follow each "
                + "other: it begins in row '" + parts.m_first + "' and appears again in row '" + parts.m_second
                + "'. All such cells have " + m_rows + " rows, more than the " + MAX_ROWS
                + " that are gathered. Sort the table by the column '" + StateColumns.CELL + "'."));
    }

    /** Notes the cells of which a part may have come before. */
    private CellStream.Visit note() {
        final SeenCells seen = new SeenCells();
        return (row, key, continued) -> {
            if (!continued && !key.isMissing() && !seen.add(key)) {
                m_parts.putIfAbsent(key, new Parts());
            }
            if (m_parts.size() > MAX_CELLS) {
                throw Messages.failure("The rows of more than " + MAX_CELLS + " cells do not follow each other: cell '"
                    + key + "', for one, appears again in row '" + row.getKey().getString() + "'.",
                    "Sort the table by the column '" + StateColumns.CELL + "'.");
            }
        };
    }

    private void gather(final DataRow row, final DataCell key, final boolean continued) {
        final Parts parts = m_parts.get(key);
        if (parts == null) {
            return;
        }
        if (parts.m_size == 0) {
            parts.m_first = row.getKey().getString();
            parts.m_cell = new StateStream.Cell(Optional.of(key), m_layout);
        } else if (!continued && parts.m_second.isEmpty()) {
            parts.m_second = row.getKey().getString();
        }
        parts.m_size++;
        if (++m_rows <= MAX_ROWS) {
            parts.m_cell.add(row);
        } else if (m_rows == MAX_ROWS + 1) {
            m_parts.values().forEach(p -> p.m_cell = new StateStream.Cell(Optional.of(key), m_layout));
        }
    }
}
