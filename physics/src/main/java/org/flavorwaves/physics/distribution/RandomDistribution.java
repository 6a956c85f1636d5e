package org.flavorwaves.physics.distribution;

import java.util.SplittableRandom;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Random modes of both species: the same numbers for the same seed on every machine.
 *
 * <p>Directions are uniform on the sphere (or cos theta uniform in [-1, 1] for rings), species are even odds (the first
 * mode is a neutrino, the second an antineutrino, so that both occur), weights are in [0.2, 1] up to the common factor
 * that makes sum w P0 the density, P0 in [0.2, 1], |P| in [0.1, 1] P0.
 *
 * @param modes number of modes, at least 1
 * @param seed any number
 * @param rings whether the directions are rings about z
 * @param aligned whether P is along +-z with even odds, as emitted; otherwise its direction is uniform on the sphere
 * @param density sum w P0 over all modes, positive
 */
public record RandomDistribution(int modes, long seed, boolean rings, boolean aligned, double density) {

    /**
     * Checks the options.
     *
     * @param modes number of modes, at least 1
     * @param seed any number
     * @param rings whether the directions are rings about z
     * @param aligned whether P is along +-z with even odds, as emitted; otherwise its direction is uniform on the
     *            sphere
     * @param density sum w P0 over all modes, positive
     * @throws IllegalArgumentException if there is no mode or the density is not positive
     */
    public RandomDistribution {
        if (modes < 1) {
            throw new IllegalArgumentException("A random state needs at least 1 mode, not " + modes + ".");
        }
        if (!(density > 0) || Double.isInfinite(density)) {
            throw new IllegalArgumentException("The density must be finite and positive but is " + density + ".");
        }
    }

    /**
     * Draws the state.
     *
     * @return the state
     */
    public FlavorState draw() {
        final SplittableRandom random = new SplittableRandom(seed);
        final Species[] species = new Species[modes];
        final double[][] v = new double[3][modes];
        final double[][] p = new double[3][modes];
        final double[] weight = new double[modes];
        final double[] trace = new double[modes];
        double sum = 0;
        for (int i = 0; i < modes; i++) {
            final boolean nu = random.nextBoolean();
            species[i] = i == 0 || i > 1 && nu ? Species.NU : Species.NUBAR;
            weight[i] = 0.2 + 0.8 * random.nextDouble();
            trace[i] = 0.2 + 0.8 * random.nextDouble();
            sum += weight[i] * trace[i];
            vector(random, 1, v, i);
            final double length = trace[i] * (0.1 + 0.9 * random.nextDouble());
            if (aligned) {
                p[2][i] = random.nextBoolean() ? length : -length;
            } else {
                vector(random, length, p, i);
            }
            if (rings) {
                v[0][i] = 0;
                v[1][i] = 0;
            }
        }
        for (int i = 0; i < modes; i++) {
            weight[i] *= density / sum;
        }
        final MomentumModes drawn = MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .build();
        return new FlavorState(drawn, trace, p[0], p[1], p[2]);
    }

    private static void vector(final SplittableRandom random, final double length, final double[][] out, final int i) {
        final double z = 2 * random.nextDouble() - 1;
        final double phi = 2 * Math.PI * random.nextDouble();
        final double across = Math.sqrt((1 - z) * (1 + z));
        out[0][i] = length * across * Math.cos(phi);
        out[1][i] = length * across * Math.sin(phi);
        out[2][i] = length * z;
    }
}
