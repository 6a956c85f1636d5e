package org.flavorwaves.physics.numerics.roots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.flavorwaves.physics.run.Progress;

/**
 * Isolates all roots of a scalar function on an interval by bisection with bounds on the derivative. An interval is
 * dropped where |f(middle)| exceeds what the derivative can make up for, decided by the signs at its ends where the
 * derivative has one sign, and halved otherwise; where f is zero to rounding all over it, it is a flat place, reported
 * as such. So no root is missed and none is counted twice.
 */
public final class ScalarRoots {
    /** Where to halve; not in the middle, so that symmetric problems do not have their root on a boundary. */
    private static final double CUT = 0.48;

    /** Roots are refined to this share of the interval. */
    private static final double RESOLUTION = 1e-17;

    /** A function with bounds on its derivative. */
    public interface Bounded {
        /** f at x. */
        double value(double x);

        /** The least and the largest df/dx within half of x. */
        double[] derivative(double x, double half);
    }

    /**
     * What was found.
     *
     * @param roots in rising order; a flat place is represented by its point nearest to 0
     * @param flat number of flat places
     * @param evaluations of the function
     * @param finished whether every interval was decided
     */
    public record Found(List<Double> roots, int flat, int evaluations, boolean finished) {
    }

    private record Interval(double low, double high, double atLow, double atHigh) {
    }

    private final Bounded m_function;

    private final double m_rounding;

    private final int m_maxEvaluations;

    private int m_evaluations;

    private double m_resolution;

    /**
     * A search.
     *
     * @param function the function
     * @param rounding |f| up to this is rounding
     * @param maxEvaluations most evaluations
     */
    public ScalarRoots(final Bounded function, final double rounding, final int maxEvaluations) {
        m_function = function;
        m_rounding = rounding;
        m_maxEvaluations = maxEvaluations;
    }

    /** Isolates all roots in [low, high]. */
    public Found search(final double low, final double high, final Progress progress) {
        m_resolution = RESOLUTION * (high - low);
        final List<Double> roots = new ArrayList<>();
        final List<Interval> flat = new ArrayList<>();
        final Deque<Interval> open = new ArrayDeque<>();
        open.push(new Interval(low, high, value(low), value(high)));
        while (!open.isEmpty() && m_evaluations < m_maxEvaluations) {
            final Interval next = open.pop();
            progress.report((next.low - low) / (high - low), "Isolating thermal states");
            examine(next, roots, flat, open);
        }
        final int places = merge(flat, roots);
        roots.sort(Comparator.naturalOrder());
        joinEqual(roots);
        return new Found(roots, places, m_evaluations, open.isEmpty());
    }

    /** Keeps one of neighbouring roots between which f is nowhere more than rounding. */
    private void joinEqual(final List<Double> roots) {
        for (int r = roots.size() - 1; r > 0; r--) {
            final double a = roots.get(r - 1);
            final double step = (roots.get(r) - a) / 4;
            if (Math.abs(value(a + step)) <= m_rounding && Math.abs(value(a + 2 * step)) <= m_rounding
                && Math.abs(value(a + 3 * step)) <= m_rounding) {
                roots.remove(r);
            }
        }
    }

    private double value(final double x) {
        m_evaluations++;
        return m_function.value(x);
    }

    private void examine(final Interval i, final List<Double> roots, final List<Interval> flat,
        final Deque<Interval> open) {
        final double cut = i.low + CUT * (i.high - i.low);
        final double reach = Math.max(cut - i.low, i.high - cut);
        final double f = value(cut);
        final double[] slope = m_function.derivative(cut, reach);
        final double spread = reach * Math.max(Math.abs(slope[0]), Math.abs(slope[1]));
        if (Math.abs(f) > spread + m_rounding) {
            return;
        }
        if (slope[0] > 0 || slope[1] < 0) {
            if (i.atLow > 0 != i.atHigh > 0) {
                roots.add(bisect(i));
            }
        } else if (Math.abs(f) + spread <= m_rounding || !(cut > i.low && cut < i.high)) {
            flat.add(i);
        } else {
            open.push(new Interval(cut, i.high, f, i.atHigh));
            open.push(new Interval(i.low, cut, i.atLow, f));
        }
    }

    private double bisect(final Interval i) {
        double low = i.low;
        double high = i.high;
        while (true) {
            final double middle = low + (high - low) / 2;
            if (!(middle > low && middle < high) || high - low < m_resolution) {
                return middle;
            }
            if (value(middle) > 0 == i.atLow > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static double nearestToZero(final double low, final double high) {
        return low > 0 ? low : Math.min(high, 0);
    }

    /** Joins neighbouring flat intervals into places and adds the point of each that is nearest to 0. */
    private static int merge(final List<Interval> flat, final List<Double> roots) {
        flat.sort(Comparator.comparingDouble(Interval::low));
        int places = 0;
        for (int i = 0; i < flat.size(); places++) {
            int last = i;
            while (last + 1 < flat.size() && flat.get(last + 1).low <= flat.get(last).high) {
                last++;
            }
            roots.add(nearestToZero(flat.get(i).low, flat.get(last).high));
            i = last + 1;
        }
        return places;
    }
}
