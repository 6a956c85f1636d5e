package org.flavorwaves.physics.linear.collective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.collective.GrowthMaximum.Peak;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Finds the fastest growing wave of a box of wave vectors in up to three dimensions. All waves above a floor are found
 * on a grid of the box; the fastest one at each grid point that no neighbour surpasses, and others whose slopes promise
 * more, are followed uphill with their exact slopes. A peak wider than the spacing of the grid has a grid point on it,
 * and cannot be missed.
 */
public final class GrowthMaximizer {
    /** Peaks of the grid that are climbed. */
    private static final int PEAKS = 12;

    /** Waves of the grid that are climbed in all. */
    private static final int CLIMBS = 32;

    private final double m_floor;

    private final Region m_region;

    private final AngularModel m_model;

    /**
     * A box of wave vectors with a grid.
     *
     * @param center centre of the box
     * @param axes one to three edge vectors from the centre to the middle of a face, mutually orthogonal
     * @param points number of grid points along each axis, each at least 2, ends included
     */
    public record Region(WaveVector center, List<WaveVector> axes, List<Integer> points) {
        /**
         * Checks the shape.
         *
         * @param center centre of the box
         * @param axes one to three edge vectors from the centre to the middle of a face, mutually orthogonal
         * @param points number of grid points along each axis, each at least 2, ends included
         * @throws IllegalArgumentException if the numbers of axes and points differ or one is out of range
         */
        public Region {
            axes = List.copyOf(axes);
            points = List.copyOf(points);
            if (axes.isEmpty() || axes.size() > 3 || axes.size() != points.size()) {
                throw new IllegalArgumentException("A region has one to three axes with a number of points for each,"
                    + " not " + axes.size() + " and " + points.size() + ".");
            }
            for (int a = 0; a < axes.size(); a++) {
                if (axes.get(a).norm() == 0 || points.get(a) < 2) {
                    throw new IllegalArgumentException("Axis " + a + " of the region has length "
                        + axes.get(a).norm() + " and " + points.get(a) + " points; it needs a length and 2 points.");
                }
            }
        }

        WaveVector at(final double[] x) {
            WaveVector k = center;
            for (int a = 0; a < x.length; a++) {
                k = k.plus(axes.get(a).times(x[a]));
            }
            return k;
        }

        /** Coordinates in [-1, 1] of grid point p. */
        double[] grid(final int p) {
            final double[] x = new double[axes.size()];
            int rest = p;
            for (int a = 0; a < x.length; a++) {
                x[a] = -1 + 2.0 * (rest % points.get(a)) / (points.get(a) - 1);
                rest /= points.get(a);
            }
            return x;
        }

        /**
         * The grid.
         *
         * @return all wave vectors, the first axis running fastest
         */
        public List<WaveVector> waveVectors() {
            final List<WaveVector> ks = new ArrayList<>();
            for (int p = 0; p < size(); p++) {
                ks.add(at(grid(p)));
            }
            return ks;
        }

        int size() {
            return points.stream().reduce(1, Math::multiplyExact);
        }
    }

    /**
     * A maximizer.
     *
     * @param region wave vectors to search
     * @param floor lowest growth rate of interest, positive, in the units of the potentials
     */
    public GrowthMaximizer(final Region region, final double floor) {
        this(region, floor, AngularModel.BEAMS);
    }

    /**
     * A maximizer with a choice of what stands between the directions, see {@link UnstableWaveSearch}.
     *
     * @param region wave vectors to search
     * @param floor lowest growth rate of interest, positive, in the units of the potentials
     * @param model beams as given or a continuous spectrum
     */
    public GrowthMaximizer(final Region region, final double floor, final AngularModel model) {
        m_region = region;
        m_floor = floor;
        m_model = model;
    }

    /**
     * Searches the region.
     *
     * @param background the background
     * @param progress told the share of finished wave vectors
     * @return the fastest wave
     */
    public GrowthMaximum search(final WaveBackground background, final Progress progress) {
        return climb(background, new UnstableWaveSearch(m_floor, false, m_model).solve(background,
            m_region.waveVectors(), progress.part(0, 0.8)), progress.part(0.8, 1));
    }

    /**
     * Searches the region from waves that are known on its grid.
     *
     * @param background the background
     * @param grid all waves above the floor at {@link Region#waveVectors}, in that order
     * @param progress told the share of finished climbs
     * @return the fastest wave
     * @throws IllegalArgumentException if the grid has another number of wave vectors
     */
    public GrowthMaximum climb(final WaveBackground background, final List<UnstableWaves> grid,
        final Progress progress) {
        if (grid.size() != m_region.size()) {
            throw new IllegalArgumentException("The region has " + m_region.size() + " wave vectors, but waves are"
                + " given at " + grid.size() + ".");
        }
        final List<Start> starts = starts(grid);
        final GrowthClimb[] tops = new GrowthClimb[Math.min(CLIMBS, starts.size())];
        ParallelLoop.forEach(tops.length, "Maxima of the growth", progress, m -> {
            final Start start = starts.get(m);
            tops[m] = new GrowthClimb(background, m_region, m_region.grid(start.point), start.wave, m_model);
            tops[m].run();
        });
        final List<GrowthClimb> peaks = GrowthClimb.distinct(List.of(tops));
        return new GrowthMaximum(peaks.stream().map(top -> new Peak(top.wave(), top.atEdge())).toList(),
            grid.size(), Arrays.stream(tops).mapToInt(GrowthClimb::steps).sum());
    }

    /** A wave of the grid with the growth that its slope promises half a spacing away. */
    private record Start(int point, UnstableWave wave, double promise) {
    }

    /**
     * Where to climb: the fastest wave of each grid point that no neighbour surpasses, then all waves that promise more
     * than the fastest of the grid, the most promising first.
     */
    private List<Start> starts(final List<UnstableWaves> grid) {
        final List<Start> starts = new ArrayList<>();
        double fastest = 0;
        for (final int p : peaks(grid)) {
            final UnstableWave wave = grid.get(p).fastest().orElseThrow();
            fastest = Math.max(fastest, wave.growth());
            starts.add(new Start(p, wave, promise(wave)));
        }
        final List<Start> others = new ArrayList<>();
        for (int p = 0; p < grid.size(); p++) {
            for (final UnstableWave wave : grid.get(p).waves()) {
                final Start start = new Start(p, wave, promise(wave));
                if (start.promise > fastest && starts.stream().noneMatch(s -> s.wave == wave)) {
                    others.add(start);
                }
            }
        }
        others.sort(Comparator.comparingDouble((Start s) -> -s.promise).thenComparingInt(Start::point));
        starts.addAll(others);
        return starts;
    }

    private double promise(final UnstableWave wave) {
        double promise = wave.growth();
        for (int a = 0; a < m_region.axes().size(); a++) {
            final WaveVector axis = m_region.axes().get(a);
            promise += Math.abs(wave.growthSlope().dot(axis.kx(), axis.ky(), axis.kz()))
                / (m_region.points().get(a) - 1);
        }
        return promise;
    }

    /** Grid points that no neighbour along an axis surpasses, fastest first. */
    private List<Integer> peaks(final List<UnstableWaves> grid) {
        final List<Integer> peaks = new ArrayList<>();
        for (int p = 0; p < grid.size(); p++) {
            boolean highest = growth(grid, p) > 0;
            int stride = 1;
            for (int a = 0; a < m_region.points().size(); a++) {
                final int place = p / stride % m_region.points().get(a);
                highest &= place == 0 || growth(grid, p) >= growth(grid, p - stride);
                highest &= place == m_region.points().get(a) - 1 || growth(grid, p) >= growth(grid, p + stride);
                stride *= m_region.points().get(a);
            }
            if (highest) {
                peaks.add(p);
            }
        }
        peaks.sort(Comparator.comparingDouble((Integer p) -> -growth(grid, p)).thenComparingInt(p -> p));
        return peaks.subList(0, Math.min(PEAKS, peaks.size()));
    }

    private static double growth(final List<UnstableWaves> grid, final int p) {
        return grid.get(p).fastest().map(UnstableWave::growth).orElse(0.0);
    }
}
