package org.flavorwaves.physics.state;

/**
 * Neutrino or antineutrino. Antineutrinos use the convention in which P and Pbar obey the same equation with
 * omega -&gt; -omega.
 */
public enum Species {
    /** Neutrino, s = +1. */
    NU(1, "nu"),
    /** Antineutrino, s = -1. */
    NUBAR(-1, "nubar");

    private final int m_sign;

    private final String m_label;

    Species(final int sign, final String label) {
        m_sign = sign;
        m_label = label;
    }

    /**
     * The species sign.
     *
     * @return s = +1 for neutrinos, -1 for antineutrinos
     */
    public int sign() {
        return m_sign;
    }

    /**
     * The name in tables.
     *
     * @return "nu" or "nubar"
     */
    public String label() {
        return m_label;
    }

    /**
     * Reads the name used in tables.
     *
     * @param label "nu" or "nubar"
     * @return the species
     * @throws IllegalArgumentException if the label is neither
     */
    public static Species ofLabel(final String label) {
        for (final Species s : values()) {
            if (s.m_label.equals(label)) {
                return s;
            }
        }
        throw new IllegalArgumentException("Species must be \"nu\" or \"nubar\" but is \"" + label + "\".");
    }
}
