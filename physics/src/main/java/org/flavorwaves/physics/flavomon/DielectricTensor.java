package org.flavorwaves.physics.flavomon;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.spectra.DispersionIntegrals;

/**
 * The flavor dielectric tensor eps^{mn} = g^{mn} - chi^{mn} at one complex omega and real k along the third axis, with
 * its derivatives (FR 5). Indices t, x, y, z = 0..3; symmetric. Dimensionless; the derivatives are inverse potentials.
 */
public final class DielectricTensor {
    /** Dimension of space-time. */
    static final int SIZE = 4;

    private final Complex[][] m_value = new Complex[SIZE][SIZE];

    private final Complex[][] m_inFrequency = new Complex[SIZE][SIZE];

    private final Complex[][] m_inWaveNumber = new Complex[SIZE][SIZE];

    /** The vacuum: eps = g. */
    DielectricTensor() {
        for (int m = 0; m < SIZE; m++) {
            for (int n = 0; n < SIZE; n++) {
                m_value[m][n] = m == n ? new Complex(m == 0 ? 1 : -1) : Complex.ZERO;
                m_inFrequency[m][n] = Complex.ZERO;
                m_inWaveNumber[m][n] = Complex.ZERO;
            }
        }
    }

    /**
     * Subtracts factor times integral A v^power/(omega - k v) dv from eps^{mn}.
     *
     * @param m first index
     * @param n second index
     * @param f integrals of the spectrum A
     * @param power 0 to 2
     * @param factor a real factor
     */
    void subtract(final int m, final int n, final DispersionIntegrals f, final int power, final double factor) {
        add(m_value, m, n, f.integral(power).multiply(-factor));
        add(m_inFrequency, m, n, f.squared(power).multiply(factor));
        add(m_inWaveNumber, m, n, f.squared(power + 1).multiply(-factor));
    }

    /**
     * Subtracts sums over beams.
     *
     * @param m first index
     * @param n second index
     * @param first sum of a/(omega - k c)
     * @param second sum of a/(omega - k c)^2
     * @param third sum of a c/(omega - k c)^2
     */
    void subtract(final int m, final int n, final Complex first, final Complex second, final Complex third) {
        add(m_value, m, n, first.negate());
        add(m_inFrequency, m, n, second);
        add(m_inWaveNumber, m, n, third.negate());
    }

    /** The principal-value tensor of a real frequency: what resonance with neutrinos adds is imaginary. */
    DielectricTensor principalValue() {
        final DielectricTensor real = new DielectricTensor();
        for (int m = 0; m < SIZE; m++) {
            for (int n = 0; n < SIZE; n++) {
                real.m_value[m][n] = new Complex(m_value[m][n].getReal());
                real.m_inFrequency[m][n] = new Complex(m_inFrequency[m][n].getReal());
                real.m_inWaveNumber[m][n] = new Complex(m_inWaveNumber[m][n].getReal());
            }
        }
        return real;
    }

    private static void add(final Complex[][] tensor, final int m, final int n, final Complex term) {
        tensor[m][n] = tensor[m][n].add(term);
        tensor[n][m] = tensor[m][n];
    }

    /**
     * A component.
     *
     * @param m first index, 0..3 for t, x, y, z
     * @param n second index
     * @return eps^{mn}
     */
    public Complex get(final int m, final int n) {
        return m_value[m][n];
    }

    /**
     * The derivative of a component with respect to omega.
     *
     * @param m first index, 0..3 for t, x, y, z
     * @param n second index
     * @return d eps^{mn}/d omega
     */
    public Complex inFrequency(final int m, final int n) {
        return m_inFrequency[m][n];
    }

    /**
     * The derivative of a component with respect to k.
     *
     * @param m first index, 0..3 for t, x, y, z
     * @param n second index
     * @return d eps^{mn}/dk
     */
    public Complex inWaveNumber(final int m, final int n) {
        return m_inWaveNumber[m][n];
    }

    /** e*_m eps^{mn} e_n for lower components e. */
    Complex expectation(final Complex[] e) {
        return form(m_value, e);
    }

    /** e*_m (d eps^{mn}/d omega) e_n, the inverse wave-function renormalisation at a mode (FR 10), (FR 11). */
    Complex inverseNorm(final Complex[] e) {
        return form(m_inFrequency, e);
    }

    private static Complex form(final Complex[][] tensor, final Complex[] e) {
        Complex sum = Complex.ZERO;
        for (int m = 0; m < SIZE; m++) {
            for (int n = 0; n < SIZE; n++) {
                sum = sum.add(e[m].conjugate().multiply(tensor[m][n]).multiply(e[n]));
            }
        }
        return sum;
    }

    /** The cofactors of eps. */
    Complex[][] cofactors() {
        final Complex[][] c = new Complex[SIZE][SIZE];
        for (int m = 0; m < SIZE; m++) {
            for (int n = 0; n < SIZE; n++) {
                final Complex minor = minor(m, n);
                c[m][n] = (m + n) % 2 == 0 ? minor : minor.negate();
            }
        }
        return c;
    }

    private Complex minor(final int row, final int column) {
        final Complex[][] a = new Complex[SIZE - 1][];
        for (int m = 0, i = 0; m < SIZE; m++) {
            if (m != row) {
                a[i] = new Complex[SIZE - 1];
                for (int n = 0, j = 0; n < SIZE; n++) {
                    if (n != column) {
                        a[i][j++] = m_value[m][n];
                    }
                }
                i++;
            }
        }
        return a[0][0].multiply(cross(a, 1, 2)).subtract(a[0][1].multiply(cross(a, 0, 2)))
            .add(a[0][2].multiply(cross(a, 0, 1)));
    }

    private static Complex cross(final Complex[][] a, final int p, final int q) {
        return a[1][p].multiply(a[2][q]).subtract(a[1][q].multiply(a[2][p]));
    }
}
