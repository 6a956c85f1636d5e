package org.flavorwaves.physics.linear;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;

/** The operator of the waves of three flavors (FW three-flavor-waves), O(N) through the 32 collective numbers. */
public final class ThreeFlavorOperator implements BandOperator {
    private static final int A = FlavorAlgebra.SIZE;

    private final MomentumModes m_modes;

    private final double[] m_coupling;

    private final double[] m_p;

    private final double[] m_h;

    private final WaveVector m_k;

    /**
     * The operator at a wave vector.
     *
     * @param background the background
     * @param k wave vector, in the units of the potentials
     */
    public ThreeFlavorOperator(final ThreeFlavorBackground background, final WaveVector k) {
        m_modes = background.state().modes();
        m_k = k;
        m_p = background.state().vectors();
        m_h = new double[m_p.length];
        new ThreeFlavorField(background.state(), background.environment()).hamiltonian(m_p, m_h);
        m_coupling = m_modes.signedWeights();
        for (int i = 0; i < m_coupling.length; i++) {
            m_coupling[i] *= background.environment().selfInteraction();
        }
    }

    @Override
    public int size() {
        return m_p.length;
    }

    private double streaming(final int i) {
        return m_k.dot(m_modes.vx(i), m_modes.vy(i), m_modes.vz(i));
    }

    /** The largest |v_i.k - i D_i| + |H_i|, plus the Frobenius norm of |P_i| f_ij q w_j; O(N). */
    @Override
    public double norm() {
        double largest = 0;
        final double[] p = new double[m_coupling.length];
        for (int i = 0; i < m_coupling.length; i++) {
            p[i] = FlavorAlgebra.length(m_p, A * i);
            largest = Math.max(largest,
                Math.hypot(streaming(i), m_modes.damping(i)) + FlavorAlgebra.length(m_h, A * i));
        }
        return largest + ModeArrays.couplingNorm(m_modes.vxs(), m_modes.vys(), m_modes.vzs(), m_coupling, p);
    }

    @Override
    public void apply(final double[] re, final double[] im, final double[] outRe, final double[] outIm) {
        final double[] turnRe = turned(re);
        final double[] turnIm = turned(im);
        for (int i = 0; i < m_coupling.length; i++) {
            final double s = streaming(i);
            final double d = m_modes.damping(i);
            for (int c = A * i; c < A * (i + 1); c++) {
                outRe[c] = s * re[c] + d * im[c] - turnIm[c];
                outIm[c] = s * im[c] - d * re[c] + turnRe[c];
            }
        }
    }

    /** H_i o x_i + h_i o P_i with the field h of x. */
    private double[] turned(final double[] x) {
        final double[] j = new double[4 * A];
        for (int i = 0; i < m_coupling.length; i++) {
            for (int a = 0; a < A; a++) {
                final double wx = m_coupling[i] * x[A * i + a];
                j[a] += wx;
                j[A + a] += wx * m_modes.vx(i);
                j[2 * A + a] += wx * m_modes.vy(i);
                j[3 * A + a] += wx * m_modes.vz(i);
            }
        }
        final double[] field = new double[A];
        final double[] out = new double[x.length];
        for (int i = 0; i < m_coupling.length; i++) {
            for (int a = 0; a < A; a++) {
                field[a] = j[a] - m_modes.vx(i) * j[A + a] - m_modes.vy(i) * j[2 * A + a]
                    - m_modes.vz(i) * j[3 * A + a];
            }
            FlavorAlgebra.addProduct(1, m_h, A * i, x, A * i, out, A * i);
            FlavorAlgebra.addProduct(1, field, 0, m_p, A * i, out, A * i);
        }
        return out;
    }
}
