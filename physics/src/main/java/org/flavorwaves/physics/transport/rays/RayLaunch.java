package org.flavorwaves.physics.transport.rays;

import java.util.OptionalDouble;

import org.flavorwaves.physics.state.WaveVector;

/**
 * Where a ray starts.
 *
 * @param z place
 * @param k physical wave vector, in the units of the potentials
 * @param omega Re Omega to which the nearest band is taken; empty for the band of the options
 * @param action wave action n at the start, or |A|^2 of a growing wave, not negative
 */
public record RayLaunch(double z, WaveVector k, OptionalDouble omega, double action) {
    /**
     * Checks the numbers.
     *
     * @param z place
     * @param k physical wave vector, in the units of the potentials
     * @param omega Re Omega to which the nearest band is taken; empty for the band of the options
     * @param action wave action n at the start, or |A|^2 of a growing wave, not negative
     * @throws IllegalArgumentException if one is not finite, or the action is negative
     */
    public RayLaunch {
        if (!Double.isFinite(z) || !Double.isFinite(k.kx()) || !Double.isFinite(k.ky()) || !Double.isFinite(k.kz())) {
            throw new IllegalArgumentException("A ray cannot start at z = " + z + " with k = (" + k.kx() + ", " + k.ky()
                + ", " + k.kz() + "); the numbers must be finite.");
        }
        if (omega.isPresent() && !Double.isFinite(omega.getAsDouble())) {
            throw new IllegalArgumentException("omega_re at the start of a ray is " + omega.getAsDouble()
                + "; it must be finite, or missing.");
        }
        if (!(action >= 0) || Double.isInfinite(action)) {
            throw new IllegalArgumentException("The action at the start of a ray is " + action
                + "; it must be finite and not negative.");
        }
    }
}
