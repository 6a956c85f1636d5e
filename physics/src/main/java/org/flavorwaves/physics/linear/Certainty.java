package org.flavorwaves.physics.linear;

/** How sure it is that no wave grows faster than the one that was found. */
public enum Certainty {
    /** The lepton number has one sign in every direction and there are no other terms: no wave grows. */
    NO_CROSSING("no crossing"),
    /** The search covered all wave vectors that were asked for, and a finer one found nothing faster. */
    COMPLETE("complete"),
    /** The growth rises towards the edge of the range of wave vectors, or towards infinite ones. */
    AT_EDGE("at edge"),
    /** The last refinement of the search still found a faster wave, or parts of it had to be left out. */
    UNCERTAIN("uncertain");

    private final String m_label;

    Certainty(final String label) {
        m_label = label;
    }

    /**
     * Whether no faster wave is to be expected.
     *
     * @return false at an edge and where the search is uncertain
     */
    public boolean sure() {
        return this == NO_CROSSING || this == COMPLETE;
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
