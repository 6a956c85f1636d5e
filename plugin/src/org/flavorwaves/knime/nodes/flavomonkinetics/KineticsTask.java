package org.flavorwaves.knime.nodes.flavomonkinetics;

import java.util.Optional;

import org.flavorwaves.knime.nodes.flavomonkinetics.FlavomonKineticsParameters.ClosureChoice;
import org.flavorwaves.knime.nodes.flavomonkinetics.FlavomonKineticsParameters.Scale;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.flavomon.kinetics.Closure;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonKinetics;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonOptions;
import org.flavorwaves.physics.flavomon.kinetics.GrowingRange;
import org.flavorwaves.physics.flavomon.kinetics.TimeOptions;
import org.flavorwaves.physics.flavomon.kinetics.WaveNumberGrid;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.LeptonNumber;

/** Asks the physics for the kinetics of one cell, as the parameters say. */
final class KineticsTask {
    private final FlavomonKineticsParameters m_parameters;

    private final StateUnits m_units;

    KineticsTask(final FlavomonKineticsParameters parameters, final StateUnits units) {
        m_parameters = parameters;
        m_units = units;
    }

    /**
     * Runs a cell.
     *
     * @param cell the cell
     * @param progress told of the progress
     * @return states over time
     * @throws IllegalArgumentException if the state has flavor coherence or is not what the closure describes
     */
    CellKinetics solve(final StateCell cell, final Progress progress) {
        final Environment environment = new Environment(0, 0, m_parameters.m_selfInteraction);
        final double leptonNumber = LeptonNumber.of(cell.state(), environment).absolute();
        final NeutrinoOccupations neutrinos = NeutrinoOccupations.of(cell.state(), environment);
        final double unit = m_parameters.m_scale == Scale.ABSOLUTE ? 1 : leptonNumber;
        if (unit == 0) {
            throw new IllegalArgumentException("the lepton number is zero in every direction, so wave numbers and time"
                + " cannot be measured in it; set their unit to absolute.");
        }
        final double end = m_parameters.m_scale == Scale.ABSOLUTE ? m_parameters.m_duration * m_units.rateFactor()
            : m_parameters.m_duration / unit;
        final FlavomonKinetics kinetics = new FlavomonKinetics(neutrinos, new TimeOptions(end, m_parameters.m_outputs,
            m_parameters.m_tolerance, m_parameters.m_maxChange, m_parameters.m_invariantTolerance,
            m_parameters.m_maxSteps));
        Closure closure = m_parameters.m_closure == ClosureChoice.QUASI_LINEAR ? Closure.QUASI_LINEAR
            : Closure.RESONANT;
        FlavomonOptions options = options(closure, leptonNumber);
        String reason = "";
        if (closure == Closure.RESONANT) {
            final WaveNumberGrid growing = grid(neutrinos, options(Closure.QUASI_LINEAR, leptonNumber), unit);
            final boolean automatic = m_parameters.m_closure == ClosureChoice.AUTO;
            final Optional<String> obstacle =
                kinetics.resonanceObstacle(growing, options, automatic, progress.part(0, 0.1));
            if (!automatic && obstacle.isPresent()) {
                throw new IllegalArgumentException(obstacle.get());
            }
            reason = automatic ? obstacle.orElse("Modes of real frequency have the growth of the waves.") : "";
            if (obstacle.isPresent()) {
                closure = Closure.QUASI_LINEAR;
                options = options(closure, leptonNumber);
            }
        }
        final WaveNumberGrid grid = grid(neutrinos, options, unit);
        return new CellKinetics(new AngularCells(neutrinos), neutrinos.asymmetry(), closure, reason, grid,
            kinetics.evolve(grid, options, progress.part(0.1, 1)));
    }

    private WaveNumberGrid grid(final NeutrinoOccupations neutrinos, final FlavomonOptions options,
        final double unit) {
        return m_parameters.m_automaticRange
            ? GrowingRange.cover(neutrinos, options, m_parameters.m_kCount, m_parameters.m_measure)
            : WaveNumberGrid.uniform(m_parameters.m_kMin * unit, m_parameters.m_kMax * unit, m_parameters.m_kCount,
                m_parameters.m_measure);
    }

    private FlavomonOptions options(final Closure closure, final double leptonNumber) {
        if (closure == Closure.QUASI_LINEAR) {
            final FlavomonOptions options =
                FlavomonOptions.quasiLinear(m_parameters.m_initialIntensity * leptonNumber);
            return m_parameters.m_transverse ? options.withTransverse() : options;
        }
        return new FlavomonOptions(Closure.RESONANT, m_parameters.m_initialNumber, m_parameters.m_spontaneous,
            m_parameters.m_width, m_parameters.m_legendreOrder > 0 ? m_parameters.m_legendreOrder : -1,
            m_parameters.m_transverse, m_parameters.m_maxDamping * leptonNumber);
    }

    /**
     * The memory that the results of a cell take.
     *
     * @param modes number of its modes
     * @return bytes
     */
    long bytes(final int modes) {
        final long waves = 6L * m_parameters.m_kCount;
        return (m_parameters.m_outputs + 1L) * (16L * modes + 100 * waves) + 16 * waves * modes;
    }
}
