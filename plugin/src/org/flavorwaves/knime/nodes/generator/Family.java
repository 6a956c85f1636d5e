package org.flavorwaves.knime.nodes.generator;

import org.knime.node.parameters.widget.choices.Label;

/** The families of distributions. */
enum Family {
    @Label(value = "Two beams", description = "Neutrinos with v = +1 against the negative carrier with v = -1.")
    TWO_BEAM,
    @Label(value = "Beams", description = "Any number of axisymmetric beams with given lepton numbers.")
    BEAMS,
    @Label(value = "Isotropic", description = "Each kind of neutrino equal in all directions.")
    ISOTROPIC,
    @Label(value = "Box", description = "Neutrinos and antineutrinos constant within bands of cos θ.")
    BOX,
    @Label(value = "Half-Gaussian", description = "Half-Gaussians at cos θ = 1: nu_e of unit density and width σ, "
        + "nubar_e of density α and another width.")
    HALF_GAUSSIAN,
    @Label(value = "Polynomial crossing", description = "G = (1 - v)² - s², a shallow crossing near v = 1.")
    POLYNOMIAL_CROSSING,
    @Label(value = "Exponential crossing", description = "G = 1 - A exp(-(1 - v)/w), a narrow crossing near v = 1.")
    EXPONENTIAL_CROSSING,
    @Label(value = "Linear", description = "G = a + b v.")
    LINEAR,
    @Label(value = "Legendre series", description = "G = Σ (l + ½) g_l P_l(v) from its Legendre moments.")
    LEGENDRE,
    @Label(value = "Random", description = "Random modes of both species; equal numbers for equal seeds.")
    RANDOM;

    /** Whether the family is a list of modes and not a density on the angular grid. */
    boolean isList() {
        return this == TWO_BEAM || this == BEAMS || this == RANDOM;
    }
}
