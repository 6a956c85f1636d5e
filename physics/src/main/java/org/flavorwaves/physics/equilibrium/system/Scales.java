package org.flavorwaves.physics.equilibrium.system;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.InvalidModeException;

/** The sizes that make the equations dimensionless, in the units of the potentials. */
public final class Scales {
    /** |H_i| below this share of the sizes of its terms is rounding and has no direction. */
    public static final double NO_DIRECTION = 1e-14;

    private Scales() {
    }

    /**
     * sum_i w_i |P_i|, or 1 if that is 0.
     *
     * @param state the modes
     * @return a field above 0, in the units of the potentials
     */
    public static double field(final FlavorState state) {
        final double[] w = state.modes().weights();
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * state.length(i);
        }
        return sum > 0 ? sum : 1;
    }

    /**
     * The largest of |lambda|, |omega_i| and q sum_i w_i |P_i|, or 1 if that is 0.
     *
     * @param state the modes
     * @param environment lambda and q
     * @return a rate above 0, in the units of the potentials
     */
    public static double rate(final FlavorState state, final Environment environment) {
        double largest = Math.max(Math.abs(environment.matterPotential()),
            Math.abs(environment.selfInteraction()) * field(state));
        for (final double omega : state.modes().omegas()) {
            largest = Math.max(largest, Math.abs(omega));
        }
        return largest > 0 ? largest : 1;
    }

    /**
     * The mean length of the Hamiltonian vectors.
     *
     * @param h the H_i
     * @return the mean |H_i|, in the units of the potentials
     */
    public static double meanLength(final Hamiltonian h) {
        double sum = 0;
        for (int i = 0; i < h.size(); i++) {
            sum += h.length(i);
        }
        return sum / h.size();
    }

    /**
     * Refuses a polarized mode whose H_i is zero to rounding.
     *
     * @param state polarization vectors
     * @param environment the terms that make up the H_i
     * @param h the H_i
     * @param rotation length of the rotation vector that has been subtracted
     * @throws InvalidModeException naming the first such mode
     */
    public static void requireDirections(final FlavorState state, final Environment environment, final Hamiltonian h,
        final double rotation) {
        final double common = Math.abs(environment.matterPotential()) + rotation
            + 2 * Math.abs(environment.selfInteraction()) * field(state);
        for (int i = 0; i < state.size(); i++) {
            final double bound = NO_DIRECTION * (common + Math.abs(state.modes().omega(i)));
            if (state.length(i) > 0 && h.length(i) <= bound) {
                final String frame = rotation > 0
                    ? " in the frame that rotates at " + rotation + "; coRotating OFF stays at rest"
                    : ": P has no direction to align with";
                throw new InvalidModeException(i, "has |P| = " + state.length(i) + " but |H| = " + h.length(i)
                    + ", which is zero to rounding (bound " + bound + ")" + frame);
            }
        }
    }
}
