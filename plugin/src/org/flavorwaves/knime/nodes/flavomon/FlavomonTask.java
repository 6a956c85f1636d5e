package org.flavorwaves.knime.nodes.flavomon;

import org.flavorwaves.knime.nodes.flavomon.FlavomonDispersionParameters.AngularSpectrum;
import org.flavorwaves.knime.nodes.flavomon.FlavomonDispersionParameters.Frame;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.flavomon.FlavomonBranches;
import org.flavorwaves.physics.flavomon.StateMedium;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;

/** Asks the physics for the flavomons of one cell, as the parameters say. */
final class FlavomonTask {
    /** Bytes that are kept for each mode. */
    private static final long BYTES_A_MODE = 600;

    /** Modes at one wave number of a continuous spectrum, more than there usually are. */
    private static final long CONTINUOUS_MODES = 12;

    /** Time in s of an eigenvalue problem, relative to the cube of its size, on one core. */
    private static final double SECONDS_A_CUBE = 5e-9;

    /** Square of the number of beams beyond which only growing modes are looked for. */
    private static final double LARGEST_MATRIX = 1e4;

    /** Time in s of the search at one wave number for each mode: some hundred sums over the modes. */
    private static final double SECONDS_A_MODE = 1e-6;

    private final FlavomonDispersionParameters m_parameters;

    FlavomonTask(final FlavomonDispersionParameters parameters) {
        m_parameters = parameters;
    }

    /**
     * Predicts the memory of a cell.
     *
     * @param cell the cell
     * @return bytes
     */
    long peakBytes(final StateCell cell) {
        final long modes = m_parameters.m_angularSpectrum == AngularSpectrum.BEAMS ? 2L * cell.size()
            : CONTINUOUS_MODES;
        return m_parameters.waveNumberCount() * modes * BYTES_A_MODE;
    }

    /**
     * Predicts the time of a cell.
     *
     * @param cell the cell
     * @return seconds on one core, at least
     */
    double seconds(final StateCell cell) {
        final double modes = cell.size();
        return m_parameters.waveNumberCount() * modes * (m_parameters.m_angularSpectrum == AngularSpectrum.BEAMS
            ? Math.min(modes * modes, LARGEST_MATRIX) * SECONDS_A_CUBE : SECONDS_A_MODE);
    }

    /**
     * Finds the branches.
     *
     * @param cell the cell
     * @param environment its surroundings
     * @param progress told of the progress
     * @return branches, special points and failures
     * @throws IllegalArgumentException if the state is not aligned with z, its rings do not know the direction, or it
     *             is not as the chosen continuous spectrum needs it
     */
    CellFlavomons solve(final StateCell cell, final Environment environment, final Progress progress) {
        final LeptonNumber lepton = LeptonNumber.of(cell.state(), environment);
        final WaveVector along = m_parameters.direction(lepton);
        final double[] direction = {along.kx(), along.ky(), along.kz()};
        final StateMedium medium = StateMedium.of(cell.state(), environment, direction,
            new StateMedium.Options(m_parameters.angularModel(), m_parameters.m_slowTerm));
        final double[] ks = m_parameters.waveNumbers(lepton);
        if (m_parameters.m_kFrame == Frame.PHYSICAL) {
            for (int i = 0; i < ks.length; i++) {
                ks[i] += medium.waveNumberShift();
            }
        }
        final FlavomonBranches branches =
            new FlavomonBranches(medium.medium(), m_parameters.m_maxDamping * lepton.absolute());
        return new CellFlavomons(along, lepton.absolute(), medium, branches.trace(ks, progress));
    }

    /** The largest growth rate; infinite if a wave number has no result. */
    static double growth(final CellFlavomons cell) {
        return !cell.result().failures().isEmpty() ? Double.POSITIVE_INFINITY
            : cell.result().branches().stream().flatMap(branch -> branch.modes().stream())
                .mapToDouble(mode -> mode.omega().getImaginary()).filter(growth -> growth > 0).max().orElse(0);
    }
}
