package org.flavorwaves.physics.linear.survey.tensors;

/**
 * Zeros of monic complex polynomials of degree 1 to 4, all at once (O. Aberth, Math. Comp. 27 (1973) 339), from
 * estimates such as the zeros of a polynomial near by. Without allocation; for one thread.
 */
final class SmallPolynomial {
    private static final int MAX_SWEEPS = 60;

    /** Sweeps end when the relative change of all zeros is smaller; the next one would be its cube. */
    private static final double ACCURACY = 1e-6;

    private final double[] m_value = new double[4];

    /**
     * Improves all zeros of z^n + c_{n-1} z^{n-1} + ... + c_0.
     *
     * @param n degree
     * @param c coefficients c_0 .. c_{n-1}, real and imaginary parts in turn
     * @param z n estimates, all different; replaced by the zeros
     */
    void zeros(final int n, final double[] c, final double[] z) {
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            double change = 0;
            double size = 0;
            for (int i = 0; i < n; i++) {
                change = Math.max(change, improve(n, c, z, i));
                size = Math.max(size, Math.abs(z[2 * i]) + Math.abs(z[2 * i + 1]));
            }
            if (change <= ACCURACY * size) {
                return;
            }
        }
    }

    /** One step z_i -= p/(p' - p sum 1/(z_i - z_j)); returns its length. */
    private double improve(final int n, final double[] c, final double[] z, final int i) {
        final double x = z[2 * i];
        final double y = z[2 * i + 1];
        evaluate(n, c, x, y);
        final double pRe = m_value[0];
        final double pIm = m_value[1];
        double dRe = m_value[2];
        double dIm = m_value[3];
        for (int j = 0; j < n; j++) {
            if (j != i) {
                final double u = x - z[2 * j];
                final double v = y - z[2 * j + 1];
                final double norm = u * u + v * v;
                if (norm > 0) {
                    dRe -= (pRe * u + pIm * v) / norm;
                    dIm -= (pIm * u - pRe * v) / norm;
                }
            }
        }
        final double norm = dRe * dRe + dIm * dIm;
        if (norm == 0) {
            return 0;
        }
        final double stepRe = (pRe * dRe + pIm * dIm) / norm;
        final double stepIm = (pIm * dRe - pRe * dIm) / norm;
        z[2 * i] = x - stepRe;
        z[2 * i + 1] = y - stepIm;
        return Math.abs(stepRe) + Math.abs(stepIm);
    }

    /** Horner's rule for p and p'. */
    private void evaluate(final int n, final double[] c, final double x, final double y) {
        double pRe = 1;
        double pIm = 0;
        double dRe = 0;
        double dIm = 0;
        for (int k = n - 1; k >= 0; k--) {
            final double slopeRe = dRe * x - dIm * y + pRe;
            dIm = dRe * y + dIm * x + pIm;
            dRe = slopeRe;
            final double valueRe = pRe * x - pIm * y + c[2 * k];
            pIm = pRe * y + pIm * x + c[2 * k + 1];
            pRe = valueRe;
        }
        m_value[0] = pRe;
        m_value[1] = pIm;
        m_value[2] = dRe;
        m_value[3] = dIm;
    }
}
