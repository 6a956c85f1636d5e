package org.flavorwaves.knime.io.moments;

/** What a file of moments is, found out by its content. */
public enum MomentsFormat {
    /** A line of column names, then one line a cell and kind of neutrino. */
    DELIMITED("delimited text", "as the column species says"),
    /** The M1 moments of a merger on a grid in an orthonormal frame, as Emu and Rhea read them. */
    MERGER("M1 merger HDF5", "nu_x_sum4 is the sum of nu_mu, nu_tau and their antineutrinos"),
    /** GR-Athena++'s M1 moments. */
    ATHENA("GR-Athena++ M1", "nu_x_sum4 is the sum of nu_mu, nu_tau and their antineutrinos"),
    /** FLASH's two-flavor M1 moments. */
    FLASH("FLASH two-flavor M1", "nu_x and nubar_x are the second of two flavors, one kind each"),
    /** GR1D's profiles over the radius. */
    GR1D("GR1D profiles", "nu_x_sum4 is the sum of nu_mu, nu_tau and their antineutrinos"),
    /** Emu's allData.h5. */
    EMU("Emu allData", "nu_x and nubar_x are one kind each, the mean of the flavors after the first"),
    /** nuX's moments along a line. */
    NUX("nuX M1", "nu_x_sum4 is the sum of nu_mu, nu_tau and their antineutrinos"),
    /** The fields of Emu's plotfiles. */
    EMU_PLOT("Emu plotfile", "nu_x and nubar_x are one kind each, the mean of the flavors after the first"),
    /** Rhea's list of four-fluxes. */
    RHEA("Rhea F4", "nu_x and nubar_x are one kind each, the mean of mu and tau");

    private final String m_label;

    private final String m_species;

    MomentsFormat(final String label, final String species) {
        m_label = label;
        m_species = species;
    }

    /**
     * The name for people.
     *
     * @return such as "M1 merger HDF5"
     */
    public String label() {
        return m_label;
    }

    /**
     * What the species mean.
     *
     * @return the end of a sentence
     */
    public String species() {
        return m_species;
    }
}
