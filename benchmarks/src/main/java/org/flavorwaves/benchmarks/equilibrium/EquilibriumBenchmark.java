package org.flavorwaves.benchmarks.equilibrium;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.flavorwaves.physics.distribution.RandomDistribution;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Counts the random media whose mixing equilibrium is found, and found with the signs of P.H of the input, and times
 * it: polarization vectors in any direction, 0.2 &lt; omega &lt; 2, with matter (at rest) and without (rotating),
 * neutrinos alone and with antineutrinos. Run by benchmarks/run.
 */
public final class EquilibriumBenchmark {
    private static final double DENSITY = 0.8;

    private static final double MIXING_ANGLE = 0.3;

    private EquilibriumBenchmark() {
    }

    /**
     * Runs.
     *
     * @param args number of states of each family, 100 if there is none
     */
    public static void main(final String[] args) {
        final int count = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        System.out.printf("%-9s %-5s %4s %3s %7s %7s %7s %8s %11s %9s%n", "frame", "nubar", "N", "q", "states",
            "solved", "signs", "several", "iterations", "ms");
        for (final double matter : new double[]{0.7, 0}) {
            for (final boolean both : new boolean[]{false, true}) {
                for (final int n : new int[]{6, 16, 60}) {
                    for (final double strength : new double[]{1, 5}) {
                        line(new Environment(MIXING_ANGLE, matter, strength), both, n, count);
                    }
                }
            }
        }
    }

    private static FlavorState state(final int n, final boolean both, final long seed) {
        final FlavorState drawn = new RandomDistribution(n, seed, false, false, DENSITY).draw();
        final MomentumModes m = drawn.modes();
        final SplittableRandom random = new SplittableRandom(seed + 1);
        final Species[] species = new Species[n];
        Arrays.setAll(species, i -> both ? m.species(i) : Species.NU);
        final double[] omega = random.doubles(n, 0.2, 2).toArray();
        return new FlavorState(MomentumModes.builder().species(species).velocity(m.vxs(), m.vys(), m.vzs())
            .weight(m.weights()).omega(omega).build(), drawn.traces(), drawn.pxs(), drawn.pys(), drawn.pzs());
    }

    private static void line(final Environment environment, final boolean both, final int n, final int count) {
        final MixingEquilibrium solver = new MixingEquilibrium(EquilibriumOptions.DEFAULT);
        int solved = 0;
        int signs = 0;
        int several = 0;
        long iterations = 0;
        final long start = System.nanoTime();
        for (int seed = 0; seed < count; seed++) {
            final FlavorState input = state(n, both, seed);
            try {
                final EquilibriumResult result = solver.solve(input, environment, Progress.NONE);
                iterations += result.iterations();
                solved += result.converged() ? 1 : 0;
                several += result.others() > 0 ? 1 : 0;
                signs += result.converged()
                    && result.alignment().equals(Alignment.of(input, Hamiltonian.of(input, environment))) ? 1 : 0;
            } catch (final InvalidModeException e) {
                System.out.println(e.getMessage());
            }
        }
        System.out.printf(Locale.ROOT, "%-9s %-5s %4d %3.0f %7d %7d %7d %8d %11d %9.2f%n",
            environment.matterPotential() == 0 ? "rotating" : "rest", both, n, environment.selfInteraction(), count,
            solved, signs, several, iterations / count, (System.nanoTime() - start) * 1e-6 / count);
    }
}
