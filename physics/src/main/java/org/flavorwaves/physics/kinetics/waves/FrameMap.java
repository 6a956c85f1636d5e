package org.flavorwaves.physics.kinetics.waves;

import org.flavorwaves.physics.linear.LocalFrames;

/**
 * Wave functions of 3N components x, y, z, mode by mode, to their components in the local frames of a background, slot
 * by slot, and back: c_{i,s} = u_{i,s}* . P_i at s N + i. In these most bands have many zeros. Immutable.
 */
final class FrameMap {
    private final int m_modes;

    /** Component a of u_{i,s} at (3 s + a) N + i. */
    private final double[] m_re;

    private final double[] m_im;

    FrameMap(final LocalFrames frames, final int modes) {
        m_modes = modes;
        m_re = new double[9 * modes];
        m_im = new double[9 * modes];
        for (int c = 0; c < m_re.length; c++) {
            m_re[c] = frames.re(c % modes, c / modes / 3, c / modes % 3);
            m_im[c] = frames.im(c % modes, c / modes / 3, c / modes % 3);
        }
    }

    /** c = u* . P of a right vector, or with the sign -1, u . P of a left one; sets all c. */
    void toFrames(final double[] re, final double[] im, final int sign, final double[] cRe, final double[] cIm) {
        for (int s = 0; s < 3; s++) {
            final int u = 3 * s * m_modes;
            for (int i = 0; i < m_modes; i++) {
                double x = 0;
                double y = 0;
                for (int a = 0; a < 3; a++) {
                    final double ur = m_re[u + a * m_modes + i];
                    final double ui = sign * m_im[u + a * m_modes + i];
                    x += ur * re[3 * i + a] + ui * im[3 * i + a];
                    y += ur * im[3 * i + a] - ui * re[3 * i + a];
                }
                cRe[s * m_modes + i] = x;
                cIm[s * m_modes + i] = y;
            }
        }
    }

    /** P = sum_s c_s u_s of a right vector, or with the sign -1, of u* of a left one; sets all P. */
    void toAxes(final double[] cRe, final double[] cIm, final int sign, final double[] re, final double[] im) {
        for (int a = 0; a < 3; a++) {
            for (int i = 0; i < m_modes; i++) {
                double x = 0;
                double y = 0;
                for (int s = 0; s < 3; s++) {
                    final double ur = m_re[(3 * s + a) * m_modes + i];
                    final double ui = sign * m_im[(3 * s + a) * m_modes + i];
                    x += ur * cRe[s * m_modes + i] - ui * cIm[s * m_modes + i];
                    y += ur * cIm[s * m_modes + i] + ui * cRe[s * m_modes + i];
                }
                re[3 * i + a] = x;
                im[3 * i + a] = y;
            }
        }
    }
}
