package org.flavorwaves.knime.nodes.qke;

import java.util.Optional;

import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Spectra;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.qke.BoxSpectra;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.MomentumModes;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The powers of the harmonics of a box of any number of flavors, by mode or averaged over the modes. */
final class SpectraTable {
    private final ResultTable m_table;

    private final Spectra m_choice;

    SpectraTable(final ExecutionContext exec, final StateLayout layout, final StateUnits units,
        final Spectra choice) {
        m_table = new ResultTable(exec, spec(layout, units, choice));
        m_choice = choice;
    }

    static DataTableSpec spec(final StateLayout layout, final StateUnits units, final Spectra choice) {
        final String time = units.timeUnit();
        return choice == Spectra.MODES
            ? layout.results(units, "t, n_x [count], n_y [count], n_z [count], k, mode, power, torque_share")
            : layout.results(units, "t, n_x [count], n_y [count], n_z [count], k, power, torque_share");
    }

    /** Adds the powers of one output time. */
    void add(final Optional<DataCell> key, final BoxSpectra spectra, final int t, final double time,
        final MomentumModes modes) {
        if (m_choice == Spectra.NONE) {
            return;
        }
        final BoxGrid grid = spectra.grid();
        for (int p = 0; p < spectra.pairs(); p++) {
            final int h = spectra.harmonic(p);
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < modes.size(); i++) {
                if (m_choice == Spectra.MODES) {
                    m_table.add(key, time, grid.harmonic(h, 0), grid.harmonic(h, 1), grid.harmonic(h, 2),
                        grid.waveVector(h).norm(), i, spectra.power(t, i, p), spectra.torqueShare(t, i, p));
                }
                sum += modes.weight(i) * spectra.power(t, i, p);
                weight += modes.weight(i);
            }
            if (m_choice == Spectra.SUM) {
                m_table.add(key, time, grid.harmonic(h, 0), grid.harmonic(h, 1), grid.harmonic(h, 2),
                    grid.waveVector(h).norm(), weight > 0 ? sum / weight : 0.0, spectra.torqueShare(t, p));
            }
        }
    }

    BufferedDataTable close() {
        return m_table.close();
    }
}
