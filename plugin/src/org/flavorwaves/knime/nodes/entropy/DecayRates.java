package org.flavorwaves.knime.nodes.entropy;

import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Units;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * How fast the polarization vectors of a table decay: d|P|/dt = -(D + gamma)|P|, with the depolarization of column D
 * and the viscosity of the optional column gamma.
 */
final class DecayRates {
    /** The optional column of viscosities, in the units of the potentials, or in s^-1 where it says so. */
    static final String GAMMA = "gamma";

    private static final String PER_SECOND = "s^-1";

    private final double[] m_gamma;

    private DecayRates(final double[] gamma) {
        m_gamma = gamma;
    }

    /** Whether a table has rates of any kind. */
    static boolean in(final StateLayout layout) throws InvalidSettingsException {
        return layout.hasDepolarization() || TableColumns.optionalNumber(layout.spec(), GAMMA) >= 0;
    }

    /**
     * Reads the column gamma.
     *
     * @throws KNIMEException if a value is missing or not finite; names the row
     */
    static DecayRates read(final BufferedDataTable table, final StateLayout layout, final Progress progress)
        throws KNIMEException {
        final int column = layout.spec().findColumnIndex(GAMMA);
        if (column < 0) {
            return new DecayRates(new double[0]);
        }
        final double factor = isPerSecond(layout.spec().getColumnSpec(column)) ? 1 / Units.SPEED_OF_LIGHT : 1;
        final double[] gamma = new double[(int) table.size()];
        int row = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (row % 4096 == 0) {
                    progress.report(row / (double) gamma.length, "reading the viscosity");
                }
                gamma[row] = factor * TableColumns.finite(rows.next(), row, column, GAMMA);
                row++;
            }
        }
        return new DecayRates(gamma);
    }

    private static boolean isPerSecond(final DataColumnSpec column) {
        return PER_SECOND.equals(column.getProperties().getProperty(WeightUnit.PROPERTY));
    }

    /** D + gamma of each mode of a cell, in the units of the potentials. */
    double[] of(final StateCell cell) {
        final double[] rates = cell.modes().depolarizations();
        for (int i = 0; i < rates.length && m_gamma.length > 0; i++) {
            rates[i] += m_gamma[cell.row(i)];
        }
        return rates;
    }
}
