package org.flavorwaves.physics.thermo;

import java.util.Arrays;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * The entropy of a state (JK 91): S/V = sum_i w_i s(P0_i, |P_i|) over neutrinos and antineutrinos alike, without the
 * species sign; with three flavors s_i is a sum over the three eigenvalues of rho_i (FW three-flavor-entropy). In the
 * units of the weights, k_B = 1. Immutable.
 */
public final class FlavorEntropy {
    private final double[] m_weight;

    private final double[] m_length;

    private final double[] m_entropy;

    private final double[] m_affinity;

    private FlavorEntropy(final FlavorState state) {
        m_weight = state.modes().weights();
        m_length = state.lengths();
        m_entropy = new double[m_weight.length];
        m_affinity = new double[m_weight.length];
        for (int i = 0; i < m_weight.length; i++) {
            m_entropy[i] = ModeEntropy.entropy(state.trace(i), m_length[i]);
            m_affinity[i] = ModeEntropy.affinity(state.trace(i), m_length[i]);
        }
    }

    private FlavorEntropy(final ThreeFlavorState state) {
        final int n = state.size();
        final double[] p = state.vectors();
        m_weight = state.modes().weights();
        m_length = new double[n];
        m_entropy = new double[n];
        m_affinity = new double[n];
        for (int i = 0; i < n; i++) {
            m_length[i] = FlavorAlgebra.length(p, FlavorAlgebra.SIZE * i);
            final double third = state.trace(i) / 3;
            for (final double f : state.eigenvalues(i)) {
                m_entropy[i] += ModeEntropy.ofOccupation(f, 1 - f);
                if (m_length[i] > 0 && f != third) {
                    m_affinity[i] += (f - third) / m_length[i] * ModeEntropy.logit(f);
                }
            }
        }
    }

    /**
     * Computes the entropy of a state of three flavors, O(N). Lengths |P| are those of its vectors of eight components.
     *
     * @param state the state
     * @return its entropy
     */
    public static FlavorEntropy of(final ThreeFlavorState state) {
        return new FlavorEntropy(state);
    }

    /**
     * Computes the entropy of a state, O(N).
     *
     * @param state the state
     * @return its entropy
     */
    public static FlavorEntropy of(final FlavorState state) {
        return new FlavorEntropy(state);
    }

    /**
     * The entropy of a mode.
     *
     * @param i mode index
     * @return s_i in [0, 2 ln 2], or [0, 3 ln 2] with three flavors
     */
    public double entropy(final int i) {
        return m_entropy[i];
    }

    /**
     * The flavor affinity -ds/d|P| of a mode, see {@link ModeEntropy#affinity}.
     *
     * @param i mode index
     * @return at least 0, infinite for a pure mode
     */
    public double affinity(final int i) {
        return m_affinity[i];
    }

    /**
     * The entropy density.
     *
     * @return S/V = sum w s
     */
    public double total() {
        double sum = 0;
        for (int i = 0; i < m_weight.length; i++) {
            sum += m_weight[i] * m_entropy[i];
        }
        return sum;
    }

    /**
     * The production of entropy by the decay d|P_i|/dt = -gamma_i |P_i| at fixed P0 (FW entropy-production).
     *
     * @param rates gamma_i of each mode (viscosity plus depolarization), in the units of the potentials
     * @return sum w gamma |P| artanh(..); a mode with gamma = 0 produces none, a pure mode with gamma &gt; 0 at an
     *         infinite rate
     * @throws IllegalArgumentException if there is not one rate a mode
     */
    public double production(final double[] rates) {
        return Arrays.stream(productions(rates)).sum();
    }

    /**
     * The production of entropy by each mode.
     *
     * @param rates gamma_i of each mode, in the units of the potentials
     * @return w_i gamma_i |P_i| artanh(..) of each mode
     * @throws IllegalArgumentException if there is not one rate a mode
     */
    public double[] productions(final double[] rates) {
        if (rates.length != m_weight.length) {
            throw new IllegalArgumentException("There must be one rate a mode, " + m_weight.length + ", but there are "
                + rates.length + ".");
        }
        final double[] production = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            final double decay = m_weight[i] * rates[i] * m_length[i];
            production[i] = decay == 0 ? 0 : decay * m_affinity[i];
        }
        return production;
    }
}
