package org.flavorwaves.physics.linear.collective.sums;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The resolvents of two flavors, R_i = -i (z_i - i [H_i]x)^-1 [P_i]x (FW resolvent):
 *
 * <pre>(z - i[H]x)^-1 = z/(z^2 - h^2) - H H^T/(z (z^2 - h^2)) + i [H]x/(z^2 - h^2),
 * R = -i a [P]x + i b H (H x P)^T + c (P H^T - H.P),
 * a = z/(z^2 - h^2),   b = 1/(z (z^2 - h^2)),   c = 1/(z^2 - h^2),
 * a' = c - 2 a^2,   b' = -b (1/z + 2 a),   c' = -2 a c.</pre>
 */
final class TwoFlavorResolvents extends ModeResolvents {
    private static final int FLAVORS = 3;

    private static final int ENTRIES = FLAVORS * FLAVORS;

    /** |H_i|. */
    private final double[] m_length;

    TwoFlavorResolvents(final Background background, final WaveVector k) {
        super(background.modes(), k, FLAVORS, matrices(background));
        final ModeArrays arrays = background.modeArrays();
        m_length = new double[size()];
        for (int i = 0; i < m_length.length; i++) {
            final double hx = arrays.hx()[i];
            final double hy = arrays.hy()[i];
            final double hz = arrays.hz()[i];
            m_length[i] = Math.sqrt(hx * hx + hy * hy + hz * hz);
        }
    }

    /** [P]x, H (H x P)^T and P H^T - H.P. */
    private static double[][] matrices(final Background background) {
        final FlavorState state = background.state();
        final ModeArrays arrays = background.modeArrays();
        final double[][] matrices = new double[3 * ENTRIES][state.size()];
        for (int i = 0; i < state.size(); i++) {
            final double[] h = {arrays.hx()[i], arrays.hy()[i], arrays.hz()[i]};
            final double[] p = {state.px(i), state.py(i), state.pz(i)};
            final double[] torque =
                {h[1] * p[2] - h[2] * p[1], h[2] * p[0] - h[0] * p[2], h[0] * p[1] - h[1] * p[0]};
            final double dot = h[0] * p[0] + h[1] * p[1] + h[2] * p[2];
            final double[] cross = {0, -p[2], p[1], p[2], 0, -p[0], -p[1], p[0], 0};
            for (int r = 0; r < FLAVORS; r++) {
                for (int c = 0; c < FLAVORS; c++) {
                    matrices[FLAVORS * r + c][i] = cross[FLAVORS * r + c];
                    matrices[ENTRIES + FLAVORS * r + c][i] = h[r] * torque[c];
                    matrices[2 * ENTRIES + FLAVORS * r + c][i] = p[r] * h[c] - (r == c ? dot : 0);
                }
            }
        }
        return matrices;
    }

    @Override
    int poles() {
        return 3;
    }

    @Override
    int fewestForTree() {
        return 600;
    }

    @Override
    double offset(final int i, final int pole) {
        return pole == 2 ? 0 : (1 - 2 * pole) * m_length[i];
    }

    /** At z = h, -h and 0: r(0) = -i e (e x P)^T, r(+-h) = (-i [P]x + i e (e x P)^T +- (P e^T - e.P))/2, e = H/h. */
    @Override
    void residues(final int i, final double[][] out, final int at, final int poles) {
        final double h = m_length[i];
        for (int e = 0; e < ENTRIES; e++) {
            final double p = matrix(0, e, i);
            final double along = h == 0 ? 0 : matrix(1, e, i) / (h * h);
            final double across = h == 0 ? 0 : matrix(2, e, i) / h;
            out[at][2 * e] = across / 2;
            out[at][2 * e + 1] = (along - p) / 2;
            out[at + 1][2 * e] = -across / 2;
            out[at + 1][2 * e + 1] = (along - p) / 2;
            if (poles == 3) {
                out[at + 2][2 * e + 1] = -along;
            }
        }
    }

    /** -i a, i b and c. */
    @Override
    void factors(final double re, final double im, final int from, final int n, final double[][] out) {
        for (int i = 0; i < n; i++) {
            final double x = re - streaming(from + i);
            final double y = im + damping(from + i);
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
