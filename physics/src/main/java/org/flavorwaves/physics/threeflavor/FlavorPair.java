package org.flavorwaves.physics.threeflavor;

import java.util.Locale;

/** Two of the three flavors; the first one takes the place of the electron flavor in a gas of two flavors. */
public enum FlavorPair {
    /** Electron and muon flavor. */
    E_MU(0, 1, 0, 1),
    /** Electron and tau flavor. */
    E_TAU(0, 2, 3, 1),
    /** Muon and tau flavor, between which matter makes no difference. */
    MU_TAU(1, 2, 5, 0);

    private final int m_first;

    private final int m_second;

    private final int m_component;

    private final int m_matter;

    FlavorPair(final int first, final int second, final int component, final int matter) {
        m_first = first;
        m_second = second;
        m_component = component;
        m_matter = matter;
    }

    /**
     * The pair in a sentence.
     *
     * @return "e-mu", "e-tau" or "mu-tau"
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The first flavor.
     *
     * @return its index, 0, 1, 2 for e, mu, tau
     */
    public int first() {
        return m_first;
    }

    /**
     * The second flavor.
     *
     * @return its index, 0, 1, 2 for e, mu, tau
     */
    public int second() {
        return m_second;
    }

    /**
     * The component of the eight that is this pair's Px; the next one is its Py.
     *
     * @return its index, from 0
     */
    public int component() {
        return m_component;
    }

    /**
     * The density matrix of two flavors in this pair, the third flavor absent.
     *
     * @param trace P0
     * @param px Px
     * @param py Py
     * @param pz Pz
     * @return nine numbers: ee, mm, tt, and real and imaginary parts of em, et, mt
     */
    public double[] rho(final double trace, final double px, final double py, final double pz) {
        final double[] rho = new double[9];
        rho[m_first] = (trace + pz) / 2;
        rho[m_second] = (trace - pz) / 2;
        final int off = 3 + 2 * (m_first + m_second - 1);
        rho[off] = px / 2;
        rho[off + 1] = -py / 2;
        return rho;
    }

    /**
     * The difference of the matter potentials of the two flavors, lambda_a - lambda_b.
     *
     * @param lambda matter potential of electron neutrinos
     * @return lambda, or 0 for mu and tau
     */
    public double matterPotential(final double lambda) {
        return m_matter * lambda;
    }
}
