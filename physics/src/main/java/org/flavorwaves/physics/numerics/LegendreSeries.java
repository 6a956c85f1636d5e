package org.flavorwaves.physics.numerics;

/** A Legendre series f(v) = sum_l a_l P_l(v) of a real argument. Immutable. */
public final class LegendreSeries {
    private final double[] m_a;

    /**
     * Takes the coefficients.
     *
     * @param coefficients a_0 ... a_L; copied
     */
    public LegendreSeries(final double... coefficients) {
        m_a = coefficients.clone();
    }

    /**
     * Projects a_l = (2l + 1)/2 sum_i g_i P_l(v_i). With g_i the values at Gauss-Legendre nodes times their weights
     * this is exact for polynomials of a degree below their number, and goes through all values with order n - 1.
     *
     * @param v places v_i in [-1, 1]
     * @param g values times quadrature weights
     * @param order highest order L
     * @return the series a_0 ... a_L
     */
    public static LegendreSeries project(final double[] v, final double[] g, final int order) {
        final double[] a = new double[order + 1];
        for (int i = 0; i < v.length; i++) {
            final double[] p = polynomials(v[i], order);
            for (int l = 0; l <= order; l++) {
                a[l] += (l + 0.5) * g[i] * p[l];
            }
        }
        return new LegendreSeries(a);
    }

    /**
     * The Legendre polynomials at one place.
     *
     * @param v in [-1, 1]
     * @param order highest order L
     * @return P_0(v) ... P_L(v)
     */
    public static double[] polynomials(final double v, final int order) {
        final double[] p = new double[order + 1];
        p[0] = 1;
        for (int l = 0; l < order; l++) {
            p[l + 1] = ((2 * l + 1) * v * p[l] - (l > 0 ? l * p[l - 1] : 0)) / (l + 1);
        }
        return p;
    }

    /**
     * The sum at one place.
     *
     * @param a coefficients a_0 ... a_L
     * @param v in [-1, 1]
     * @return f(v)
     */
    public static double value(final double[] a, final double v) {
        double below = 0;
        double p = 1;
        double sum = 0;
        for (int l = 0; l < a.length; l++) {
            sum += a[l] * p;
            final double above = ((2 * l + 1) * v * p - l * below) / (l + 1);
            below = p;
            p = above;
        }
        return sum;
    }

    /**
     * The function.
     *
     * @param v in [-1, 1]
     * @return f(v)
     */
    public double value(final double v) {
        return value(m_a, v);
    }

    /**
     * The derivative, by P'_(l+1) = P'_(l-1) + (2l + 1) P_l.
     *
     * @param v in [-1, 1]
     * @return df/dv
     */
    public double slope(final double v) {
        double below = 0;
        double p = 1;
        double slopeBelow = 0;
        double slope = 0;
        double sum = 0;
        for (int l = 0; l < m_a.length; l++) {
            sum += m_a[l] * slope;
            final double above = ((2 * l + 1) * v * p - l * below) / (l + 1);
            final double slopeAbove = slopeBelow + (2 * l + 1) * p;
            below = p;
            p = above;
            slopeBelow = slope;
            slope = slopeAbove;
        }
        return sum;
    }

    /**
     * The series of v f(v), from v P_l = ((l + 1) P_(l+1) + l P_(l-1))/(2l + 1).
     *
     * @return one order higher
     */
    public LegendreSeries timesV() {
        final double[] product = new double[m_a.length + 1];
        for (int l = 0; l < m_a.length; l++) {
            product[l + 1] += (l + 1) * m_a[l] / (2 * l + 1);
            if (l > 0) {
                product[l - 1] += l * m_a[l] / (2 * l + 1);
            }
        }
        return new LegendreSeries(product);
    }

    /**
     * An antiderivative, from the derivative of P_(l+1) - P_(l-1), which is (2l + 1) P_l.
     *
     * @return one order higher
     */
    public LegendreSeries antiderivative() {
        final double[] integral = new double[m_a.length + 1];
        for (int l = 0; l < m_a.length; l++) {
            integral[l + 1] += m_a[l] / (2 * l + 1);
            if (l > 0) {
                integral[l - 1] -= m_a[l] / (2 * l + 1);
            }
        }
        return new LegendreSeries(integral);
    }

    /**
     * The coefficients.
     *
     * @return a_0 ... a_L
     */
    public double[] coefficients() {
        return m_a.clone();
    }
}
