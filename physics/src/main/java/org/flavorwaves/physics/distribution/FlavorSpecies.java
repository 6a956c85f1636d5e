package org.flavorwaves.physics.distribution;

import org.flavorwaves.physics.state.Species;

/** The four kinds of neutrino in two flavors: what a density belongs to. */
public enum FlavorSpecies {
    /** Electron neutrinos. */
    NU_E("nu_e", Species.NU, true),
    /** Electron antineutrinos. */
    NUBAR_E("nubar_e", Species.NUBAR, true),
    /** One of the two heavy-lepton neutrinos. */
    NU_X("nu_x", Species.NU, false),
    /** One of the two heavy-lepton antineutrinos. */
    NUBAR_X("nubar_x", Species.NUBAR, false);

    private final String m_label;

    private final Species m_species;

    private final boolean m_electron;

    FlavorSpecies(final String label, final Species species, final boolean electron) {
        m_label = label;
        m_species = species;
        m_electron = electron;
    }

    /**
     * The name in tables.
     *
     * @return "nu_e", "nubar_e", "nu_x" or "nubar_x"
     */
    public String label() {
        return m_label;
    }

    /**
     * Neutrino or antineutrino.
     *
     * @return the species of the mode that carries it
     */
    public Species species() {
        return m_species;
    }

    /**
     * Whether this is the electron flavor.
     *
     * @return true for f_e, false for f_x
     */
    public boolean isElectron() {
        return m_electron;
    }
}
