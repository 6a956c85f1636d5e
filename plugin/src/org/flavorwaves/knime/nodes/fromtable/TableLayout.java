package org.flavorwaves.knime.nodes.fromtable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.knime.table.DensityMatrixColumns;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.WeightUnit;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the columns are that the parameters name; -1 for those that are not used.
 *
 * @param spec the table
 * @param cell index of the cell
 * @param species index of the species
 * @param numbers index of each quantity, in the order of {@link Quantity}
 * @param matrices whether rows have density matrices of three flavors
 * @param change whether the number of flavors changes
 */
record TableLayout(DataTableSpec spec, int cell, int species, int[] numbers, boolean matrices,
    FlavorChange change) {

    /** What a column of numbers may be. */
    enum Quantity {
        ENERGY, VX, VY, VZ, WEIGHT, P0, PX, PY, PZ, NU_E, NUBAR_E, NU_X, NUBAR_X, OMEGA, DEPOLARIZATION,
        KAPPA, P0_SOURCE, PX_SOURCE, PY_SOURCE, PZ_SOURCE,
        RHO_EE, RHO_MM, RHO_TT, RHO_EM_RE, RHO_EM_IM, RHO_ET_RE, RHO_ET_IM, RHO_MT_RE, RHO_MT_IM, OMEGA21, OMEGA31,
        RHO_EE_SOURCE, RHO_MM_SOURCE, RHO_TT_SOURCE, RHO_EM_RE_SOURCE, RHO_EM_IM_SOURCE, RHO_ET_RE_SOURCE,
        RHO_ET_IM_SOURCE, RHO_MT_RE_SOURCE, RHO_MT_IM_SOURCE
    }

    /**
     * Finds the columns.
     *
     * @param spec the table
     * @param p the parameters
     * @return where they are
     * @throws InvalidSettingsException if a column is missing, has the wrong type, or is needed and not named
     */
    static TableLayout of(final DataTableSpec spec, final TableToDistributionParameters p)
        throws InvalidSettingsException {
        final int[] numbers = new int[Quantity.values().length];
        Arrays.fill(numbers, -1);
        if (p.rings()) {
            set(numbers, Quantity.VZ, required(spec, "muColumn", p.m_muColumn));
        } else {
            set(numbers, Quantity.VX, required(spec, "vxColumn", p.m_vxColumn));
            set(numbers, Quantity.VY, required(spec, "vyColumn", p.m_vyColumn));
            set(numbers, Quantity.VZ, required(spec, "vzColumn", p.m_vzColumn));
        }
        int species = -1;
        if (p.occupations()) {
            set(numbers, Quantity.NUBAR_E, optional(spec, p.m_nubarEColumn));
            set(numbers, Quantity.NU_E, p.m_nubarEColumn.isEmpty() ? required(spec, "nuEColumn", p.m_nuEColumn)
                : optional(spec, p.m_nuEColumn));
            set(numbers, Quantity.NU_X, optional(spec, p.m_nuXColumn));
            set(numbers, Quantity.NUBAR_X, optional(spec, p.m_nubarXColumn));
        } else if (p.densityMatrix()) {
            species = TableColumns.text(spec, named("speciesColumn", p.m_speciesColumn));
            densityMatrix(spec, numbers);
        } else {
            species = TableColumns.text(spec, named("speciesColumn", p.m_speciesColumn));
            set(numbers, Quantity.P0, required(spec, "p0Column", p.m_p0Column));
            set(numbers, Quantity.PX, required(spec, "pxColumn", p.m_pxColumn));
            set(numbers, Quantity.PY, required(spec, "pyColumn", p.m_pyColumn));
            set(numbers, Quantity.PZ, required(spec, "pzColumn", p.m_pzColumn));
        }
        set(numbers, Quantity.ENERGY, optional(spec, p.m_energyColumn));
        set(numbers, Quantity.WEIGHT, optional(spec, p.m_weightColumn));
        set(numbers, Quantity.OMEGA, p.densityMatrix() ? -1 : optional(spec, p.m_omegaColumn));
        set(numbers, Quantity.DEPOLARIZATION, optional(spec, p.m_depolarizationColumn));
        if (!p.densityMatrix()) {
            for (final Map.Entry<Quantity, String> column : p.absorption().entrySet()) {
                set(numbers, column.getKey(), optional(spec, column.getValue()));
            }
        }
        final int cell = p.m_cellColumn.isEmpty() ? -1 : cell(spec, p.m_cellColumn);
        final TableLayout layout =
            new TableLayout(spec, cell, species, numbers, p.densityMatrix(), p.m_flavorChange);
        layout.checkWeights(p);
        layout.checkThreeFlavors();
        return layout;
    }

    private static void densityMatrix(final DataTableSpec spec, final int[] numbers) throws InvalidSettingsException {
        final DensityMatrixColumns columns = DensityMatrixColumns.of(spec).orElseThrow(() -> Messages.settings(
            "representation is DENSITY_MATRIX, but the table has no columns " + String.join(", ", StateColumns.RHO)
                + "; found: " + String.join(", ", spec.getColumnNames()) + ".",
            "Choose the representation that the table has."));
        for (int c = 0; c < columns.rho().size(); c++) {
            numbers[Quantity.RHO_EE.ordinal() + c] = columns.rho().get(c);
        }
        set(numbers, Quantity.OMEGA21, columns.omega21());
        set(numbers, Quantity.OMEGA31, columns.omega31());
        final List<Integer> absorption = StateLayout.absorption(spec, StateColumns.ABSORPTION_THREE);
        for (int c = 0; c < absorption.size(); c++) {
            numbers[c == 0 ? Quantity.KAPPA.ordinal() : Quantity.RHO_EE_SOURCE.ordinal() + c - 1] = absorption.get(c);
        }
    }

    private void checkThreeFlavors() throws InvalidSettingsException {
        if (!matrices && has(Quantity.OMEGA) && change != FlavorChange.NONE && frequency().isEmpty()) {
            throw Messages.settings("omegaColumn is '" + name(Quantity.OMEGA) + "', but with x = " + change
                + " it is the frequency of no one splitting.", "Choose none for omegaColumn; nodes make frequencies "
                + "from energies.");
        }
    }

    /** The frequency of three flavors that is that of the pair e-x. */
    Optional<Quantity> frequency() {
        return switch (change) {
            case MU -> Optional.of(Quantity.OMEGA21);
            case TAU -> Optional.of(Quantity.OMEGA31);
            default -> Optional.empty();
        };
    }

    /** Whether the state that is made has three flavors. */
    boolean makesThree() {
        return matrices == (change == FlavorChange.NONE);
    }

    private boolean hasFrequencies() {
        return matrices ? has(Quantity.OMEGA21) && (makesThree() || frequency().isPresent()) : has(Quantity.OMEGA);
    }

    private static void set(final int[] numbers, final Quantity quantity, final int index) {
        numbers[quantity.ordinal()] = index;
    }

    private static String named(final String key, final String column) throws InvalidSettingsException {
        if (column.isEmpty()) {
            throw Messages.settings(key + " names no column, but it is needed.", "Choose a column.");
        }
        return column;
    }

    private static int required(final DataTableSpec spec, final String key, final String column)
        throws InvalidSettingsException {
        return TableColumns.number(spec, named(key, column));
    }

    private static int optional(final DataTableSpec spec, final String column) throws InvalidSettingsException {
        return column.isEmpty() ? -1 : TableColumns.number(spec, column);
    }

    private static int cell(final DataTableSpec spec, final String column) throws InvalidSettingsException {
        final DataColumnSpec found = spec.getColumnSpec(column);
        if (found != null && !found.getType().isCompatible(StringValue.class)
            && !found.getType().isCompatible(LongValue.class)) {
            throw Messages.settings("Column '" + column + "' must be string or integer but is "
                + found.getType().getName() + ".");
        }
        return found == null ? TableColumns.text(spec, column) : spec.findColumnIndex(column);
    }

    private void checkWeights(final TableToDistributionParameters p) throws InvalidSettingsException {
        if (!has(Quantity.WEIGHT)) {
            if (!p.rings() || has(Quantity.ENERGY)) {
                throw Messages.settings("weightColumn names no column; weights can be made only for rings without "
                    + "energies.", "Choose the column with the weights, the density per unit occupation.");
            }
            return;
        }
        final String declared = spec.getColumnSpec(index(Quantity.WEIGHT)).getProperties()
            .getProperty(WeightUnit.PROPERTY);
        final WeightUnit chosen = WeightUnit.of(p.m_units);
        if (declared != null && !declared.equals(chosen.label())) {
            throw Messages.settings("Column '" + p.m_weightColumn + "' declares the unit '" + declared
                + "', but units " + p.m_units + " means '" + chosen.label() + "'.", "Choose the other units.");
        }
    }

    int index(final Quantity quantity) {
        return numbers[quantity.ordinal()];
    }

    boolean has(final Quantity quantity) {
        return index(quantity) >= 0;
    }

    boolean rings() {
        return !has(Quantity.VX);
    }

    boolean occupations() {
        return has(Quantity.NU_E) || has(Quantity.NUBAR_E);
    }

    /** Name of the column of a quantity. */
    String name(final Quantity quantity) {
        return spec.getColumnSpec(index(quantity)).getName();
    }

    /** The cell column under its own name. */
    Optional<DataColumnSpec> cellColumn() {
        if (cell < 0) {
            return Optional.empty();
        }
        final DataColumnSpecCreator creator =
            new DataColumnSpecCreator(spec.getColumnSpec(cell));
        creator.setName(StateColumns.CELL);
        return Optional.of(creator.createSpec());
    }

    /** The state table that is made. */
    StateOutput.Columns output(final WeightUnit unit) {
        return new StateOutput.Columns(cellColumn(), has(Quantity.ENERGY), rings(), hasFrequencies(),
            has(Quantity.DEPOLARIZATION), has(Quantity.KAPPA), unit, makesThree(), List.of());
    }
}
