package org.flavorwaves.physics.kinetics.relaxation;

import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * How strongly three waves with k_c = k_a + k_b interact (JK 68): V_c = left_c.[i (H_a x psi_b + H_b x psi_a)], and the
 * same for a = c - b and b = c - a with the complex conjugate of the partner. In resonance kappa_c V_c = kappa_a V_a^*
 * = kappa_b V_b^* (FW manley-rowe); off resonance their mean stands for it. Not thread-safe: it owns work arrays.
 */
public final class ThreeWaveCoupling {
    private final ActionBands m_bands;

    private final double[] m_vx;

    private final double[] m_vy;

    private final double[] m_vz;

    private final double[] m_h = new double[6];

    private final double[] m_p = new double[6];

    private final double[] m_sum = new double[2];

    /**
     * Of these bands.
     *
     * @param bands the bands
     */
    public ThreeWaveCoupling(final ActionBands bands) {
        m_bands = bands;
        final ModeArrays modes = bands.background().modeArrays();
        m_vx = modes.vx();
        m_vy = modes.vy();
        m_vz = modes.vz();
    }

    /**
     * The strength of a triad.
     *
     * @param a band of the first wave
     * @param pa index of its wave number
     * @param b band of the second wave
     * @param pb index of its wave number
     * @param c band of the third wave, whose wave number is the sum
     * @return |U|^2 = |kappa V|^2/|kappa_a kappa_b kappa_c|, the inverse square of a time for actions in the units of
     *          the potentials
     */
    public double strength(final int a, final int pa, final int b, final int pb, final int c) {
        final double[] v = new double[6];
        products(a, pa, b, pb, c, v);
        final double re = (v[0] + v[2] + v[4]) / 3;
        final double im = (v[1] - v[3] - v[5]) / 3;
        return (re * re + im * im)
            / Math.abs(m_bands.kappa(a, pa) * m_bands.kappa(b, pb) * m_bands.kappa(c, pa + pb + 1));
    }

    /**
     * kappa V of the three waves.
     *
     * @param a band of the first wave
     * @param pa index of its wave number
     * @param b band of the second wave
     * @param pb index of its wave number
     * @param c band of the third wave
     * @param out real and imaginary part of kappa_c V_c, kappa_a V_a, kappa_b V_b
     */
    void products(final int a, final int pa, final int b, final int pb, final int c, final double[] out) {
        final int pc = pa + pb + 1;
        product(c, pc, a, pa, 1, b, pb, 1, out, 0);
        product(a, pa, b, pb, -1, c, pc, 1, out, 2);
        product(b, pb, a, pa, -1, c, pc, 1, out, 4);
    }

    /** kappa left.[i (H_1 x psi_2 + H_2 x psi_1)]; a sign -1 takes the complex conjugate of a partner. */
    private void product(final int target, final int at, final int first, final int p1, final int sign1,
        final int second, final int p2, final int sign2, final double[] out, final int to) {
        m_sum[0] = 0;
        m_sum[1] = 0;
        add(target, at, first, p1, sign1, second, p2, sign2);
        add(target, at, second, p2, sign2, first, p1, sign1);
        final double kappa = m_bands.kappa(target, at);
        out[to] = -kappa * m_sum[1];
        out[to + 1] = kappa * m_sum[0];
    }

    /** Adds left . (H x psi), complex bilinear. */
    private void add(final int target, final int at, final int source, final int ps, final int signS,
        final int partner, final int pp, final int signP) {
        final double[] field = m_bands.field(source, ps);
        final WaveFunction psi = m_bands.right(partner, pp);
        final WaveFunction left = m_bands.left(target, at);
        for (int i = 0; i < m_vx.length; i++) {
            for (int f = 0; f < 3; f++) {
                m_h[f] = CollectiveField.contract(field, f, m_vx[i], m_vy[i], m_vz[i]);
                m_h[3 + f] =
                    signS * CollectiveField.contract(field, CollectiveField.SIZE + f, m_vx[i], m_vy[i], m_vz[i]);
                m_p[f] = psi.re(i, f);
                m_p[3 + f] = signP * psi.im(i, f);
            }
            for (int f = 0; f < 3; f++) {
                final int y = f == 2 ? 0 : f + 1;
                final int z = f == 0 ? 2 : f - 1;
                final double re = m_h[y] * m_p[z] - m_h[3 + y] * m_p[3 + z] - m_h[z] * m_p[y]
                    + m_h[3 + z] * m_p[3 + y];
                final double im = m_h[y] * m_p[3 + z] + m_h[3 + y] * m_p[z] - m_h[z] * m_p[3 + y]
                    - m_h[3 + z] * m_p[y];
                m_sum[0] += left.re(i, f) * re - left.im(i, f) * im;
                m_sum[1] += left.re(i, f) * im + left.im(i, f) * re;
            }
        }
    }
}
