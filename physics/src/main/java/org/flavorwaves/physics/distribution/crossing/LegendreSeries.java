package org.flavorwaves.physics.distribution.crossing;

import org.flavorwaves.physics.numerics.GaussLegendre;

/** The Legendre series of order n - 1 through n values at the Gauss-Legendre nodes, with real arguments. */
final class LegendreSeries {
    private final double[] m_coefficients;

    private final GaussLegendre m_rule;

    /**
     * Projects a_l = (2l + 1)/2 sum_i g_i P_l(v_i).
     *
     * @param rule the nodes
     * @param numbers g_i = (weight of node i) x (value there)
     */
    LegendreSeries(final GaussLegendre rule, final double[] numbers) {
        m_rule = rule;
        m_coefficients = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            double below = 0;
            double p = 1;
            for (int l = 0; l < m_coefficients.length; l++) {
                m_coefficients[l] += 0.5 * (2 * l + 1) * numbers[i] * p;
                final double above = ((2 * l + 1) * rule.node(i) * p - l * below) / (l + 1);
                below = p;
                p = above;
            }
        }
    }

    double value(final double v) {
        double below = 0;
        double p = 1;
        double sum = 0;
        for (int l = 0; l < m_coefficients.length; l++) {
            sum += m_coefficients[l] * p;
            final double above = ((2 * l + 1) * v * p - l * below) / (l + 1);
            below = p;
            p = above;
        }
        return sum;
    }

    /** dG/dv by P'_{l+1} = P'_{l-1} + (2l + 1) P_l. */
    double slope(final double v) {
        double below = 0;
        double p = 1;
        double slopeBelow = 0;
        double slope = 0;
        double sum = 0;
        for (int l = 0; l < m_coefficients.length; l++) {
            sum += m_coefficients[l] * slope;
            final double above = ((2 * l + 1) * v * p - l * below) / (l + 1);
            final double slopeAbove = slopeBelow + (2 * l + 1) * p;
            below = p;
            p = above;
            slopeBelow = slope;
            slope = slopeAbove;
        }
        return sum;
    }

    /** The integral over [a, b], exact. */
    double integral(final double a, final double b) {
        double sum = 0;
        for (int i = 0; i < m_rule.size(); i++) {
            sum += m_rule.weight(i) * value(0.5 * (a + b) + 0.5 * (b - a) * m_rule.node(i));
        }
        return 0.5 * (b - a) * sum;
    }

    /** A bound for what the series does not resolve: the upper half of it, and rounding. */
    double error() {
        double last = 0;
        double all = 0;
        for (int l = 0; l < m_coefficients.length; l++) {
            all += Math.abs(m_coefficients[l]);
            last += 2 * l >= m_coefficients.length ? Math.abs(m_coefficients[l]) : 0;
        }
        return last + 1e-13 * all;
    }
}
