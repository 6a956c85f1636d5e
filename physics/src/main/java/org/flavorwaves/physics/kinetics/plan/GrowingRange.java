package org.flavorwaves.physics.kinetics.plan;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.collective.OuterGrowth;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Where along one axis waves grow, by the structured search on a grid of wave numbers, O(N) an evaluation. A wave
 * counts if it grows at more than {@value #SHARE} of the fastest one.
 *
 * @param low smallest wave number of the range, at least 0, in the units of the potentials
 * @param high largest wave number of the range; 0 if no wave grows
 * @param searched end of the grid
 * @param fastest wave number of the fastest wave
 * @param growth its growth rate in the units of the potentials; 0 if no wave grows
 * @param width sum of the widths of the intervals between low and high in which waves grow
 */
public record GrowingRange(double low, double high, double searched, double fastest, double growth, double width) {
    /** The least growth rate that counts, in units of the largest. */
    private static final double SHARE = 0.03;

    /** The lowest growth rate that is searched for, in units of the neutrino-neutrino term. */
    private static final double FLOOR = 1e-4;

    /** Growth rates below this share of the largest |H| are rounding. */
    private static final double ROUNDING = 1e-9;

    /** The same where all fields are along one axis and what they have in common only shifts frequencies. */
    private static final double ALIGNED_ROUNDING = 1e-12;

    /** Points of the grid, for aligned backgrounds and for others, whose search costs more. */
    private static final int ALIGNED_POINTS = 240;

    private static final int POINTS = 80;

    /**
     * Searches.
     *
     * @param background the background
     * @param axis unit vector along which the waves run
     * @param spacing distance of the wave numbers of a box, which are the grid unless they are more than one needs; 0
     *            without a box
     * @param progress told the share of what is done; may cancel
     * @return the range
     */
    public static GrowingRange of(final Background background, final WaveVector axis, final double spacing,
        final Progress progress) {
        final double mutual = background.strength();
        final boolean isAligned = background.structure() == BackgroundStructure.ALIGNED;
        final int most = isAligned ? ALIGNED_POINTS : POINTS;
        final double scale = OuterGrowth.end(background) > 0 ? OuterGrowth.end(background) : 1;
        final double step = Math.max(spacing, scale / most);
        final int points = (int) Math.ceil(scale / step);
        final double end = points * step;
        if (!(FLOOR * mutual > (isAligned ? ALIGNED_ROUNDING : ROUNDING) * background.largestField())) {
            return new GrowingRange(0, 0, end, 0, 0, 0);
        }
        final List<WaveVector> line = new ArrayList<>();
        for (int p = 1; p <= points; p++) {
            line.add(axis.times(p * step));
        }
        final List<UnstableWaves> found = search(mutual).solve(background, line, progress);
        double growth = 0;
        int fastest = 0;
        for (int p = 0; p < points; p++) {
            if (rate(found.get(p)) > growth) {
                growth = rate(found.get(p));
                fastest = p;
            }
        }
        int first = points;
        int last = -1;
        int growing = 0;
        for (int p = 0; p < points && growth > 0; p++) {
            if (rate(found.get(p)) > SHARE * growth) {
                first = Math.min(first, p);
                last = p;
                growing++;
            }
        }
        return last < 0 ? new GrowingRange(0, 0, end, 0, 0, 0) : new GrowingRange(first * step,
            (last + 2) * step, end, (fastest + 1) * step, growth, growing * step);
    }

    private static UnstableWaveSearch search(final double mutual) {
        return new UnstableWaveSearch(FLOOR * mutual, false);
    }

    private static double rate(final UnstableWaves waves) {
        return waves.fastest().map(wave -> wave.growth()).orElse(0.0);
    }

    /**
     * The growth rates of waves.
     *
     * @param background the background
     * @param waves wave vectors
     * @param progress told the share of what is done; may cancel
     * @return the fastest of each, those that count; others are left out
     */
    List<Double> rates(final Background background, final List<WaveVector> waves, final Progress progress) {
        return growth > 0 ? search(background.strength()).solve(background, waves, progress).stream()
            .map(GrowingRange::rate).filter(rate -> rate > SHARE * growth).toList() : List.of();
    }

    /**
     * Whether waves grow up to the end of the grid, so that there may be more beyond.
     *
     * @return whether the range ends where the search did
     */
    public boolean isOpen() {
        return high > searched;
    }
}
