package org.flavorwaves.physics.linear.survey.tensors;

import org.flavorwaves.physics.numerics.GaussLegendre;

/**
 * Integrals of a smooth density over a pole by the nodes of a Gauss-Legendre rule: with the polynomial through the
 * values p_j at the n nodes, exactly,
 *
 * <pre>int p(x)/(u - x) dx = sum_j lambda_j p_j (1 + 2 Q_n(u) r_j)/(u - x_j),   r_j = 1/(lambda_j P_n'(x_j)),</pre>
 *
 * <p>anywhere off the interval [-1, 1] (FW pole-rule): the plain rule, and 2 Q_n(u)/P_n(u) times the polynomial at u.
 * Q_n, the Legendre function of the second kind, is negligible some way off the interval, where the recurrence for it
 * would lose it. Mutable, for one thread, without allocation.
 */
final class LegendreCut {
    /** |Q_n/P_n| at which corrections are rounding. */
    private static final double NEGLIGIBLE = 1e-15;

    private final int m_n;

    /** Sum of the distances from both ends beyond which there is no correction. */
    private final double m_reach;

    private final double[] m_q = new double[4];

    /**
     * A rule.
     *
     * @param n number of nodes, at least 2
     */
    LegendreCut(final int n) {
        m_n = n;
        final double radius = Math.pow(NEGLIGIBLE, -0.5 / n);
        m_reach = radius + 1 / radius;
    }

    /** The ratios r_j of a rule. */
    static double[] ratios(final GaussLegendre rule) {
        final int n = rule.size();
        final double[] ratios = new double[n];
        for (int j = 0; j < n; j++) {
            final double across = 1 - rule.node(j) * rule.node(j);
            ratios[j] = ((n - 1 - j) % 2 == 0 ? 1 : -1) * Math.sqrt(across / (2 * rule.weight(j)));
        }
        return ratios;
    }

    /**
     * 2 Q_n and 2 Q_n' at u = omega/k.
     *
     * @param re Re omega
     * @param im Im omega, not 0
     * @param k wave number, may be 0
     * @return both, real and imaginary parts in turn, 0 where they do not matter; valid until the next call
     */
    double[] at(final double re, final double im, final double k) {
        final double x = re / k;
        final double y = im / k;
        final double right = (x + 1) * (x + 1) + y * y;
        final double left = (x - 1) * (x - 1) + y * y;
        if (!(Math.sqrt(right) + Math.sqrt(left) < m_reach)) {
            m_q[0] = 0;
            m_q[1] = 0;
            m_q[2] = 0;
            m_q[3] = 0;
            return m_q;
        }
        double lastRe = 0.5 * Math.log(right / left);
        double lastIm = -Math.atan2(2 * y, x * x + y * y - 1);
        double qRe = x * lastRe - y * lastIm - 2;
        double qIm = x * lastIm + y * lastRe;
        for (int l = 1; l < m_n; l++) {
            final double a = (2 * l + 1.0) / (l + 1);
            final double b = l / (l + 1.0);
            final double nextRe = a * (x * qRe - y * qIm) - b * lastRe;
            final double nextIm = a * (x * qIm + y * qRe) - b * lastIm;
            lastRe = qRe;
            lastIm = qIm;
            qRe = nextRe;
            qIm = nextIm;
        }
        m_q[0] = qRe;
        m_q[1] = qIm;
        slope(x, y, x * qRe - y * qIm - lastRe, x * qIm + y * qRe - lastIm);
        return m_q;
    }

    /** n (u Q_n - Q_(n-1))/(u^2 - 1). */
    private void slope(final double x, final double y, final double re, final double im) {
        final double dRe = x * x - y * y - 1;
        final double dIm = 2 * x * y;
        final double norm = m_n / (dRe * dRe + dIm * dIm);
        m_q[2] = (re * dRe + im * dIm) * norm;
        m_q[3] = (im * dRe - re * dIm) * norm;
    }
}
