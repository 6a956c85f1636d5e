package org.flavorwaves.physics.distribution.moments;

import org.flavorwaves.physics.distribution.FlavorSpecies;

/**
 * Moments of the four kinds of neutrino at one place and in one energy bin (or over all energies).
 *
 * @param nuE electron neutrinos
 * @param nubarE electron antineutrinos
 * @param nuX one heavy-lepton neutrino
 * @param nubarX one heavy-lepton antineutrino
 * @param omega vacuum frequency of the bin without the species sign, in the units of the potentials
 */
public record FlavorMoments(SpeciesMoments nuE, SpeciesMoments nubarE, SpeciesMoments nuX, SpeciesMoments nubarX,
    double omega) {
    /** How many heavy-lepton kinds a summed nu_x holds: nu_mu, nu_tau and their antineutrinos. */
    private static final double SUMMED_KINDS = 4;

    /**
     * Moments without a vacuum term.
     *
     * @param nuE electron neutrinos
     * @param nubarE electron antineutrinos
     * @param nuX one heavy-lepton neutrino
     * @param nubarX one heavy-lepton antineutrino
     */
    public FlavorMoments(final SpeciesMoments nuE, final SpeciesMoments nubarE, final SpeciesMoments nuX,
        final SpeciesMoments nubarX) {
        this(nuE, nubarE, nuX, nubarX, 0);
    }

    /**
     * Moments whose heavy-lepton neutrinos are given as the sum over nu_mu, nu_tau and their antineutrinos, each taken
     * as a quarter.
     *
     * @param nuE electron neutrinos
     * @param nubarE electron antineutrinos
     * @param sum4 the four heavy-lepton kinds together
     * @return the moments of single kinds, without a vacuum term
     */
    public static FlavorMoments ofSummedX(final SpeciesMoments nuE, final SpeciesMoments nubarE,
        final SpeciesMoments sum4) {
        final SpeciesMoments one = sum4.times(1 / SUMMED_KINDS);
        return new FlavorMoments(nuE, nubarE, one, one);
    }

    /**
     * The same moments in a bin of another energy.
     *
     * @param vacuumFrequency dm2/(2E) in the units of the potentials
     * @return a changed copy
     */
    public FlavorMoments withOmega(final double vacuumFrequency) {
        return new FlavorMoments(nuE, nubarE, nuX, nubarX, vacuumFrequency);
    }

    /**
     * The same angular distributions at other densities.
     *
     * @param factor at least 0
     * @return all densities multiplied
     */
    public FlavorMoments times(final double factor) {
        return new FlavorMoments(nuE.times(factor), nubarE.times(factor), nuX.times(factor), nubarX.times(factor),
            omega);
    }

    /**
     * The moments of one kind.
     *
     * @param kind which
     * @return its moments
     */
    public SpeciesMoments of(final FlavorSpecies kind) {
        return switch (kind) {
            case NU_E -> nuE;
            case NUBAR_E -> nubarE;
            case NU_X -> nuX;
            case NUBAR_X -> nubarX;
        };
    }

    /**
     * The flux of electron-minus-x lepton number, D^(1..3) = sum over kinds of s (+1 for electron flavor, -1 for x) n
     * F/n.
     *
     * @return a new array of length 3, in the unit of the densities
     */
    public double[] leptonFlux() {
        final double[] flux = new double[3];
        for (final FlavorSpecies kind : FlavorSpecies.values()) {
            final SpeciesMoments moments = of(kind);
            final double g = kind.species().sign() * (kind.isElectron() ? 1 : -1) * moments.density();
            flux[0] += g * moments.fx();
            flux[1] += g * moments.fy();
            flux[2] += g * moments.fz();
        }
        return flux;
    }
}
