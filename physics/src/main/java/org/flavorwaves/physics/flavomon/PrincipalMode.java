package org.flavorwaves.physics.flavomon;

import java.util.Optional;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector.Derivative;

/**
 * The real root of the dispersion relation with principal values that belongs to a mode inside the light cone: the
 * flavomon to leading order in its growth rate (FR 18), (FR 20).
 *
 * @param omega shifted, real frequency, in the unit of the potentials
 * @param renormalisation Z of this root, in the unit of the potentials
 * @param weakGrowth gamma = -pi Z sum_i w_i g_i |e.V_i|^2 delta(omega - k.v_i), in the unit of the potentials
 */
record PrincipalMode(double omega, double renormalisation, double weakGrowth) {
    private static final int NEWTON_STEPS = 60;

    private static final double ACCURACY = 1e-13;

    /** How far the root may be from the mode, in units of its growth rate or damping. */
    private static final double REACH = 2;

    /**
     * Finds the real root next to a mode.
     *
     * @param medium the medium
     * @param sector the sector of the mode
     * @param k its shifted wave number
     * @param mode its complex frequency
     * @return the root; empty if there is none inside the light cone within twice the mode's growth rate
     */
    static Optional<PrincipalMode> near(final FlavomonMedium medium, final Sector sector, final double k,
        final Complex mode) {
        final double reach = REACH * Math.abs(mode.getImaginary()) + ACCURACY * medium.scale();
        double omega = mode.getReal();
        for (int step = 0; step < NEWTON_STEPS; step++) {
            final DielectricTensor eps = medium.dielectricTensor(new Complex(omega), k);
            final DielectricTensor real = eps.principalValue();
            final double change = sector.value(real).getReal() / sector.slope(real, Derivative.IN_FREQUENCY).getReal();
            omega -= change;
            if (!(Math.abs(omega - mode.getReal()) <= reach) || !(Math.abs(omega) < Math.abs(k))) {
                return Optional.empty();
            }
            if (Math.abs(change) <= ACCURACY * (Math.abs(omega) + medium.scale())) {
                return Optional.of(at(medium, sector, k, omega));
            }
        }
        return Optional.empty();
    }

    /** Im(e eps e) = pi sum_i w_i g_i |e.V_i|^2 delta(omega - k.v_i) with the retarded tensor. */
    private static PrincipalMode at(final FlavomonMedium medium, final Sector sector, final double k,
        final double omega) {
        final DielectricTensor eps = medium.dielectricTensor(new Complex(omega), k);
        final DielectricTensor real = eps.principalValue();
        final Complex[] e = sector.polarization(real);
        final double z = 1 / real.inverseNorm(e).getReal();
        return new PrincipalMode(omega, z, -z * eps.expectation(e).getImaginary());
    }
}
