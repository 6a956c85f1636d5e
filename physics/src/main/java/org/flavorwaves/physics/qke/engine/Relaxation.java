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

    /** S of the same modes, [component][2 B]. */
    private final double[][] m_gain;

    /** int_0^tau exp(-kappa s) ds of the same modes. */
    private final double[] m_emitting;

    /**
     * Makes the factors.
     *
     * @param kappa rates by lane
     * @param gain S, [component][lane]
     * @param tau time interval
     */
    Relaxation(final double[] kappa, final double[][] gain, final double tau) {
        final int lanes = kappa.length;
        m_decay = new double[lanes];
        m_growth = new double[lanes];
        m_gain = gain;
        m_emitting = new double[lanes];
        boolean none = true;
        for (int j = 0; j < lanes; j++) {
            m_decay[j] = Math.exp(-kappa[j] * tau);
            m_growth[j] = Math.exp(kappa[j] * tau);
            m_emitting[j] = kappa[j] == 0 ? tau : -Math.expm1(-kappa[j] * tau) / kappa[j];
            none &= kappa[j] == 0 || tau == 0;
        }
        m_none = none;
    }

    /** kappa int_0^tau exp(-kappa s) cos(omega s) ds. */
    static double even(final double kappa, final double omega, final double tau) {
        final double decay = Math.exp(-kappa * tau);
        return omega == 0 ? -Math.expm1(-kappa * tau) : kappa / (kappa * kappa + omega * omega)
            * (kappa * (1 - decay * Math.cos(omega * tau)) + omega * (decay * Math.sin(omega * tau)));
    }

    /** kappa int_0^tau exp(-kappa s) sin(omega s) ds. */
    static double odd(final double kappa, final double omega, final double tau) {
        final double decay = Math.exp(-kappa * tau);
        return omega == 0 ? 0 : kappa / (kappa * kappa + omega * omega)
            * (omega * (1 - decay * Math.cos(omega * tau)) - kappa * (decay * Math.sin(omega * tau)));
    }

    /**
     * The length of a mean that is held along a direction: it does not precess.
     *
     * @param j the lane of the mode
     * @param length the length, or its slope
     * @param emission what the source adds to it in a unit of time
     * @return the length after the interval
     */
    double relaxed(final int j, final double length, final double emission) {
        return length * m_decay[j] + emission * m_emitting[j];
    }

    /** A slope of such a length before the interval. */
    double back(final int j, final double slope) {
        return slope * m_growth[j];
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
     * @param p the row of the mean, changed
     * @param from column of the first mode
     * @param lanes number of modes
     * @param forward as for {@link #scale}
     * @param gain whether S is added
     */
    void relax(final int first, final int axis, final double[] p, final int from, final int lanes,
        final boolean forward, final boolean gain) {
        final double[] factor = forward ? m_decay : m_growth;
        for (int j = 0; j < lanes; j++) {
            p[from + j] = p[from + j] * factor[first + j] + (gain ? m_gain[axis][first + j] : 0);
        }
    }
}
