package org.flavorwaves.physics.linear;

/** The direction of the field psi^m of a wave with respect to its wave vector. */
public enum WavePolarization {
    /** psi^t and psi^z: the wave has the axial symmetry of the medium. */
    LONGITUDINAL("longitudinal"),
    /** psi^x and psi^y: the wave breaks the axial symmetry of the medium. */
    TRANSVERSE("transverse"),
    /** Both, in a medium that is not axially symmetric about the wave vector; also if it is not known. */
    MIXED("mixed");

    private final String m_label;

    WavePolarization(final String label) {
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
