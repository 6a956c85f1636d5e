package org.flavorwaves.physics.linear.bands;

/** What a band does, as told by its frequency and its condition number. */
public enum BandKind {
    /** Omega = v_i.k - i D_i exactly: a change of |P_i| that streams freely. */
    TRIVIAL("trivial"),
    /** |Im Omega| is zero to rounding. */
    STABLE("stable"),
    /** Im Omega &gt; 0: the wave grows. */
    UNSTABLE("unstable"),
    /** Im Omega &lt; 0: the wave decays. */
    DAMPED("damped"),
    /**
     * Right and left vectors are orthogonal to working precision (condition above 1e8): an exceptional point, where
     * bands merge. Bands that coincide with vectors of their own are not.
     */
    DEFECTIVE("defective");

    private final String m_label;

    BandKind(final String label) {
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
