package org.flavorwaves.physics.linear.collective;

import java.util.Random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/** Random backgrounds of each structure: both species, vacuum, matter, depolarization, a factor on the nu-nu term. */
public final class StructuredStates {
    private StructuredStates() {
    }

    /** A background of n random modes of the given structure. */
    public static Background background(final BackgroundStructure structure, final int n, final long seed) {
        final Random random = new Random(seed);
        final MomentumModes modes = modes(n, random);
        final Environment mixed = new Environment(0.3, 1.5, 0.9);
        return switch (structure) {
            case ALIGNED -> Background.of(alongZ(modes, random), new Environment(0, 0.7, 0.9));
            case EQUILIBRIUM -> Background.of(equilibrium(modes, mixed, random), mixed);
            case GENERAL -> Background.of(anywhere(modes, random), mixed);
        };
    }

    /** The same without depolarization. */
    public static Background undamped(final BackgroundStructure structure, final int n, final long seed) {
        final Random random = new Random(seed);
        final MomentumModes damped = modes(n, random);
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            species[i] = damped.species(i);
        }
        final MomentumModes modes = MomentumModes.builder().species(species)
            .velocity(damped.vxs(), damped.vys(), damped.vzs()).weight(damped.weights()).omega(damped.omegas())
            .build();
        final Environment mixed = new Environment(0.3, 1.5, 0.9);
        return switch (structure) {
            case ALIGNED -> Background.of(alongZ(modes, random), new Environment(0, 0.7, 0.9));
            case EQUILIBRIUM -> Background.of(equilibrium(modes, mixed, random), mixed);
            case GENERAL -> Background.of(anywhere(modes, random), mixed);
        };
    }

    /** A random background of n rings about z. */
    public static Background rings(final int n, final Random random) {
        final MomentumModes sphere = modes(n, random);
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            species[i] = sphere.species(i);
        }
        final MomentumModes modes = MomentumModes.builder().species(species).rings(sphere.vzs())
            .weight(sphere.weights()).build();
        return Background.of(alongZ(modes, random), Environment.FAST);
    }

    private static MomentumModes modes(final int n, final Random random) {
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] omega = new double[n];
        final double[] damping = new double[n];
        final boolean damped = random.nextBoolean();
        final boolean slow = random.nextBoolean();
        for (int i = 0; i < n; i++) {
            species[i] = random.nextBoolean() ? Species.NU : Species.NUBAR;
            unit(random, 1, v, i);
            w[i] = 2 * (0.2 + 0.8 * random.nextDouble()) / n;
            omega[i] = slow ? 2 * random.nextDouble() - 1 : 0;
            damping[i] = damped ? 0.2 * random.nextDouble() : 0;
        }
        return MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w).omega(omega)
            .depolarization(damping).build();
    }

    private static void unit(final Random random, final double length, final double[][] out, final int i) {
        final double[] u = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final double norm = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]) * (1 + 1e-15);
        for (int a = 0; a < 3; a++) {
            out[a][i] = length * u[a] / norm;
        }
    }

    private static FlavorState alongZ(final MomentumModes modes, final Random random) {
        final double[] trace = new double[modes.size()];
        final double[] pz = new double[modes.size()];
        for (int i = 0; i < trace.length; i++) {
            trace[i] = 1;
            pz[i] = (random.nextBoolean() ? 1 : -1) * (0.1 + 0.9 * random.nextDouble());
        }
        return FlavorState.alongZ(modes, trace, pz);
    }

    private static FlavorState anywhere(final MomentumModes modes, final Random random) {
        final double[] trace = new double[modes.size()];
        final double[][] p = new double[3][modes.size()];
        for (int i = 0; i < trace.length; i++) {
            trace[i] = 1;
            unit(random, 0.1 + 0.9 * random.nextDouble(), p, i);
        }
        return new FlavorState(modes, trace, p[0], p[1], p[2]);
    }

    /** P_i = +-|P_i| H_i/|H_i| by iteration, which contracts in strong external fields. */
    private static FlavorState equilibrium(final MomentumModes modes, final Environment environment,
        final Random random) {
        FlavorState state = alongZ(modes, random);
        final double[] signed = state.pzs();
        for (int sweep = 0; sweep < 5000; sweep++) {
            final Hamiltonian h = Hamiltonian.of(state, environment);
            final double[][] p = {h.hxs(), h.hys(), h.hzs()};
            double change = 0;
            for (int i = 0; i < modes.size(); i++) {
                final double factor = signed[i] / h.length(i);
                final double[] before = {state.px(i), state.py(i), state.pz(i)};
                for (int a = 0; a < 3; a++) {
                    p[a][i] *= factor;
                    change = Math.max(change, Math.abs(p[a][i] - before[a]));
                }
            }
            state = state.withPolarization(p[0], p[1], p[2]);
            if (change < 1e-15) {
                return state;
            }
        }
        throw new IllegalStateException("The equilibrium of the test did not converge.");
    }
}
