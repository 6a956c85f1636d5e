package org.flavorwaves.physics.linear.collective;

/** Which terms a growing wave needs. */
public enum WaveOrigin {
    /** It also grows without vacuum oscillations and without collisions. */
    FAST("fast"),
    /** It needs vacuum oscillations, but no collisions. */
    SLOW("slow"),
    /** It needs collisions, depolarization or absorption. */
    COLLISIONAL("collisional");

    private final String m_label;

    WaveOrigin(final String label) {
        m_label = label;
    }

    /**
     * The name in tables.
     *
     * @return the lower-case name
     */
    public String label() {
        return m_label;
    }
}
