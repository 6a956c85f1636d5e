package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the columns of a state table are: [cell] species [E] (vx vy vz | mu) weight P0 Px Py Pz [omega] [D] [kappa
 * P0_source Px_source Py_source Pz_source], or with three flavors rho_ee .. rho_mt_im [omega21 omega31] in the place of
 * P0 .. omega, and rho_ee_source .. rho_mt_im_source in that of P0_source .. Pz_source. Absent columns have index -1.
 *
 * @param spec the table
 * @param cell index of the cell column
 * @param species index of the species column
 * @param energy index of E
 * @param vx index of vx
 * @param vy index of vy
 * @param vz index of vz, or of mu if the table has rings
 * @param weight index of weight
 * @param p0 index of P0
 * @param px index of Px
 * @param py index of Py
 * @param pz index of Pz
 * @param omega index of omega
 * @param depolarization index of D
 * @param absorption indices of the columns {@link StateColumns#ABSORPTION}, with three flavors of
 *            {@link StateColumns#ABSORPTION_THREE}; empty without them
 * @param density the columns of three flavors; empty with two
 */
public record StateLayout(DataTableSpec spec, int cell, int species, int energy, int vx, int vy, int vz, int weight,
    int p0, int px, int py, int pz, int omega, int depolarization,
    List<Integer> absorption, Optional<DensityMatrixColumns> density) {

    /**
     * Finds the columns of a state of two flavors. Vectors win over rings when a table has both.
     *
     * @param spec a table
     * @return where its state columns are
     * @throws InvalidSettingsException if a required column is missing or a column has the wrong type; names it; or if
     *             the state is one of three flavors
     */
    public static StateLayout of(final DataTableSpec spec) throws InvalidSettingsException {
        if (DensityMatrixColumns.in(spec)) {
            throw Messages.settings("The state has three flavors (columns rho_ee, rho_mm, ...) and this node takes "
                + "two; make P0, Px, Py, Pz of the pair that is meant by Table to Distribution.");
        }
        return ofAnyFlavors(spec);
    }

    /**
     * Finds the columns of a state of two or of three flavors, and so tells which it is.
     *
     * @param spec a table
     * @return where its state columns are
     * @throws InvalidSettingsException if a required column is missing or a column has the wrong type; names it
     */
    public static StateLayout ofAnyFlavors(final DataTableSpec spec) throws InvalidSettingsException {
        final Optional<DensityMatrixColumns> density = DensityMatrixColumns.of(spec);
        final boolean two = density.isEmpty();
        final boolean rings = spec.containsName(StateColumns.MU) && !(spec.containsName(StateColumns.VX)
            && spec.containsName(StateColumns.VY) && spec.containsName(StateColumns.VZ));
        return new StateLayout(spec, TableColumns.optionalKey(spec, StateColumns.CELL),
            TableColumns.text(spec, StateColumns.SPECIES), TableColumns.optionalNumber(spec, StateColumns.ENERGY),
            rings ? -1 : TableColumns.number(spec, StateColumns.VX),
            rings ? -1 : TableColumns.number(spec, StateColumns.VY),
            TableColumns.number(spec, rings ? StateColumns.MU : StateColumns.VZ),
            TableColumns.number(spec, StateColumns.WEIGHT), two ? TableColumns.number(spec, StateColumns.P0) : -1,
            two ? TableColumns.number(spec, StateColumns.PX) : -1,
            two ? TableColumns.number(spec, StateColumns.PY) : -1,
            two ? TableColumns.number(spec, StateColumns.PZ) : -1,
            TableColumns.optionalNumber(spec, StateColumns.OMEGA),
            TableColumns.optionalNumber(spec, StateColumns.DEPOLARIZATION),
            absorption(spec, two ? StateColumns.ABSORPTION : StateColumns.ABSORPTION_THREE), density);
    }

    /**
     * Finds the columns of absorption and emission.
     *
     * @param spec a table
     * @param names {@link StateColumns#ABSORPTION} or {@link StateColumns#ABSORPTION_THREE}
     * @return their indices; empty if there are none
     * @throws InvalidSettingsException if some are there and others not; names them
     */
    public static List<Integer> absorption(final DataTableSpec spec, final List<String> names)
        throws InvalidSettingsException {
        final List<String> absent = names.stream().filter(name -> !spec.containsName(name)).toList();
        if (absent.size() == names.size()) {
            return List.of();
        }
        if (!absent.isEmpty()) {
            final List<String> present = new ArrayList<>(names);
            present.removeAll(absent);
            throw Messages.settings("Absorption needs all or none of the columns "
                + String.join(", ", names) + "; found: " + String.join(", ", present)
                + "; missing: " + String.join(", ", absent) + ".", "Add the missing columns, or remove or rename "
                + String.join(", ", present) + ".");
        }
        final List<Integer> indices = new ArrayList<>();
        for (final String name : names) {
            indices.add(TableColumns.number(spec, name));
        }
        return List.copyOf(indices);
    }

    /**
     * The same columns with another one that divides the table into cells.
     *
     * @param column index of a column whose equal values belong together
     * @return a changed copy
     */
    public StateLayout dividedBy(final int column) {
        return new StateLayout(spec, column, species, energy, vx, vy, vz, weight, p0, px, py, pz, omega,
            depolarization, absorption, density);
    }

    /**
     * How many flavors the state has.
     *
     * @return true for three, false for two
     */
    public boolean hasThreeFlavors() {
        return density.isPresent();
    }

    /**
     * Whether the table is divided into cells.
     *
     * @return true if it has the cell column
     */
    public boolean hasCell() {
        return cell >= 0;
    }

    /**
     * Whether modes are axisymmetric rings.
     *
     * @return true if velocities are read from mu
     */
    public boolean hasRings() {
        return vx < 0;
    }

    /**
     * Whether modes have depolarization rates.
     *
     * @return true if the table has the column D
     */
    public boolean hasDepolarization() {
        return depolarization >= 0;
    }

    /**
     * Whether modes are absorbed and emitted.
     *
     * @return true if the table has the columns of absorption and its source
     */
    public boolean hasAbsorption() {
        return !absorption.isEmpty();
    }

    /**
     * The columns of a table of results.
     *
     * @param units the units that results are in
     * @param names lists of names, see {@link StateUnits#columns}
     * @return [cell], columns
     */
    public DataTableSpec results(final StateUnits units, final String... names) {
        return new DataTableSpec(withCell(units.columns(names)));
    }

    /**
     * The columns of a table of results about one pair of flavors.
     *
     * @param units the units that results are in
     * @param names lists of names, see {@link StateUnits#columns}
     * @return [cell], columns with two flavors; [cell], pair, columns with three
     */
    public DataTableSpec pairResults(final StateUnits units, final String... names) {
        return new DataTableSpec(withPair(units.columns(names)));
    }

    /**
     * Puts the columns cell and pair in front of the columns of a result about one pair of flavors.
     *
     * @param columns the columns of the result
     * @return [cell], columns with two flavors; [cell], pair, columns with three
     */
    public DataColumnSpec[] withPair(final DataColumnSpec... columns) {
        if (!hasThreeFlavors()) {
            return withCell(columns);
        }
        return withCell(Stream.concat(Stream.of(TableColumns.words(StateColumns.PAIR)), Stream.of(columns))
            .toArray(DataColumnSpec[]::new));
    }

    /**
     * Puts the cell column in front of the columns of a result.
     *
     * @param columns the columns of the result
     * @return [cell], columns
     */
    public DataColumnSpec[] withCell(final DataColumnSpec... columns) {
        if (!hasCell()) {
            return columns;
        }
        final DataColumnSpec[] all = new DataColumnSpec[columns.length + 1];
        all[0] = spec.getColumnSpec(cell);
        System.arraycopy(columns, 0, all, 1, columns.length);
        return all;
    }
}
