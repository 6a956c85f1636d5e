package org.flavorwaves.knime.nodes.flavorwaverelaxation;

import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.kinetics.relaxation.ActionBands;
import org.flavorwaves.physics.kinetics.relaxation.ThreeWaveResult;
import org.flavorwaves.physics.kinetics.relaxation.ThreeWaveResult.Outcome;
import org.flavorwaves.physics.kinetics.relaxation.ThreeWaveSample;
import org.flavorwaves.physics.kinetics.spectrum.EquilibriumFit;
import org.flavorwaves.physics.kinetics.spectrum.WaveSpectrum;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The output tables of the node Flavor Wave Relaxation, filled cell by cell. */
final class FlavorWaveRelaxationTables {
    private final StateUnits m_units;

    private final ResultTable m_actions;

    private final ResultTable m_balance;

    private final ResultTable m_summary;

    FlavorWaveRelaxationTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units) {
        m_units = units;
        final DataTableSpec[] specs = specs(layout, units);
        m_actions = new ResultTable(exec, specs[0]);
        m_balance = new ResultTable(exec, specs[1]);
        m_summary = new ResultTable(exec, specs[2]);
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units) {
        final String time = units.timeUnit();
        final String energy = units.energyUnit();
        return new DataTableSpec[]{
            layout.results(units, "t, k, band, omega_re, kappa, action"),
            layout.results(units,
                "t, E_waves, momentum, entropy_waves, imbalance [1], T_rayleigh_jeans, u_rayleigh_jeans",
                "distance_rayleigh_jeans, negative_energies, equilibrium_possible"),
            layout.results(units,
                "modes, bands, bands_left_out, waves, coupled_waves, resonances [count], k_max, t_end, steps",
                "rejected, energy_drift, momentum_drift, imbalance_start, imbalance_end, distance_start",
                "distance_end, negative_energies, equilibrium_possible, complete, wall_time, result")};
    }

    void add(final Solved<CellRelaxation> solved) {
        final Optional<DataCell> key = solved.cell().key();
        final ActionBands bands = solved.value().bands();
        for (final ThreeWaveSample sample : solved.value().result().samples()) {
            final double t = sample.time() / m_units.rateFactor();
            for (int j = 0; j < bands.points(); j++) {
                for (int b = 0; b < bands.size(); b++) {
                    m_actions.add(key, t, bands.waveNumber(j), bands.number(b),
                        bands.omega(b, j) * m_units.rateFactor(), bands.kappa(b, j), Math.abs(sample.action()[b][j]));
                }
            }
            final WaveSpectrum spectrum = sample.spectrum(bands);
            final EquilibriumFit fit = spectrum.rayleighJeans();
            m_balance.add(key, t, sample.energy() * m_units.energyFactor(), sample.momentum() * m_units.energyFactor(),
                sample.entropy(), sample.imbalance(), fit.temperature() * m_units.rateFactor(), fit.velocity(),
                fit.distance(), spectrum.negativeEnergies(), spectrum.hasEquilibrium());
        }
        addSummary(solved);
    }

    private void addSummary(final Solved<CellRelaxation> solved) {
        final CellRelaxation cell = solved.value();
        final ThreeWaveResult result = cell.result();
        final ActionBands bands = cell.bands();
        final ThreeWaveSample first = result.samples().get(0);
        final WaveSpectrum spectrum = result.last().spectrum(bands);
        m_summary.add(solved.cell().key(), solved.cell().state().size(), bands.size(), bands.leftOut(),
            bands.size() * bands.points(), cell.coupled(), cell.triads(), bands.waveNumber(bands.points() - 1),
            result.last().time() / m_units.rateFactor(), result.steps(), result.rejected(), result.energyDrift(),
            result.momentumDrift(), first.imbalance(), result.last().imbalance(),
            first.spectrum(bands).rayleighJeans().distance(), spectrum.rayleighJeans().distance(),
            spectrum.negativeEnergies(), spectrum.hasEquilibrium(), result.outcome() == Outcome.FINISHED,
            solved.seconds(), solved.cell().prefix() + sentence(cell, spectrum));
    }

    private static String sentence(final CellRelaxation cell, final WaveSpectrum spectrum) {
        final String possible = spectrum.hasEquilibrium() ? "" : "; " + spectrum.negativeEnergies()
            + " waves have negative energy, which excludes a Rayleigh-Jeans spectrum of all waves in every frame";
        if (cell.triads() == 0) {
            return "no three waves interact, as in states whose vectors all lie along one axis: actions do not change"
                + possible;
        }
        final ThreeWaveResult result = cell.result();
        final EquilibriumFit fit = spectrum.rayleighJeans();
        return "the imbalance of resonances goes from " + CellLoop.brief(result.samples().get(0).imbalance()) + " to "
            + CellLoop.brief(result.last().imbalance()) + (Double.isNaN(fit.distance()) ? ""
                : ", the distance from Rayleigh-Jeans ends at " + CellLoop.brief(fit.distance())
                    + (fit.isAtEdge() ? " with u at the edge of what is possible" : ""))
            + "; " + cell.coupled() + " of " + cell.bands().size() * cell.bands().points()
            + " waves meet resonant partners" + possible;
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_actions.close(), m_balance.close(), m_summary.close()};
    }
}
