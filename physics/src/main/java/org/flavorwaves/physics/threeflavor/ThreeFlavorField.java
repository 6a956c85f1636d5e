package org.flavorwaves.physics.threeflavor;

import java.util.Arrays;

import org.flavorwaves.physics.state.MomentumModes;

/**
 * The 32 collective numbers J^m_a = sum_j w_j s_j V^m_j P_{j,a} of three flavors, and the Hamiltonian vectors in O(N):
 *
 * <pre>H_i = s_i h_vac,i + lambda (e, e) + q g_mn V^m_i J^n,   dP_i/dt = H_i o P_i</pre>
 *
 * <p>(FW three-flavor-hamiltonian), the nu-nu term as (JK 14) has it for two flavors. Units of the potentials.
 */
public final class ThreeFlavorField {
    private static final int A = FlavorAlgebra.SIZE;

    private final MomentumModes m_modes;

    private final double[] m_signed;

    /** s_i h_vac,i + matter, component 8 i + a. */
    private final double[] m_external;

    private final double m_selfInteraction;

    private final double[] m_j = new double[4 * A];

    /**
     * Prepares the external terms of a state's modes.
     *
     * @param state the state; only its modes and vacuum frequencies are kept
     * @param environment mixing, matter and the strength of the nu-nu term
     */
    public ThreeFlavorField(final ThreeFlavorState state, final ThreeFlavorEnvironment environment) {
        m_modes = state.modes();
        m_signed = m_modes.signedWeights();
        m_selfInteraction = environment.selfInteraction();
        m_external = environment.vacuum(state);
        final double[] matter = new double[A];
        FlavorAlgebra.vector(environment.matterPotential(), 0, 0, new double[6], matter, 0);
        for (int c = 0; c < m_external.length; c++) {
            m_external[c] += matter[c % A];
        }
    }

    /**
     * The Hamiltonian vectors.
     *
     * @param p vectors of all modes, component 8 i + a
     * @param h takes H of all modes, component 8 i + a
     */
    public void hamiltonian(final double[] p, final double[] h) {
        sum(p);
        for (int i = 0; i < m_signed.length; i++) {
            final double vx = m_modes.vx(i);
            final double vy = m_modes.vy(i);
            final double vz = m_modes.vz(i);
            for (int a = 0; a < A; a++) {
                h[A * i + a] = m_external[A * i + a] + m_selfInteraction
                    * (m_j[a] - vx * m_j[A + a] - vy * m_j[2 * A + a] - vz * m_j[3 * A + a]);
            }
        }
    }

    private void sum(final double[] p) {
        Arrays.fill(m_j, 0);
        for (int i = 0; i < m_signed.length; i++) {
            final double w = m_signed[i];
            for (int a = 0; a < A; a++) {
                final double wp = w * p[A * i + a];
                m_j[a] += wp;
                m_j[A + a] += wp * m_modes.vx(i);
                m_j[2 * A + a] += wp * m_modes.vy(i);
                m_j[3 * A + a] += wp * m_modes.vz(i);
            }
        }
    }

    /**
     * The homogeneous collisionless equation of motion, dP_i/dt = H_i o P_i (FW three-flavor-hamiltonian).
     *
     * @param p vectors of all modes, component 8 i + a
     * @param h space for H of all modes
     * @param rate takes dP/dt, component 8 i + a
     */
    public void rate(final double[] p, final double[] h, final double[] rate) {
        hamiltonian(p, h);
        Arrays.fill(rate, 0);
        for (int i = 0; i < m_signed.length; i++) {
            FlavorAlgebra.addProduct(1, h, A * i, p, A * i, rate, A * i);
        }
    }

    /**
     * A collective number after the last call of {@link #hamiltonian}.
     *
     * @param m 0 for the density, 1 to 3 for the flux along x, y, z
     * @param a component, 0 to 7
     * @return J^m_a, in the units of the potentials
     */
    public double collective(final int m, final int a) {
        return m_j[A * m + a];
    }

    /**
     * The strength with which a mode acts on another one.
     *
     * @param i the mode that is acted on
     * @param j the mode that acts
     * @return f_ij = 1 - v_i.v_j times w_j s_j and the factor of the nu-nu term, in the units of the potentials
     */
    public double coupling(final int i, final int j) {
        return m_selfInteraction * m_signed[j] * (1 - m_modes.vx(i) * m_modes.vx(j) - m_modes.vy(i) * m_modes.vy(j)
            - m_modes.vz(i) * m_modes.vz(j));
    }
}
