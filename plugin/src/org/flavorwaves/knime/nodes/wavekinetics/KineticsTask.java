package org.flavorwaves.knime.nodes.wavekinetics;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.wavekinetics.FlavorWaveKineticsParameters.Treatment;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.kinetics.BackgroundPath;
import org.flavorwaves.physics.kinetics.FlavorWaveKinetics;
import org.flavorwaves.physics.kinetics.KineticsResult;
import org.flavorwaves.physics.kinetics.KineticsStoppedException;
import org.flavorwaves.physics.kinetics.Waves;
import org.flavorwaves.physics.kinetics.plan.WavePlan;
import org.flavorwaves.physics.kinetics.random.RandomPhaseKinetics;
import org.flavorwaves.physics.kinetics.random.RandomPhaseOptions;
import org.flavorwaves.physics.kinetics.random.RandomPhaseResult;
import org.flavorwaves.physics.kinetics.waves.DefectiveBandException;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.LeptonNumber;

/** Asks the physics for the evolution of one cell, as the parameters say. */
final class KineticsTask {
    /** Time in s of an eigenvalue problem with its vectors, relative to the cube of its size, on one core. */
    private static final double SECONDS_A_CUBE = 1e-8;

    /** Numbers of a mode in all bands that random phases follow. */
    private static final long RANDOM_NUMBERS = 4000;

    /** Numbers of a mode in a sample of random phases, and those of its bands. */
    private static final long SAMPLE_NUMBERS = 8;

    private static final long SAMPLE_BANDS = 250;

    /** Share of the progress up to the plan of the waves. */
    private static final double PLANNED = 0.1;

    private final FlavorWaveKineticsParameters m_parameters;

    private final StateUnits m_units;

    KineticsTask(final FlavorWaveKineticsParameters parameters, final StateUnits units) {
        m_parameters = parameters;
        m_units = units;
    }

    /**
     * Predicts the memory that a cell needs; that of a largest wave that is yet to be chosen is checked when it is.
     *
     * @param cell the cell
     * @return bytes
     */
    long bytes(final StateCell cell) {
        final long modes = cell.state().size();
        final Treatment treatment = m_parameters.m_waves;
        if (treatment == Treatment.RANDOM_PHASE || treatment == Treatment.AUTO && m_parameters.m_boxLength == 0) {
            return modes * RANDOM_NUMBERS * Double.BYTES
                + (m_parameters.m_outputs + 1L) * (modes * SAMPLE_NUMBERS + SAMPLE_BANDS) * Double.BYTES;
        }
        return FlavorWaveKinetics.bytes(treatment == Treatment.SECULAR ? Waves.SECULAR : Waves.FULL, modes,
            Math.max(1, m_parameters.m_nMax), m_parameters.m_outputs + 1) + m_parameters.startBytes((int) modes);
    }

    /**
     * Predicts the time that a cell takes: the bands of every wave number are solved at least once.
     *
     * @param cell the cell
     * @return seconds on one core, at least
     */
    double seconds(final StateCell cell) {
        return m_parameters.m_waves == Treatment.SECULAR
            ? m_parameters.m_nMax * Math.pow(cell.state().size(), 3) * SECONDS_A_CUBE : 0;
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
        final double length = m_parameters.length(lepton);
        final double[] times = m_parameters.times(lepton, m_units);
        Optional<WavePlan> plan = Optional.empty();
        Treatment treatment = m_parameters.m_waves;
        String reason = "";
        try {
            final Background background = new BackgroundPath(cell.state(), m_parameters.environment(),
                EquilibriumOptions.DEFAULT, progress.part(0, PLANNED / 2)).current();
            plan = Optional.of(WavePlan.of(background, m_parameters.axis(), length, m_parameters.m_nMax,
                progress.part(PLANNED / 2, PLANNED)));
            if (treatment == Treatment.AUTO) {
                treatment = m_parameters.choose(plan.get());
                reason = m_parameters.reason(plan.get());
            }
            return treatment == Treatment.RANDOM_PHASE
                ? random(cell, lepton, plan.get(), reason, times, progress.part(PLANNED, 1))
                : box(cell, plan.get(), treatment, reason, times, progress.part(PLANNED, 1));
        } catch (final CancellationException e) {
            throw e;
        } catch (final DefectiveBandException | KineticsStoppedException | BandsNotConvergedException
            | IllegalStateException e) {
            return new CellKinetics(plan, treatment, reason, times, Optional.empty(), Optional.empty(),
                e.getMessage());
        }
    }

    private CellKinetics box(final StateCell cell, final WavePlan plan, final Treatment treatment, final String reason,
        final double[] times, final Progress progress) {
        final KineticsResult result = new FlavorWaveKinetics(m_parameters.options(treatment)).evolve(cell.state(),
            m_parameters.environment(), plan.box(), m_parameters.waves(cell, plan), times, m_parameters.m_maxTriads,
            progress);
        return new CellKinetics(Optional.of(plan), treatment, reason, times, Optional.of(result), Optional.empty(),
            result.stopped().map(why -> stopped(result.time(), why)).orElse(""));
    }

    private CellKinetics random(final StateCell cell, final double lepton, final WavePlan plan, final String reason,
        final double[] times, final Progress progress) {
        final RandomPhaseResult result =
            new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT.withCut(m_parameters.m_cut)
                .withTolerance(m_parameters.m_tolerance)).evolve(
                    m_parameters.gas(cell.state(), lepton, plan), plan.line(), times, progress);
        return new CellKinetics(Optional.of(plan), Treatment.RANDOM_PHASE, reason, times, Optional.empty(),
            Optional.of(result), result.reason().isEmpty() ? "" : stopped(result.time(), result.reason()));
    }

    private String stopped(final double time, final String reason) {
        return "the evolution stopped at t = " + CellLoop.brief(time / m_units.rateFactor()) + m_units.timeUnit() + ". "
            + reason;
    }
}
