package org.flavorwaves.physics.qke.wigner;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * The Wigner function of the waves k &gt; 0 of a periodic box of one dimension, from their density matrix
 * R_nm = Psi_m Psi_n^dagger (JK 52): with wave vectors k_n = 2 pi n/L and kappa on the half-integer lattice,
 *
 * <pre>
 * R_kappa(z) = sum over m + n = 2 kappa of Psi_m Psi_n^dagger exp(i (k_m - k_n) z)      (JK 53)
 * </pre>
 *
 * the discrete form of a density matrix of particles at place and momentum (JK 54). It is Hermitian and not positive.
 * Its sum over kappa is the matrix of the field at z, its mean over z is Psi Psi^dagger of the wave at integer kappa
 * and 0 between (FW wigner-marginals). Waves of k and -k would interfere at kappa = 0, and carry the same, since P is
 * real: only k &gt; 0 is kept.
 * All numbers are squares of polarization vectors. Immutable.
 */
public final class WignerFunction {
    private final double m_length;

    private final int m_components;

    /** Re Psi_n of the waves n = 1, 2, ... in [n - 1][component]. */
    private final double[][] m_re;

    private final double[][] m_im;

    /** Psi_m^dagger Psi_n in [m - 1][n - 1]. */
    private final double[][] m_gramRe;

    private final double[][] m_gramIm;

    /**
     * Makes the Wigner function of waves.
     *
     * @param length L of the box
     * @param re real parts of the waves n = 1, 2, ... in re[n - 1]
     * @param im imaginary parts
     * @throws IllegalArgumentException if there is no wave or the waves differ in the number of components
     */
    public WignerFunction(final double length, final double[][] re, final double[][] im) {
        if (re.length == 0 || im.length != re.length) {
            throw new IllegalArgumentException("A Wigner function needs at least one wave with k > 0.");
        }
        m_length = length;
        m_components = re[0].length;
        m_re = new double[re.length][];
        m_im = new double[re.length][];
        for (int n = 0; n < re.length; n++) {
            if (re[n].length != m_components || im[n].length != m_components) {
                throw new IllegalArgumentException("Wave " + (n + 1) + " has another number of components.");
            }
            m_re[n] = re[n].clone();
            m_im[n] = im[n].clone();
        }
        m_gramRe = new double[re.length][re.length];
        m_gramIm = new double[re.length][re.length];
        for (int m = 0; m < re.length; m++) {
            for (int n = 0; n < re.length; n++) {
                for (int c = 0; c < m_components; c++) {
                    m_gramRe[m][n] += m_re[m][c] * m_re[n][c] + m_im[m][c] * m_im[n][c];
                    m_gramIm[m][n] += m_re[m][c] * m_im[n][c] - m_im[m][c] * m_re[n][c];
                }
            }
        }
    }

    /**
     * The Wigner function of a field that varies along z: components are 3 i + a of mode i and flavor axis a.
     *
     * @param field the field
     * @param largest largest n of the waves that are used; fewer if the box keeps fewer
     * @return their Wigner function
     * @throws IllegalArgumentException if the field varies along x or y, or has no harmonic along z
     */
    public static WignerFunction of(final BoxField field, final int largest) {
        final BoxGrid grid = field.grid();
        if (grid.points(0) > 1 || grid.points(1) > 1 || grid.cutoff(2) < 1) {
            throw new IllegalArgumentException("The field has " + grid.points(0) + " x " + grid.points(1) + " x "
                + grid.points(2) + " points; the density matrix is that of waves along z and needs one point along x "
                + "and y and at least four along z.");
        }
        final int waves = Math.min(largest, grid.cutoff(2));
        final double[][] re = new double[waves][];
        final double[][] im = new double[waves][];
        for (int n = 1; n <= waves; n++) {
            re[n - 1] = field.wave(grid.index(0, 0, n)).toArrayRe();
            im[n - 1] = field.wave(grid.index(0, 0, n)).toArrayIm();
        }
        return new WignerFunction(grid.length(2), re, im);
    }

    /**
     * The number of waves.
     *
     * @return M: 2 kappa runs from 2 to 2 M
     */
    public int waves() {
        return m_re.length;
    }

    /**
     * The wave number of a point of the lattice.
     *
     * @param twice 2 kappa
     * @return 2 pi kappa/L
     */
    public double waveNumber(final int twice) {
        return Math.PI * twice / m_length;
    }

    private int first(final int twice) {
        return Math.max(1, twice - waves());
    }

    private int last(final int twice) {
        return Math.min(waves(), twice - 1);
    }

    /**
     * An element of the matrix.
     *
     * @param twice 2 kappa, 2 to 2 M
     * @param z place
     * @param row component
     * @param column component
     * @return real and imaginary part of R_kappa(z)
     */
    public double[] element(final int twice, final double z, final int row, final int column) {
        final double[] sum = new double[2];
        for (int m = first(twice); m <= last(twice); m++) {
            final int n = twice - m;
            final double phase = 2 * Math.PI * (m - n) * z / m_length;
            final double re = m_re[m - 1][row] * m_re[n - 1][column] + m_im[m - 1][row] * m_im[n - 1][column];
            final double im = m_im[m - 1][row] * m_re[n - 1][column] - m_re[m - 1][row] * m_im[n - 1][column];
            sum[0] += re * Math.cos(phase) - im * Math.sin(phase);
            sum[1] += re * Math.sin(phase) + im * Math.cos(phase);
        }
        return sum;
    }

    /**
     * The trace over some components, such as the three flavor axes of a mode.
     *
     * @param twice 2 kappa, 2 to 2 M
     * @param z place
     * @param from first component
     * @param to after the last component
     * @return sum of R_cc, real
     */
    public double trace(final int twice, final double z, final int from, final int to) {
        double sum = 0;
        for (int c = from; c < to; c++) {
            sum += element(twice, z, c, c)[0];
        }
        return sum;
    }

    /**
     * The whole trace: the density of waves at place and wave number.
     *
     * @param twice 2 kappa, 2 to 2 M
     * @param z place
     * @return tr R
     */
    public double trace(final int twice, final double z) {
        double sum = 0;
        for (int m = first(twice); m <= last(twice); m++) {
            final int n = twice - m;
            final double phase = 2 * Math.PI * (m - n) * z / m_length;
            sum += m_gramRe[n - 1][m - 1] * Math.cos(phase) - m_gramIm[n - 1][m - 1] * Math.sin(phase);
        }
        return sum;
    }

    /**
     * The trace of the square, tr R^2 = sum of (Psi_n^dagger Psi_m')(Psi_n'^dagger Psi_m) exp(i(k_m - k_n + k_m' -
     * k_n') z) over pairs.
     *
     * @param twice 2 kappa, 2 to 2 M
     * @param z place
     * @return tr R^2, not negative; the square of tr R for a single wave
     */
    public double squareTrace(final int twice, final double z) {
        double sum = 0;
        for (int m = first(twice); m <= last(twice); m++) {
            for (int other = first(twice); other <= last(twice); other++) {
                final int n = twice - m;
                final int partner = twice - other;
                final double phase = 2 * Math.PI * (m - n + other - partner) * z / m_length;
                final double re = m_gramRe[n - 1][other - 1] * m_gramRe[partner - 1][m - 1]
                    - m_gramIm[n - 1][other - 1] * m_gramIm[partner - 1][m - 1];
                final double im = m_gramRe[n - 1][other - 1] * m_gramIm[partner - 1][m - 1]
                    + m_gramIm[n - 1][other - 1] * m_gramRe[partner - 1][m - 1];
                sum += re * Math.cos(phase) - im * Math.sin(phase);
            }
        }
        return sum;
    }

    /**
     * The intensity of a band, left R left^dagger, which is what rays transport (FW wigner-intensity).
     *
     * @param twice 2 kappa, 2 to 2 M
     * @param z place
     * @param leftRe real part of the left vector of the band at this wave number, a row vector
     * @param leftIm imaginary part
     * @return the intensity, real
     */
    public double intensity(final int twice, final double z, final double[] leftRe, final double[] leftIm) {
        double sum = 0;
        for (int m = first(twice); m <= last(twice); m++) {
            final int n = twice - m;
            final double[] a = project(m, leftRe, leftIm);
            final double[] b = project(n, leftRe, leftIm);
            final double phase = 2 * Math.PI * (m - n) * z / m_length;
            sum += (a[0] * b[0] + a[1] * b[1]) * Math.cos(phase) - (a[1] * b[0] - a[0] * b[1]) * Math.sin(phase);
        }
        return sum;
    }

    private double[] project(final int n, final double[] leftRe, final double[] leftIm) {
        final double[] sum = new double[2];
        for (int c = 0; c < m_components; c++) {
            sum[0] += leftRe[c] * m_re[n - 1][c] - leftIm[c] * m_im[n - 1][c];
            sum[1] += leftRe[c] * m_im[n - 1][c] + leftIm[c] * m_re[n - 1][c];
        }
        return sum;
    }

    /**
     * The power of a wave, the mean over z of the trace at its wave number.
     *
     * @param n number of the wave, 1 to M
     * @return |Psi_n|^2
     */
    public double power(final int n) {
        return m_gramRe[n - 1][n - 1];
    }

    /**
     * The power of a band in a wave, the mean over z of its intensity.
     *
     * @param n number of the wave, 1 to M
     * @param leftRe real part of the left vector of the band at the wave number of the wave
     * @param leftIm imaginary part
     * @return |left . Psi_n|^2
     */
    public double power(final int n, final double[] leftRe, final double[] leftIm) {
        final double[] sum = project(n, leftRe, leftIm);
        return sum[0] * sum[0] + sum[1] * sum[1];
    }

    /**
     * Where the waves are, at which wave numbers, and how far they spread (FW wigner-center): from the means of
     * exp(2 pi i z/L), k and k^2 over the power.
     *
     * @return the center; NaN without power
     */
    public WaveCenter center() {
        double power = 0;
        double first = 0;
        double second = 0;
        double re = 0;
        double im = 0;
        for (int n = 1; n <= waves(); n++) {
            final double k = waveNumber(2 * n);
            power += power(n);
            first += k * power(n);
            second += k * k * power(n);
            if (n < waves()) {
                re += m_gramRe[n - 1][n];
                im -= m_gramIm[n - 1][n];
            }
        }
        final double mean = first / power;
        final double angle = Math.atan2(im, re) / (2 * Math.PI);
        return new WaveCenter(power > 0 ? (angle - Math.floor(angle)) * m_length : Double.NaN,
            m_length / (2 * Math.PI) * Math.sqrt(-2 * Math.log(Math.min(1, Math.hypot(re, im) / power))), mean,
            Math.sqrt(Math.max(0, second / power - mean * mean)));
    }
}
