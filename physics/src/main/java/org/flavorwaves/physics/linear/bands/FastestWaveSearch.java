package org.flavorwaves.physics.linear.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.linear.blocks.BandProblem;
import org.flavorwaves.physics.linear.blocks.ThreeFlavorProblem;
import org.flavorwaves.physics.linear.blocks.TwoFlavorProblem;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;

/**
 * Finds the fastest growing wave along a direction: the largest Im Omega of all bands on a list of k, then Brent's
 * method around each of the highest local maxima, so that the answer is not limited by the spacing of the list. A peak
 * narrower than that spacing can be missed.
 */
public final class FastestWaveSearch {
    /** Local maxima of the list that are refined. */
    private static final int PEAKS = 6;

    private static final int MAX_EVALUATIONS = 100;

    /** Relative to the bracket; the growth rate at the maximum is then exact to its square. */
    private static final double RELATIVE_TOLERANCE = 1e-8;

    /** Relative difference below which two maxima are equally high. */
    private static final double TIE = 1e-9;

    private final BandSolver m_values = new BandSolver(BandDetail.VALUES);

    private final BandSolver m_last;

    /** A search that gives the measures of the bands at the maximum. */
    public FastestWaveSearch() {
        this(BandDetail.MEASURES);
    }

    /**
     * A search.
     *
     * @param detail what to keep of the bands at the maximum, at least {@link BandDetail#MEASURES}
     */
    public FastestWaveSearch(final BandDetail detail) {
        if (detail == BandDetail.VALUES) {
            throw new IllegalArgumentException("The fastest wave needs its condition: detail MEASURES or VECTORS.");
        }
        m_last = new BandSolver(detail);
    }

    /**
     * Searches along a direction.
     *
     * @param background the background
     * @param direction unit vector; the wave vectors are K = k direction
     * @param ks positions k in rising order, at least one, in the units of the potentials
     * @param progress told the share of finished wave vectors
     * @return the fastest wave
     * @throws IllegalArgumentException if there is no k or they do not rise
     * @throws BandsNotConvergedException if the QR iteration stops making progress
     */
    public FastestWave search(final Background background, final WaveVector direction, final double[] ks,
        final Progress progress) {
        requireRising(ks);
        final double[] growths = new double[ks.length];
        ParallelLoop.forEach(ks.length, "Growth along the line", progress.part(0, 0.7),
            p -> growths[p] = growth(m_values.solve(background, direction.times(ks[p]), progress.standing())));
        return refine(new TwoFlavorProblem(background), direction, ks, growths, ks.length, progress.part(0.7, 1));
    }

    /**
     * Searches from bands that are known along the list.
     *
     * @param background the background
     * @param direction unit vector; the wave vectors are K = k direction
     * @param ks positions k in rising order, at least one, in the units of the potentials
     * @param line the bands at these positions
     * @param progress told the share of finished maxima
     * @return the fastest wave
     * @throws IllegalArgumentException if there is no k, they do not rise, or the line has another number of points
     * @throws BandsNotConvergedException if the QR iteration stops making progress
     */
    public FastestWave search(final Background background, final WaveVector direction, final double[] ks,
        final BandLine line, final Progress progress) {
        return search(new TwoFlavorProblem(background), direction, ks, line, progress);
    }

    /**
     * Searches from bands of three flavors that are known along the list.
     *
     * @param background the background
     * @param direction unit vector; the wave vectors are K = k direction
     * @param ks positions k in rising order, at least one, in the units of the potentials
     * @param line the bands at these positions
     * @param progress told the share of finished maxima
     * @return the fastest wave
     * @throws IllegalArgumentException if there is no k, they do not rise, or the line has another number of points
     * @throws BandsNotConvergedException if the QR iteration stops making progress
     */
    public FastestWave search(final ThreeFlavorBackground background, final WaveVector direction, final double[] ks,
        final BandLine line, final Progress progress) {
        return search(new ThreeFlavorProblem(background), direction, ks, line, progress);
    }

    private FastestWave search(final BandProblem problem, final WaveVector direction, final double[] ks,
        final BandLine line, final Progress progress) {
        requireRising(ks);
        if (line.points() != ks.length) {
            throw new IllegalArgumentException("The line has " + line.points() + " points for " + ks.length
                + " wave numbers.");
        }
        final double[] growths = new double[ks.length];
        for (int p = 0; p < ks.length; p++) {
            growths[p] = growth(line.at(p));
        }
        return refine(problem, direction, ks, growths, 0, progress);
    }

    /** Refines the highest maxima of the list. */
    private FastestWave refine(final BandProblem problem, final WaveVector direction, final double[] ks,
        final double[] growths, final int done, final Progress progress) {
        final List<Integer> peaks = peaks(growths);
        final double[] best = new double[peaks.size()];
        final double[] height = new double[peaks.size()];
        final AtomicInteger solves = new AtomicInteger(done + 1);
        ParallelLoop.forEach(peaks.size(), "Maxima of the growth", progress, m -> {
            final int p = peaks.get(m);
            best[m] = ks[p];
            height[m] = growths[p];
            if (ks.length > 1) {
                final UnivariatePointValuePair top = climb(problem, direction, ks, p, solves, progress.standing());
                if (top.getValue() > height[m]) {
                    best[m] = top.getPoint();
                    height[m] = top.getValue();
                }
            }
        });
        final double k = best[highest(height, best)];
        final BandSet bands = m_last.solve(problem, direction.times(k), progress.part(1, 1));
        final double edge = RELATIVE_TOLERANCE * 10 * (ks[ks.length - 1] - ks[0]);
        return new FastestWave(k, bands, bands.fastest(), k - ks[0] <= edge || ks[ks.length - 1] - k <= edge,
            solves.get());
    }

    /** The highest maximum; of equally high ones, as mirrored waves at K and -K are, the one at the lowest k. */
    private static int highest(final double[] height, final double[] k) {
        final double top = Arrays.stream(height).max().orElseThrow();
        final double equal = top - TIE * Math.abs(top);
        int lowest = -1;
        for (int m = 0; m < k.length; m++) {
            if (height[m] >= equal && (lowest < 0 || k[m] < k[lowest])) {
                lowest = m;
            }
        }
        return lowest;
    }

    private static void requireRising(final double[] ks) {
        if (ks.length == 0) {
            throw new IllegalArgumentException("The search for the fastest wave needs at least one k.");
        }
        for (int p = 1; p < ks.length; p++) {
            if (!(ks[p] > ks[p - 1])) {
                throw new IllegalArgumentException("The k of a search must rise, but k[" + p + "] = " + ks[p]
                    + " follows " + ks[p - 1] + ".");
            }
        }
    }

    private static double growth(final BandSet bands) {
        return bands.omegaIm(bands.fastest());
    }

    /** Indices of the highest local maxima, falling. */
    private static List<Integer> peaks(final double[] growths) {
        final List<Integer> peaks = new ArrayList<>();
        for (int p = 0; p < growths.length; p++) {
            final boolean rises = p == 0 || growths[p] >= growths[p - 1];
            final boolean falls = p == growths.length - 1 || growths[p] > growths[p + 1];
            if (rises && falls) {
                peaks.add(p);
            }
        }
        peaks.sort(Comparator.comparingDouble((Integer p) -> -growths[p]).thenComparingInt(p -> p));
        return peaks.subList(0, Math.min(PEAKS, peaks.size()));
    }

    private UnivariatePointValuePair climb(final BandProblem problem, final WaveVector direction,
        final double[] ks, final int peak, final AtomicInteger solves, final Progress progress) {
        final double from = ks[Math.max(0, peak - 1)];
        final double to = ks[Math.min(ks.length - 1, peak + 1)];
        return new BrentOptimizer(RELATIVE_TOLERANCE, RELATIVE_TOLERANCE * (to - from)).optimize(
            new MaxEval(MAX_EVALUATIONS), GoalType.MAXIMIZE, new SearchInterval(from, to, ks[peak]),
            new UnivariateObjectiveFunction(k -> {
                solves.incrementAndGet();
                return growth(m_values.solve(problem, direction.times(k), progress));
            }));
    }
}
