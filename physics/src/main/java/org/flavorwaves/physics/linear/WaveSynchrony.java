package org.flavorwaves.physics.linear;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;

/**
 * How far a wave is from being synchronized with its own field (JK 22): the torque |H_{i,-n} x P_{i,n}| that its part
 * in a mode exerts on the mean, beside the most that it could be, |H_{i,-n}||P_{i,n}|, with H_{i,n} = sum_j w_j s_j
 * f_ij P_{j,n} (FW wave-field). Their ratio is 0 where field and wave lie along one real direction, with any phases,
 * and 1 where they are perpendicular, as in a circular wave. With three flavors the product is that of
 * (FW flavor-product), whose length has the same bound. O(N). Immutable.
 */
public final class WaveSynchrony {
    private static final int A = FlavorAlgebra.SIZE;

    private final double[] m_weights;

    private final double[] m_torques;

    private final double[] m_bounds;

    /**
     * Measures a wave.
     *
     * @param modes velocities, species and weights of N modes
     * @param wave P_{i,n} of two flavors or of three
     * @throws IllegalArgumentException if the numbers of modes differ
     */
    public WaveSynchrony(final MomentumModes modes, final WaveFunction wave) {
        if (wave.modes() != modes.size()) {
            throw new IllegalArgumentException("The wave has " + wave.modes() + " modes but there are " + modes.size()
                + ".");
        }
        m_weights = modes.weights();
        m_torques = new double[modes.size()];
        m_bounds = new double[modes.size()];
        final int components = wave.ownRe().length / modes.size();
        final double[][] sums = {sums(modes, wave.ownRe(), components), sums(modes, wave.ownIm(), components)};
        final double[][] h = new double[2][A];
        final double[][] p = new double[2][A];
        final double[][] torque = new double[2][A];
        for (int i = 0; i < m_torques.length; i++) {
            System.arraycopy(wave.ownRe(), components * i, p[0], 0, components);
            System.arraycopy(wave.ownIm(), components * i, p[1], 0, components);
            for (int part = 0; part < 2; part++) {
                for (int a = 0; a < components; a++) {
                    h[part][a] = sums[part][a] - modes.vx(i) * sums[part][A + a] - modes.vy(i) * sums[part][2 * A + a]
                        - modes.vz(i) * sums[part][3 * A + a];
                    torque[part][a] = 0;
                }
            }
            FlavorAlgebra.addProduct(1, h[0], 0, p[0], 0, torque[0], 0);
            FlavorAlgebra.addProduct(1, h[1], 0, p[1], 0, torque[0], 0);
            FlavorAlgebra.addProduct(1, h[0], 0, p[1], 0, torque[1], 0);
            FlavorAlgebra.addProduct(-1, h[1], 0, p[0], 0, torque[1], 0);
            m_torques[i] = length(torque);
            m_bounds[i] = length(h) * length(p);
        }
    }

    /** J^0_a, J^1_a ... J^3_a, with room for eight components each. */
    private static double[] sums(final MomentumModes modes, final double[] p, final int components) {
        final double[] ws = modes.signedWeights();
        final double[] sums = new double[4 * A];
        for (int j = 0; j < ws.length; j++) {
            for (int a = 0; a < components; a++) {
                final double share = ws[j] * p[components * j + a];
                sums[a] += share;
                sums[A + a] += modes.vx(j) * share;
                sums[2 * A + a] += modes.vy(j) * share;
                sums[3 * A + a] += modes.vz(j) * share;
            }
        }
        return sums;
    }

    private static double length(final double[][] vector) {
        return Math.hypot(FlavorAlgebra.length(vector[0], 0), FlavorAlgebra.length(vector[1], 0));
    }

    /**
     * The ratio of a mode.
     *
     * @param i mode index
     * @return |H_{i,-n} x P_{i,n}|/(|H_{i,-n}||P_{i,n}|), 0 to 1; NaN without wave or field
     */
    public double share(final int i) {
        return m_bounds[i] > 0 ? m_torques[i] / m_bounds[i] : Double.NaN;
    }

    /**
     * The torque of all modes.
     *
     * @return sum_i w_i |H_{i,-n} x P_{i,n}| for a nu-nu term of strength 1
     */
    public double torque() {
        return sum(m_torques);
    }

    /**
     * What the torque of all modes could be.
     *
     * @return sum_i w_i |H_{i,-n}||P_{i,n}| for a nu-nu term of strength 1
     */
    public double bound() {
        return sum(m_bounds);
    }

    private double sum(final double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += m_weights[i] * values[i];
        }
        return sum;
    }
}
