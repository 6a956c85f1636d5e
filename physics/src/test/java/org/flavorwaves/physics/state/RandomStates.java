package org.flavorwaves.physics.state;

import java.util.Random;

/** Random states for tests: general directions, both species, vacuum frequencies, polarization vectors anywhere. */
public final class RandomStates {
    private RandomStates() {
    }

    /**
     * A random anisotropic state.
     *
     * @param n number of modes
     * @param random source of numbers
     * @return weights in [0.2, 1]/sqrt(n), omega in [-1, 1], P0 in [0.2, 1], |P| in (0, P0]
     */
    public static FlavorState random(final int n, final Random random) {
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] omega = new double[n];
        final double[] p0 = new double[n];
        final double[][] p = new double[3][n];
        for (int i = 0; i < n; i++) {
            species[i] = random.nextBoolean() ? Species.NU : Species.NUBAR;
            direction(random, 1, v, i);
            w[i] = (0.2 + 0.8 * random.nextDouble()) / Math.sqrt(n);
            omega[i] = 2 * random.nextDouble() - 1;
            p0[i] = 0.2 + 0.8 * random.nextDouble();
            direction(random, p0[i] * (1 - random.nextDouble()), p, i);
        }
        final MomentumModes modes = MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w)
            .omega(omega).build();
        return new FlavorState(modes, p0, p[0], p[1], p[2]);
    }

    private static void direction(final Random random, final double length, final double[][] out, final int i) {
        double norm = 0;
        for (int a = 0; a < 3; a++) {
            out[a][i] = random.nextGaussian();
            norm += out[a][i] * out[a][i];
        }
        for (int a = 0; a < 3; a++) {
            out[a][i] *= length * (1 - 1e-15) / Math.sqrt(norm);
        }
    }
}
