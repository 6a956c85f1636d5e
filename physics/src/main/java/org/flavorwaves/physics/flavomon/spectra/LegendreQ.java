package org.flavorwaves.physics.flavomon.spectra;

import org.apache.commons.math3.complex.Complex;

/**
 * Legendre functions of the second kind Q_0 ... Q_L and their derivatives at a complex point u, on the branch that is
 * cut along [-1, 1]: Q_l(u) = 1/2 integral P_l(v)/(u - v) dv (Neumann).
 *
 * <p>Close to the cut the three-term recurrence is run upwards; away from it Q_l is the minimal solution and the ratios
 * Q_l/Q_{l-1} are run downwards (continued fraction), so that all orders keep full relative accuracy.
 */
final class LegendreQ {
    /** Error growth of the upward recurrence up to which it is used. */
    private static final double UPWARD_GROWTH = 30;

    /** |u| beyond which Q_0 is a logarithm of 1 + 1/u, which would cancel close to the ends of the cut. */
    private static final double DISTANT = 2;

    /** Natural logarithm of the truncation error of the continued fraction. */
    private static final double LOG_TRUNCATION = Math.log(1e-18);

    private final Complex m_u;

    private final Complex[] m_values;

    private final Complex[] m_derivatives;

    /**
     * Evaluates all orders.
     *
     * @param u the point, not +-1
     * @param side for real u in (-1, 1): +1 for the limit from above the cut, -1 from below; not used elsewhere
     * @param maxOrder L &gt;= 0
     */
    LegendreQ(final Complex u, final int side, final int maxOrder) {
        this(u, orderZero(u, side), Complex.ONE.subtract(u).multiply(Complex.ONE.add(u)).reciprocal(), maxOrder);
    }

    /**
     * Evaluates all orders on the real axis beyond the cut, however close to its end.
     *
     * @param side the sign of u
     * @param gap |u| - 1, positive
     * @param maxOrder L &gt;= 0
     * @return the functions at u = side (1 + gap)
     */
    static LegendreQ outside(final int side, final double gap, final int maxOrder) {
        return new LegendreQ(new Complex(side * (1 + gap)), new Complex(side * 0.5 * Math.log1p(2 / gap)),
            new Complex(-1 / (gap * (2 + gap))), maxOrder);
    }

    private LegendreQ(final Complex u, final Complex orderZero, final Complex slopeZero, final int maxOrder) {
        m_u = u;
        m_values = new Complex[maxOrder + 1];
        m_values[0] = orderZero;
        if (maxOrder > 0) {
            final double rho = ellipse(u);
            if (2 * maxOrder * Math.log(rho) < Math.log(UPWARD_GROWTH)) {
                upward();
            } else {
                downward(rho);
            }
        }
        m_derivatives = derivatives(slopeZero);
    }

    private static Complex orderZero(final Complex u, final int side) {
        if (u.getImaginary() == 0 && Math.abs(u.getReal()) < 1) {
            final double x = u.getReal();
            return new Complex(0.5 * (Math.log1p(x) - Math.log1p(-x)), -side * Math.PI / 2);
        }
        if (u.abs() > DISTANT) {
            final Complex x = u.reciprocal();
            return logOnePlus(x).subtract(logOnePlus(x.negate())).multiply(0.5);
        }
        return u.add(1).log().subtract(u.subtract(1).log()).multiply(0.5);
    }

    private static Complex logOnePlus(final Complex x) {
        final double a = x.getReal();
        final double b = x.getImaginary();
        return new Complex(0.5 * Math.log1p(2 * a + a * a + b * b), Math.atan2(b, 1 + a));
    }

    /** The sum of semi-axes of the ellipse with foci +-1 through u, &gt;= 1: |Q_l/P_l| falls as its power -(2l + 1). */
    static double ellipse(final Complex u) {
        final double axis = 0.5 * (u.subtract(1).abs() + u.add(1).abs());
        return axis + Math.sqrt(Math.max(0, axis * axis - 1));
    }

    private void upward() {
        m_values[1] = m_u.multiply(m_values[0]).subtract(1);
        for (int l = 1; l + 1 < m_values.length; l++) {
            m_values[l + 1] = m_u.multiply(m_values[l]).multiply(2 * l + 1).subtract(m_values[l - 1].multiply(l))
                .divide(l + 1);
        }
    }

    private void downward(final double rho) {
        final int start = m_values.length + 2 + (int) Math.ceil(LOG_TRUNCATION / (-2 * Math.log(rho)));
        Complex ratio = Complex.ZERO;
        final Complex[] ratios = new Complex[m_values.length];
        for (int l = start; l >= 1; l--) {
            ratio = new Complex(l).divide(m_u.multiply(2 * l + 1).subtract(ratio.multiply(l + 1)));
            if (l < ratios.length) {
                ratios[l] = ratio;
            }
        }
        for (int l = 1; l < m_values.length; l++) {
            m_values[l] = m_values[l - 1].multiply(ratios[l]);
        }
    }

    /** (1 - u^2) Q_l' = l (Q_{l-1} - u Q_l), with c = Q_0' = 1/(1 - u^2). */
    private Complex[] derivatives(final Complex c) {
        final Complex[] d = new Complex[m_values.length];
        d[0] = c;
        for (int l = 1; l < d.length; l++) {
            d[l] = m_values[l - 1].subtract(m_u.multiply(m_values[l])).multiply(l).multiply(c);
        }
        return d;
    }

    /**
     * The function of one order.
     *
     * @param l order
     * @return Q_l(u)
     */
    Complex value(final int l) {
        return m_values[l];
    }

    /**
     * The derivative of one order.
     *
     * @param l order
     * @return dQ_l/du
     */
    Complex derivative(final int l) {
        return m_derivatives[l];
    }
}
