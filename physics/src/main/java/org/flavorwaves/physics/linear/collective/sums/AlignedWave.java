package org.flavorwaves.physics.linear.collective.sums;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The wave function of a circular sector s = +-1 of an aligned background from its collective numbers y:
 * P_i = c_i (e1 - s i e2) with c_i = s p_i V_i g y/(Omega - d_i).
 */
final class AlignedWave {
    private final Background m_background;

    private final int m_sign;

    private final VelocitySpan m_span;

    AlignedWave(final Background background, final int sign, final VelocitySpan span) {
        m_background = background;
        m_sign = sign;
        m_span = span;
    }

    /** The component of P_i along the common axis. */
    static double polarization(final Background background, final int i) {
        final FlavorState state = background.state();
        return background.axis(0) * state.px(i) + background.axis(1) * state.py(i)
            + background.axis(2) * state.pz(i);
    }

    /**
     * Writes the wave function, not normalised.
     *
     * @param re Re Omega
     * @param im Im Omega
     * @param own real part of d_i of each mode; the imaginary part is -D_i
     * @param y collective numbers, real and imaginary parts in turn
     * @param outRe room for 3N real parts in Cartesian flavor axes
     * @param outIm room for 3N imaginary parts
     */
    void write(final double re, final double im, final double[] own, final double[] y, final double[] outRe,
        final double[] outIm) {
        final MomentumModes modes = m_background.state().modes();
        final double[] e = {m_background.axis(0), m_background.axis(1), m_background.axis(2)};
        final double[] e1 = across(e);
        final double[] e2 = cross(e, e1);
        for (int i = 0; i < own.length; i++) {
            double fRe = 0;
            double fIm = 0;
            for (int a = 0; a < m_span.size(); a++) {
                final double v = m_span.metric(a) * m_span.value(a, modes.vx(i), modes.vy(i), modes.vz(i));
                fRe += v * y[2 * a];
                fIm += v * y[2 * a + 1];
            }
            final double dx = re - own[i];
            final double dy = im + modes.damping(i);
            final double factor = m_sign * polarization(m_background, i) / (dx * dx + dy * dy);
            final double cRe = factor * (fRe * dx + fIm * dy);
            final double cIm = factor * (fIm * dx - fRe * dy);
            for (int a = 0; a < 3; a++) {
                outRe[3 * i + a] = cRe * e1[a] + m_sign * cIm * e2[a];
                outIm[3 * i + a] = cIm * e1[a] - m_sign * cRe * e2[a];
            }
        }
    }

    /** A unit vector across e. */
    private static double[] across(final double[] e) {
        final double[] other = Math.abs(e[2]) < 0.5 ? new double[]{0, 0, 1} : new double[]{0, 1, 0};
        final double[] u = cross(other, e);
        final double length = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
        return new double[]{u[0] / length, u[1] / length, u[2] / length};
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
