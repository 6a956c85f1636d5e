package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.physics.numerics.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Reads and checks a whole state table before anything is computed from it.
 *
 * <p>Vacuum frequencies come from the column omega (units of the potentials); without it from the column E in MeV and
 * the mass splitting, omega = dm2/(2E) in cm^-1; without both they are zero.
 */
public final class StateReader {
    private static final int REPORT_EVERY = 4096;

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final double m_deltaM2;

    private final Species[] m_species;

    private final double[][] m_columns;

    private final String[] m_names = {StateColumns.ENERGY, StateColumns.VX, StateColumns.VY, StateColumns.VZ,
        StateColumns.WEIGHT, StateColumns.P0, StateColumns.PX, StateColumns.PY, StateColumns.PZ, StateColumns.OMEGA,
        StateColumns.DEPOLARIZATION};

    private final int[] m_indices;

    private final Map<Optional<DataCell>, RowList> m_cells = new LinkedHashMap<>();

    private StateReader(final StateLayout layout, final StateUnits units, final double deltaM2, final int rows) {
        m_layout = layout;
        m_units = units;
        m_deltaM2 = deltaM2;
        m_species = new Species[rows];
        m_indices = new int[]{layout.energy(), layout.vx(), layout.vy(), layout.vz(), layout.weight(), layout.p0(),
            layout.px(), layout.py(), layout.pz(), layout.omega(), layout.depolarization()};
        if (layout.hasRings()) {
            m_names[3] = StateColumns.MU;
        }
        m_columns = new double[m_indices.length][rows];
    }

    /**
     * Reads a table.
     *
     * @param table the table
     * @param layout where its columns are
     * @param units how weights become potentials
     * @param deltaM2 mass-squared difference in eV^2, used with the column E
     * @param progress told how far reading is
     * @return the states of its cells
     * @throws KNIMEException if the table has no rows, a value is missing or not finite, a species is unknown, a mode
     *             breaks a bound, or a cell has no neutrinos; names the row key or the cell, the value and the bound
     */
    public static StateTable read(final BufferedDataTable table, final StateLayout layout, final StateUnits units,
        final double deltaM2, final Progress progress) throws KNIMEException {
        final int rows = rowCount(table);
        final StateReader reader = new StateReader(layout, units, deltaM2, rows);
        reader.readRows(table, progress);
        final List<StateCell> cells = new ArrayList<>(reader.m_cells.size());
        for (final Map.Entry<Optional<DataCell>, RowList> entry : reader.m_cells.entrySet()) {
            cells.add(reader.cell(table, entry.getKey(), entry.getValue().toArray()));
        }
        return new StateTable(layout, units, cells, rows);
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

    private void readRows(final BufferedDataTable table, final Progress progress) throws KNIMEException {
        int index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) m_species.length, "reading the state");
                }
                readRow(row, index);
                index++;
            }
        }
    }

    private void readRow(final DataRow row, final int index) throws KNIMEException {
        final Optional<DataCell> key = m_layout.hasCell()
            ? Optional.of(TableColumns.present(row, index, m_layout.cell(), StateColumns.CELL)) : Optional.empty();
        m_cells.computeIfAbsent(key, k -> new RowList()).add(index);
        m_species[index] = species(row, index);
        for (int c = 0; c < m_indices.length; c++) {
            if (m_indices[c] >= 0) {
                m_columns[c][index] = TableColumns.finite(row, index, m_indices[c], m_names[c]);
            }
        }
        if (m_indices[0] >= 0 && m_columns[0][index] <= 0) {
            throw Messages.row("Row '" + row.getKey().getString() + "' has energy E = " + m_columns[0][index]
                + " MeV; it must be positive.", index, m_indices[0]);
        }
    }

    private Species species(final DataRow row, final int index) throws KNIMEException {
        final DataCell cell = TableColumns.present(row, index, m_layout.species(), StateColumns.SPECIES);
        final String label = ((StringValue) cell).getStringValue();
        for (final Species species : Species.values()) {
            if (species.label().equals(label)) {
                return species;
            }
        }
        throw Messages.row("Row '" + row.getKey().getString() + "' has species '" + label
            + "'; it must be 'nu' or 'nubar'.", index, m_layout.species(),
            "Replace the value: 'nu' for neutrinos, 'nubar' for antineutrinos.");
    }

    private StateCell cell(final BufferedDataTable table, final Optional<DataCell> key, final int[] rows)
        throws KNIMEException {
        final Species[] species = new Species[rows.length];
        Arrays.setAll(species, i -> m_species[rows[i]]);
        if (!Arrays.asList(species).contains(Species.NU)) {
            throw Messages.failure((key.isPresent() ? "Cell '" + key.get() + "'" : "The state table")
                + " has no neutrino rows (species 'nu'), only antineutrinos.",
                "Add the neutrinos, with P0 = 0 if there are none.");
        }
        try {
            final MomentumModes modes = MomentumModes.builder().species(species)
                .velocity(column(1, rows), column(2, rows), column(3, rows)).weight(weights(rows))
                .omega(frequencies(rows)).depolarization(column(10, rows)).build();
            final FlavorState state = new FlavorState(modes, column(5, rows), column(6, rows), column(7, rows),
                column(8, rows));
            return new StateCell(key, state, rows);
        } catch (final InvalidModeException e) {
            final int row = rows[e.mode()];
            throw Messages.row("Row '" + keyOf(table, row) + "' " + e.problem() + ".", row, -1,
                "Repair the row, or check the units and the meaning of its columns.");
        }
    }

    private double[] column(final int column, final int[] rows) {
        final double[] values = new double[rows.length];
        final double[] source = m_columns[column];
        for (int i = 0; i < rows.length; i++) {
            values[i] = source[rows[i]];
        }
        return values;
    }

    private double[] weights(final int[] rows) {
        final double[] weights = column(4, rows);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= m_units.potentialPerWeight();
        }
        return weights;
    }

    private double[] frequencies(final int[] rows) {
        if (m_layout.omega() >= 0 || m_layout.energy() < 0) {
            return column(9, rows);
        }
        final double[] omega = column(0, rows);
        for (int i = 0; i < omega.length; i++) {
            omega[i] = m_deltaM2 == 0 ? 0 : Units.vacuumFrequency(m_deltaM2, omega[i]);
        }
        return omega;
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

    /** A growing list of row indices. */
    private static final class RowList {
        private int[] m_rows = new int[16];

        private int m_size;

        void add(final int row) {
            if (m_size == m_rows.length) {
                m_rows = Arrays.copyOf(m_rows, 2 * m_size);
            }
            m_rows[m_size++] = row;
        }

        int[] toArray() {
            return Arrays.copyOf(m_rows, m_size);
        }
    }
}
