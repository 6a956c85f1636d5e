package org.flavorwaves.physics.linear.collective.sums;

import org.flavorwaves.physics.linear.CoherentBackground;
import org.flavorwaves.physics.linear.FlavorPoles;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The resolvents of three flavors as sums of poles at the differences of the levels of H_i (FW three-flavor-resolvent),
 *
 * <pre>R = sum_d [2 d X_d c_d + 2 Y_d i a_d] + Y_0 i/z,   c_d = 1/(z^2 - d^2),   a_d = z c_d,
 * c' = -2 a c,   a' = c - 2 a^2.</pre>
 */
final class ThreeFlavorResolvents extends ModeResolvents {
    private static final int PAIRS = FlavorPoles.PAIRS;

    private final FlavorPoles m_poles;

    ThreeFlavorResolvents(final CoherentBackground background, final WaveVector k) {
        super(background.modes(), k, FlavorPoles.FLAVORS, background.poles().matrices());
        m_poles = background.poles();
    }

    @Override
    int poles() {
        return 2 * PAIRS + 1;
    }

    @Override
    int fewestForTree() {
        return 2100;
    }

    @Override
    double offset(final int i, final int pole) {
        return pole == 2 * PAIRS ? 0 : (1 - 2 * (pole % 2)) * m_poles.difference(pole / 2, i);
    }

    /** At z = d and -d of each pair of levels, then at 0: X + i Y, -X + i Y and i Y_0. */
    @Override
    void residues(final int i, final double[][] out, final int at, final int poles) {
        for (int e = 0; e < entries(); e++) {
            for (int p = 0; p < PAIRS; p++) {
                final double d = m_poles.difference(p, i);
                final double x = d == 0 ? 0 : matrix(2 * p, e, i) / (2 * d);
                final double y = matrix(2 * p + 1, e, i) / 2;
                out[at + 2 * p][2 * e] = x;
                out[at + 2 * p][2 * e + 1] = y;
                out[at + 2 * p + 1][2 * e] = -x;
                out[at + 2 * p + 1][2 * e + 1] = y;
            }
            if (poles > 2 * PAIRS) {
                out[at + 2 * PAIRS][2 * e + 1] = matrix(2 * PAIRS, e, i);
            }
        }
    }

    /** c_d and i a_d of each pair of levels, then i/z. */
    @Override
    void factors(final double re, final double im, final int from, final int n, final double[][] out) {
        final int slope = 2 * (2 * PAIRS + 1);
        for (int i = 0; i < n; i++) {
            final double x = re - streaming(from + i);
            final double y = im + damping(from + i);
            final double z2Im = 2 * x * y;
            for (int p = 0; p < PAIRS; p++) {
                final double d = m_poles.difference(p, from + i);
                final double qRe = (x - d) * (x + d) - y * y;
                final double inverse = 1 / (qRe * qRe + z2Im * z2Im);
                final double cRe = qRe * inverse;
                final double cIm = -z2Im * inverse;
                final double aRe = x * cRe - y * cIm;
                final double aIm = x * cIm + y * cRe;
                final int at = 4 * p;
                out[at][i] = cRe;
                out[at + 1][i] = cIm;
                out[at + 2][i] = -aIm;
                out[at + 3][i] = aRe;
                out[slope + at][i] = -2 * (aRe * cRe - aIm * cIm);
                out[slope + at + 1][i] = -2 * (aRe * cIm + aIm * cRe);
                out[slope + at + 2][i] = 4 * aRe * aIm - cIm;
                out[slope + at + 3][i] = cRe - 2 * (aRe * aRe - aIm * aIm);
            }
            final double inverse = 1 / (x * x + y * y);
            final double wRe = x * inverse;
            final double wIm = -y * inverse;
            final int at = 4 * PAIRS;
            out[at][i] = -wIm;
            out[at + 1][i] = wRe;
            out[slope + at][i] = 2 * wRe * wIm;
            out[slope + at + 1][i] = wIm * wIm - wRe * wRe;
        }
    }
}
