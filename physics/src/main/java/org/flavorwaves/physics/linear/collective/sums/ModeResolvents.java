package org.flavorwaves.physics.linear.collective.sums;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The resolvents R_i = -i (z_i - i [H_i]x)^-1 [P_i]x, z_i = Omega - v_i.k + i D_i, of all modes (FW resolvent) and
 * their derivatives R_i':
 *
 * <pre>(z - i[H]x)^-1 = z/(z^2 - h^2) - H H^T/(z (z^2 - h^2)) + i [H]x/(z^2 - h^2),
 * R = -i a [P]x + i b H (H x P)^T + c (P H^T - H.P),
 * a = z/(z^2 - h^2),   b = 1/(z (z^2 - h^2)),   c = 1/(z^2 - h^2),
 * a' = c - 2 a^2,   b' = -b (1/z + 2 a),   c' = -2 a c.</pre>
 */
final class ModeResolvents {
    /** Entries of a resolvent. */
    static final int FLAVORS = 9;

    private final double[] m_streaming;

    private final double[] m_damping;

    /** |H_i|. */
    private final double[] m_length;

    /** [P]x, H (H x P)^T and P H^T - H.P, [9 matrix + 3 row + column][mode]. */
    private final double[][] m_matrices;

    ModeResolvents(final Background background, final WaveVector k) {
        final FlavorState state = background.state();
        final MomentumModes modes = state.modes();
        final ModeArrays arrays = background.modeArrays();
        final int n = state.size();
        m_streaming = new double[n];
        m_damping = modes.dampings();
        m_length = new double[n];
        m_matrices = new double[3 * FLAVORS][n];
        for (int i = 0; i < n; i++) {
            final double[] h = {arrays.hx()[i], arrays.hy()[i], arrays.hz()[i]};
            m_streaming[i] = k.dot(modes.vx(i), modes.vy(i), modes.vz(i));
            m_length[i] = Math.sqrt(h[0] * h[0] + h[1] * h[1] + h[2] * h[2]);
            matrices(h, new double[]{state.px(i), state.py(i), state.pz(i)}, i);
        }
    }

    private void matrices(final double[] h, final double[] p, final int i) {
        final double[] torque = {h[1] * p[2] - h[2] * p[1], h[2] * p[0] - h[0] * p[2], h[0] * p[1] - h[1] * p[0]};
        final double dot = h[0] * p[0] + h[1] * p[1] + h[2] * p[2];
        final double[] cross = {0, -p[2], p[1], p[2], 0, -p[0], -p[1], p[0], 0};
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                m_matrices[3 * r + c][i] = cross[3 * r + c];
                m_matrices[FLAVORS + 3 * r + c][i] = h[r] * torque[c];
                m_matrices[2 * FLAVORS + 3 * r + c][i] = p[r] * h[c] - (r == c ? dot : 0);
            }
        }
    }

    int size() {
        return m_streaming.length;
    }

    /** v_i.k. */
    double streaming(final int i) {
        return m_streaming[i];
    }

    /** D_i. */
    double damping(final int i) {
        return m_damping[i];
    }

    /** |H_i|. */
    double length(final int i) {
        return m_length[i];
    }

    /**
     * Writes the residues of R at z = h, -h and, if there is room, 0, real and imaginary parts in turn:
     * r(0) = -i e (e x P)^T, r(+-h) = (-i [P]x + i e (e x P)^T +- (P e^T - e.P))/2 with e = H/h.
     */
    void residues(final int i, final double[][] out, final int at, final int poles) {
        final double h = m_length[i];
        for (int e = 0; e < FLAVORS; e++) {
            final double p = m_matrices[e][i];
            final double along = h == 0 ? 0 : m_matrices[FLAVORS + e][i] / (h * h);
            final double across = h == 0 ? 0 : m_matrices[2 * FLAVORS + e][i] / h;
            out[at][2 * e] = across / 2;
            out[at][2 * e + 1] = (along - p) / 2;
            out[at + 1][2 * e] = -across / 2;
            out[at + 1][2 * e + 1] = (along - p) / 2;
            if (poles == 3) {
                out[at + 2][2 * e + 1] = -along;
            }
        }
    }

    /** Evaluations of blocks of modes; not for several threads at once. */
    Block block() {
        return new Block();
    }

    /** Room for the resolvents of a block of modes. */
    final class Block {
        /** Factors -i a, i b, c and their derivatives, each real and imaginary part a row. */
        private final double[][] m_factors = new double[12][BlockProducts.BLOCK];

        /** Real and imaginary parts of the entries of R, then of R', [18 derivative + 2 entry + part][mode]. */
        private final double[][] m_rows = new double[4 * FLAVORS][BlockProducts.BLOCK];

        private Block() {
        }

        /** The resolvents and derivatives of n modes. */
        double[][] of(final double re, final double im, final int from, final int n) {
            factors(re, im, from, n, m_factors);
            for (int e = 0; e < FLAVORS; e++) {
                for (int part = 0; part < 4; part++) {
                    final int first = part / 2 * 6 + part % 2;
                    combine(m_matrices[e], m_matrices[FLAVORS + e], m_matrices[2 * FLAVORS + e], from, n,
                        m_factors[first], m_factors[first + 2], m_factors[first + 4],
                        m_rows[part / 2 * 2 * FLAVORS + 2 * e + part % 2]);
                }
            }
            return m_rows;
        }

        /** R, or R', of one mode, real and imaginary parts of its entries in turn. */
        void one(final double re, final double im, final int i, final boolean derivative, final double[] out) {
            factors(re, im, i, 1, m_factors);
            final int first = derivative ? 6 : 0;
            for (int e = 0; e < FLAVORS; e++) {
                for (int part = 0; part < 2; part++) {
                    out[2 * e + part] = m_matrices[e][i] * m_factors[first + part][0]
                        + m_matrices[FLAVORS + e][i] * m_factors[first + 2 + part][0]
                        + m_matrices[2 * FLAVORS + e][i] * m_factors[first + 4 + part][0];
                }
            }
        }
    }

    private static void combine(final double[] p, final double[] h, final double[] m, final int from, final int n,
        final double[] cp, final double[] ch, final double[] cm, final double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = p[from + i] * cp[i] + h[from + i] * ch[i] + m[from + i] * cm[i];
        }
    }

    private void factors(final double re, final double im, final int from, final int n, final double[][] out) {
        for (int i = 0; i < n; i++) {
            final double x = re - m_streaming[from + i];
            final double y = im + m_damping[from + i];
            final double h = m_length[from + i];
            final double qRe = (x - h) * (x + h) - y * y;
            final double z2Im = 2 * x * y;
            final double inverse = 1 / (qRe * qRe + z2Im * z2Im);
            final double cRe = qRe * inverse;
            final double cIm = -z2Im * inverse;
            final double zInverse = 1 / (x * x + y * y);
            final double wRe = x * zInverse;
            final double wIm = -y * zInverse;
            final double aRe = x * cRe - y * cIm;
            final double aIm = x * cIm + y * cRe;
            final double bRe = wRe * cRe - wIm * cIm;
            final double bIm = wRe * cIm + wIm * cRe;
            final double sRe = wRe + 2 * aRe;
            final double sIm = wIm + 2 * aIm;
            out[0][i] = aIm;
            out[1][i] = -aRe;
            out[2][i] = -bIm;
            out[3][i] = bRe;
            out[4][i] = cRe;
            out[5][i] = cIm;
            out[6][i] = cIm - 4 * aRe * aIm;
            out[7][i] = 2 * (aRe * aRe - aIm * aIm) - cRe;
            out[8][i] = bRe * sIm + bIm * sRe;
            out[9][i] = bIm * sIm - bRe * sRe;
            out[10][i] = -2 * (aRe * cRe - aIm * cIm);
            out[11][i] = -2 * (aRe * cIm + aIm * cRe);
        }
    }
}
