package org.flavorwaves.physics.distribution.crossing;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.numerics.LegendreSeries;

/**
 * The regions of [-1, 1] in which a Legendre series has one sign.
 *
 * <p>Zeros are bracketed on a mesh of {@value #MESH} intervals between neighbouring nodes; where the slopes at the ends
 * of an interval allow two zeros inside, the extremum between them decides. Regions without a significant node and with
 * |G| below the error of the series are dropped, and their neighbours joined.
 */
final class SignRegions {
    private static final int MESH = 8;

    private static final double ACCURACY = 1e-15;

    private static final int MAX_EVALUATIONS = 200;

    private final LegendreSeries m_series;

    private final BrentSolver m_solver = new BrentSolver(ACCURACY, ACCURACY);

    private final List<Double> m_cuts = new ArrayList<>();

    private final List<Region> m_regions = new ArrayList<>();

    private final double m_error;

    private double m_peak;

    private boolean m_significant;

    /**
     * A region between two cuts.
     *
     * @param sign of G
     * @param peak largest |G| found in it
     */
    record Region(int sign, double peak) {
    }

    /**
     * Finds the regions.
     *
     * @param series G(v)
     * @param rule its nodes
     * @param numbers lepton numbers of the nodes, 0 where insignificant
     */
    SignRegions(final LegendreSeries series, final GaussLegendre rule, final double[] numbers) {
        m_series = series;
        m_error = error(series.coefficients());
        final List<Double> zeros = new ArrayList<>();
        final List<Region> kept = new ArrayList<>();
        final List<Integer> places = new ArrayList<>();
        int sign = sign(series.value(-1));
        int count = 0;
        double left = -1;
        see(series.value(-1));
        for (int i = 0; i <= rule.size(); i++) {
            final double end = i < rule.size() ? rule.node(i) : 1;
            final double start = left;
            for (int m = 1; m <= MESH; m++) {
                final double right = m == MESH ? end : start + (end - start) * m / MESH;
                double from = left;
                for (final double zero : between(left, right)) {
                    see(series.value(0.5 * (from + zero)));
                    from = zero;
                    close(sign, count++, kept, places);
                    zeros.add(zero);
                    sign = -sign;
                }
                see(series.value(right));
                left = right;
            }
            m_significant |= i < rule.size() && numbers[i] * sign > 0;
        }
        close(sign, count, kept, places);
        join(zeros, kept, places);
    }

    /** A bound for what the series does not resolve: the upper half of it, and rounding. */
    private static double error(final double[] a) {
        double last = 0;
        double all = 0;
        for (int l = 0; l < a.length; l++) {
            all += Math.abs(a[l]);
            last += 2 * l >= a.length ? Math.abs(a[l]) : 0;
        }
        return last + 1e-13 * all;
    }

    private static int sign(final double value) {
        return value >= 0 ? 1 : -1;
    }

    private void see(final double value) {
        m_peak = Math.max(m_peak, Math.abs(value));
    }

    private void close(final int sign, final int place, final List<Region> kept, final List<Integer> places) {
        if (m_significant || m_peak > m_error) {
            kept.add(new Region(sign, m_peak));
            places.add(place);
        }
        m_peak = 0;
        m_significant = false;
    }

    /** Between kept regions of opposite sign an odd number of zeros is left; the middle one stands for them. */
    private void join(final List<Double> zeros, final List<Region> kept, final List<Integer> places) {
        for (int r = 0; r < kept.size(); r++) {
            final int last = m_regions.size() - 1;
            if (last >= 0 && m_regions.get(last).sign == kept.get(r).sign) {
                m_regions.set(last,
                    new Region(kept.get(r).sign, Math.max(m_regions.get(last).peak, kept.get(r).peak)));
            } else {
                if (last >= 0) {
                    m_cuts.add(zeros.get((places.get(r - 1) + places.get(r) - 1) / 2));
                }
                m_regions.add(kept.get(r));
            }
        }
    }

    /** The zeros in an interval of the mesh: none, one or two. */
    private double[] between(final double left, final double right) {
        final int before = sign(m_series.value(left));
        if (before != sign(m_series.value(right))) {
            return new double[]{solve(m_series::value, left, right)};
        }
        if (before * m_series.slope(left) < 0 && before * m_series.slope(right) > 0) {
            final double turn = solve(m_series::slope, left, right);
            if (before * m_series.value(turn) < 0) {
                return new double[]{solve(m_series::value, left, turn), solve(m_series::value, turn, right)};
            }
        }
        return new double[0];
    }

    private double solve(final UnivariateFunction f, final double left, final double right) {
        return m_solver.solve(MAX_EVALUATIONS, f, left, right);
    }

    /** The zeros between the regions, rising. */
    List<Double> cuts() {
        return m_cuts;
    }

    /** The regions from -1 to 1, signs alternating; empty if G vanishes. */
    List<Region> list() {
        return m_regions;
    }
}
