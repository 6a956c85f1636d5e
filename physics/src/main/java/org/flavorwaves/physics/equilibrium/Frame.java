package org.flavorwaves.physics.equilibrium;

/**
 * The frames in which an equilibrium may stand still: H_i -> H_i - sum_k Omega_k n_k with unknown Omega_k, one for
 * every axis n_k about which the external terms are symmetric, J^0.n_k = its conserved value for each, and linear
 * conditions on J that fix the phase (JK II D). Without an axis this is the resting frame.
 */
final class Frame {
    /** The resting frame. */
    static final Frame REST = new Frame(new double[0][], new double[0], new double[0][]);

    private final double[][] m_axes;

    private final double[] m_conserved;

    private final double[][] m_phases;

    /**
     * Keeps the arrays.
     *
     * @param axes unit axes n_k, 3 numbers each
     * @param conserved J^0.n_k, in the units of the potentials
     * @param phases rows of 12 dimensionless numbers r with r.J = 0
     */
    Frame(final double[][] axes, final double[] conserved, final double[][] phases) {
        m_axes = axes;
        m_conserved = conserved;
        m_phases = phases;
    }

    /** The same frame with free phase, for equations that break the symmetry. */
    Frame withoutPhase() {
        return new Frame(m_axes, m_conserved, new double[0][]);
    }

    int rotations() {
        return m_axes.length;
    }

    double axis(final int k, final int a) {
        return m_axes[k][a];
    }

    double conserved(final int k) {
        return m_conserved[k];
    }

    int phases() {
        return m_phases.length;
    }

    double phase(final int row, final int component) {
        return m_phases[row][component];
    }

    /** Component a of the rotation vector sum_k Omega_k n_k. */
    double rotation(final double[] omega, final int a) {
        double sum = 0;
        for (int k = 0; k < m_axes.length; k++) {
            sum += omega[k] * m_axes[k][a];
        }
        return sum;
    }
}
