package org.flavorwaves.knime.io.moments;

import java.util.List;

/**
 * The kinds of neutrinos of a file with the diagonals of density matrices of two or three flavors: one kind of nu_x is
 * the mean of the flavors after the first, or mu and tau are kinds of their own.
 */
public final class FlavorKinds {
    private static final List<String> MEAN = List.of("nu_e", "nubar_e", "nu_x", "nubar_x");

    private static final List<String> SEPARATE =
        List.of("nu_e", "nubar_e", "nu_mu", "nubar_mu", "nu_tau", "nubar_tau");

    private static final int COMPONENTS = 4;

    private final int m_flavors;

    private final boolean m_separate;

    /**
     * Chooses the kinds.
     *
     * @param flavors 2 or 3
     * @param separate whether mu and tau of three flavors are kinds of their own
     */
    public FlavorKinds(final int flavors, final boolean separate) {
        m_flavors = flavors;
        m_separate = separate && flavors == 3;
    }

    /**
     * The labels.
     *
     * @return a neutrino and its antineutrino in turn
     */
    public List<String> species() {
        return m_separate ? SEPARATE : MEAN;
    }

    /**
     * What the labels mean.
     *
     * @param format the format of the file, for the mean
     * @return the end of a sentence
     */
    public String meaning(final MomentsFormat format) {
        return m_separate ? "nu_mu and nu_tau are kinds of their own" : format.species();
    }

    /**
     * Empty moments of a cell.
     *
     * @return of each kind n and flux along x, y, z
     */
    public double[][] moments() {
        return new double[species().size()][COMPONENTS];
    }

    /**
     * Adds a moment of a flavor.
     *
     * @param moments of the cell
     * @param bar 0 of neutrinos, 1 of antineutrinos
     * @param flavor 0 for electron flavor
     * @param component 0 for the density, 1 to 3 for the flux
     * @param value the moment
     */
    public void add(final double[][] moments, final int bar, final int flavor, final int component,
        final double value) {
        final int kind = m_separate ? flavor : Math.min(flavor, 1);
        moments[2 * kind + bar][component] += flavor == 0 || m_separate ? value : value / (m_flavors - 1);
    }
}
