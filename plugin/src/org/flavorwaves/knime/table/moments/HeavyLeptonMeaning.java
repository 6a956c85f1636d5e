package org.flavorwaves.knime.table.moments;

import org.knime.node.parameters.widget.choices.Label;

/** What a number given for nu_x counts. */
public enum HeavyLeptonMeaning {
    /** One kind of neutrino. */
    @Label(value = "One kind", description = "nu_x is one heavy-lepton neutrino, nubar_x one antineutrino. Without "
        + "nubar_x the antineutrinos are taken as equal to the neutrinos.")
    ONE(1, false),
    /** Both flavors. */
    @Label(value = "Mu and tau", description = "nu_x is the sum of nu_mu and nu_tau, nubar_x that of their "
        + "antineutrinos; each kind is a half. Without nubar_x the antineutrinos are taken as equal.")
    MU_TAU(2, false),
    /** Both flavors with their antineutrinos. */
    @Label(value = "All four", description = "nu_x is the sum of nu_mu, nu_tau and their antineutrinos; each kind is "
        + "a quarter. There must be no nubar_x.")
    ALL_FOUR(4, true);

    private final int m_kinds;

    private final boolean m_holdsAntineutrinos;

    HeavyLeptonMeaning(final int kinds, final boolean holdsAntineutrinos) {
        m_kinds = kinds;
        m_holdsAntineutrinos = holdsAntineutrinos;
    }

    /**
     * The part of the number that one kind of neutrino has.
     *
     * @return 1 over the number of kinds
     */
    public double share() {
        return 1.0 / m_kinds;
    }

    /**
     * Whether antineutrinos are counted too, so that nubar_x must not be given.
     *
     * @return true for all four kinds
     */
    public boolean holdsAntineutrinos() {
        return m_holdsAntineutrinos;
    }
}
