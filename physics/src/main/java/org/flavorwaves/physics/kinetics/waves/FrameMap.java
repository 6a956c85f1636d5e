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

    /** The components in local frames of right vectors, [component][state]; sets all. */
    void toFrames(final double[][] re, final double[][] im, final double[][] cRe, final double[][] cIm,
        final int states) {
        for (int s = 0; s < 3; s++) {
            for (int i = 0; i < m_modes; i++) {
                final int u = 3 * s * m_modes + i;
                final int c = s * m_modes + i;
                combine(u, -1, m_modes, re, im, 3 * i, 1, cRe[c], cIm[c], states);
            }
        }
    }

    /** The components x, y, z of right vectors, [component][state]; sets all. */
    void toAxes(final double[][] cRe, final double[][] cIm, final double[][] re, final double[][] im,
        final int states) {
        for (int a = 0; a < 3; a++) {
            for (int i = 0; i < m_modes; i++) {
                combine(a * m_modes + i, 1, 3 * m_modes, cRe, cIm, i, m_modes, re[3 * i + a], im[3 * i + a], states);
            }
        }
    }

    /** The sum of three rows times u, or with the sign -1, u*. */
    private void combine(final int u, final int sign, final int stepU, final double[][] re, final double[][] im,
        final int row, final int step, final double[] outRe, final double[] outIm, final int states) {
        combine(m_re[u], sign * m_im[u], re[row], im[row], m_re[u + stepU], sign * m_im[u + stepU], re[row + step],
            im[row + step], m_re[u + 2 * stepU], sign * m_im[u + 2 * stepU], re[row + 2 * step], im[row + 2 * step],
            outRe, outIm, states);
    }

    private static void combine(final double ar, final double ai, final double[] aRe, final double[] aIm,
        final double br, final double bi, final double[] bRe, final double[] bIm, final double cr, final double ci,
        final double[] cRe, final double[] cIm, final double[] re, final double[] im, final int states) {
        for (int t = 0; t < states; t++) {
            re[t] = ar * aRe[t] - ai * aIm[t] + br * bRe[t] - bi * bIm[t] + cr * cRe[t] - ci * cIm[t];
            im[t] = ar * aIm[t] + ai * aRe[t] + br * bIm[t] + bi * bRe[t] + cr * cIm[t] + ci * cRe[t];
        }
    }
}
