package org.flavorwaves.physics.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
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

/** Equilibria that stand still in a precessing frame (JK II D). */
class CoRotatingTest {
    private static final Environment VACUUM = new Environment(0.3, 0, 1);

    private static final double[] B = {VACUUM.bx(), 0, VACUUM.bz()};

    private static EquilibriumResult solve(final FlavorState input, final Environment environment,
        final CoRotating frame) {
        return new MixingEquilibrium(EquilibriumOptions.DEFAULT.withCoRotating(frame)).solve(input, environment,
            Progress.NONE);
    }

    private static double[] along(final EquilibriumResult result) {
        final CoRotation r = result.rotation();
        return new double[]{r.axisX(), r.axisY(), r.axisZ()};
    }

    private static double[] zeroth(final FlavorState state) {
        return Arrays.copyOf(EquilibriumChecks.collective(state), 3);
    }

    private static double total(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.length(i);
        }
        return sum;
    }

    /** Seeds of random states that have a co-rotating equilibrium with their own signs. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 11})
    void keepsTheConservedComponentAndThePhase(final long seed) {
        final FlavorState input = RandomStates.random(40, new Random(seed));
        final EquilibriumResult result = EquilibriumChecks.solve(input, VACUUM);
        EquilibriumChecks.assertEquilibrium(result, input, VACUUM);
        assertThat(result.path().name()).startsWith("CO_ROTATING");
        assertThat(along(result)).containsExactly(B, within(1e-15));
        assertThat(Math.abs(result.rotation().omega())).isGreaterThan(1e-3);
        final double[] before = zeroth(input);
        final double[] after = zeroth(result.state());
        assertThat(FrameFinder.dot(B, after)).isCloseTo(FrameFinder.dot(B, before), within(1e-13 * total(input)));
        assertThat(FrameFinder.dot(after, FrameFinder.cross(B, before))).isCloseTo(0, within(1e-12 * total(input)));
        assertThat(FrameFinder.dot(FrameFinder.cross(B, after), FrameFinder.cross(B, before))).isPositive();
        assertThat(result.conservationError()).isLessThan(1e-13);
    }

    /** dP_i/dt = H_i x P_i carries the state once round B in the time 2 pi/Omega, rigidly. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3})
    void precessesRigidlyAboutTheAxis(final long seed) {
        final FlavorState input = RandomStates.random(12, new Random(seed));
        final EquilibriumResult result = EquilibriumChecks.solve(input, VACUUM);
        assertThat(result.converged()).isTrue();
        final double omega = result.rotation().omega();
        final double time = 1.3 / Math.abs(omega);
        final FlavorState later = evolve(result.state(), VACUUM, time);
        double moved = 0;
        for (int i = 0; i < 12; i++) {
            final double[] expected = rotated(B, omega * time, vector(result.state(), i));
            assertThat(vector(later, i)).containsExactly(expected, within(1e-9));
            moved = Math.max(moved, EquilibriumChecks.angle(later, result.state(), i));
        }
        assertThat(moved).isGreaterThan(0.3);
    }

    private static double[] vector(final FlavorState state, final int i) {
        return new double[]{state.px(i), state.py(i), state.pz(i)};
    }

    private static double[] rotated(final double[] axis, final double angle, final double[] v) {
        final double[] across = FrameFinder.cross(axis, v);
        final double along = FrameFinder.dot(axis, v) * (1 - Math.cos(angle));
        final double[] out = new double[3];
        for (int a = 0; a < 3; a++) {
            out[a] = Math.cos(angle) * v[a] + Math.sin(angle) * across[a] + along * axis[a];
        }
        return out;
    }

    private static FlavorState evolve(final FlavorState state, final Environment environment, final double time) {
        final int n = state.size();
        final double[] y = new double[3 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(vector(state, i), 0, y, 3 * i, 3);
        }
        final FirstOrderDifferentialEquations motion = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return 3 * n;
            }

            @Override
            public void computeDerivatives(final double t, final double[] p, final double[] dp) {
                final double[] j = EquilibriumChecks.collective(unpack(state, p));
                for (int i = 0; i < n; i++) {
                    final double[] h = EquilibriumChecks.field(state.modes(), environment, j, i);
                    System.arraycopy(FrameFinder.cross(h, Arrays.copyOfRange(p, 3 * i, 3 * i + 3)), 0, dp, 3 * i, 3);
                }
            }
        };
        new DormandPrince853Integrator(1e-8, 1, 1e-12, 1e-12).integrate(motion, 0, y, time, y);
        return unpack(state, y);
    }

    private static FlavorState unpack(final FlavorState state, final double[] y) {
        final double[][] p = new double[3][state.size()];
        for (int k = 0; k < y.length; k++) {
            p[k % 3][k / 3] = y[k];
        }
        return new FlavorState(state.modes(), state.traces(), p[0], p[1], p[2]);
    }

    @Test
    void turningTheInputAboutTheAxisTurnsTheResult() {
        final FlavorState input = RandomStates.random(40, new Random(4));
        final double[] y = new double[120];
        for (int i = 0; i < 40; i++) {
            System.arraycopy(rotated(B, 0.7, vector(input, i)), 0, y, 3 * i, 3);
        }
        final EquilibriumResult plain = EquilibriumChecks.solve(input, VACUUM);
        final EquilibriumResult turned = EquilibriumChecks.solve(unpack(input, y), VACUUM);
        assertThat(plain.path()).isEqualTo(SolutionPath.CO_ROTATING_NEWTON);
        assertThat(turned.rotation().omega()).isCloseTo(plain.rotation().omega(), within(1e-12));
        for (int i = 0; i < 40; i++) {
            assertThat(vector(turned.state(), i))
                .containsExactly(rotated(B, 0.7, vector(plain.state(), i)), within(1e-12));
        }
    }

    @Test
    void solutionComesBackUnchanged() {
        final FlavorState input = RandomStates.random(40, new Random(4));
        final EquilibriumResult once = EquilibriumChecks.solve(input, VACUUM);
        final EquilibriumResult twice = EquilibriumChecks.solve(once.state(), VACUUM);
        assertThat(twice.path()).isEqualTo(SolutionPath.CO_ROTATING_NEWTON);
        assertThat(twice.alignment()).isEqualTo(once.alignment());
        assertThat(twice.rotation().omega()).isCloseTo(once.rotation().omega(), within(1e-12));
        for (int i = 0; i < 40; i++) {
            assertThat(vector(twice.state(), i)).containsExactly(vector(once.state(), i), within(1e-12));
        }
    }

    /** Without mixing, B = -z, matter only adds to the rotation: Omega B becomes Omega B + lambda z. */
    @Test
    void matterAlongTheMassAxisOnlyShiftsTheRate() {
        final FlavorState input = RandomStates.random(40, new Random(4));
        final EquilibriumResult none = EquilibriumChecks.solve(input, new Environment(0, 0, 1));
        final EquilibriumResult matter = EquilibriumChecks.solve(input, new Environment(0, 5, 1));
        EquilibriumChecks.assertEquilibrium(matter, input, new Environment(0, 5, 1));
        assertThat(matter.rotation().axisZ()).isEqualTo(-1);
        assertThat(matter.rotation().omega()).isCloseTo(none.rotation().omega() - 5, within(1e-11));
        for (int i = 0; i < 40; i++) {
            assertThat(vector(matter.state(), i)).containsExactly(vector(none.state(), i), within(1e-11));
        }
    }

    @Test
    void matterWithoutVacuumTermHasTheAxisZ() {
        final FlavorState input = withOmega(RandomStates.random(40, new Random(4)), 0);
        final Environment environment = new Environment(0.3, 2, 1);
        final EquilibriumResult result = EquilibriumChecks.solve(input, environment);
        EquilibriumChecks.assertEquilibrium(result, input, environment);
        assertThat(along(result)).containsExactly(0, 0, 1);
        assertThat(result.field().get(0, 2)).isCloseTo(zeroth(input)[2], within(1e-12));
    }

    /** One s omega for all modes, mixing and matter: an axis only by accident, so the equilibrium is at rest. */
    @Test
    void equalExternalTermsOffBothAxesAreNoSymmetry() {
        final FlavorState input = withOmega(RandomStates.random(40, new Random(4)), 0.8);
        final Environment environment = new Environment(0.3, 2, 1);
        final EquilibriumResult result = EquilibriumChecks.solve(input, environment);
        EquilibriumChecks.assertEquilibrium(result, input, environment);
        assertThat(result.rotation()).isEqualTo(CoRotation.NONE);
        assertThat(result.conservationError()).isZero();
    }

    private static FlavorState withOmega(final FlavorState state, final double signed) {
        final MomentumModes m = state.modes();
        final double[] omega = m.signs();
        final Species[] species = new Species[m.size()];
        for (int i = 0; i < m.size(); i++) {
            omega[i] *= signed;
            species[i] = m.species(i);
        }
        final MomentumModes changed = MomentumModes.builder().species(species).velocity(m.vxs(), m.vys(), m.vzs())
            .weight(m.weights()).omega(omega).build();
        return new FlavorState(changed, state.traces(), state.pxs(), state.pys(), state.pzs());
    }

    /** Without external terms all of J^0 is conserved, and the rotation is about J^0. */
    @Test
    void withoutExternalTermsTheWholeVectorIsConserved() {
        final FlavorState input = withOmega(RandomStates.random(10, new Random(3)), 0);
        final Environment environment = new Environment(0.3, 0, 1);
        final EquilibriumResult result = EquilibriumChecks.solve(input, environment);
        EquilibriumChecks.assertEquilibrium(result, input, environment);
        final double[] j = zeroth(input);
        assertThat(zeroth(result.state())).containsExactly(j, within(1e-13 * total(input)));
        assertThat(Math.abs(result.rotation().omega())).isGreaterThan(1e-3);
        assertThat(EquilibriumChecks.norm(FrameFinder.cross(along(result), j)))
            .isLessThan(1e-11 * EquilibriumChecks.norm(j));
        final FlavorState later = evolve(result.state(), environment, 3);
        for (int i = 0; i < 10; i++) {
            assertThat(vector(later, i)).containsExactly(
                rotated(along(result), 3 * result.rotation().omega(), vector(result.state(), i)), within(1e-9));
        }
    }

    @Test
    void alignedStatesWithoutExternalTermsComeBackUnchanged() {
        final MomentumModes beams = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).build();
        final FlavorState input = FlavorState.alongZ(beams, new double[]{1, 1}, new double[]{1, 0.5});
        final EquilibriumResult result = EquilibriumChecks.solve(input, Environment.FAST);
        assertThat(result.path()).isEqualTo(SolutionPath.DIRECT_NEWTON);
        assertThat(result.rotation()).isEqualTo(CoRotation.NONE);
        assertThat(result.iterations()).isZero();
        assertThat(result.state().pzs()).containsExactly(1, 0.5);
        assertThat(result.alignment()).isEqualTo(Alignment.of(-1, 1));
    }

    /** An isotropic gas without external terms precesses about J^0 whatever its P_i: no H_i is left in that frame. */
    @Test
    void rigidPrecessionOfEveryStateNamesTheMode() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU)
            .velocity(new double[2], new double[2], new double[2]).weight(1, 1).build();
        final FlavorState input = new FlavorState(modes, new double[]{1, 1}, new double[]{0.5, 0}, new double[2],
            new double[]{0, 0.5});
        assertThatThrownBy(() -> EquilibriumChecks.solve(input, Environment.FAST))
            .isInstanceOf(InvalidModeException.class).hasMessageContaining("Mode 0")
            .hasMessageContaining("coRotating OFF");
        final EquilibriumResult rest = solve(input, Environment.FAST, CoRotating.OFF);
        EquilibriumChecks.assertEquilibrium(rest, input, Environment.FAST);
        assertThat(rest.conservationError()).isGreaterThan(0.1);
    }

    @Test
    void frameCanBeRefusedOrDemanded() {
        final FlavorState input = RandomStates.random(40, new Random(4));
        final EquilibriumResult rest = solve(input, VACUUM, CoRotating.OFF);
        EquilibriumChecks.assertEquilibrium(rest, input, VACUUM);
        assertThat(rest.rotation()).isEqualTo(CoRotation.NONE);
        assertThat(rest.conservationError()).isGreaterThan(1e-3);
        assertThat(solve(input, VACUUM, CoRotating.ON).rotation().omega()).isNotZero();
        assertThatThrownBy(() -> solve(input, new Environment(0.3, 1, 1), CoRotating.ON))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("one axis");
        final EquilibriumOptions both =
            EquilibriumOptions.DEFAULT.withCoRotating(CoRotating.ON).withContinuation(Continuation.MATTER);
        assertThatThrownBy(() -> new MixingEquilibrium(both).solve(input, VACUUM, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("MATTER");
    }

    /**
     * Raffelt and Smirnov's adiabatic solution: an isotropic box spectrum on 0 &lt; omega &lt; 1 with P along z. As the
     * nu-nu strength goes to 0 all omega &gt; Omega end along B and all omega &lt; Omega against it, and B.J^0 = 1 - 2
     * Omega = -cos 2 theta.
     */
    @Test
    void weakeningSelfInteractionEndsInASpectralSplit() {
        final int n = 400;
        final double theta = 0.6;
        final double[] omega = new double[n];
        final double[] ones = new double[n];
        final double[] weight = new double[n];
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            omega[i] = (i + 0.5) / n;
            ones[i] = 1;
            weight[i] = 1.0 / n;
            species[i] = Species.NU;
        }
        final MomentumModes modes = MomentumModes.builder().species(species)
            .velocity(new double[n], new double[n], new double[n]).weight(weight).omega(omega).build();
        FlavorState state = FlavorState.alongZ(modes, ones, ones);
        double rate = Double.NaN;
        for (double q = 20; q > 1e-3; q *= 0.8) {
            final Environment environment = new Environment(theta, 0, q);
            final EquilibriumResult result = EquilibriumChecks.solve(state, environment);
            assertThat(result.converged()).as(result.advice()).isTrue();
            assertThat(result.path()).isEqualTo(SolutionPath.CO_ROTATING_NEWTON);
            assertThat(result.misalignment()).isLessThan(1e-10);
            assertThat(result.conservationError()).isLessThan(1e-13);
            for (int i = 0; i < n; i++) {
                assertThat(result.alignment().sign(i)).isEqualTo(1);
            }
            state = result.state();
            rate = result.rotation().omega();
        }
        assertThat(rate).isCloseTo((1 + Math.cos(2 * theta)) / 2, within(1.0 / n));
        for (int i = 0; i < n; i++) {
            if (Math.abs(omega[i] - rate) > 0.02) {
                final double p = state.px(i) * Math.sin(2 * theta) - state.pz(i) * Math.cos(2 * theta);
                assertThat(p).as("omega = %s", omega[i]).isCloseTo(Math.signum(omega[i] - rate), within(1e-2));
            }
        }
    }
}
