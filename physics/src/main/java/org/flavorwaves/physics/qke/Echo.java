package org.flavorwaves.physics.qke;

/**
 * A Loschmidt echo: at a time the motion is reversed, all Hamiltonian vectors and velocities with it, so that a field
 * without collisions goes back to its start at twice that time, as far as noise and the error of the steps let it.
 *
 * @param time when the motion is reversed, positive, in the inverse unit of the potentials
 * @param noise root mean square length of Gaussian vectors with equal shares of all components and harmonics, relative
 *     to that of P of each mode, that are added then before lengths are restored, in [0, 1]
 * @param seed of the noise
 */
public record Echo(double time, double noise, long seed) {
    /**
     * Checks the numbers.
     *
     * @param time when the motion is reversed, positive, in the inverse unit of the potentials
     * @param noise root mean square length of Gaussian vectors with equal shares of all components and harmonics,
     *     relative to that of P of each mode, that are added then before lengths are restored, in [0, 1]
     * @param seed of the noise
     * @throws IllegalArgumentException if the time is not positive and finite or the noise not in [0, 1]
     */
    public Echo {
        if (!(time > 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("The time of the echo must be positive and finite but is " + time + ".");
        }
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("The noise of the echo must be in [0, 1] but is " + noise + ".");
        }
    }

    /**
     * How much of the start an echo brought back. Distances are root mean squares of P over modes, weighted by w, and
     * points, relative to the rms length at the start.
     *
     * @param reversal distance from the start where the motion was reversed, before the noise
     * @param end distance from the start at twice that time
     */
    public record Return(double reversal, double end) {
        /**
         * The share of the way back.
         *
         * @return 1 if the start returns, 0 if the field is as far from it as at the reversal; NaN if nothing moved
         */
        public double share() {
            return reversal > 0 ? 1 - end / reversal : Double.NaN;
        }
    }
}
