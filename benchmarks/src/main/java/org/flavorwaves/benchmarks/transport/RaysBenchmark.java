package org.flavorwaves.benchmarks.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.BackgroundProfile;
import org.flavorwaves.physics.transport.rays.Ray;
import org.flavorwaves.physics.transport.rays.RayLaunch;
import org.flavorwaves.physics.transport.rays.RayOptions;
import org.flavorwaves.physics.transport.rays.RayPoint;
import org.flavorwaves.physics.transport.rays.RayTracer;

/** Follows many rays through neutrinos on a spiral of directions, whose density and matter fall along z. */
public final class RaysBenchmark {
    private static final int PLACES = 281;

    private static final int STARTS = 50;

    private RaysBenchmark() {
    }

    /**
     * Runs.
     *
     * @param args number of rays (10000) and of modes (100)
     */
    public static void main(final String[] args) {
        final int rays = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        final int modes = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        final BackgroundProfile profile = profile(modes);
        final List<RayLaunch> starts = starts(profile);
        final List<RayLaunch> launches = new ArrayList<>();
        for (int i = 0; i < rays; i++) {
            launches.add(starts.get(i % starts.size()));
        }
        final RayTracer tracer = new RayTracer(options(20, 1e-10));
        tracer.trace(profile, launches.subList(0, Math.min(rays, 1000)), Progress.NONE);
        final long start = System.nanoTime();
        final List<Ray> result = tracer.trace(profile, launches, Progress.NONE);
        final double seconds = (System.nanoTime() - start) / 1e9;
        final double steps = result.stream().mapToInt(r -> r.monitors().steps()).average().orElse(0);
        final double drift = result.stream().mapToDouble(r -> r.monitors().frequencyDrift()).max().orElse(0);
        System.out.printf(Locale.ROOT, "%d rays of %d modes: %.2f s, %.3f ms a ray, %.1f steps a ray, largest change of"
            + " Omega %.1e%n", rays, modes, seconds, 1e3 * seconds / rays, steps, drift);
    }

    private static RayOptions options(final double tEnd, final double tolerance) {
        return new RayOptions(tEnd, 10, RayOptions.Band.MOST_COLLECTIVE, RayOptions.Law.ACTION,
            RayOptions.Degeneracy.FOLLOW, tolerance);
    }

    /** Starts whose frequency is that of a band already. */
    private static List<RayLaunch> starts(final BackgroundProfile profile) {
        final Random random = new Random(1);
        final List<RayLaunch> collective = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            collective.add(new RayLaunch(random.nextDouble() * 4 - 2,
                new WaveVector(0.1, 0, 0.2 + 0.2 * random.nextDouble()), OptionalDouble.empty(), 1));
        }
        final List<RayLaunch> starts = new ArrayList<>();
        for (final Ray ray : new RayTracer(options(1e-6, 1e-8)).trace(profile, collective, Progress.NONE)) {
            final RayPoint first = ray.points().get(0);
            starts.add(new RayLaunch(first.z(), first.k(), OptionalDouble.of(first.omegaRe()), 1));
        }
        return starts;
    }

    private static BackgroundProfile profile(final int n) {
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = Species.NU;
            final double c = 1 - (2 * i + 1) / (double) n;
            final double phi = i * Math.PI * (3 - Math.sqrt(5));
            v[0][i] = Math.sqrt(1 - c * c) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - c * c) * Math.sin(phi);
            v[2][i] = c;
            weight[i] = 2.0 / n;
        }
        final MomentumModes modes = MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .build();
        final double[] z = new double[PLACES];
        final List<FlavorState> states = new ArrayList<>();
        final List<Environment> environments = new ArrayList<>();
        for (int j = 0; j < PLACES; j++) {
            z[j] = -8 + 0.1 * j;
            final double[] p = new double[n];
            for (int i = 0; i < n; i++) {
                p[i] = (0.3 + 0.15 * v[2][i]) / ((1 + z[j] / 50) * (1 + z[j] / 50));
            }
            states.add(FlavorState.alongZ(modes, p, p));
            environments.add(new Environment(0, 0.5 * Math.exp(-z[j] / 30), 1));
        }
        return BackgroundProfile.of(z, states, environments, Progress.NONE);
    }
}
