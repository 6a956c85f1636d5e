package org.flavorwaves.physics.linear;

import java.util.Arrays;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The linear operator M_k of the fluctuations (JK 46) at one wave vector (JK 49):
 *
 * <pre>(M P)_i = (v_i.k - i D_i) P_i + i H_i x P_i + i (q sum_j w_j s_j f_ij P_j) x P_i^background</pre>
 *
 * <p>so that Omega psi = M_k psi (JK 48), with the field (FW wave-field) of the wave in the last term. It acts in O(N)
 * through the 12 collective numbers. M_{-k} = -conj(M_k) (JK 51). Units of the potentials. Immutable.
 */
public final class WaveOperator implements BandOperator {
    private final ModeArrays m_modes;

    private final WaveVector m_k;

    private final double[] m_streaming;

    /**
     * The operator at a wave vector.
     *
     * @param background the background
     * @param k wave vector, in the units of the potentials
     */
    public WaveOperator(final Background background, final WaveVector k) {
        m_modes = background.modeArrays();
        m_k = k;
        m_streaming = new double[m_modes.size()];
        for (int i = 0; i < m_streaming.length; i++) {
            m_streaming[i] = k.dot(m_modes.vx()[i], m_modes.vy()[i], m_modes.vz()[i]);
        }
    }

    /**
     * The number of bands.
     *
     * @return 3N
     */
    @Override
    public int size() {
        return 3 * m_modes.size();
    }

    /**
     * An upper bound of the 2-norm: the largest |v_i.k - i D_i| + |H_i|, plus the Frobenius norm of |P_i| f_ij q w_j.
     * O(N).
     *
     * @return a bound on ||M_k||, in the units of the potentials
     */
    @Override
    public double norm() {
        double largest = 0;
        for (int i = 0; i < m_streaming.length; i++) {
            largest = Math.max(largest,
                Math.hypot(m_streaming[i], m_modes.damping()[i]) + m_modes.lengthH(i));
        }
        return largest + m_modes.couplingNorm();
    }

    /**
     * Applies the operator to a wave function, O(N).
     *
     * @param wave psi, N modes
     * @return M_k psi
     * @throws IllegalArgumentException if the number of modes differs
     */
    public WaveFunction apply(final WaveFunction wave) {
        requireSize(wave);
        final double[] re = new double[size()];
        final double[] im = new double[size()];
        apply(wave.ownRe(), wave.ownIm(), re, im);
        return WaveFunction.owning(re, im);
    }

    /**
     * Applies the operator to a row vector from the right, O(N).
     *
     * @param left a left vector, N modes
     * @return left M_k
     * @throws IllegalArgumentException if the number of modes differs
     */
    public WaveFunction applyLeft(final WaveFunction left) {
        requireSize(left);
        final double[] re = new double[size()];
        final double[] im = new double[size()];
        applyLeft(left.ownRe(), left.ownIm(), new double[24], re, im);
        return WaveFunction.owning(re, im);
    }

    private void requireSize(final WaveFunction wave) {
        if (wave.modes() != m_modes.size()) {
            throw new IllegalArgumentException("The wave function has " + wave.modes() + " modes but the background "
                + m_modes.size() + ".");
        }
    }

    @Override
    public void apply(final double[] re, final double[] im, final double[] outRe, final double[] outIm) {
        apply(re, im, new double[24], outRe, outIm);
    }

    /** out = M x, with j as room for the 12 complex collective numbers (real parts first). */
    private void apply(final double[] xr, final double[] xi, final double[] j, final double[] outRe,
        final double[] outIm) {
        final ModeArrays b = m_modes;
        Arrays.fill(j, 0);
        for (int i = 0; i < b.size(); i++) {
            accumulate(b, i, b.coupling()[i], xr, xi, j);
        }
        for (int i = 0; i < b.size(); i++) {
            final int c = 3 * i;
            final double s = m_streaming[i];
            final double d = b.damping()[i];
            for (int a = 0; a < 3; a++) {
                final int a1 = a == 2 ? 0 : a + 1;
                final int a2 = a == 0 ? 2 : a - 1;
                final double h1 = component(b.hx(), b.hy(), b.hz(), a1, i);
                final double h2 = component(b.hx(), b.hy(), b.hz(), a2, i);
                final double p1 = component(b.px(), b.py(), b.pz(), a1, i);
                final double p2 = component(b.px(), b.py(), b.pz(), a2, i);
                final double crossRe = h1 * xr[c + a2] - h2 * xr[c + a1] + field(b, i, j, a1) * p2
                    - field(b, i, j, a2) * p1;
                final double crossIm = h1 * xi[c + a2] - h2 * xi[c + a1] + field(b, i, j, 12 + a1) * p2
                    - field(b, i, j, 12 + a2) * p1;
                outRe[c + a] = s * xr[c + a] + d * xi[c + a] - crossIm;
                outIm[c + a] = s * xi[c + a] - d * xr[c + a] + crossRe;
            }
        }
    }

    /** out = x M, (x M)_j = (v_j.k - i D_j) x_j + i x_j x H_j + i q w_j s_j sum_i f_ij P_i x x_i. */
    private void applyLeft(final double[] xr, final double[] xi, final double[] j, final double[] outRe,
        final double[] outIm) {
        final ModeArrays b = m_modes;
        final double[] cr = new double[xr.length];
        final double[] ci = new double[xr.length];
        for (int i = 0; i < b.size(); i++) {
            cross(b.px()[i], b.py()[i], b.pz()[i], xr, 3 * i, cr);
            cross(b.px()[i], b.py()[i], b.pz()[i], xi, 3 * i, ci);
        }
        Arrays.fill(j, 0);
        for (int i = 0; i < b.size(); i++) {
            accumulate(b, i, 1, cr, ci, j);
        }
        for (int i = 0; i < b.size(); i++) {
            final int c = 3 * i;
            cross(-b.hx()[i], -b.hy()[i], -b.hz()[i], xr, c, cr);
            cross(-b.hx()[i], -b.hy()[i], -b.hz()[i], xi, c, ci);
            for (int a = 0; a < 3; a++) {
                final double re = cr[c + a] + b.coupling()[i] * field(b, i, j, a);
                final double im = ci[c + a] + b.coupling()[i] * field(b, i, j, 12 + a);
                outRe[c + a] = m_streaming[i] * xr[c + a] + b.damping()[i] * xi[c + a] - im;
                outIm[c + a] = m_streaming[i] * xi[c + a] - b.damping()[i] * xr[c + a] + re;
            }
        }
    }

    private static void cross(final double ax, final double ay, final double az, final double[] x, final int c,
        final double[] out) {
        out[c] = ay * x[c + 2] - az * x[c + 1];
        out[c + 1] = az * x[c] - ax * x[c + 2];
        out[c + 2] = ax * x[c + 1] - ay * x[c];
    }

    private static double component(final double[] x, final double[] y, final double[] z, final int a, final int i) {
        return a == 0 ? x[i] : a == 1 ? y[i] : z[i];
    }

    private static void accumulate(final ModeArrays b, final int i, final double w, final double[] xr,
        final double[] xi, final double[] j) {
        final int c = 3 * i;
        CollectiveField.add(j, 0, w * xr[c], w * xr[c + 1], w * xr[c + 2], b.vx()[i], b.vy()[i], b.vz()[i]);
        CollectiveField.add(j, CollectiveField.SIZE, w * xi[c], w * xi[c + 1], w * xi[c + 2], b.vx()[i], b.vy()[i],
            b.vz()[i]);
    }

    /** V_i g J for one flavor axis; at is a for the real and 12 + a for the imaginary part. */
    private static double field(final ModeArrays b, final int i, final double[] j, final int at) {
        return CollectiveField.contract(j, at, b.vx()[i], b.vy()[i], b.vz()[i]);
    }
}
