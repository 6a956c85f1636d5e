package org.flavorwaves.physics.distribution.moments;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.ModeAssembly;

/**
 * Loads moments as momentum modes with the {@link Minerbo} closure, each kind of neutrino about its own flux direction
 * (FW minerbo). P0 = f_e + f_x and P_z = f_e - f_x; neutrinos and antineutrinos are modes of
 * their own.
 *
 * <p>Number densities without energies do not say how much phase space there is, so the occupations are a choice: the
 * largest one in the cell is set to {@code peakOccupation}, which also fixes the weights. Every collective sum, the
 * Hamiltonian and the linear theory depend only on w P and so not on this choice; entropies do.
 *
 * @param grid directions; on rings every flux must be along z
 * @param matching which moments of the discrete distribution are exact
 * @param peakOccupation largest occupation f in the cell, in (0, 1]
 */
public record MomentLoader(AngularGrid grid, MomentMatching matching, double peakOccupation) {
    /** Largest occupation unless said otherwise. */
    public static final double DEFAULT_PEAK_OCCUPATION = 0.5;

    /** Largest |F_perpendicular|/n that still counts as axisymmetric. */
    public static final double RING_TOLERANCE = 1e-6;

    /**
     * Checks the options.
     *
     * @param grid directions; on rings every flux must be along z
     * @param matching which moments of the discrete distribution are exact
     * @param peakOccupation largest occupation f in the cell, in (0, 1]
     * @throws IllegalArgumentException if the occupation is out of its bounds
     */
    public MomentLoader {
        ModeAssembly.requireOccupation(peakOccupation);
    }

    /**
     * A loader with exact densities and a largest occupation of {@value #DEFAULT_PEAK_OCCUPATION}.
     *
     * @param grid directions
     */
    public MomentLoader(final AngularGrid grid) {
        this(grid, MomentMatching.DENSITY, DEFAULT_PEAK_OCCUPATION);
    }

    /**
     * Loads one place without energies.
     *
     * @param moments of the four kinds
     * @return the state and its quality
     * @throws IllegalArgumentException if a flux is not along z on rings, a beam meets {@link MomentMatching#NONE}, a
     *             flux cannot be reached on the grid with {@link MomentMatching#DENSITY_AND_FLUX}, or all densities are
     *             zero
     */
    public LoadedMoments load(final FlavorMoments moments) {
        return load(List.of(moments));
    }

    /**
     * Loads one place with energy bins.
     *
     * @param bins moments of the four kinds in each energy bin
     * @return the state and its quality
     * @throws IllegalArgumentException as in {@link #load(FlavorMoments)}
     */
    public LoadedMoments load(final List<FlavorMoments> bins) {
        final double[] phaseSpace = new double[bins.size()];
        final double[] omega = new double[bins.size()];
        for (int b = 0; b < omega.length; b++) {
            phaseSpace[b] = 1;
            omega[b] = bins.get(b).omega();
        }
        final ModeAssembly assembly = new ModeAssembly(grid, phaseSpace, omega);
        final List<ClosureReport> reports = new ArrayList<>();
        for (int b = 0; b < omega.length; b++) {
            for (final FlavorSpecies kind : FlavorSpecies.values()) {
                final SpeciesMoments moments = bins.get(b).of(kind);
                if (moments.density() > 0) {
                    reports.add(close(moments, b, kind, assembly.density(kind, b)));
                }
            }
        }
        return new LoadedMoments(assembly.assemble(peakOccupation, true), reports);
    }

    private ClosureReport close(final SpeciesMoments moments, final int bin, final FlavorSpecies kind,
        final double[] density) {
        final DiscreteClosure closure = new DiscreteClosure(grid, onGrid(grid, moments, kind));
        try {
            closure.fill(matching, density);
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException("Moments of " + kind.label() + (bin > 0 ? " in bin " + bin : "") + ": "
                + e.getMessage(), e);
        }
        final double fluxError = closure.fluxError(density);
        for (int i = 0; i < density.length; i++) {
            density[i] *= moments.density();
        }
        return new ClosureReport(bin, kind, moments.fluxFactor(), closure.shape(), closure.densityError(), fluxError);
    }

    /** The moments; on rings without the rounding across the z axis. */
    static SpeciesMoments onGrid(final AngularGrid grid, final SpeciesMoments moments, final FlavorSpecies kind) {
        final double perpendicular = Math.hypot(moments.fx(), moments.fy());
        if (!grid.isRings() || perpendicular == 0) {
            return moments;
        }
        if (perpendicular > RING_TOLERANCE) {
            throw new IllegalArgumentException("The flux of " + kind.label() + " has a part across the z axis of "
                + perpendicular + " (times the density), above the bound " + RING_TOLERANCE
                + " for axisymmetric rings; use a sphere of directions.");
        }
        return new SpeciesMoments(moments.density(), 0, 0, moments.fz());
    }
}
