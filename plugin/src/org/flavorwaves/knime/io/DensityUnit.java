package org.flavorwaves.knime.io;

/** The unit of weights, where a file says it. */
public enum DensityUnit {
    /** Potential per unit occupation, sqrt(2) G_F = 1. */
    NATURAL("natural"),
    /** Number density per unit occupation in cm^-3. */
    PER_CM3("cm^-3");

    private final String m_label;

    DensityUnit(final String label) {
        m_label = label;
    }

    /**
     * The name in files.
     *
     * @return "natural" or "cm^-3"
     */
    public String label() {
        return m_label;
    }

    /**
     * The unit of a name.
     *
     * @param label a name in a file
     * @return the unit
     * @throws StateFormatException if there is none of that name
     */
    public static DensityUnit ofLabel(final String label) {
        for (final DensityUnit unit : values()) {
            if (unit.m_label.equals(label)) {
                return unit;
            }
        }
        throw new StateFormatException("The units are '" + label + "'; known are 'natural' and 'cm^-3'.");
    }
}
