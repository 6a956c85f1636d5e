package org.flavorwaves.physics.threeflavor;

/**
 * What surrounds the gas: mixing by the matrix of Pontecorvo, Maki, Nakagawa and Sakata in the parametrization of the
 * Particle Data Group, matter, and the strength of the nu-nu term.
 *
 * <p>The vacuum term of a neutrino is U diag(0, omega21, omega31) U^dagger with omega = dm2/(2E)
 * (FW three-flavor-hamiltonian); antineutrinos, whose sign s = -1 stands in front of it, have the same U.
 *
 * @param theta12 mixing angle in rad
 * @param theta23 mixing angle in rad
 * @param theta13 mixing angle in rad
 * @param deltaCp CP phase in rad
 * @param matterPotential lambda = sqrt(2) G_F n_e, in the units of the potentials
 * @param selfInteraction dimensionless factor on the nu-nu term, 1 for the physical strength
 */
public record ThreeFlavorEnvironment(double theta12, double theta23, double theta13, double deltaCp,
    double matterPotential, double selfInteraction) {

    /** No mixing, no matter, the full nu-nu term. */
    public static final ThreeFlavorEnvironment FAST = new ThreeFlavorEnvironment(0, 0, 0, 0, 0, 1);

    /**
     * Checks that all numbers are finite.
     *
     * @param theta12 mixing angle in rad
     * @param theta23 mixing angle in rad
     * @param theta13 mixing angle in rad
     * @param deltaCp CP phase in rad
     * @param matterPotential lambda, in the units of the potentials
     * @param selfInteraction factor on the nu-nu term
     * @throws IllegalArgumentException if one is NaN or infinite
     */
    public ThreeFlavorEnvironment {
        if (!Double.isFinite(theta12 + theta23 + theta13 + deltaCp + matterPotential + selfInteraction)) {
            throw new IllegalArgumentException("Mixing angles, phase, matter potential and self-interaction must be "
                + "finite but are " + theta12 + ", " + theta23 + ", " + theta13 + ", " + deltaCp + ", "
                + matterPotential + ", " + selfInteraction + ".");
        }
    }

    /**
     * The same with another matter potential.
     *
     * @param lambda matter potential, in the units of the potentials
     * @return a changed copy
     */
    public ThreeFlavorEnvironment withMatterPotential(final double lambda) {
        return new ThreeFlavorEnvironment(theta12, theta23, theta13, deltaCp, lambda, selfInteraction);
    }

    /**
     * The same with another strength of the nu-nu term.
     *
     * @param strength factor on the nu-nu term
     * @return a changed copy
     */
    public ThreeFlavorEnvironment withSelfInteraction(final double strength) {
        return new ThreeFlavorEnvironment(theta12, theta23, theta13, deltaCp, matterPotential, strength);
    }

    /**
     * The vacuum term of a neutrino.
     *
     * @param omega21 dm2_21/(2E), in the units of the potentials
     * @param omega31 dm2_31/(2E), same units
     * @param out takes its eight components, from offset {@code oo}
     * @param oo offset
     */
    public void vacuum(final double omega21, final double omega31, final double[] out, final int oo) {
        final double[][] re = new double[3][2];
        final double[][] im = new double[3][2];
        mixing(re, im);
        final double[] off = new double[6];
        final double[] diagonal = new double[3];
        for (int a = 0; a < 3; a++) {
            diagonal[a] = product(re, im, a, a, omega21, omega31, false);
        }
        final int[] rows = {0, 0, 1};
        final int[] columns = {1, 2, 2};
        for (int e = 0; e < 3; e++) {
            off[2 * e] = product(re, im, rows[e], columns[e], omega21, omega31, false);
            off[2 * e + 1] = product(re, im, rows[e], columns[e], omega21, omega31, true);
        }
        FlavorAlgebra.vector(diagonal[0], diagonal[1], diagonal[2], off, out, oo);
    }

    /**
     * The vacuum terms of all modes of a state, with the sign of their species.
     *
     * @param state the modes and their vacuum frequencies
     * @return s_i h_vac,i, component 8 i + a, in the units of the potentials
     */
    public double[] vacuum(final ThreeFlavorState state) {
        final double[] vacuum = new double[FlavorAlgebra.SIZE * state.size()];
        for (int i = 0; i < state.size(); i++) {
            vacuum(state.omega21(i), state.omega31(i), vacuum, FlavorAlgebra.SIZE * i);
            for (int c = FlavorAlgebra.SIZE * i; c < FlavorAlgebra.SIZE * (i + 1); c++) {
                vacuum[c] *= state.modes().species(i).sign();
            }
        }
        return vacuum;
    }

    /** Entry (a, b) of U diag(0, omega21, omega31) U^dagger, its real or its imaginary part. */
    private static double product(final double[][] re, final double[][] im, final int a, final int b,
        final double omega21, final double omega31, final boolean imaginary) {
        double sum = 0;
        for (int m = 0; m < 2; m++) {
            final double omega = m == 0 ? omega21 : omega31;
            sum += omega * (imaginary ? im[a][m] * re[b][m] - re[a][m] * im[b][m]
                : re[a][m] * re[b][m] + im[a][m] * im[b][m]);
        }
        return sum;
    }

    /** The columns of the second and the third mass; the first has the frequency 0. */
    private void mixing(final double[][] re, final double[][] im) {
        final double s12 = Math.sin(theta12);
        final double c12 = Math.cos(theta12);
        final double s23 = Math.sin(theta23);
        final double c23 = Math.cos(theta23);
        final double s13 = Math.sin(theta13);
        final double c13 = Math.cos(theta13);
        final double cd = Math.cos(deltaCp);
        final double sd = Math.sin(deltaCp);
        re[0] = new double[]{s12 * c13, s13 * cd};
        im[0] = new double[]{0, -s13 * sd};
        re[1] = new double[]{c12 * c23 - s12 * s23 * s13 * cd, s23 * c13};
        im[1] = new double[]{-s12 * s23 * s13 * sd, 0};
        re[2] = new double[]{-c12 * s23 - s12 * c23 * s13 * cd, c23 * c13};
        im[2] = new double[]{-s12 * c23 * s13 * sd, 0};
    }
}
