package org.flavorwaves.physics.threeflavor.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.Continuation;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.numerics.SymmetricEigen;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThreeFlavorEquilibriumTest {
    private static final ThreeFlavorEnvironment MIXING = new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, 0.7, 1);

    private static final int A = 8;

    static MomentumModes modes() {
        return MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .velocity(new double[]{0.6, 0, 0.48}, new double[]{0, 0.8, 0.6}, new double[]{0.8, -0.6, 0.64})
            .weight(0.5, 0.4, 0.3).build();
    }

    /** Coherent states of three modes. */
    static ThreeFlavorState random(final double coherence) {
        final Random random = new Random(11);
        final double[][] rho = new double[3][];
        for (int i = 0; i < 3; i++) {
            rho[i] = new double[]{0.6 - 0.1 * i, 0.3, 0.2 + 0.05 * i, 0, 0, 0, 0, 0, 0};
            for (int a = 3; a < 9; a++) {
                rho[i][a] = coherence * (random.nextDouble() - 0.5);
            }
        }
        return new ThreeFlavorState(modes(), new double[]{0.1, 0.2, 0.05}, new double[]{1, 2, 0.5}, rho);
    }

    private static double[] eigenvalues(final double[] r) {
        final SymmetricEigen eigen = new SymmetricEigen(new double[][]{
            {r[0], r[3], r[5], 0, -r[4], -r[6]}, {r[3], r[1], r[7], r[4], 0, -r[8]},
            {r[5], r[7], r[2], r[6], r[8], 0}, {0, r[4], r[6], r[0], r[3], r[5]},
            {-r[4], 0, r[8], r[3], r[1], r[7]}, {-r[6], -r[8], 0, r[5], r[7], r[2]}});
        final double[] values = new double[6];
        for (int e = 0; e < 6; e++) {
            values[e] = eigen.value(e);
        }
        Arrays.sort(values);
        return values;
    }

    /** Every density matrix commutes with its Hamiltonian and keeps its eigenvalues. */
    @Test
    void everyDensityMatrixIsDiagonalInItsOwnLevels() {
        final ThreeFlavorState input = random(0.2);
        final ThreeFlavorEquilibriumResult result = new ThreeFlavorEquilibrium(EquilibriumOptions.DEFAULT)
            .solve(input, MIXING, Progress.NONE);
        assertThat(result.work().converged()).as(result.work().advice()).isTrue();
        assertThat(result.misalignment()).isLessThan(1e-12);
        double moved = 0;
        for (int i = 0; i < 3; i++) {
            final double[] before = eigenvalues(input.rho(i));
            assertThat(eigenvalues(result.state().rho(i))).containsExactly(before, within(1e-13));
            moved = Math.max(moved, Math.abs(result.state().occupation(i, 0) - input.occupation(i, 0)));
        }
        assertThat(moved).isGreaterThan(0.02);
        final ThreeFlavorEquilibriumResult again = new ThreeFlavorEquilibrium(EquilibriumOptions.DEFAULT)
            .solve(result.state(), MIXING, Progress.NONE);
        assertThat(again.state().vectors()).containsExactly(result.state().vectors(), within(1e-12));
        assertThat(again.occupations()).containsExactly(result.occupations(), within(1e-12));
    }

    /** The derivatives of the equations, by differences, from a generic point. */
    @Test
    void theJacobianIsTheDerivative() {
        final LevelProblem problem = new LevelProblem(random(0.2), MIXING, true, false);
        final LevelEquations equations = problem.equations(TermPath.line(0.3, 1.1, 1.4, 0.8));
        assertDerivative(equations, problem.start(0));
    }

    /** The Jacobian beside differences, at t = 0.4. */
    static void assertDerivative(final LevelEquations equations, final double[] x) {
        final int n = x.length;
        final int m = equations.equations();
        final double[] f = new double[m];
        final double[][] derivative = new double[m][n + 1];
        final double t = 0.4;
        equations.linearize(x, t, f, derivative);
        final double step = 1e-5;
        final double[] up = new double[m];
        final double[] down = new double[m];
        for (int d = 0; d <= n; d++) {
            final double[] plus = x.clone();
            final double[] minus = x.clone();
            if (d < n) {
                plus[d] += step;
                minus[d] -= step;
            }
            equations.residual(plus, d < n ? t : t + step, up);
            equations.residual(minus, d < n ? t : t - step, down);
            for (int c = 0; c < m; c++) {
                assertThat(derivative[c][d]).as("%d %d", c, d)
                    .isCloseTo((up[c] - down[c]) / (2 * step), within(1e-8));
            }
        }
    }

    private static FlavorState tilted() {
        return new FlavorState(modes().toBuilder().omega(0.3, 0.2, 0.7).build(), new double[]{0.9, 0.8, 0.6},
            new double[]{0.3, -0.2, 0.1}, new double[]{0.1, 0.1, -0.2}, new double[]{0.5, 0.4, 0.3});
    }

    /** A gas of two flavors has its equilibrium, by every route, and the third flavor stays empty. */
    @ParameterizedTest
    @EnumSource(names = {"E_MU", "E_TAU"})
    void twoFlavorsAreASpecialCase(final FlavorPair pair) {
        final double theta = 0.3;
        for (final Continuation route : new Continuation[]{Continuation.OFF, Continuation.SELF_INTERACTION}) {
            final EquilibriumOptions options =
                EquilibriumOptions.DEFAULT.withContinuation(route).withCoRotating(CoRotating.OFF);
            final EquilibriumResult two = new MixingEquilibrium(options).solve(tilted(),
                new Environment(theta, 0.7, 1), Progress.NONE);
            assertThat(two.converged()).isTrue();
            final ThreeFlavorEquilibriumResult three = new ThreeFlavorEquilibrium(options).solve(
                ThreeFlavorState.embed(tilted(), pair),
                new ThreeFlavorEnvironment(pair == FlavorPair.E_MU ? theta : 0, 0, pair == FlavorPair.E_TAU ? theta : 0,
                    0, 0.7, 1), Progress.NONE);
            assertThat(three.work().converged()).isTrue();
            assertThat(three.state().vectors()).containsExactly(
                ThreeFlavorState.embed(two.state(), pair).vectors(), within(1e-12));
        }
    }

    /** Without mixing a flavor state is an equilibrium as it is, whatever the order of its levels. */
    @Test
    void flavorStatesWithoutMixingStay() {
        final ThreeFlavorState flavor = random(0);
        final ThreeFlavorEquilibriumResult result = new ThreeFlavorEquilibrium(EquilibriumOptions.DEFAULT)
            .solve(flavor, new ThreeFlavorEnvironment(0, 0, 0, 0, 0.1, 1), Progress.NONE);
        assertThat(result.state().vectors()).containsExactly(flavor.vectors(), within(1e-15));
    }

    /** Matter does not tell mu from tau, so that their levels are one without vacuum and nu-nu terms. */
    @Test
    void equalLevelsForUnlikeOccupationsAreRefused() {
        final ThreeFlavorState coherent = random(0.1);
        final ThreeFlavorState fast = new ThreeFlavorState(modes(), new double[3], new double[3],
            new double[][]{coherent.rho(0), coherent.rho(1), coherent.rho(2)});
        assertThatThrownBy(() -> new ThreeFlavorEquilibrium(EquilibriumOptions.DEFAULT).solve(fast,
            new ThreeFlavorEnvironment(0, 0, 0, 0, 1, 0), Progress.NONE)).isInstanceOf(InvalidModeException.class)
                .hasMessageContaining("equal levels");
    }

    /** The start of the continuation in matter is a solution with far more of it. */
    @Test
    void theWayDownFromMuchMatterEndsAtASolution() {
        final ThreeFlavorEquilibriumResult result = new ThreeFlavorEquilibrium(
            EquilibriumOptions.DEFAULT.withContinuation(Continuation.MATTER)).solve(random(0.02), MIXING,
                Progress.NONE);
        assertThat(result.work().converged()).as(result.work().advice()).isTrue();
        assertThat(result.misalignment()).isLessThan(1e-12);
        assertThat(result.field()).hasSize(4 * A);
    }

    /** Without matter the lepton numbers of mass states are conserved, which an equilibrium at rest need not keep. */
    @Test
    void whatAnEquilibriumAtRestDoesNotConserveIsTold() {
        final ThreeFlavorState input = random(0.02);
        final ThreeFlavorEquilibrium solver = new ThreeFlavorEquilibrium(EquilibriumOptions.DEFAULT);
        final ThreeFlavorEquilibriumResult bare =
            solver.solve(input, MIXING.withMatterPotential(0), Progress.NONE);
        assertThat(bare.work().converged()).isTrue();
        assertThat(bare.conservationError()).isGreaterThan(1e-3);
        assertThat(solver.solve(bare.state(), MIXING.withMatterPotential(0), Progress.NONE).conservationError())
            .isLessThan(1e-12);
        assertThat(solver.solve(input, MIXING, Progress.NONE).conservationError()).isZero();
        assertThat(solver.solve(random(0), new ThreeFlavorEnvironment(0, 0, 0, 0, 0.7, 1), Progress.NONE)
            .conservationError()).isLessThan(1e-15);
    }
}
