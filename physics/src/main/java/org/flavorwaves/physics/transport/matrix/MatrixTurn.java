package org.flavorwaves.physics.transport.matrix;

import org.flavorwaves.physics.numerics.matrix.ComplexLu;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * The turn of coherences by the coupling P_i f_ij w_j s_j over a time dt, by the midpoint rule: R goes to U R U^+ with
 *
 * <pre>U = 2 V - 1,   V = (1 + i dt/2 A B^T)^-1,   A_im = P_i g_m V_im</pre>
 *
 * <p>and V R V^+ is the matrix half way, from which the |S_i|^2 change by exactly -2 P_i dt sum_j w_j s_j f_ij Im R_ij
 * (FW wave-matrix). U = 1 + A Y B^T differs from 1 by a matrix of small rank, so the cost is O(N^2). Not thread-safe.
 */
final class MatrixTurn {
    private final Coupling m_coupling;

    private final int m_n;

    private final int m_size;

    private final double[] m_a;

    private final double[] m_yRe;

    private final double[] m_yIm;

    /** B^T R and then Z of R + A Z + (A Z)^+, at m n + j. */
    private final double[] m_tRe;

    private final double[] m_tIm;

    private final double[] m_zRe;

    private final double[] m_zIm;

    private final double[] m_small;

    MatrixTurn(final Coupling coupling) {
        m_coupling = coupling;
        m_n = coupling.m_modes;
        m_size = coupling.m_size;
        m_a = new double[m_n * m_size];
        m_yRe = new double[m_size * m_size];
        m_yIm = new double[m_size * m_size];
        m_tRe = new double[m_n * m_size];
        m_tIm = new double[m_n * m_size];
        m_zRe = new double[m_n * m_size];
        m_zIm = new double[m_n * m_size];
        m_small = new double[4 * m_size * m_size];
    }

    /** Makes Y of U = 1 + A Y B^T, or half of it, which belongs to V. */
    void prepare(final double[] p, final double dt, final boolean half) {
        final ComplexMatrix matrix = new ComplexMatrix(m_size, m_size);
        for (int i = 0; i < m_n; i++) {
            for (int m = 0; m < m_size; m++) {
                m_a[i * m_size + m] = p[i] * m_coupling.m_lower[i * m_size + m];
            }
        }
        for (int m = 0; m < m_size; m++) {
            for (int k = 0; k < m_size; k++) {
                double sum = 0;
                for (int i = 0; i < m_n; i++) {
                    sum += m_coupling.m_source[i * m_size + m] * m_a[i * m_size + k];
                }
                matrix.set(m, k, m == k ? 1 : 0, 0.5 * dt * sum);
            }
        }
        final ComplexMatrix inverse = new ComplexLu(matrix).solve(ComplexMatrix.identity(m_size));
        final double factor = half ? 0.5 * dt : dt;
        for (int m = 0; m < m_size; m++) {
            for (int k = 0; k < m_size; k++) {
                m_yRe[m * m_size + k] = factor * inverse.im(m, k);
                m_yIm[m * m_size + k] = -factor * inverse.re(m, k);
            }
        }
    }

    /** B^T R of the matrix at an offset, at m n + j. */
    void project(final double[] re, final double[] im, final int offset, final double[] outRe, final double[] outIm) {
        for (int m = 0; m < m_size; m++) {
            for (int j = 0; j < m_n; j++) {
                outRe[m * m_n + j] = 0;
                outIm[m * m_n + j] = 0;
            }
        }
        for (int i = 0; i < m_n; i++) {
            final int row = offset + i * m_n;
            for (int m = 0; m < m_size; m++) {
                final double b = m_coupling.m_source[i * m_size + m];
                final int at = m * m_n;
                for (int j = 0; j < m_n; j++) {
                    outRe[at + j] += b * re[row + j];
                    outIm[at + j] += b * im[row + j];
                }
            }
        }
    }

    /** R + A Y B^T R + (...)^+ + A Y B^T R B Y^+ A^T in place. */
    void apply(final double[] re, final double[] im, final int offset) {
        project(re, im, offset, m_tRe, m_tIm);
        timesY(m_tRe, m_tIm, m_n, m_zRe, m_zIm);
        addSquare();
        addTwice(m_a, m_zRe, m_zIm, 1, re, im, offset);
    }

    /** Y T. */
    private void timesY(final double[] tRe, final double[] tIm, final int columns, final double[] zRe,
        final double[] zIm) {
        for (int m = 0; m < m_size; m++) {
            for (int j = 0; j < columns; j++) {
                double x = 0;
                double y = 0;
                for (int k = 0; k < m_size; k++) {
                    final double yRe = m_yRe[m * m_size + k];
                    final double yIm = m_yIm[m * m_size + k];
                    x += yRe * tRe[k * columns + j] - yIm * tIm[k * columns + j];
                    y += yRe * tIm[k * columns + j] + yIm * tRe[k * columns + j];
                }
                zRe[m * columns + j] = x;
                zIm[m * columns + j] = y;
            }
        }
    }

    /** Adds half of S A^T to Z, with the Hermitian S = Z B Y^+. */
    private void addSquare() {
        final int square = m_size * m_size;
        for (int m = 0; m < m_size; m++) {
            for (int k = 0; k < m_size; k++) {
                double x = 0;
                double y = 0;
                for (int j = 0; j < m_n; j++) {
                    x += m_zRe[m * m_n + j] * m_coupling.m_source[j * m_size + k];
                    y += m_zIm[m * m_n + j] * m_coupling.m_source[j * m_size + k];
                }
                m_small[m * m_size + k] = x;
                m_small[square + m * m_size + k] = y;
            }
        }
        for (int m = 0; m < m_size; m++) {
            for (int k = 0; k < m_size; k++) {
                double x = 0;
                double y = 0;
                for (int l = 0; l < m_size; l++) {
                    final double uRe = m_small[m * m_size + l];
                    final double uIm = m_small[square + m * m_size + l];
                    x += uRe * m_yRe[k * m_size + l] + uIm * m_yIm[k * m_size + l];
                    y += uIm * m_yRe[k * m_size + l] - uRe * m_yIm[k * m_size + l];
                }
                m_small[2 * square + m * m_size + k] = x;
                m_small[3 * square + m * m_size + k] = y;
            }
        }
        for (int m = 0; m < m_size; m++) {
            for (int j = 0; j < m_n; j++) {
                for (int k = 0; k < m_size; k++) {
                    final double a = 0.5 * m_a[j * m_size + k];
                    m_zRe[m * m_n + j] += m_small[2 * square + m * m_size + k] * a;
                    m_zIm[m * m_n + j] += m_small[3 * square + m * m_size + k] * a;
                }
            }
        }
    }

    /** Adds factor (a Z + (a Z)^+) with real a to the matrix at an offset, which stays Hermitian to rounding. */
    void addTwice(final double[] a, final double[] zRe, final double[] zIm, final double factor, final double[] re,
        final double[] im, final int offset) {
        for (int i = 0; i < m_n; i++) {
            for (int j = i; j < m_n; j++) {
                double x = 0;
                double y = 0;
                for (int m = 0; m < m_size; m++) {
                    final double ai = a[i * m_size + m];
                    final double aj = a[j * m_size + m];
                    x += ai * zRe[m * m_n + j] + aj * zRe[m * m_n + i];
                    y += ai * zIm[m * m_n + j] - aj * zIm[m * m_n + i];
                }
                final int at = offset + i * m_n + j;
                final int mirror = offset + j * m_n + i;
                re[at] += factor * x;
                im[at] += factor * y;
                re[mirror] = re[at];
                im[mirror] = -im[at];
            }
        }
    }

    /** sum_j w_j s_j f_ij Im R_ij of the matrix at the start of the arrays, for all i. */
    void rates(final double[] re, final double[] im, final double[] result) {
        project(re, im, 0, m_tRe, m_tIm);
        for (int i = 0; i < m_n; i++) {
            double sum = 0;
            for (int m = 0; m < m_size; m++) {
                sum -= m_coupling.m_lower[i * m_size + m] * m_tIm[m * m_n + i];
            }
            result[i] = sum;
        }
    }
}
