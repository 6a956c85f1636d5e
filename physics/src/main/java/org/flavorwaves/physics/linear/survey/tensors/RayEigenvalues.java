package org.flavorwaves.physics.linear.survey.tensors;

/**
 * The waves on a ray omega = rho z, k = rho b: the dielectric tensor g - chi vanishes on a vector where rho is an
 * eigenvalue of g chi(z, b), because chi is homogeneous of degree -1. A wave with this ratio of frequency to wave
 * number exists where an eigenvalue is real. For axial tensors two eigenvalues are longitudinal, two equal ones
 * transverse ((FR S58) and (FR S60) divided by k). Without allocation; for one thread.
 */
final class RayEigenvalues {
    private static final double[] METRIC = {1, -1, -1, -1};

    private final SmallPolynomial m_polynomial = new SmallPolynomial();

    private final double[] m_c = new double[8];

    private final double[] m_a = new double[32];

    private final double[] m_power = new double[32];

    private final double[] m_product = new double[32];

    /**
     * Finds the eigenvalues.
     *
     * @param chi the tensor, ten complex numbers
     * @param axial whether it is axial
     * @param rho replaced by 3 eigenvalues (axial: two longitudinal, one transverse); else 4 estimates, all different,
     *            replaced by 4 eigenvalues
     */
    void solve(final double[] chi, final boolean axial, final double[] rho) {
        if (axial) {
            axial(chi, rho);
        } else {
            general(chi, rho);
        }
    }

    /** The number of eigenvalues. */
    static int count(final boolean axial) {
        return axial ? 3 : 4;
    }

    /** rho^2 + rho (chi^zz - chi^tt) + chi^tz^2 - chi^tt chi^zz = 0 and rho = -chi^xx. */
    private void axial(final double[] chi, final double[] rho) {
        final double halfRe = 0.5 * (chi[0] - chi[18]);
        final double halfIm = 0.5 * (chi[1] - chi[19]);
        final double cRe = chi[6] * chi[6] - chi[7] * chi[7] - (chi[0] * chi[18] - chi[1] * chi[19]);
        final double cIm = 2 * chi[6] * chi[7] - (chi[0] * chi[19] + chi[1] * chi[18]);
        final double re = halfRe * halfRe - halfIm * halfIm - cRe;
        final double im = 2 * halfRe * halfIm - cIm;
        final double size = Math.sqrt(0.5 * (Math.abs(re) + Math.sqrt(re * re + im * im)));
        final double other = size == 0 ? 0 : 0.5 * im / size;
        final double rootRe = re >= 0 ? size : Math.abs(other);
        final double rootIm = re >= 0 ? other : Math.copySign(size, im);
        final double sign = halfRe * rootRe + halfIm * rootIm < 0 ? -1 : 1;
        rho[0] = halfRe + sign * rootRe;
        rho[1] = halfIm + sign * rootIm;
        final double norm = rho[0] * rho[0] + rho[1] * rho[1];
        rho[2] = norm == 0 ? 0 : (cRe * rho[0] + cIm * rho[1]) / norm;
        rho[3] = norm == 0 ? 0 : (cIm * rho[0] - cRe * rho[1]) / norm;
        rho[4] = -chi[8];
        rho[5] = -chi[9];
    }

    /** The characteristic polynomial by Faddeev and LeVerrier, then its zeros. */
    private void general(final double[] chi, final double[] rho) {
        for (int m = 0; m < 4; m++) {
            for (int n = 0; n < 4; n++) {
                final int place = BeamTensors.PLACE[m][n];
                m_a[2 * (4 * m + n)] = METRIC[m] * chi[2 * place];
                m_a[2 * (4 * m + n) + 1] = METRIC[m] * chi[2 * place + 1];
            }
        }
        System.arraycopy(m_a, 0, m_power, 0, m_a.length);
        for (int k = 1; k <= 4; k++) {
            double traceRe = 0;
            double traceIm = 0;
            for (int m = 0; m < 4; m++) {
                traceRe -= m_power[10 * m] / k;
                traceIm -= m_power[10 * m + 1] / k;
            }
            m_c[2 * (4 - k)] = traceRe;
            m_c[2 * (4 - k) + 1] = traceIm;
            if (k < 4) {
                for (int m = 0; m < 4; m++) {
                    m_power[10 * m] += traceRe;
                    m_power[10 * m + 1] += traceIm;
                }
                multiply();
            }
        }
        m_polynomial.zeros(4, m_c, rho);
    }

    /** power = a power. */
    private void multiply() {
        for (int m = 0; m < 4; m++) {
            for (int n = 0; n < 4; n++) {
                double re = 0;
                double im = 0;
                for (int l = 0; l < 4; l++) {
                    final int left = 2 * (4 * m + l);
                    final int right = 2 * (4 * l + n);
                    re += m_a[left] * m_power[right] - m_a[left + 1] * m_power[right + 1];
                    im += m_a[left] * m_power[right + 1] + m_a[left + 1] * m_power[right];
                }
                m_product[2 * (4 * m + n)] = re;
                m_product[2 * (4 * m + n) + 1] = im;
            }
        }
        System.arraycopy(m_product, 0, m_power, 0, m_power.length);
    }
}
