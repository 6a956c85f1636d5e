package org.flavorwaves.physics.state;

/**
 * What surrounds the gas and is equal for all modes: vacuum mixing, matter, and the strength of the nu-nu term.
 *
 * <p>H_i = s_i omega_i B + lambda z + q sum_j w_j s_j f_ij P_j with B = (sin 2 theta, 0, -cos 2 theta)
 * (FW hamiltonian).
 *
 * @param thetaMix vacuum mixing angle theta in rad
 * @param matterPotential lambda = sqrt(2) G_F n_e, in the units of the potentials
 * @param selfInteraction dimensionless factor q on the nu-nu term, 1 for the physical strength
 */
public record Environment(double thetaMix, double matterPotential, double selfInteraction) {

    /** No mixing, no matter, full nu-nu term: the fast-flavor limit, with B = (0, 0, -1). */
    public static final Environment FAST = new Environment(0, 0, 1);

    /**
     * Checks that all three numbers are finite.
     *
     * @param thetaMix vacuum mixing angle theta in rad
     * @param matterPotential lambda = sqrt(2) G_F n_e, in the units of the potentials
     * @param selfInteraction dimensionless factor q on the nu-nu term, 1 for the physical strength
     * @throws IllegalArgumentException if one is NaN or infinite
     */
    public Environment {
        requireFinite("thetaMix", thetaMix);
        requireFinite("matterPotential", matterPotential);
        requireFinite("selfInteraction", selfInteraction);
    }

    private static void requireFinite(final String name, final double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite but is " + value + ".");
        }
    }

    /**
     * First component of the mass axis.
     *
     * @return B_x = sin 2 theta
     */
    public double bx() {
        return Math.sin(2 * thetaMix);
    }

    /**
     * Third component of the mass axis (the second one is zero).
     *
     * @return B_z = -cos 2 theta
     */
    public double bz() {
        return -Math.cos(2 * thetaMix);
    }

    /**
     * The same surroundings with another matter potential.
     *
     * @param lambda the new lambda, in the units of the potentials
     * @return a changed copy
     */
    public Environment withMatterPotential(final double lambda) {
        return new Environment(thetaMix, lambda, selfInteraction);
    }

    /**
     * The same surroundings with another strength of the nu-nu term.
     *
     * @param factor the new factor
     * @return a changed copy
     */
    public Environment withSelfInteraction(final double factor) {
        return new Environment(thetaMix, matterPotential, factor);
    }
}
