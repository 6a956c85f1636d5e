package org.flavorwaves.physics.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several solutions is reached follows from the path alone. */
class ContinuationTest {
    private static final Environment MATTER = new Environment(0.3, 0.6, 1);

    /**
     * Reference case 14: three rings with matter. Both continuations against a walk in small steps of the parameter
     * from the known start, each step solved by relaxing J to the sums of aligned P_i.
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, -1", "1, -1, -1, 1", "1, -1, 1, 1", "1, 1, 1, 1", "3, 1, 1, -1", "3, -1, -1, 1"})
    void reachesTheSolutionConnectedWithTheStatedStart(final double q, final int first, final int second,
        final int third) {
        final FlavorState input = EquilibriumChecks.caseFourteen(new double[]{0.3, 2, 4});
        final Environment environment = new Environment(0.3, 0.6, q);
        final Alignment eps = Alignment.of(first, second, third);
        final double[] far = new double[12];
        for (int i = 0; i < 3; i++) {
            far[2] += signedLength(input, eps, i);
            far[11] += input.modes().vz(i) * signedLength(input, eps, i);
        }
        check(input, environment, eps, Continuation.SELF_INTERACTION,
            walk(input, eps, t -> new Environment(0.3, 0.6, q * t), new double[12]));
        check(input, environment, eps, Continuation.MATTER,
            walk(input, eps, t -> new Environment(0.3, 0.6 + 50 * (1 / t - 1), q), far));
    }

    private static void check(final FlavorState input, final Environment environment, final Alignment eps,
        final Continuation continuation, final double[] expected) {
        final EquilibriumResult result =
            new MixingEquilibrium(EquilibriumOptions.DEFAULT.withContinuation(continuation)).solve(input, environment,
                eps, Progress.NONE);
        EquilibriumChecks.assertEquilibrium(result, input, environment);
        assertThat(result.path()).isEqualTo(SolutionPath.valueOf("CONTINUATION_" + continuation));
        assertThat(result.field().toArray()).containsExactly(expected, within(1e-9));
    }

    private static double signedLength(final FlavorState input, final Alignment eps, final int i) {
        return input.modes().weight(i) * input.modes().species(i).sign() * eps.sign(i) * input.length(i);
    }

    private static double[] walk(final FlavorState input, final Alignment eps,
        final DoubleFunction<Environment> environment, final double[] start) {
        final double[] j = start.clone();
        for (int step = 1; step <= 4000; step++) {
            final Environment e = environment.apply(step / 4000.0);
            double change = 1;
            for (int it = 0; it < 20_000 && change > 1e-14; it++) {
                final double[] next = aligned(input, eps, e, j);
                change = 0;
                for (int k = 0; k < 12; k++) {
                    change = Math.max(change, Math.abs(next[k] - j[k]));
                    j[k] += 0.3 * (next[k] - j[k]);
                }
            }
            assertThat(change).isLessThanOrEqualTo(1e-12);
        }
        return j;
    }

    private static double[] aligned(final FlavorState input, final Alignment eps, final Environment e,
        final double[] j) {
        final double[] sums = new double[12];
        for (int i = 0; i < input.size(); i++) {
            final double[] h = EquilibriumChecks.field(input.modes(), e, j, i);
            final double c = signedLength(input, eps, i) / EquilibriumChecks.norm(h);
            final double[] v = {1, input.modes().vx(i), input.modes().vy(i), input.modes().vz(i)};
            for (int k = 0; k < 12; k++) {
                sums[k] += c * v[k / 3] * h[k % 3];
            }
        }
        return sums;
    }

    /** AUTO takes Newton first, whose start is the input. */
    @Test
    void automaticStartsWithNewton() {
        final FlavorState input = RandomStates.random(30, new Random(7));
        final Environment environment = new Environment(0.3, 5, 1);
        assertThat(EquilibriumChecks.solve(input, environment).path()).isEqualTo(SolutionPath.DIRECT_NEWTON);
    }

    /** Random states that Newton from the input does not solve, and a continuation or restart does. */
    @Test
    void continuationSolvesWhatNewtonDoesNot() {
        int rescued = 0;
        for (int seed = 0; seed < 25; seed++) {
            final FlavorState input = RandomStates.random(12, new Random(seed));
            final Environment environment = new Environment(0.3, 0.5, 5);
            final EquilibriumResult newton = EquilibriumChecks.solve(input, environment, Continuation.OFF);
            final EquilibriumResult all = EquilibriumChecks.solve(input, environment);
            if (newton.converged()) {
                assertThat(all.path()).isEqualTo(SolutionPath.DIRECT_NEWTON);
            } else if (all.converged()) {
                EquilibriumChecks.assertEquilibrium(all, input, environment);
                assertThat(all.path()).isNotEqualTo(SolutionPath.DIRECT_NEWTON);
                rescued++;
            }
        }
        assertThat(rescued).isGreaterThanOrEqualTo(3);
    }

    @Test
    void cancellationReachesTheContinuation() {
        final FlavorState input = RandomStates.random(30, new Random(7));
        final MixingEquilibrium solver =
            new MixingEquilibrium(EquilibriumOptions.DEFAULT.withContinuation(Continuation.MATTER));
        assertThatThrownBy(() -> solver.solve(input, MATTER, (fraction, message) -> {
            throw new CancellationException("stop");
        })).isInstanceOf(CancellationException.class);
    }

    /**
     * No solution exists: two modes that see only each other, c_1 c_2 &lt; 0 and no external field to speak of. P_1
     * along c_2 P_2 and P_2 along c_1 P_1 contradict each other.
     */
    @Test
    void contradictingSignsAreReportedAsUnsolved() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1).weight(1, 1)
            .omega(1e-3, 2e-3).build();
        final FlavorState input = new FlavorState(modes, new double[]{1, 1}, new double[]{0.5, 0.3}, new double[2],
            new double[]{0.5, 0.4});
        final EquilibriumResult result = new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(input,
            new Environment(0.3, 2e-3, 1), Alignment.of(1, -1), Progress.NONE);
        assertThat(result.converged()).isFalse();
        assertThat(result.relativeResidual()).isGreaterThan(1e-3);
        assertThat(result.advice()).contains("No mixing equilibrium",
            "CONTINUATION_SMOOTHING, smoothed, stopped at t =", "smallest |H|", "vanishes its P has no direction");
        assertThat(result.vanishing()).isBetween(0, 1);
    }
}
