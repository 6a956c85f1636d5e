package org.flavorwaves.physics.qke.engine;

import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorLevels;

/**
 * The precession of three flavors: rho -> U rho U^dagger with U = exp(-i H_ext tau) (FW three-flavor-precession), as a
 * rotation of the eight components for each mode.
 */
final class MatrixPrecession implements Precession {
    private static final int A = FlavorAlgebra.SIZE;

    private static final int HALF = A / 2;

    private final boolean m_none;

    /** R_ab at 8 a + b, [component][2 B]. */
    private final double[][] m_rotation;

    /**
     * What the rotations of a block are made of: with the levels h_r of H_ext,
     * R = Z + sum_{r&lt;q} (C_rq cos (h_r - h_q) tau + S_rq sin (h_r - h_q) tau).
     */
    static final class Spectrum {
        /** h_r - h_q of the three pairs, [pair][2 B]. */
        private final double[][] m_frequency;

        /** Z, then C and S of each pair, [matrix][8 a + b][2 B]. */
        private final double[][][] m_parts;

        private boolean m_empty = true;

        Spectrum(final int modes) {
            m_frequency = new double[3][modes];
            m_parts = new double[7][A * A][modes];
        }

        /** Sets the external Hamiltonian of a mode. */
        void set(final int lane, final double[] h) {
            final FlavorLevels levels = new FlavorLevels();
            levels.decompose(h, 0);
            final double[] re = new double[A];
            final double[] im = new double[A];
            int pair = 0;
            for (int r = 0; r < 3; r++) {
                levels.elements(r, r, re, im);
                add(lane, 0.5, re, re, 0);
                for (int q = r + 1; q < 3; q++) {
                    levels.elements(r, q, re, im);
                    m_frequency[pair][lane] = levels.value(r) - levels.value(q);
                    m_empty &= m_frequency[pair][lane] == 0;
                    add(lane, 1, re, re, 2 * pair + 1);
                    add(lane, 1, im, im, 2 * pair + 1);
                    add(lane, 1, re, im, 2 * pair + 2);
                    add(lane, -1, im, re, 2 * pair + 2);
                    pair++;
                }
            }
        }

        /**
         * Adds kappa int_0^tau exp(-kappa s) R(s) P_s ds of a mode (FW source).
         *
         * @param source P_s, [component][2 B]
         * @param gain takes the sum, likewise
         */
        void addGain(final int lane, final double kappa, final double tau, final double[][] source,
            final double[][] gain) {
            final double[] factors = new double[m_parts.length];
            factors[0] = Relaxation.even(kappa, 0, tau);
            for (int pair = 0; pair < 3; pair++) {
                factors[2 * pair + 1] = Relaxation.even(kappa, m_frequency[pair][lane], tau);
                factors[2 * pair + 2] = Relaxation.odd(kappa, m_frequency[pair][lane], tau);
            }
            for (int c = 0; c < A * A; c++) {
                double sum = 0;
                for (int part = 0; part < factors.length; part++) {
                    sum += factors[part] * m_parts[part][c][lane];
                }
                gain[c / A][lane] += sum * source[c % A][lane];
            }
        }

        private void add(final int lane, final double factor, final double[] left, final double[] right,
            final int part) {
            for (int a = 0; a < A; a++) {
                for (int b = 0; b < A; b++) {
                    m_parts[part][A * a + b][lane] += factor * left[a] * right[b];
                }
            }
        }
    }

    MatrixPrecession(final Spectrum spectrum, final double tau) {
        m_none = spectrum.m_empty || tau == 0;
        final int modes = spectrum.m_frequency[0].length;
        m_rotation = new double[m_none ? 0 : A * A][modes];
        for (int lane = 0; lane < modes && !m_none; lane++) {
            for (int c = 0; c < A * A; c++) {
                double sum = spectrum.m_parts[0][c][lane];
                for (int pair = 0; pair < 3; pair++) {
                    final double phase = spectrum.m_frequency[pair][lane] * tau;
                    sum += spectrum.m_parts[2 * pair + 1][c][lane] * Math.cos(phase)
                        + spectrum.m_parts[2 * pair + 2][c][lane] * Math.sin(phase);
                }
                m_rotation[c][lane] = sum;
            }
        }
    }

    @Override
    public boolean isNone() {
        return m_none;
    }

    @Override
    public void turn(final BlockRows rows, final int row, final int opposite, final int sign) {
        final double[] x = rows.re()[row];
        final double[] y = rows.im()[row];
        final double[] u = rows.re()[opposite];
        final double[] v = rows.im()[opposite];
        final double[][][] parts = rows.parts();
        for (int second = 0; second < 2; second++) {
            for (int f = 0; f < HALF; f++) {
                take(f, x, y, u, v, rows.column(HALF * second + f), parts);
            }
            for (int f = 0; f < HALF; f++) {
                give(second, f, sign, x, y, u, v, rows.column(HALF * second + f), parts);
            }
        }
    }

    /** Takes the two components of a family apart; in the order of the families 0, 1, 3, 4, 5, 6, 2, 7. */
    private void take(final int f, final double[] x, final double[] y, final double[] u, final double[] v,
        final int column, final double[][][] parts) {
        final double[][] a = parts[real(f)];
        final double[][] b = parts[imaginary(f)];
        for (int j = 0; j < a[0].length; j++) {
            final int c = column + j;
            a[0][j] = 0.5 * (x[c] + u[c]);
            a[1][j] = 0.5 * (y[c] - v[c]);
            b[0][j] = 0.5 * (y[c] + v[c]);
            b[1][j] = 0.5 * (u[c] - x[c]);
        }
    }

    private static int real(final int f) {
        return f == 0 ? 0 : f == 3 ? 2 : 2 * f + 1;
    }

    private static int imaginary(final int f) {
        return f == 0 ? 1 : f == 3 ? 7 : 2 * f + 2;
    }

    /** Puts the two components of a family, rotated, together. */
    private void give(final int second, final int f, final int sign, final double[] x, final double[] y,
        final double[] u, final double[] v, final int column, final double[][][] parts) {
        final double[] re = parts[A][0];
        final double[] im = parts[A][1];
        rotate(second, real(f), sign, parts, re, im);
        System.arraycopy(re, 0, x, column, re.length);
        System.arraycopy(im, 0, y, column, im.length);
        rotate(second, imaginary(f), sign, parts, re, im);
        for (int j = 0; j < re.length; j++) {
            final int c = column + j;
            final double aRe = x[c];
            final double aIm = y[c];
            x[c] = aRe - im[j];
            y[c] = aIm + re[j];
            u[c] = aRe + im[j];
            v[c] = re[j] - aIm;
        }
    }

    /** One component of R P or of the transpose. */
    private void rotate(final int second, final int a, final int sign, final double[][][] parts,
        final double[] sumRe, final double[] sumIm) {
        final int lanes = sumRe.length;
        for (int b = 0; b < A; b++) {
            final double[] r = m_rotation[sign > 0 ? A * a + b : A * b + a];
            final double[] re = parts[b][0];
            final double[] im = parts[b][1];
            for (int j = 0; j < lanes; j++) {
                sumRe[j] = (b == 0 ? 0 : sumRe[j]) + r[second * lanes + j] * re[j];
                sumIm[j] = (b == 0 ? 0 : sumIm[j]) + r[second * lanes + j] * im[j];
            }
        }
    }
}
