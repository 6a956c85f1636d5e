package org.flavorwaves.physics.qke;

import java.util.SplittableRandom;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/** States for the tests of the box. */
final class BoxStates {
    private BoxStates() {
    }

    /** Reference case 1: neutrinos at v = 1 and antineutrinos at v = -1. */
    static FlavorState twoBeams() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).build();
        return FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
    }

    /** Random modes in all directions with vacuum frequencies, polarized in all directions of flavor. */
    static FlavorState random(final int n, final long seed, final boolean rings, final boolean vacuum) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[][] p = new double[3][n];
        final double[] weight = new double[n];
        final double[] omega = new double[n];
        final double[] trace = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
            unit(random, 1, v, i);
            if (rings) {
                v[0][i] = 0;
                v[1][i] = 0;
            }
            unit(random, 0.2 + 0.7 * random.nextDouble(), p, i);
            weight[i] = (0.5 + random.nextDouble()) / n;
            omega[i] = vacuum ? random.nextDouble() : 0;
            trace[i] = 1;
        }
        return new FlavorState(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .omega(omega).build(), trace, p[0], p[1], p[2]);
    }

    /** The same modes and vectors with depolarization rates. */
    static FlavorState damped(final FlavorState state) {
        final MomentumModes modes = state.modes();
        final double[] rates = new double[state.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 0.05 + 0.02 * i;
        }
        return new FlavorState(MomentumModes.builder().species(species(modes))
            .velocity(modes.vxs(), modes.vys(), modes.vzs()).weight(modes.weights()).omega(modes.omegas())
            .depolarization(rates).build(), state.traces(), state.pxs(), state.pys(), state.pzs());
    }

    private static void unit(final SplittableRandom random, final double length, final double[][] out, final int i) {
        final double z = 2 * random.nextDouble() - 1;
        final double phi = 2 * Math.PI * random.nextDouble();
        final double across = Math.sqrt(1 - z * z);
        out[0][i] = length * across * Math.cos(phi);
        out[1][i] = length * across * Math.sin(phi);
        out[2][i] = length * z;
    }

    /** The species of modes. */
    static Species[] species(final MomentumModes modes) {
        final Species[] species = new Species[modes.size()];
        for (int i = 0; i < species.length; i++) {
            species[i] = modes.species(i);
        }
        return species;
    }

    /** A random wave function. */
    static WaveFunction wave(final int n, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] re = new double[3 * n];
        final double[] im = new double[3 * n];
        for (int c = 0; c < re.length; c++) {
            re[c] = random.nextDouble() - 0.5;
            im[c] = random.nextDouble() - 0.5;
        }
        return new WaveFunction(re, im);
    }

    /** A state with waves of some amplitude in the first harmonics of all axes that the box has. */
    static BoxField waves(final BoxGrid grid, final FlavorState state, final double amplitude) {
        BoxField field = BoxField.homogeneous(grid, state);
        for (int h = 1; h < Math.min(grid.harmonics(), 6); h += 2) {
            field = field.plusWave(h, wave(state.size(), h), amplitude);
        }
        return field;
    }

    /** The largest difference of coefficients. */
    static double distance(final BoxField a, final BoxField b) {
        double worst = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int c = 0; c < 3; c++) {
                for (int h = 0; h < a.grid().harmonics(); h++) {
                    worst = Math.max(worst, Math.hypot(a.re(i, c, h) - b.re(i, c, h), a.im(i, c, h) - b.im(i, c, h)));
                }
            }
        }
        return worst;
    }
}
