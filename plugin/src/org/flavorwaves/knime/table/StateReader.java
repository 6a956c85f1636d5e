package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.InvalidModeException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Reads and checks a whole state table before anything is computed from it.
 *
 * <p>Vacuum frequencies come from the column omega, or omega21 and omega31 (units of the potentials); without it from
 * the column E in MeV and the mass splitting, omega = dm2/(2E) in cm^-1; without both they are zero.
 */
public final class StateReader {
    private static final int REPORT_EVERY = 4096;

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final MassSplittings m_splittings;

    private final Map<Optional<DataCell>, CellRows> m_cells = new LinkedHashMap<>();

    private StateReader(final StateLayout layout, final StateUnits units, final MassSplittings splittings) {
        m_layout = layout;
        m_units = units;
        m_splittings = splittings;
    }

    /**
     * Reads a table of two flavors.
     *
     * @param table the table
     * @param layout where its columns are
     * @param units how weights become potentials
     * @param deltaM2 mass-squared difference in eV^2, used with the column E
     * @param progress told how far reading is
     * @return the states of its cells
     * @throws KNIMEException if the table has no rows, a value is missing or not finite, a species is unknown, or a
     *             mode breaks a bound; names the row key or the cell, the value and the bound
     */
    public static StateTable read(final BufferedDataTable table, final StateLayout layout, final StateUnits units,
        final double deltaM2, final Progress progress) throws KNIMEException {
        return read(table, layout, units, MassSplittings.ofTwo(deltaM2), progress);
    }

    /**
     * Reads a table of two or of three flavors.
     *
     * @param table the table
     * @param layout where its columns are
     * @param units how weights become potentials
     * @param splittings mass-squared differences, used with the column E
     * @param progress told how far reading is
     * @return the states of its cells
     * @throws KNIMEException as with two flavors; an eigenvalue of a density matrix out of bounds is named
     */
    public static StateTable read(final BufferedDataTable table, final StateLayout layout, final StateUnits units,
        final MassSplittings splittings, final Progress progress) throws KNIMEException {
        final int rows = rowCount(table);
        final StateReader reader = new StateReader(layout, units, splittings);
        reader.readRows(table, rows, progress);
        return reader.states(table, rows);
    }

    /**
     * Reads rows that stand for those of a table, such as means.
     *
     * @param rows the rows, as those of the table
     * @param indices for each of them the index of the row of the table that messages point to
     * @param table the table
     * @param layout where its columns are
     * @param units how weights become potentials
     * @param splittings mass-squared differences, used with the column E
     * @return the states of its cells
     * @throws KNIMEException as for a table
     */
    public static StateTable read(final List<DataRow> rows, final int[] indices, final BufferedDataTable table,
        final StateLayout layout, final StateUnits units, final MassSplittings splittings) throws KNIMEException {
        final StateReader reader = new StateReader(layout, units, splittings);
        for (int r = 0; r < indices.length; r++) {
            reader.add(rows.get(r), indices[r]);
        }
        return reader.states(table, indices.length);
    }

    private StateTable states(final BufferedDataTable table, final int rows) throws KNIMEException {
        final List<StateCell> cells = new ArrayList<>(m_cells.size());
        for (final Map.Entry<Optional<DataCell>, CellRows> entry : m_cells.entrySet()) {
            cells.add(cell(table, entry.getKey(), entry.getValue()));
        }
        return new StateTable(m_layout, m_units, cells, rows);
    }

    private static int rowCount(final BufferedDataTable table) throws KNIMEException {
        if (table.size() == 0) {
            throw Messages.failure("The state table has no rows; it needs one row a momentum mode.",
                "Check the node that makes the state, or the filter before this node.");
        }
        if (table.size() > Integer.MAX_VALUE - 8) {
            throw Messages.failure("The state table has " + table.size() + " rows; at most "
                + (Integer.MAX_VALUE - 8) + " can be read at once.", "Process the cells in chunks.");
        }
        return (int) table.size();
    }

    private void readRows(final BufferedDataTable table, final int count, final Progress progress)
        throws KNIMEException {
        int index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) count, "reading the state");
                }
                add(row, index);
                index++;
            }
        }
    }

    private void add(final DataRow row, final int index) throws KNIMEException {
        final Optional<DataCell> key = m_layout.hasCell()
            ? Optional.of(TableColumns.present(row, index, m_layout.cell(), StateColumns.CELL)) : Optional.empty();
        m_cells.computeIfAbsent(key, k -> new CellRows(m_layout)).add(row, index);
    }

    private StateCell cell(final BufferedDataTable table, final Optional<DataCell> key, final CellRows rows)
        throws KNIMEException {
        final int[] indices = rows.rows();
        try {
            return m_layout.hasThreeFlavors()
                ? new StateCell(key, rows.threeFlavors(m_units, m_splittings), indices)
                : new StateCell(key, rows.state(m_units, m_splittings.deltaM2()), indices);
        } catch (final InvalidModeException e) {
            final int row = indices[e.mode()];
            throw Messages.row("Row '" + keyOf(table, row) + "' " + e.problem() + ".", row, -1,
                "Repair the row, or check the units and the meaning of its columns.");
        }
    }

    /**
     * The key of a row, found by reading up to it.
     *
     * @param table the table
     * @param index index of the row
     * @return its key
     */
    public static String keyOf(final BufferedDataTable table, final int index) {
        try (CloseableRowIterator rows = table.iterator()) {
            for (int i = 0; i < index; i++) {
                rows.next();
            }
            return rows.next().getKey().getString();
        }
    }
}
