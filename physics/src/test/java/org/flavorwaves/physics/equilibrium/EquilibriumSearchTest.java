package org.flavorwaves.physics.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.flavorwaves.physics.equilibrium.system.CollectiveSums;
import org.flavorwaves.physics.equilibrium.system.EquilibriumSystem;
import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.equilibrium.system.Scales;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which solution is taken where Newton from the input fails, and with which signs. */
class EquilibriumSearchTest {

    /**
     * The isotropic rotating equilibrium of four energies of neutrinos and antineutrinos, followed from P along z at
     * strong self-interaction; numbers of an independent solver of the two equations for Omega and D_perp.
     */
    @Test
    void homogeneousRotationHasTheNumbersOfAnIndependentSolver() {
        final int n = 8;
        final Species[] species = new Species[n];
        final double[] weight = new double[n];
        final double[] omega = new double[n];
        final double[] ones = new double[n];
        final double[] pz = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = i < 4 ? Species.NU : Species.NUBAR;
            weight[i] = i < 4 ? 0.3 : 0.2;
            omega[i] = -0.5 * (1 + i % 4);
            ones[i] = 1;
            pz[i] = 0.8;
        }
        FlavorState state = FlavorState.alongZ(MomentumModes.builder().species(species)
            .velocity(new double[n], new double[n], new double[n]).weight(weight).omega(omega).build(), ones, pz);
        final double[] strength = {20, 1, 0.2};
        final double[] rates = {-6.2353674154, -1.9418129436, -1.5840400684};
        for (int k = 0; k < strength.length; k++) {
            final Environment environment = new Environment(0.1, 0, strength[k]);
            final EquilibriumResult result = k == 0 ? EquilibriumChecks.solve(state, environment)
                : new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(state, environment,
                    Alignment.of(1, 1, 1, 1, 1, 1, 1, 1), Progress.NONE);
            EquilibriumChecks.assertEquilibrium(result, state, environment);
            assertThat(result.alignment()).isEqualTo(Alignment.of(1, 1, 1, 1, 1, 1, 1, 1));
            assertThat(result.rotation().omega()).isCloseTo(rates[k], within(1e-9));
            final double along = environment.bx() * result.field().get(0, 0)
                + environment.bz() * result.field().get(0, 2);
            assertThat(along).isCloseTo(-0.3136213049, within(1e-10));
            state = result.state();
            if (k == 2) {
                final double square = result.field().get(0, 0) * result.field().get(0, 0)
                    + result.field().get(0, 1) * result.field().get(0, 1)
                    + result.field().get(0, 2) * result.field().get(0, 2);
                assertThat(Math.sqrt(square - along * along)).isCloseTo(0.2764301343, within(1e-9));
            }
        }
    }

    /** Solved is whatever has a solution that 100 random starts can find, always with the signs of the input. */
    @ParameterizedTest
    @EnumSource
    void solvesWhatHasASolution(final HardMedia medium) {
        int solved = 0;
        int missed = 0;
        for (int seed = 0; seed < 8; seed++) {
            final FlavorState input = medium.state(6 + 10 * (seed % 2), seed);
            final Environment environment = medium.environment(seed % 3 == 0 ? 1 : 5);
            final Alignment signs = Alignment.of(input, Hamiltonian.of(input, environment));
            final EquilibriumResult result = EquilibriumChecks.solve(input, environment);
            assertThat(result.alignment()).isEqualTo(signs);
            if (result.converged()) {
                assertThat(result.relativeResidual()).isLessThanOrEqualTo(1e-12);
                final double smallest =
                    IntStream.range(0, input.size()).mapToDouble(result.hamiltonian()::length).min().orElseThrow();
                assertThat(result.misalignment() * smallest).isLessThan(1e-14);
                assertThat(result.conservationError()).isLessThan(medium.rotates() ? 1e-12 : Double.MAX_VALUE);
                solved++;
            } else {
                missed += foundElsewhere(input, environment, signs) ? 1 : 0;
                assertThat(result.advice()).contains("No mixing equilibrium");
            }
        }
        assertThat(missed).isZero();
        assertThat(solved).isGreaterThanOrEqualTo(medium.rotates() ? 5 : 7);
    }

    /** Newton from 100 starts of its own, with normally distributed J and rate. */
    private static boolean foundElsewhere(final FlavorState input, final Environment environment,
        final Alignment signs) {
        final double w = Scales.field(input);
        final double h = Scales.rate(input, environment);
        final Frame frame = FrameFinder.symmetric(input, environment, w);
        final EquilibriumSystem system = new EquilibriumSystem(new CollectiveSums(input, environment, signs),
            CouplingPaths.fixed(environment), frame, w, h);
        final Random random = new Random(99);
        for (int k = 0; k < 100; k++) {
            final double[] x = new double[system.unknowns()];
            for (int c = 0; c < 12 + frame.rotations(); c++) {
                x[c] = (0.2 + 0.3 * (k % 2)) * random.nextGaussian() * (c < 12 ? 1 : 3);
            }
            if (new NewtonSolver(system, 1e-12).solve(x, 1, 60)) {
                return true;
            }
        }
        return false;
    }

    /** Of several solutions the one nearest to the input is taken, whatever the order in which they are found. */
    @Test
    void theNearestOfSeveralSolutionsIsTaken() {
        int several = 0;
        for (int seed = 0; seed < 60 && several < 3; seed++) {
            final FlavorState input = HardMedia.ROTATING.state(16, seed);
            final Environment environment = HardMedia.ROTATING.environment(5);
            final EquilibriumResult result = EquilibriumChecks.solve(input, environment);
            if (result.converged() && result.others() > 0) {
                several++;
                final EquilibriumProblem problem = new EquilibriumProblem(input, environment, result.alignment(),
                    FrameFinder.symmetric(input, environment, Scales.field(input)), new double[1], 1e-12);
                problem.search(Progress.NONE);
                final double[] j = CollectiveField.of(input).toArray();
                final double taken = distance(result.field().toArray(), j);
                problem.nearest();
                assertThat(taken).isLessThanOrEqualTo(distance(problem.field().toArray(), j) * (1 + 1e-9));
            }
        }
        assertThat(several).isEqualTo(3);
    }

    private static double distance(final double[] a, final double[] b) {
        final double[] d = a.clone();
        Arrays.setAll(d, c -> a[c] - b[c]);
        return NewtonSolver.norm(d);
    }

    /** A slow change keeps its branch although the signs of P.H at rest are others. */
    @Test
    void anInputThatNearlyStandsStillKeepsItsOwnSigns() {
        final Environment weaker = HardMedia.ROTATING_BOTH.environment(4.98);
        int others = 0;
        for (int seed = 0; seed < 12; seed++) {
            final FlavorState input = HardMedia.ROTATING_BOTH.state(16, seed);
            final EquilibriumResult first = EquilibriumChecks.solve(input, HardMedia.ROTATING_BOTH.environment(5));
            if (first.converged()) {
                final EquilibriumResult next = EquilibriumChecks.solve(first.state(), weaker);
                assertThat(next.alignment()).as("seed %s", seed).isEqualTo(first.alignment());
                others += Alignment.of(first.state(), Hamiltonian.of(first.state(), weaker))
                    .equals(first.alignment()) ? 0 : 1;
            }
        }
        assertThat(others).isGreaterThanOrEqualTo(4);
    }

    /** Two modes that see only each other and whose signs contradict: nothing to find, and the mode is named. */
    @ParameterizedTest
    @CsvSource({"1, -1", "-1, 1"})
    void whereAFieldVanishesTheModeIsNamed(final int first, final int second) {
        final FlavorState input = new FlavorState(MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1)
            .weight(1, 1).omega(1e-3, 2e-3).build(), new double[]{1, 1}, new double[]{0.5, 0.3}, new double[2],
            new double[]{0.5, 0.4});
        final EquilibriumResult result = new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(input,
            new Environment(0.3, 2e-3, 1), Alignment.of(first, second), Progress.NONE);
        assertThat(result.converged()).isFalse();
        assertThat(result.vanishing()).isBetween(0, 1);
        assertThat(result.advice()).contains("Where H of mode " + result.vanishing() + " vanishes");
    }
}
