package org.flavorwaves.knime.table;

import java.util.Arrays;

import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.node.KNIMEException;

/**
 * The rows of one cell of a state table, collected one by one. Vacuum frequencies come from the column omega, or
 * omega21 and omega31 (units of the potentials); without it from the column E in MeV and the mass splitting,
 * omega = dm2/(2E) in cm^-1; without both they are zero.
 */
public final class CellRows {
    private static final int ENERGY = 0;

    private final StateLayout m_layout;

    private static final int KAPPA = 11;

    private static final int OMEGA21 = 16;

    private static final int OMEGA31 = 17;

    private static final int RHO = 18;

    private static final int RHO_SOURCE = 27;

    private static final int COLUMNS = 36;

    private final String[] m_names = Arrays.copyOf(new String[]{StateColumns.ENERGY, StateColumns.VX, StateColumns.VY,
        StateColumns.VZ, StateColumns.WEIGHT, StateColumns.P0, StateColumns.PX, StateColumns.PY, StateColumns.PZ,
        StateColumns.OMEGA, StateColumns.DEPOLARIZATION, StateColumns.KAPPA, StateColumns.P0_SOURCE,
        StateColumns.PX_SOURCE, StateColumns.PY_SOURCE, StateColumns.PZ_SOURCE, StateColumns.OMEGA21,
        StateColumns.OMEGA31}, COLUMNS);

    private final int[] m_indices;

    private final double[][] m_columns;

    private Species[] m_species = new Species[16];

    private int[] m_rows = new int[16];

    private int m_size;

    /**
     * Without rows.
     *
     * @param layout where the columns are
     */
    public CellRows(final StateLayout layout) {
        m_layout = layout;
        m_indices = Arrays.copyOf(new int[]{layout.energy(), layout.vx(), layout.vy(), layout.vz(), layout.weight(),
            layout.p0(), layout.px(), layout.py(), layout.pz(), layout.omega(), layout.depolarization()}, COLUMNS);
        Arrays.fill(m_indices, KAPPA, COLUMNS, -1);
        for (int c = 0; c < layout.absorption().size(); c++) {
            m_indices[c > 0 && layout.hasThreeFlavors() ? RHO_SOURCE + c - 1 : KAPPA + c] = layout.absorption().get(c);
        }
        layout.density().ifPresent(density -> {
            m_indices[OMEGA21] = density.omega21();
            m_indices[OMEGA31] = density.omega31();
            for (int c = 0; c < density.rho().size(); c++) {
                m_indices[RHO + c] = density.rho().get(c);
                m_names[RHO + c] = StateColumns.RHO.get(c);
                m_names[RHO_SOURCE + c] = StateColumns.RHO_SOURCE.get(c);
            }
        });
        if (layout.hasRings()) {
            m_names[3] = StateColumns.MU;
        }
        m_columns = new double[m_indices.length][16];
    }

    /**
     * Adds a row.
     *
     * @param row the row
     * @param index its index in the table, for messages
     * @throws KNIMEException if a value is missing or not finite, the species unknown or an energy not positive
     */
    public void add(final DataRow row, final int index) throws KNIMEException {
        if (m_size == m_rows.length) {
            grow();
        }
        m_rows[m_size] = index;
        m_species[m_size] = species(row, index);
        for (int c = 0; c < m_indices.length; c++) {
            if (m_indices[c] >= 0) {
                m_columns[c][m_size] = TableColumns.finite(row, index, m_indices[c], m_names[c]);
            }
        }
        if (m_indices[ENERGY] >= 0 && m_columns[ENERGY][m_size] <= 0) {
            throw Messages.row("Row '" + row.getKey().getString() + "' has energy E = " + m_columns[ENERGY][m_size]
                + " MeV; it must be positive.", index, m_indices[ENERGY]);
        }
        m_size++;
    }

    private void grow() {
        final int length = m_rows.length + m_rows.length / 2;
        m_rows = Arrays.copyOf(m_rows, length);
        m_species = Arrays.copyOf(m_species, length);
        for (int c = 0; c < m_columns.length; c++) {
            m_columns[c] = Arrays.copyOf(m_columns[c], length);
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

    /** Indices of the rows in the table. */
    int[] rows() {
        return Arrays.copyOf(m_rows, m_size);
    }

    /**
     * The rows as a state in units of the potentials.
     *
     * @param units how weights become potentials
     * @param deltaM2 mass-squared difference in eV^2, used with the column E
     * @return the state
     * @throws org.flavorwaves.physics.state.InvalidModeException if a mode breaks a bound
     */
    public FlavorState state(final StateUnits units, final double deltaM2) {
        final MomentumModes modes = modes(units).omega(frequencies(9, deltaM2))
            .absorption(new Absorption(column(KAPPA), column(KAPPA + 1), column(KAPPA + 2), column(KAPPA + 3),
                column(KAPPA + 4))).build();
        return new FlavorState(modes, column(5), column(6), column(7), column(8));
    }

    /**
     * The rows as a state of three flavors in units of the potentials.
     *
     * @param units how weights become potentials
     * @param splittings mass-squared differences, used with the column E
     * @return the state
     * @throws org.flavorwaves.physics.state.InvalidModeException if a mode breaks a bound
     */
    public ThreeFlavorState threeFlavors(final StateUnits units, final MassSplittings splittings) {
        return new ThreeFlavorState(
            modes(units).absorption(ThreeFlavorState.absorption(column(KAPPA), matrices(RHO_SOURCE))).build(),
            frequencies(OMEGA21, splittings.deltaM21()), frequencies(OMEGA31, splittings.deltaM31()), matrices(RHO));
    }

    private double[][] matrices(final int first) {
        final double[][] rho = new double[m_size][StateColumns.RHO.size()];
        for (int i = 0; i < m_size; i++) {
            for (int c = 0; c < rho[i].length; c++) {
                rho[i][c] = m_columns[first + c][i];
            }
        }
        return rho;
    }

    private MomentumModes.Builder modes(final StateUnits units) {
        final double[] weights = column(4);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= units.potentialPerWeight();
        }
        return MomentumModes.builder().species(Arrays.copyOf(m_species, m_size))
            .velocity(column(1), column(2), column(3)).weight(weights).depolarization(column(10));
    }

    /**
     * The energies of the rows.
     *
     * @return energies in MeV, empty without the column E
     */
    public double[] energies() {
        return m_layout.energy() < 0 ? new double[0] : column(ENERGY);
    }

    private double[] column(final int column) {
        return Arrays.copyOf(m_columns[column], m_size);
    }

    private double[] frequencies(final int column, final double deltaM2) {
        if (m_indices[column] >= 0 || m_layout.energy() < 0) {
            return column(column);
        }
        final double[] omega = column(ENERGY);
        for (int i = 0; i < omega.length; i++) {
            omega[i] = deltaM2 == 0 ? 0 : Units.vacuumFrequency(deltaM2, omega[i]);
        }
        return omega;
    }
}
