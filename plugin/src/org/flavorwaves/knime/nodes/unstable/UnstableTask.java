package org.flavorwaves.knime.nodes.unstable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.flavorwaves.knime.nodes.unstable.CellWaves.Solution;
import org.flavorwaves.knime.nodes.unstable.UnstableFlavorWavesParameters.MaximumIn;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.CoherentBackground;
import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.linear.collective.GrowthMaximum;
import org.flavorwaves.physics.linear.collective.GrowthMaximum.Peak;
import org.flavorwaves.physics.linear.collective.OuterGrowth;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.linear.collective.WaveBranches;
import org.flavorwaves.physics.linear.collective.WaveOrigin;
import org.flavorwaves.physics.linear.collective.WaveOriginFinder;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;

/** Asks the physics for the growing waves of one cell, as the parameters say. */
final class UnstableTask {
    /** Relative residuals above this are failures of the search. */
    private static final double LARGEST_RESIDUAL = 1e-8;

    /** Bytes that are kept for each wave vector of the grid, with a few waves. */
    private static final long BYTES_A_WAVE_VECTOR = 1200;

    /** Bytes for each mode: working arrays of the search and the wave functions of the maxima. */
    private static final long BYTES_A_MODE = 4000;

    /** The same where three flavors are coherent. */
    private static final long BYTES_A_COHERENT_MODE = 40_000;

    /** Time in s of the search at one wave vector for each mode: some hundred sums over the modes. */
    private static final double SECONDS_A_MODE = 1e-6;

    /** The same where three flavors are coherent. */
    private static final double SECONDS_A_COHERENT_MODE = 2e-4;

    private final UnstableFlavorWavesParameters m_parameters;

    UnstableTask(final UnstableFlavorWavesParameters parameters) {
        m_parameters = parameters;
    }

    /** Predicts the bytes of memory that a cell needs. */
    long peakBytes(final StateCell cell) {
        return m_parameters.waveVectorCount() * BYTES_A_WAVE_VECTOR
            + cell.size() * (isCoherent(cell) ? BYTES_A_COHERENT_MODE : BYTES_A_MODE);
    }

    /** Predicts the seconds that a cell takes on one core, at least. */
    double seconds(final StateCell cell) {
        return m_parameters.waveVectorCount() * (double) cell.size()
            * (isCoherent(cell) ? SECONDS_A_COHERENT_MODE : SECONDS_A_MODE);
    }

    private static boolean isCoherent(final StateCell cell) {
        return cell.threeFlavors().filter(state -> !state.isDiagonal()).isPresent();
    }

    /**
     * Finds the growing waves of two flavors.
     *
     * @param cell the cell
     * @param environment its surroundings
     * @param progress told of the progress
     * @return the waves, or why there are none
     * @throws IllegalArgumentException if the cell has no lepton-number flux to follow, no lepton number to measure
     *             wave numbers in, no polarization at all, or is not as a continuous angular spectrum needs it
     */
    CellWaves solve(final StateCell cell, final Environment environment, final Progress progress) {
        return solve(Background.of(cell.state(), environment), progress);
    }

    /**
     * Finds the growing waves of three flavors that are coherent.
     *
     * @param background state and surroundings
     * @param progress told of the progress
     * @return the waves, or why there are none
     * @throws IllegalArgumentException as with two flavors, and with a continuous angular spectrum
     */
    CellWaves solve(final ThreeFlavorBackground background, final Progress progress) {
        return solve(CoherentBackground.of(background), progress);
    }

    private CellWaves solve(final WaveBackground background, final Progress progress) {
        final LeptonNumber lepton = background.leptonNumber();
        final WaveVector direction = m_parameters.direction(lepton);
        final double[] ks = m_parameters.waveNumbers(lepton);
        final double floor = m_parameters.m_growthFloor * background.strength();
        if (floor == 0) {
            return new CellWaves(direction, ks, lepton.absolute(), background.structure(), floor,
                Optional.of(empty(ks)), Optional.empty(), "");
        }
        try {
            final Solution solution = solution(background, lepton, direction, ks, floor, progress.part(0, 0.7));
            final String problem = problem(solution);
            return problem.isEmpty() ? new CellWaves(direction, ks, lepton.absolute(), background.structure(), floor,
                Optional.of(solution), outside(background, direction, ks, Math.max(floor, growth(solution)),
                    progress.part(0.7, 1)), "")
                : new CellWaves(direction, ks, lepton.absolute(), background.structure(), floor, Optional.empty(),
                    Optional.empty(), problem);
        } catch (final CancellationException e) {
            throw e;
        } catch (final IllegalStateException e) {
            return new CellWaves(direction, ks, lepton.absolute(), background.structure(), floor, Optional.empty(),
                Optional.empty(), e.getMessage());
        }
    }

    /** A wave of the line that grows faster than all of its range; coherent ones cost too much to look for. */
    private Optional<UnstableWave> outside(final WaveBackground background, final WaveVector direction,
        final double[] ks, final double growth, final Progress progress) {
        return ks.length == 1 || m_parameters.m_maximumIn == MaximumIn.BOX || background instanceof CoherentBackground
            ? Optional.empty()
            : OuterGrowth.beyond(background, direction, ks, growth, m_parameters.angularModel(), progress);
    }

    /** The largest growth rate; infinite without a result. */
    static double growth(final CellWaves waves) {
        return waves.solution().map(UnstableTask::growth).orElse(Double.POSITIVE_INFINITY);
    }

    private static double growth(final Solution solution) {
        return solution.maxima().stream().findFirst().map(peak -> peak.wave().growth()).orElse(0.0);
    }

    private static Solution empty(final double[] ks) {
        return new Solution(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0);
    }

    private static String problem(final Solution solution) {
        if (solution.unresolved() > 0) {
            return solution.unresolved() + " of " + (solution.waves() + solution.unresolved())
                + " counted waves were not found.";
        }
        final double residual = solution.worstResidual();
        return residual <= LARGEST_RESIDUAL ? "" : "a wave has the relative residual " + residual + ", above "
            + LARGEST_RESIDUAL + ".";
    }

    private Solution solution(final WaveBackground background, final LeptonNumber lepton, final WaveVector direction,
        final double[] ks, final double floor, final Progress progress) {
        final AngularModel model = m_parameters.angularModel();
        final boolean box = m_parameters.m_maximumIn == MaximumIn.BOX;
        final double lineEnd = box ? 0.2 : 0.6;
        final List<UnstableWaves> line = new UnstableWaveSearch(floor, false, model).solve(background,
            Arrays.stream(ks).mapToObj(direction::times).toList(), progress.part(0, lineEnd));
        final List<UnstableWaves> grid = new ArrayList<>();
        final List<Peak> maxima;
        int steps = 0;
        if (ks.length == 1) {
            maxima = line.get(0).fastest().map(wave -> List.of(new Peak(wave, true))).orElse(List.of());
        } else {
            final Region region = box ? m_parameters.box(lepton, direction, ks) : m_parameters.line(direction, ks);
            if (box) {
                grid.addAll(new UnstableWaveSearch(floor, false, model).solve(background, region.waveVectors(),
                    progress.part(lineEnd, 0.7)));
            }
            final GrowthMaximum maximum = new GrowthMaximizer(region, floor, model).climb(background,
                box ? grid : line, progress.part(box ? 0.7 : lineEnd, 0.8));
            maxima = maximum.peaks();
            steps = maximum.steps();
        }
        final WaveOriginFinder finder = new WaveOriginFinder(background, model);
        final WaveOrigin[][] kinds = new WaveOrigin[line.size() + maxima.size()][];
        ParallelLoop.forEach(kinds.length, "Fast, slow or collisional", progress.part(0.8, 1),
            p -> kinds[p] = p < line.size() ? finder.of(line.get(p)).toArray(new WaveOrigin[0])
                : new WaveOrigin[]{finder.of(maxima.get(p - line.size()).wave())});
        return new Solution(line, grid, Arrays.stream(kinds).limit(line.size()).map(List::of).toList(),
            WaveBranches.number(line), maxima,
            Arrays.stream(kinds).skip(line.size()).map(kind -> kind[0]).toList(),
            line.stream().mapToInt(UnstableWaves::evaluations).sum(), steps);
    }
}
