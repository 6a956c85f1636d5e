package org.flavorwaves.physics.linear.collective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.linear.collective.WaveFollower.Point;
import org.flavorwaves.physics.numerics.SymmetricEigen;
import org.flavorwaves.physics.state.AngularModel;

/**
 * Follows one wave uphill in growth rate: Newton's method with the exact slope and its differences as curvature, in the
 * coordinates of the region, within a trust radius and projected onto the region. Directions of upward curvature are
 * climbed as if they curved down, so that the climb does not end at a saddle.
 */
final class GrowthClimb {
    private static final int MAX_STEPS = 100;

    /** Relative difference below which two growth rates are equal. */
    private static final double TIE = 1e-9;

    /** Climbs that end closer, in units of the half-width of the region, reached the same maximum. */
    private static final double SAME = 1e-4;

    /** Step of the differences that give the curvature, in units of the half-width of the region. */
    private static final double DIFFERENCE = 1e-4;

    /** The climb ends when a step would gain less than this part of the growth. */
    private static final double GAIN = 1e-14;

    /** The climb ends when the trust radius, in units of the half-width, is smaller. */
    private static final double SMALLEST = 1e-10;

    private final Region m_region;

    private final WaveFollower m_follower;

    private double[] m_x;

    private UnstableWave m_wave;

    private double m_radius;

    private int m_steps;

    GrowthClimb(final WaveBackground background, final Region region, final double[] start, final UnstableWave wave,
        final AngularModel model) {
        m_region = region;
        m_follower = new WaveFollower(background, wave.sector(), model);
        m_x = start;
        m_wave = wave;
        m_radius = 2;
        for (final int points : region.points()) {
            m_radius = Math.min(m_radius, 1.0 / (points - 1));
        }
    }

    UnstableWave wave() {
        return m_wave;
    }

    double growth() {
        return m_wave.growth();
    }

    int steps() {
        return m_steps;
    }

    boolean atEdge() {
        for (final double x : m_x) {
            if (Math.abs(x) >= 1 - 10 * SMALLEST) {
                return true;
            }
        }
        return false;
    }

    /** Climbs by falling growth, then by rising coordinates, without those that reached the maximum of another. */
    static List<GrowthClimb> distinct(final List<GrowthClimb> climbs) {
        final List<GrowthClimb> left = new ArrayList<>(climbs);
        final List<GrowthClimb> distinct = new ArrayList<>();
        while (!left.isEmpty()) {
            final double top = left.stream().mapToDouble(GrowthClimb::growth).max().orElseThrow();
            final GrowthClimb next = left.stream().filter(climb -> climb.growth() >= top * (1 - TIE))
                .min((a, b) -> Arrays.compare(a.m_x, b.m_x)).orElseThrow();
            left.remove(next);
            if (distinct.stream().noneMatch(next::isAt)) {
                distinct.add(next);
            }
        }
        return distinct;
    }

    private boolean isAt(final GrowthClimb other) {
        return m_wave.sector() == other.m_wave.sector()
            && Math.abs(growth() - other.growth()) <= TIE * other.growth()
            && length(IntStream.range(0, m_x.length).mapToDouble(a -> m_x[a] - other.m_x[a]).toArray()) <= SAME;
    }

    void run() {
        Optional<Point> here = m_follower.at(m_wave.k(), new Complex(m_wave.omegaRe(), m_wave.growth()));
        while (here.isPresent() && m_steps < MAX_STEPS && m_radius > SMALLEST) {
            final Point point = here.get();
            final double[] slope = slope(point);
            final double[] direction = direction(point, slope);
            if (dot(direction, slope) <= GAIN * m_wave.growth()) {
                break;
            }
            final double[] x = moved(direction, 1);
            final Optional<Point> next = follow(point, x);
            if (next.isPresent() && next.get().omega().getImaginary() > point.omega().getImaginary()) {
                m_x = x;
                here = next;
                m_radius *= 2;
            } else {
                m_radius = Math.min(m_radius, length(direction)) / 4;
            }
        }
        here.ifPresent(point -> m_wave = m_follower.wave(point));
    }

    private Optional<Point> follow(final Point from, final double[] x) {
        m_steps++;
        Complex estimate = from.omega();
        for (int a = 0; a < x.length; a++) {
            estimate = estimate.add(
                WaveFollower.slope(from, m_region.axes().get(a)).multiply(x[a] - m_x[a]));
        }
        return m_follower.at(m_region.at(x), estimate.getImaginary() > 0 ? estimate : from.omega());
    }

    private double[] slope(final Point point) {
        final double[] slope = new double[m_x.length];
        for (int a = 0; a < slope.length; a++) {
            slope[a] = WaveFollower.slope(point, m_region.axes().get(a)).getImaginary();
        }
        return slope;
    }

    private double[] moved(final double[] direction, final double fraction) {
        final double[] x = m_x.clone();
        for (int a = 0; a < x.length; a++) {
            x[a] = Math.max(-1, Math.min(1, x[a] + fraction * direction[a]));
        }
        return x;
    }

    /** The Newton step among the coordinates that may move, no longer than the trust radius. */
    private double[] direction(final Point point, final double[] slope) {
        final int n = slope.length;
        final int[] free = IntStream.range(0, n)
            .filter(a -> slope[a] != 0 && (Math.abs(m_x[a]) < 1 || slope[a] * m_x[a] < 0)).toArray();
        final double[] step = new double[n];
        if (free.length == 0) {
            return step;
        }
        final double[][] curvature = new double[free.length][free.length];
        for (int c = 0; c < free.length; c++) {
            final double[] x = m_x.clone();
            x[free[c]] += x[free[c]] > 0 ? -DIFFERENCE : DIFFERENCE;
            final Optional<Point> near = follow(point, x);
            if (near.isEmpty()) {
                return uphill(slope, free);
            }
            final double[] other = slope(near.get());
            for (int r = 0; r < free.length; r++) {
                final double change = 0.5 * (other[free[r]] - slope[free[r]]) / (x[free[c]] - m_x[free[c]]);
                curvature[r][c] += change;
                curvature[c][r] += change;
            }
        }
        final SymmetricEigen eigen = new SymmetricEigen(curvature);
        for (int e = 0; e < free.length; e++) {
            double component = 0;
            for (int r = 0; r < free.length; r++) {
                component += eigen.vector(e, r) * slope[free[r]];
            }
            final double size = Math.min(m_radius,
                Math.abs(component) / Math.max(Math.abs(eigen.value(e)), Double.MIN_NORMAL));
            for (int r = 0; r < free.length; r++) {
                step[free[r]] += Math.copySign(size, component) * eigen.vector(e, r);
            }
        }
        return step;
    }

    private double[] uphill(final double[] slope, final int[] free) {
        final double[] step = new double[slope.length];
        final double length = length(Arrays.stream(free).mapToDouble(a -> slope[a]).toArray());
        for (final int a : free) {
            step[a] = m_radius * slope[a] / length;
        }
        return step;
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    private static double length(final double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
