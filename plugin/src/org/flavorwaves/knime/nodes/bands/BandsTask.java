package org.flavorwaves.knime.nodes.bands;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.bands.CellBands.Shift;
import org.flavorwaves.knime.nodes.bands.CellBands.Solution;
import org.flavorwaves.knime.nodes.bands.FlavorWaveBandsParameters.Eigenvectors;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.BandLineSolver;
import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;

/** Asks the physics for the bands of one cell, as the parameters say. */
final class BandsTask {
    /** Time in s of an eigenvalue problem, relative to the cube of its size, on one core. */
    private static final double SECONDS_A_CUBE = 5e-9;

    private static final BandLineSolver LINE = new BandLineSolver(BandDetail.MEASURES);

    private static final BandLineSolver VECTORS = new BandLineSolver(BandDetail.VECTORS);

    private final FlavorWaveBandsParameters m_parameters;

    BandsTask(final FlavorWaveBandsParameters parameters) {
        m_parameters = parameters;
    }

    /**
     * Predicts the memory that a cell needs.
     *
     * @param cell the cell
     * @return bytes; 0 if its line of wave vectors cannot be made, which {@link #solve} refuses
     */
    long peakBytes(final StateCell cell) {
        final CellBackground background = CellBackground.of(cell, m_parameters);
        final LeptonNumber lepton = background.lepton();
        final List<WaveVector> waves;
        try {
            waves = Arrays.stream(m_parameters.waveNumbers(lepton))
                .mapToObj(m_parameters.direction(lepton)::times).toList();
        } catch (final IllegalArgumentException e) {
            return 0;
        }
        final long line = background.peakBytes(LINE, waves);
        return vectors() ? Math.max(line, background.peakBytes(VECTORS, waves.subList(0, 1))) : line;
    }

    /**
     * Predicts the time that a cell takes: the bands of N modes are those of two N x N matrices at least.
     *
     * @param cell the cell
     * @return seconds on one core, at least
     */
    double seconds(final StateCell cell) {
        return m_parameters.waveNumberCount() * 2 * Math.pow(cell.size(), 3) * SECONDS_A_CUBE;
    }

    /**
     * Says how large the eigenvalue problem of a cell is.
     *
     * @param cell the cell
     * @return words for a message
     */
    String describe(final StateCell cell) {
        final CellBackground background = CellBackground.of(cell, m_parameters);
        return cell.size() + " modes, " + (cell.threeFlavors().isPresent() ? "three flavors, " : "")
            + background.structure().name().toLowerCase(Locale.ROOT) + " structure";
    }

    /**
     * Finds the bands.
     *
     * @param cell the cell
     * @param progress told of the progress
     * @return the bands, or why there are none
     * @throws IllegalArgumentException if the cell has no lepton-number flux to follow, or no lepton number to measure
     *             wave numbers in
     */
    CellBands solve(final StateCell cell, final Progress progress) {
        final CellBackground background = CellBackground.of(cell, m_parameters);
        final LeptonNumber lepton = background.lepton();
        final WaveVector direction = m_parameters.direction(lepton);
        final double[] ks = m_parameters.waveNumbers(lepton);
        final Optional<Shift> shift = background.shifting().map(number -> Shift.of(number, direction));
        try {
            final BandLine line = background.line(LINE,
                Arrays.stream(ks).mapToObj(direction::times).toList(), progress.part(0, 0.7));
            final FastestWave fastest = background.fastest(vectors() ? BandDetail.VECTORS : BandDetail.MEASURES,
                direction, ks, line, progress.part(0.7, 0.9));
            final Optional<UnstableWave> outside = ks.length == 1 ? Optional.empty()
                : background.outside(direction, ks, fastest.unstable() ? fastest.growth() : 0, progress.part(0.9, 1));
            return new CellBands(direction, ks, lepton.absolute(), shift, background.structure(),
                Optional.of(new Solution(line, fastest)), outside, "");
        } catch (final BandsNotConvergedException e) {
            return new CellBands(direction, ks, lepton.absolute(), shift, background.structure(), Optional.empty(),
                Optional.empty(), e.getMessage());
        }
    }

    private boolean vectors() {
        return m_parameters.m_eigenvectors != Eigenvectors.NONE;
    }
}
