package org.flavorwaves.physics.linear.blocks;

import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.LocalFrames;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The frequencies d_i = v_i.k - i D_i - s h_i that the modes of one circular sector of an aligned background would have
 * alone. The matter potential turns all modes alike, so it only shifts the bands; it is kept apart together with the
 * mean over the modes, which makes growth rates exact however large it is.
 */
final class OwnFrequencies {
    private final ModeArrays m_modes;

    private final int m_sign;

    private final double[] m_p;

    private final double[] m_re;

    private final double[] m_im;

    private final double m_scale;

    private final double m_shiftRe;

    private final double m_shiftIm;

    OwnFrequencies(final Background background, final WaveVector k, final int sign) {
        m_modes = background.modeArrays();
        m_sign = sign;
        final LocalFrames frames = background.frames();
        final double ex = frames.re(0, 2, 0);
        final double ey = frames.re(0, 2, 1);
        final double ez = frames.re(0, 2, 2);
        final Environment environment = background.environment();
        final Hamiltonian h = Hamiltonian.of(background.state(), environment.withMatterPotential(0));
        final int n = m_modes.size();
        m_p = new double[n];
        m_re = new double[n];
        m_im = new double[n];
        double meanRe = 0;
        double meanIm = 0;
        for (int i = 0; i < n; i++) {
            m_p[i] = sign * (ex * m_modes.px()[i] + ey * m_modes.py()[i] + ez * m_modes.pz()[i]);
            m_re[i] = k.dot(m_modes.vx()[i], m_modes.vy()[i], m_modes.vz()[i])
                - sign * (ex * h.hx(i) + ey * h.hy(i) + ez * h.hz(i)
                    + background.frameAlongAxis(m_modes.vz()[i]));
            m_im[i] = -m_modes.damping()[i];
            meanRe += m_re[i] / n;
            meanIm += m_im[i] / n;
        }
        double spread = 0;
        for (int i = 0; i < n; i++) {
            m_re[i] -= meanRe;
            m_im[i] -= meanIm;
            spread = Math.max(spread, Math.hypot(m_re[i], m_im[i]));
        }
        m_scale = spread + m_modes.couplingNorm();
        m_shiftRe = meanRe - sign * ez * environment.matterPotential();
        m_shiftIm = meanIm;
    }

    ModeArrays modes() {
        return m_modes;
    }

    /** s = +-1. */
    int sign() {
        return m_sign;
    }

    /** s p_i, with p_i the component of P_i along the axis. */
    double p(final int i) {
        return m_p[i];
    }

    /** Norm of the sector without the common shift. */
    double scale() {
        return m_scale;
    }

    double shiftRe() {
        return m_shiftRe;
    }

    double shiftIm() {
        return m_shiftIm;
    }

    /** The modes whose frequencies coincide. */
    List<int[]> partition() {
        return ModeGroups.partition(m_re, m_im, m_scale);
    }

    ModeGroups groups(final List<int[]> partition) {
        return new ModeGroups(m_modes, m_re, m_im, partition);
    }
}
