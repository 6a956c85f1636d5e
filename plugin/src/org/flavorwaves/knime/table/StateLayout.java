package org.flavorwaves.knime.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the columns of a state table are: [cell] species [E] (vx vy vz | mu) weight P0 Px Py Pz [omega] [D]. Absent
 * columns have index -1.
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
 */
public record StateLayout(DataTableSpec spec, int cell, int species, int energy, int vx, int vy, int vz, int weight,
    int p0, int px, int py, int pz, int omega, int depolarization) {

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
            TableColumns.optionalNumber(spec, StateColumns.DEPOLARIZATION));
    }

    /**
     * The same columns with another one that divides the table into cells.
     *
     * @param column index of a column whose equal values belong together
     * @return a changed copy
     */
    public StateLayout dividedBy(final int column) {
        return new StateLayout(spec, column, species, energy, vx, vy, vz, weight, p0, px, py, pz, omega,
            depolarization);
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
