package org.flavorwaves.knime.nodes.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.temperature.ThermalBranch;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** The two output tables of the node Flavor Entropy. */
final class EntropyTables {
    /** Entropies within this share of each other are equal. */
    private static final double ROUNDING = 1e-12;

    private static final double ROUNDING_OF_SUMS = 1e-15;

    private static final String PRODUCTION = "entropy_production";

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final StateWriter m_writer;

    private final boolean m_decays;

    private final boolean m_compares;

    EntropyTables(final StateLayout layout, final StateUnits units, final boolean compares)
        throws InvalidSettingsException {
        m_layout = layout;
        m_units = units;
        m_decays = DecayRates.in(layout);
        m_compares = compares;
        m_writer = new StateWriter(layout.spec(), units.weights(),
            List.of(units.columns("entropy [1], dS_dP", m_decays ? PRODUCTION : "")));
    }

    DataTableSpec stateSpec() {
        return m_writer.spec();
    }

    DataTableSpec summarySpec() {
        return m_layout.results(m_units, "modes, entropy, entropy_nu, entropy_nubar", m_decays ? PRODUCTION : "",
            "U, U_vacuum, U_matter, U_self", m_compares ? "entropy_maximum, entropy_deficit, beta_maximum" : "",
            "wall_time, result");
    }

    BufferedDataTable writeState(final ExecutionContext exec, final BufferedDataTable table, final StateTable state,
        final List<Solved<CellEntropy>> solved, final Progress progress) {
        final double[][] values = new double[m_decays ? 3 : 2][state.rowCount()];
        for (final Solved<CellEntropy> s : solved) {
            for (int i = 0; i < s.cell().size(); i++) {
                final int row = s.cell().row(i);
                values[0][row] = s.value().entropy().entropy(i);
                values[1][row] = -s.value().entropy().affinity(i);
                if (m_decays) {
                    values[2][row] = ResultTable.finite(s.value().productions()[i] * productionFactor());
                }
            }
        }
        return m_writer.write(exec, table, values, progress);
    }

    private double productionFactor() {
        return m_units.densityFactor() * m_units.rateFactor();
    }

    BufferedDataTable writeSummary(final ExecutionContext exec, final List<Solved<CellEntropy>> solved) {
        final ResultTable summary = new ResultTable(exec, summarySpec());
        for (final Solved<CellEntropy> s : solved) {
            final MomentumModes modes = s.cell().modes();
            final CellEntropy value = s.value();
            final double entropy = value.entropy().total() * m_units.densityFactor();
            final double energy = value.energy().total() * m_units.energyFactor();
            final List<Object> row = new ArrayList<>();
            row.add(modes.size());
            row.add(entropy);
            row.add(value.of(modes, Species.NU) * m_units.densityFactor());
            row.add(value.of(modes, Species.NUBAR) * m_units.densityFactor());
            if (m_decays) {
                row.add(ResultTable.finite(value.production() * productionFactor()));
            }
            row.add(energy);
            row.add(value.energy().vacuum() * m_units.energyFactor());
            row.add(value.energy().matter() * m_units.energyFactor());
            row.add(value.energy().selfInteraction() * m_units.energyFactor());
            final Optional<Double> largest = value.maximum().map(m -> m.entropy() * m_units.densityFactor());
            if (m_compares) {
                row.add(largest.orElse(Double.NaN));
                row.add(largest.map(maximum -> maximum - entropy).orElse(Double.NaN));
                row.add(value.maximum().map(ThermalBranch::beta).orElse(Double.NaN));
            }
            row.add(s.seconds());
            row.add(s.cell().prefix() + "entropy " + CellLoop.brief(entropy) + m_units.densityUnit()
                + ", polarization energy " + CellLoop.brief(isRounding(s) ? 0 : energy) + m_units.energyUnit()
                + largest.map(maximum -> ", " + comparison(entropy, maximum)).orElse("") + divergence(value));
            summary.add(s.cell().key(), row.toArray());
        }
        return summary.close();
    }

    /** Whether a polarization energy is what rounding leaves of vectors that cancel: below their energy if parallel. */
    private static boolean isRounding(final Solved<CellEntropy> solved) {
        if (solved.cell().threeFlavors().isPresent()) {
            return false;
        }
        final FlavorState state = solved.cell().state();
        double sum = 0;
        for (int i = 0; i < solved.cell().size(); i++) {
            sum += solved.cell().modes().weight(i) * state.length(i);
        }
        return Math.abs(solved.value().energy().total()) < ROUNDING_OF_SUMS * sum * sum;
    }

    private static String divergence(final CellEntropy value) {
        final int modes = value.divergent();
        return modes == 0 ? "" : ", entropy production not given: it is infinite at the moment when "
            + (modes == 1 ? "1 pure mode begins" : modes + " pure modes begin") + " to decay";
    }

    private String comparison(final double entropy, final double largest) {
        return Math.abs(largest - entropy) <= ROUNDING * largest ? "the largest found at this energy"
            : CellLoop.brief(largest - entropy) + m_units.densityUnit()
                + " below the largest entropy found at this energy";
    }
}
