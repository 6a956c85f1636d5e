package org.flavorwaves.physics.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixingEquilibriumTest {
    /** Solar-like mixing angle of reference case 11. */
    private static final double THETA = Math.toRadians(33.82);

    /** Strong matter: direct Newton always gets there. */
    @Property(tries = 80)
    void randomStatesEndParallelAndSolveTheTwelveEquations(@ForAll @IntRange(min = 1, max = 200) final int n,
        @ForAll final long seed, @ForAll @DoubleRange(min = 0.01, max = 1.5) final double theta,
        @ForAll @DoubleRange(min = 6, max = 9) final double lambda) {
        final FlavorState input = RandomStates.random(n, new Random(seed));
        final Environment environment = new Environment(theta, lambda, 1);
        EquilibriumChecks.assertEquilibrium(EquilibriumChecks.solve(input, environment), input, environment);
    }

    /**
     * Weak matter, where solutions are many or, for the given signs, missing: what is called converged is an
     * equilibrium, and what is not says so.
     */
    @Property(tries = 25)
    void weakMatterEitherSolvesOrSaysWhy(@ForAll @IntRange(min = 1, max = 60) final int n, @ForAll final long seed,
        @ForAll @DoubleRange(min = 0.01, max = 1.5) final double theta,
        @ForAll @DoubleRange(min = 0.05, max = 1) final double lambda) {
        final FlavorState input = RandomStates.random(n, new Random(seed));
        final Environment environment = new Environment(theta, lambda, 2);
        final EquilibriumResult result = EquilibriumChecks.solve(input, environment);
        if (result.converged()) {
            EquilibriumChecks.assertEquilibrium(result, input, environment);
        } else {
            assertThat(result.relativeResidual()).isGreaterThan(1e-12);
            assertThat(result.advice()).contains("No mixing equilibrium was found", "Try");
        }
    }

    /** Of fixed random states at full nu-nu strength and weak matter nearly all have a solution that is found. */
    @Test
    void nearlyAllRandomStatesConverge() {
        int converged = 0;
        for (int seed = 0; seed < 200; seed++) {
            final Random random = new Random(seed);
            final FlavorState input = RandomStates.random(1 + random.nextInt(100), random);
            final Environment environment = new Environment(0.3, 0.5 + random.nextDouble(), 1);
            converged += EquilibriumChecks.solve(input, environment).converged() ? 1 : 0;
        }
        assertThat(converged).isGreaterThanOrEqualTo(195);
    }

    @Test
    void hundredThousandModesEndParallel() {
        final FlavorState input = RandomStates.random(100_000, new Random(11));
        final Environment environment = new Environment(0.3, 4, 1);
        EquilibriumChecks.assertEquilibrium(EquilibriumChecks.solve(input, environment), input, environment);
    }

    /** Reference case 11. */
    @ParameterizedTest
    @ValueSource(doubles = {-2, 0, 0.1, 0.38, 0.5, 1, 10})
    void withoutSelfInteractionItIsTheMswState(final double lambda) {
        final double omega = 1;
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU).rings(0.2).weight(1).omega(omega).build();
        final FlavorState input = FlavorState.alongZ(modes, new double[]{1}, new double[]{1});
        final FlavorState out = EquilibriumChecks.solve(input, new Environment(THETA, lambda, 0)).state();
        final double s2 = Math.pow(Math.sin(2 * THETA), 2);
        final double expected = s2 / (s2 + Math.pow(Math.cos(2 * THETA) - lambda / omega, 2));
        assertThat(out.px(0) * out.px(0)).isCloseTo(expected, within(1e-14));
        assertThat(out.py(0)).isZero();
        final double hx = omega * Math.sin(2 * THETA);
        final double hz = -omega * Math.cos(2 * THETA) + lambda;
        assertThat(out.px(0) * hz - out.pz(0) * hx).isCloseTo(0, within(1e-14));
    }

    /** Reference case 11: maximal mixing in matter at lambda = omega cos 2 theta, for neutrinos alone. */
    @Test
    void mswResonanceIsForNeutrinosOnly() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0.2, 0.3)
            .weight(1, 1).omega(1, 1).build();
        final FlavorState input = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.9, 0.9});
        final FlavorState out =
            EquilibriumChecks.solve(input, new Environment(THETA, Math.cos(2 * THETA), 0)).state();
        assertThat(out.pz(0)).isCloseTo(0, within(1e-14));
        assertThat(Math.abs(out.pz(1))).isGreaterThan(0.1);
    }

    /** Geometries in which only some of the 12 numbers couple: rings, a plane, no direction at all. */
    @ParameterizedTest
    @ValueSource(strings = {"rings", "plane", "isotropic"})
    void fewerThanTwelveNumbersMayCouple(final String geometry) {
        for (int seed = 0; seed < 20; seed++) {
            final FlavorState input = inGeometry(RandomStates.random(20, new Random(seed)), geometry);
            final Environment environment = new Environment(0.3, 3, 1);
            EquilibriumChecks.assertEquilibrium(EquilibriumChecks.solve(input, environment), input, environment);
        }
    }

    private static FlavorState inGeometry(final FlavorState state, final String geometry) {
        final MomentumModes m = state.modes();
        final double[] none = new double[m.size()];
        final Species[] species = new Species[m.size()];
        for (int i = 0; i < species.length; i++) {
            species[i] = m.species(i);
        }
        final MomentumModes modes = MomentumModes.builder().species(species)
            .velocity("plane".equals(geometry) ? m.vxs() : none, none, "isotropic".equals(geometry) ? none : m.vzs())
            .weight(m.weights()).omega(m.omegas()).build();
        return new FlavorState(modes, state.traces(), state.pxs(), state.pys(), state.pzs());
    }

    /** Modes of one direction do not see each other: f_ij = 0, whatever the strength of the nu-nu term. */
    @Test
    void oneDirectionIsTheMswStateWithAndWithoutMatter() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .velocity(new double[]{0.6, 0.6, 0.6}, new double[3], new double[]{0.8, 0.8, 0.8}).weight(3, 2, 1)
            .omega(0.5, 1, 2).build();
        final FlavorState input = FlavorState.alongZ(modes, new double[]{1, 1, 1}, new double[]{0.9, 0.8, -0.7});
        for (final double lambda : new double[]{0, 0.4}) {
            final FlavorState out = EquilibriumChecks.solve(input, new Environment(THETA, lambda, 3)).state();
            final double[] signed = {0.5, -1, 2};
            for (int i = 0; i < 3; i++) {
                final double hx = signed[i] * Math.sin(2 * THETA);
                final double hz = -signed[i] * Math.cos(2 * THETA) + lambda;
                final double factor = Math.signum(hz * input.pz(i)) * input.length(i) / Math.hypot(hx, hz);
                assertThat(out.px(i)).isCloseTo(factor * hx, within(1e-12));
                assertThat(out.py(i)).isCloseTo(0, within(1e-12));
                assertThat(out.pz(i)).isCloseTo(factor * hz, within(1e-12));
            }
        }
    }

    @Test
    void equilibriumComesBackUnchanged() {
        final FlavorState input = RandomStates.random(50, new Random(5));
        final Environment environment = new Environment(0.4, 5, 1);
        final FlavorState once = EquilibriumChecks.solve(input, environment).state();
        final EquilibriumResult twice = EquilibriumChecks.solve(once, environment);
        assertThat(twice.iterations()).isLessThanOrEqualTo(1);
        assertThat(twice.path()).isEqualTo(SolutionPath.DIRECT_NEWTON);
        for (int i = 0; i < 50; i++) {
            assertThat(EquilibriumChecks.angle(once, twice.state(), i)).isLessThan(1e-13);
        }
    }

    @Test
    void givenSignsAreKept() {
        final FlavorState input = RandomStates.random(6, new Random(8));
        final Environment environment = new Environment(0.4, 8, 1);
        final Alignment signs = Alignment.of(1, -1, -1, 1, 1, -1);
        final EquilibriumResult result = new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(input, environment,
            signs, Progress.NONE);
        assertThat(result.alignment()).isEqualTo(signs);
        EquilibriumChecks.assertEquilibrium(result, input, environment);
    }

    @Test
    void unpolarizedModesStayUnpolarized() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1).weight(1, 1)
            .omega(1, 0).build();
        final FlavorState input = new FlavorState(modes, new double[]{1, 1}, new double[]{0.3, 0}, new double[2],
            new double[]{0.4, 0});
        final EquilibriumResult result = EquilibriumChecks.solve(input, new Environment(0.2, 0.7, 1));
        assertThat(result.converged()).isTrue();
        assertThat(result.state().length(1)).isZero();
        assertThat(result.state().length(0)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void vanishingFieldNamesTheMode() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, 1).weight(1, 1)
            .omega(1, 0).build();
        final FlavorState input = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.5, 0.25});
        assertThatThrownBy(() -> EquilibriumChecks.solve(input, Environment.FAST))
            .isInstanceOf(InvalidModeException.class).hasMessageContaining("Mode 1").hasMessageContaining("|P| = 0.25")
            .hasMessageContaining("|H| = 0.0");
    }

    @Test
    void wrongNumberOfSignsIsRefused() {
        final FlavorState input = RandomStates.random(4, new Random(1));
        assertThatThrownBy(() -> new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(input,
            new Environment(0.3, 1, 1), Alignment.of(1, 1), Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 values")
            .hasMessageContaining("4 modes");
        assertThatThrownBy(() -> Alignment.of(1, 0)).hasMessageContaining("mode 1");
    }

    @Test
    void tooFewIterationsAreReportedWithResidualAndAdvice() {
        final FlavorState input = RandomStates.random(40, new Random(2));
        final EquilibriumOptions options =
            EquilibriumOptions.DEFAULT.withMaxIterations(1).withContinuation(Continuation.OFF);
        final EquilibriumResult result = new MixingEquilibrium(options).solve(input, new Environment(0.3, 1, 1),
            Progress.NONE);
        assertThat(result.converged()).isFalse();
        assertThat(result.iterations()).isEqualTo(1);
        assertThat(result.relativeResidual()).isGreaterThan(1e-12);
        assertThat(result.residual()).isGreaterThan(result.relativeResidual());
        assertThat(result.advice()).contains("maxIterations", "continuation AUTO");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1e-3, Double.NaN})
    void toleranceMustBeAShare(final double tolerance) {
        assertThatThrownBy(() -> EquilibriumOptions.DEFAULT.withTolerance(tolerance))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(String.valueOf(tolerance));
    }
}
