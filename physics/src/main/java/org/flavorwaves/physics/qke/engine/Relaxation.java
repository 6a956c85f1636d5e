package org.flavorwaves.physics.qke.engine;

/**
 * What absorption and emission do exactly in a time interval beside the precession: all harmonics of a mode shrink by
 * exp(-kappa tau), and the mean gains S = kappa int_0^tau exp(-kappa s) R(s) P_s ds (FW source), R the precession
 * about the external Hamiltonian. Immutable.
 */
final class Relaxation {
    private final boolean m_none;

    /** exp(-kappa tau) and exp(kappa tau) of modes j, then of modes B + j. */
    private final double[] m_decay;

    private final double[] m_growth;

    /** S of the same modes, [axis][2 B]. */
    private final double[][] m_gain;

    /**
     * Makes the factors and gains.
     *
     * @param kappa rates by lane
     * @param source P_s, [axis][lane]
     * @param external the external Hamiltonian, [axis][lane]
     * @param tau time interval
     */
    Relaxation(final double[] kappa, final double[][] source, final double[][] external, final double tau) {
        final int lanes = kappa.length;
        m_decay = new double[lanes];
        m_growth = new double[lanes];
        m_gain = new double[3][lanes];
        boolean none = true;
        for (int j = 0; j < lanes; j++) {
            m_decay[j] = Math.exp(-kappa[j] * tau);
            m_growth[j] = Math.exp(kappa[j] * tau);
            none &= kappa[j] == 0 || tau == 0;
            if (kappa[j] > 0) {
                gain(j, kappa[j], source, external, tau);
            }
        }
        m_none = none;
    }

    private void gain(final int j, final double kappa, final double[][] source, final double[][] external,
        final double tau) {
        final double h = Math.sqrt(external[0][j] * external[0][j] + external[1][j] * external[1][j]
            + external[2][j] * external[2][j]);
        final double along = h > 0 ? (external[0][j] * source[0][j] + external[1][j] * source[1][j]
            + external[2][j] * source[2][j]) / (h * h) : 0;
        final double whole = -Math.expm1(-kappa * tau);
        final double norm = kappa / (kappa * kappa + h * h);
        final double cos = m_decay[j] * Math.cos(h * tau);
        final double sin = m_decay[j] * Math.sin(h * tau);
        final double even = h > 0 ? norm * (kappa * (1 - cos) + h * sin) : whole;
        final double odd = h > 0 ? norm * (h * (1 - cos) - kappa * sin) / h : 0;
        for (int a = 0; a < 3; a++) {
            final int b = (a + 1) % 3;
            final int c = (a + 2) % 3;
            m_gain[a][j] = whole * along * external[a][j] + even * (source[a][j] - along * external[a][j])
                + odd * (external[b][j] * source[c][j] - external[c][j] * source[b][j]);
        }
    }

    /** Whether nothing is absorbed or emitted. */
    boolean isNone() {
        return m_none;
    }

    /**
     * Multiplies phases by what the harmonics shrink or grow by.
     *
     * @param cos by lane, changed
     * @param sin by lane, changed
     * @param forward true for exp(-kappa tau), false for exp(kappa tau)
     */
    void scale(final double[] cos, final double[] sin, final boolean forward) {
        final double[] factor = forward ? m_decay : m_growth;
        for (int j = 0; j < factor.length; j++) {
            cos[j] *= factor[j];
            sin[j] *= factor[j];
        }
    }

    /**
     * Multiplies the mean of modes and adds the gain.
     *
     * @param first lane of the first mode
     * @param axis flavor axis
     * @param p values of the modes by lane, changed
     * @param forward as for {@link #scale}
     * @param gain whether S is added
     */
    void relax(final int first, final int axis, final double[] p, final boolean forward, final boolean gain) {
        final double[] factor = forward ? m_decay : m_growth;
        for (int j = 0; j < p.length; j++) {
            p[j] = p[j] * factor[first + j] + (gain ? m_gain[axis][first + j] : 0);
        }
    }
}
