package org.flavorwaves.physics.distribution;

/**
 * Energies and the spectrum of each kind of neutrino. Only its shape is used: the densities come from elsewhere.
 *
 * @param grid energies
 * @param nuE spectrum of electron neutrinos
 * @param nubarE spectrum of electron antineutrinos
 * @param nuX spectrum of the heavy-lepton neutrinos
 * @param nubarX spectrum of the heavy-lepton antineutrinos
 */
public record EnergySpectra(EnergyGrid grid, FermiDirac nuE, FermiDirac nubarE, FermiDirac nuX, FermiDirac nubarX) {

    /**
     * One spectrum for all kinds.
     *
     * @param grid energies
     * @param all spectrum of each kind
     */
    public EnergySpectra(final EnergyGrid grid, final FermiDirac all) {
        this(grid, all, all, all, all);
    }

    /**
     * The spectrum of one kind.
     *
     * @param kind which
     * @return its spectrum
     */
    public FermiDirac of(final FlavorSpecies kind) {
        return switch (kind) {
            case NU_E -> nuE;
            case NUBAR_E -> nubarE;
            case NU_X -> nuX;
            case NUBAR_X -> nubarX;
        };
    }

    /**
     * The shares of the energies in the density of a kind, proportional to width E^2 f(E) and summing to 1 exactly as
     * far as the rounding allows.
     *
     * @param kind which
     * @return one share an energy
     */
    public double[] shares(final FlavorSpecies kind) {
        final double[] shares = new double[grid.size()];
        double sum = 0;
        for (int e = 0; e < shares.length; e++) {
            shares[e] = phaseSpace(e) * of(kind).occupation(grid.energy(e));
            sum += shares[e];
        }
        for (int e = 0; e < shares.length; e++) {
            shares[e] /= sum;
        }
        return shares;
    }

    /**
     * The phase space of an energy up to a constant.
     *
     * @param e index of the energy
     * @return width E^2 in MeV^3
     */
    public double phaseSpace(final int e) {
        return grid.width(e) * grid.energy(e) * grid.energy(e);
    }
}
