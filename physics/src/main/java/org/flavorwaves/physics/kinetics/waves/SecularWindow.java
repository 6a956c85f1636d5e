package org.flavorwaves.physics.kinetics.waves;

/**
 * Which products of waves the secular approximation keeps: those whose phase turns at a rate of at most Delta
 * (JK 77). A finite box has no exact resonances, so Delta must not be too small.
 */
public final class SecularWindow {
    /** Keeps everything: no approximation. */
    public static final SecularWindow INFINITE = new SecularWindow(Double.POSITIVE_INFINITY);

    /** The default: the larger of the mode spacing of Re Omega and the largest Im Omega of the basis. */
    public static final SecularWindow AUTO = new SecularWindow(Double.NaN);

    private final double m_delta;

    private SecularWindow(final double delta) {
        m_delta = delta;
    }

    /**
     * A given width.
     *
     * @param delta Delta &gt;= 0 in the units of the potentials
     * @return the window
     * @throws IllegalArgumentException if Delta is negative or NaN
     */
    public static SecularWindow of(final double delta) {
        if (!(delta >= 0)) {
            throw new IllegalArgumentException("The secular window must be at least 0 but is " + delta + ".");
        }
        return delta == Double.POSITIVE_INFINITY ? INFINITE : new SecularWindow(delta);
    }

    /**
     * The width on a basis.
     *
     * @param basis the bands
     * @return Delta in the units of the potentials, may be infinite
     */
    public double delta(final WaveBasis basis) {
        return Double.isNaN(m_delta) ? Math.max(basis.modeSpacing(), basis.largestGrowth()) : m_delta;
    }

    @Override
    public String toString() {
        return Double.isNaN(m_delta) ? "SecularWindow[AUTO]" : "SecularWindow[" + m_delta + "]";
    }
}
