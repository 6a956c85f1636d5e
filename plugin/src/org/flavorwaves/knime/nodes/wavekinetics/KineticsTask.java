package org.flavorwaves.knime.nodes.wavekinetics;

import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.kinetics.FlavorWaveKinetics;
import org.flavorwaves.physics.kinetics.KineticsResult;
import org.flavorwaves.physics.kinetics.KineticsStoppedException;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.DefectiveBandException;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.LeptonNumber;

/** Asks the physics for the evolution of one cell, as the parameters say. */
final class KineticsTask {
    /** Time in s of an eigenvalue problem with its vectors, relative to the cube of its size, on one core. */
    private static final double SECONDS_A_CUBE = 1e-8;

    private final FlavorWaveKineticsParameters m_parameters;

    private final StateUnits m_units;

    KineticsTask(final FlavorWaveKineticsParameters parameters, final StateUnits units) {
        m_parameters = parameters;
        m_units = units;
    }

    /**
     * Predicts the memory that a cell needs.
     *
     * @param cell the cell
     * @return bytes
     */
    long bytes(final StateCell cell) {
        return FlavorWaveKinetics.bytes(m_parameters.options().waves(), cell.state().size(), m_parameters.m_nMax,
            m_parameters.m_outputs + 1) + m_parameters.startBytes(cell.state().size());
    }

    /**
     * Predicts the time that a cell takes: the bands of every wave number are solved at least once.
     *
     * @param cell the cell
     * @return seconds on one core, at least
     */
    double seconds(final StateCell cell) {
        return m_parameters.m_nMax * Math.pow(cell.state().size(), 3) * SECONDS_A_CUBE;
    }

    /**
     * Evolves a cell.
     *
     * @param cell the cell
     * @param progress told of the progress
     * @return the evolution, or why there is none
     * @throws IllegalArgumentException if the cell is refused
     */
    CellKinetics solve(final StateCell cell, final Progress progress) {
        final double lepton = LeptonNumber.of(cell.state(), m_parameters.environment()).absolute();
        final BoxModes box = m_parameters.box(lepton);
        final double[] times = m_parameters.times(lepton, m_units);
        try {
            final KineticsResult result = new FlavorWaveKinetics(m_parameters.options()).evolve(cell.state(),
                m_parameters.environment(), box, m_parameters.waves(cell), times, m_parameters.m_maxTriads, progress);
            return new CellKinetics(box, times, Optional.of(result), result.stopped().map(
                reason -> "the evolution stopped at t = " + CellLoop.brief(result.time() / m_units.rateFactor())
                    + m_units.timeUnit() + ". " + reason).orElse(""));
        } catch (final DefectiveBandException | KineticsStoppedException | BandsNotConvergedException e) {
            return new CellKinetics(box, times, Optional.empty(), e.getMessage());
        }
    }
}
