package org.flavorwaves.physics.linear.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.WavePolarization;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.linear.collective.GrowthMaximum;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.WaveOriginFinder;
import org.flavorwaves.physics.linear.survey.fast.LeptonMedium;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The fastest wave with all terms: the complete search of {@link GrowthMaximizer} on a line or in a box about shifted
 * k = 0, as wide as the strength of the nu-nu term and the vacuum frequencies allow coupling, on a grid and on another
 * one between its points, then on finer ones until one finds nothing faster; once more about the fastest wave of the
 * fast limit; and at physical and shifted k = 0, where slow and collisional waves grow, down to a part of the largest
 * frequency or rate.
 */
final class FullSearch {
    /** Half-width of the region about a fast wave, in units of the strength. */
    private static final double NEAR = 0.03;

    /** A wave that was fast is not lost when it grows at this part of its rate. */
    private static final double SHARE = 0.2;

    /** Phase velocities of a map for each grid point across the flux. */
    private static final int ACROSS = 4;

    /** A grid that gains less than this part of the growth found nothing faster. */
    private static final double NOTHING = 1e-6;

    /** Grids on a line; in a box, where the last one would have six times as many points, one less. */
    private static final int MAX_GRIDS = 3;

    /** Grids that are coarser, in units of the strength, may miss waves. */
    private static final double COARSE = 0.25;

    /** Lowest growth at k = 0 in units of the largest vacuum frequency or damping rate. */
    private static final double SLOW = 1e-2;

    /** Lowest growth at k = 0 in units of the strength, above rounding. */
    private static final double LEAST = 1e-9;

    private final SurveyOptions m_options;

    private final WaveBackground m_background;

    private final LeptonNumber m_lepton;

    private final double m_strength;

    private final double m_floor;

    private final double m_half;

    private final WaveVector m_axis;

    /** May cancel the search. */
    private final Progress m_progress;

    private Optional<UnstableWave> m_best = Optional.empty();

    private Certainty m_certainty;

    FullSearch(final SurveyOptions options, final WaveBackground background, final Progress progress) {
        m_options = options;
        m_progress = progress;
        m_background = background;
        m_lepton = background.leptonNumber();
        m_strength = background.strength();
        m_floor = options.floor() * m_strength;
        m_half = m_strength + Math.abs(background.selfInteraction()) * m_lepton.absolute()
            + background.largestVacuum();
        m_axis = m_lepton.direction().orElse(new WaveVector(0, 0, 1));
    }

    /** Whether modes have terms besides the nu-nu one that decide about growth. */
    static boolean hasMoreTerms(final MomentumModes modes) {
        return Arrays.stream(modes.omegas()).anyMatch(omega -> omega != 0)
            || Arrays.stream(modes.dampings()).anyMatch(rate -> rate != 0);
    }

    /**
     * Searches.
     *
     * @param fast what the fast limit says
     * @return the fastest wave with all terms
     */
    CellStability search(final CellStability fast) {
        if (m_strength == 0) {
            return CellStability.stable(fast.crossingDepth(), Certainty.COMPLETE);
        }
        m_certainty = fast.certainty() == Certainty.NO_CROSSING ? Certainty.COMPLETE : fast.certainty();
        wide();
        if (fast.growth() > 0) {
            final Region near = new Region(new WaveVector(fast.kx(), fast.ky(), fast.kz()),
                List.of(m_axis.times(NEAR * m_strength)), List.of(3));
            better(new GrowthMaximizer(near, Math.max(m_floor, SHARE * fast.growth()))
                .search(m_background, m_progress).wave());
        }
        homogeneous();
        if (fast.polarization() == WavePolarization.TRANSVERSE
            && fast.growth() > m_best.map(UnstableWave::growth).orElse(0.0)) {
            return fast;
        }
        return m_best.map(wave -> row(wave, fast.crossingDepth()))
            .orElseGet(() -> CellStability.stable(fast.crossingDepth(), m_certainty));
    }

    /** Whether a wave is faster than the fastest so far, which it then becomes. */
    private boolean better(final Optional<UnstableWave> wave) {
        final double growth = m_best.map(UnstableWave::growth).orElse(0.0);
        final boolean faster = wave.isPresent() && wave.get().growth() > growth;
        if (faster) {
            m_best = wave;
        }
        return faster && wave.get().growth() > (1 + NOTHING) * growth;
    }

    private void wide() {
        boolean edge = false;
        boolean gained = true;
        double spacing = Double.POSITIVE_INFINITY;
        final int grids = m_options.directions() == SurveyOptions.Directions.ALL ? MAX_GRIDS - 1 : MAX_GRIDS;
        for (int grid = 0; grid < grids && (gained || grid < 2); grid++) {
            final Region region = region(grid);
            spacing = Math.min(spacing, m_half / m_options.resolution() / Math.max(1, grid));
            final GrowthMaximum found =
                new GrowthMaximizer(region, m_floor).search(m_background, m_progress);
            final Optional<UnstableWave> before = m_best;
            gained = better(found.wave());
            edge = m_best == before ? edge : found.atEdge();
        }
        if (edge) {
            m_certainty = Certainty.AT_EDGE;
        } else if (gained || spacing > COARSE * m_strength) {
            m_certainty = Certainty.UNCERTAIN;
        }
    }

    /** The grid, the one between its points, and one of half their spacing. */
    private Region region(final int grid) {
        final int first = m_options.resolution() + 1;
        final List<WaveVector> axes = new ArrayList<>(List.of(m_axis));
        final List<Integer> points = new ArrayList<>(List.of(first));
        if (m_options.directions() == SurveyOptions.Directions.ALL) {
            for (final Direction across : List.of(LeptonMedium.frame(
                new Direction(m_axis.kx(), m_axis.ky(), m_axis.kz()))).subList(0, 2)) {
                axes.add(new WaveVector(across.x(), across.y(), across.z()));
                points.add(1 + 2 * Math.max(2, m_options.resolution() / ACROSS / 2));
            }
        }
        for (int a = 0; a < axes.size(); a++) {
            final int spaces = points.get(a) - 1;
            axes.set(a, axes.get(a).times(m_half * (grid == 1 ? 1 - 1.0 / spaces : 1)));
            points.set(a, grid == 0 ? spaces + 1 : grid == 1 ? spaces : 2 * spaces);
        }
        return new Region(m_lepton.physical(WaveVector.ZERO), axes, points);
    }

    private void homogeneous() {
        final double slow = SLOW * Math.max(m_background.largestVacuum(), m_background.largestDamping());
        if (slow > 0) {
            final UnstableWaveSearch search =
                new UnstableWaveSearch(Math.min(m_floor, Math.max(slow, LEAST * m_strength)), false);
            m_progress.report(0, "Waves at k = 0");
            better(search.solve(m_background, WaveVector.ZERO).fastest());
            better(search.solve(m_background, m_lepton.physical(WaveVector.ZERO)).fastest());
        }
    }

    private CellStability row(final UnstableWave wave, final double depth) {
        final WaveVector k = wave.k();
        final double mirror = k.dot(m_axis.kx(), m_axis.ky(), m_axis.kz()) > 0 ? -1 : 1;
        return new CellStability(CellStability.OK, false,
            CellStability.Kind.of(new WaveOriginFinder(m_background).of(wave)), wave.growth(),
            mirror * wave.omegaRe(), mirror * k.kx(), mirror * k.ky(), mirror * k.kz(),
            WavePolarization.MIXED, depth, m_certainty);
    }
}
