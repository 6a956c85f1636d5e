package org.flavorwaves.physics.distribution.moments;

import java.util.function.IntToDoubleFunction;

import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * The angular moments of one kind of neutrino in a state: with f_e = (P0 + Pz)/2, f_x = (P0 - Pz)/2 the density is
 * n = sum w f, the flux F = sum w f v and the pressure P = sum w f v v (FW angular-moments). A ring, stored as
 * v = (0, 0, cos theta), stands for all azimuths, so that its transverse pressure is (1 - cos^2 theta)/2 in x and y.
 */
public final class AngularMoments {
    private final double m_density;

    private final double[] m_flux;

    private final double[] m_pressure;

    private AngularMoments(final double density, final double[] flux, final double[] pressure) {
        m_density = density;
        m_flux = flux;
        m_pressure = pressure;
    }

    /**
     * Sums the modes of one kind.
     *
     * @param state a state
     * @param kind what is counted; modes of the other species are left out
     * @param modes the modes to sum, such as those of one energy
     * @return the moments, in the unit of the weights
     */
    public static AngularMoments of(final FlavorState state, final FlavorSpecies kind, final int... modes) {
        final int sign = kind.isElectron() ? 1 : -1;
        return of(state.modes(), kind.species(), i -> (state.trace(i) + sign * state.pz(i)) / 2, modes);
    }

    /**
     * Sums the modes of one kind of three flavors.
     *
     * @param state a state
     * @param species neutrinos or antineutrinos; modes of the other species are left out
     * @param flavor 0, 1, 2 for e, mu, tau
     * @param modes the modes to sum, such as those of one energy
     * @return the moments, in the unit of the weights
     */
    public static AngularMoments of(final ThreeFlavorState state, final Species species, final int flavor,
        final int... modes) {
        return of(state.modes(), species, i -> state.occupation(i, flavor), modes);
    }

    private static AngularMoments of(final MomentumModes all, final Species species,
        final IntToDoubleFunction occupation, final int... modes) {
        double density = 0;
        final double[] flux = new double[3];
        final double[] pressure = new double[6];
        for (final int i : modes) {
            if (all.species(i) == species) {
                final double wf = all.weight(i) * Math.max(0, occupation.applyAsDouble(i));
                final double vx = all.vx(i);
                final double vy = all.vy(i);
                final double vz = all.vz(i);
                final double ring = Math.max(0, 1 - vx * vx - vy * vy - vz * vz) / 2;
                density += wf;
                flux[0] += wf * vx;
                flux[1] += wf * vy;
                flux[2] += wf * vz;
                pressure[0] += wf * (vx * vx + ring);
                pressure[1] += wf * vx * vy;
                pressure[2] += wf * vx * vz;
                pressure[3] += wf * (vy * vy + ring);
                pressure[4] += wf * vy * vz;
                pressure[5] += wf * vz * vz;
            }
        }
        return new AngularMoments(density, flux, pressure);
    }

    /**
     * Number density.
     *
     * @return n, in the unit of the weights
     */
    public double density() {
        return m_density;
    }

    /**
     * Flux over c.
     *
     * @param axis 0, 1, 2 for x, y, z
     * @return a component of F, in the unit of the weights
     */
    public double flux(final int axis) {
        return m_flux[axis];
    }

    /**
     * Flux factor.
     *
     * @param axis 0, 1, 2 for x, y, z
     * @return a component of F/n; 0 without neutrinos
     */
    public double fluxFactor(final int axis) {
        return ratio(m_flux[axis]);
    }

    /**
     * Eddington tensor.
     *
     * @param component 0 to 5 for xx, xy, xz, yy, yz, zz
     * @return a component of P/n; 0 without neutrinos
     */
    public double eddington(final int component) {
        return ratio(m_pressure[component]);
    }

    private double ratio(final double moment) {
        return m_density > 0 ? moment / m_density : 0;
    }
}
