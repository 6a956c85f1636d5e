package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the columns of a state table are: [cell] species [E] (vx vy vz | mu) weight P0 Px Py Pz [omega] [D] [kappa
 * P0_source Px_source Py_source Pz_source]. Absent columns have index -1.
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
 * @param absorption indices of the columns {@link StateColumns#ABSORPTION}; empty without them
 */
public record StateLayout(DataTableSpec spec, int cell, int species, int energy, int vx, int vy, int vz, int weight,
    int p0, int px, int py, int pz, int omega, int depolarization,
    List<Integer> absorption) {

    /**
     * Finds the columns. Vectors win over rings when a table has both.
     *
     * @param spec a table
     * @return where its state columns are
     * @throws InvalidSettingsException if a required column is missing or a column has the wrong type; names it
     */
    public static StateLayout of(final DataTableSpec spec) throws InvalidSettingsException {
        final boolean rings = spec.containsName(StateColumns.MU) && !(spec.containsName(StateColumns.VX)
            && spec.containsName(StateColumns.VY) && spec.containsName(StateColumns.VZ));
        return new StateLayout(spec, TableColumns.optionalKey(spec, StateColumns.CELL),
            TableColumns.text(spec, StateColumns.SPECIES), TableColumns.optionalNumber(spec, StateColumns.ENERGY),
            rings ? -1 : TableColumns.number(spec, StateColumns.VX),
            rings ? -1 : TableColumns.number(spec, StateColumns.VY),
            TableColumns.number(spec, rings ? StateColumns.MU : StateColumns.VZ),
            TableColumns.number(spec, StateColumns.WEIGHT), TableColumns.number(spec, StateColumns.P0),
            TableColumns.number(spec, StateColumns.PX), TableColumns.number(spec, StateColumns.PY),
            TableColumns.number(spec, StateColumns.PZ), TableColumns.optionalNumber(spec, StateColumns.OMEGA),
            TableColumns.optionalNumber(spec, StateColumns.DEPOLARIZATION), absorption(spec));
    }

    private static List<Integer> absorption(final DataTableSpec spec) throws InvalidSettingsException {
        final List<String> absent =
            StateColumns.ABSORPTION.stream().filter(name -> !spec.containsName(name)).toList();
        if (absent.size() == StateColumns.ABSORPTION.size()) {
            return List.of();
        }
        if (!absent.isEmpty()) {
            final List<String> present = new ArrayList<>(StateColumns.ABSORPTION);
            present.removeAll(absent);
            throw Messages.settings("Absorption needs all or none of the columns "
                + String.join(", ", StateColumns.ABSORPTION) + "; found: " + String.join(", ", present)
                + "; missing: " + String.join(", ", absent) + ".", "Add the missing columns, or remove or rename "
                + String.join(", ", present) + ".");
        }
        final List<Integer> indices = new ArrayList<>();
        for (final String name : StateColumns.ABSORPTION) {
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
            depolarization, absorption);
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
