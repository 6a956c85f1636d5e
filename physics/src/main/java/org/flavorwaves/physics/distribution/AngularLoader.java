package org.flavorwaves.physics.distribution;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * Loads axisymmetric densities as momentum modes: w f = (quadrature weight) x (density per measure), so that
 * sum w s P_z is the integral of G(v): with the accuracy of the grid for {@link FlavorAngles}, exactly for
 * {@link FlavorMeasures}. A direction in which a species has no neutrinos is no mode.
 *
 * <p>The largest occupation in the cell is {@code peakOccupation}; with energies the occupations follow the Fermi-Dirac
 * spectra at each energy (the weight has the phase space E^2 dE), so they fall with energy. Only entropies depend on
 * that choice.
 *
 * @param grid rings, or directions on the sphere; theta is counted from the polar axis of the grid
 * @param spectra energies, or empty for one energy
 * @param vacuumFrequency omega as a function of the energy in MeV, in the units of the potentials; at energy 1 without
 *            spectra
 * @param peakOccupation largest occupation f in the cell, in (0, 1]
 */
public record AngularLoader(AngularGrid grid, Optional<EnergySpectra> spectra, DoubleUnaryOperator vacuumFrequency,
    double peakOccupation) {
    /** Largest occupation unless said otherwise: full modes, w |P| is the density itself. */
    public static final double DEFAULT_PEAK_OCCUPATION = 1;

    /**
     * Checks the options.
     *
     * @param grid rings, or directions on the sphere; theta is counted from the polar axis of the grid
     * @param spectra energies, or empty for one energy
     * @param vacuumFrequency omega as a function of the energy in MeV, in the units of the potentials; at energy 1
     *            without spectra
     * @param peakOccupation largest occupation f in the cell, in (0, 1]
     * @throws IllegalArgumentException if the occupation is out of its bounds
     */
    public AngularLoader {
        ModeAssembly.requireOccupation(peakOccupation);
    }

    /**
     * A loader without energies and vacuum term, with a largest occupation of {@value #DEFAULT_PEAK_OCCUPATION}.
     *
     * @param grid rings, or directions on the sphere
     */
    public AngularLoader(final AngularGrid grid) {
        this(grid, Optional.empty(), energy -> 0, DEFAULT_PEAK_OCCUPATION);
    }

    /**
     * The same with energies.
     *
     * @param energySpectra energies and spectra
     * @return a changed copy
     */
    public AngularLoader withSpectra(final EnergySpectra energySpectra) {
        return new AngularLoader(grid, Optional.of(energySpectra), vacuumFrequency, peakOccupation);
    }

    /**
     * The same with a vacuum term.
     *
     * @param omega vacuum frequency as a function of the energy in MeV
     * @return a changed copy
     */
    public AngularLoader withVacuumFrequency(final DoubleUnaryOperator omega) {
        return new AngularLoader(grid, spectra, omega, peakOccupation);
    }

    /**
     * The same with other occupations.
     *
     * @param occupation largest occupation f in the cell, in (0, 1]
     * @return a changed copy
     */
    public AngularLoader withPeakOccupation(final double occupation) {
        return new AngularLoader(grid, spectra, vacuumFrequency, occupation);
    }

    /**
     * Loads densities by their values at the directions of the grid.
     *
     * @param angles densities of the four kinds per cos theta
     * @return the state and the place of each mode
     * @throws IllegalArgumentException if a density is negative or not finite, or all are zero
     */
    public LoadedState load(final FlavorAngles angles) {
        return load(kind -> {
            final double[] values = new double[grid.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = angles.of(kind).applyAsDouble(grid.cosTheta(i));
            }
            return Optional.of(values);
        });
    }

    /**
     * Loads distributions with their exact numbers and fluxes.
     *
     * @param measures the distributions
     * @return the state and the place of each mode
     * @throws IllegalArgumentException if the grid is too coarse for a flux, a density is negative or not finite, or
     *             all are zero
     */
    public LoadedState load(final FlavorMeasures measures) {
        final Map<FlavorSpecies, double[]> values = measures.on(grid);
        return load(kind -> Optional.ofNullable(values.get(kind)));
    }

    private LoadedState load(final Function<FlavorSpecies, Optional<double[]>> values) {
        final int bins = spectra.map(s -> s.grid().size()).orElse(1);
        final double[] phaseSpace = new double[bins];
        final double[] omega = new double[bins];
        for (int b = 0; b < bins; b++) {
            final int e = b;
            phaseSpace[b] = spectra.map(s -> s.phaseSpace(e)).orElse(1.0);
            omega[b] = vacuumFrequency.applyAsDouble(spectra.map(s -> s.grid().energy(e)).orElse(1.0));
        }
        final ModeAssembly assembly = new ModeAssembly(grid, phaseSpace, omega);
        for (final FlavorSpecies kind : FlavorSpecies.values()) {
            final double[] shares = spectra.map(s -> s.shares(kind)).orElse(new double[]{1});
            values.apply(kind).ifPresent(densities -> {
                for (int i = 0; i < densities.length; i++) {
                    for (int b = 0; b < bins; b++) {
                        assembly.density(kind, b)[i] = shares[b] * densities[i] / grid.measurePerCosTheta();
                    }
                }
            });
        }
        return assembly.assemble(peakOccupation, false);
    }
}
