package org.flavorwaves.physics.linear.collective;

/** Which terms a growing wave needs. */
public enum WaveOrigin {
    /** It also grows without vacuum oscillations and without depolarization. */
    FAST("fast"),
    /** It needs vacuum oscillations, but no depolarization. */
    SLOW("slow"),
    /** It needs depolarization. */
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
