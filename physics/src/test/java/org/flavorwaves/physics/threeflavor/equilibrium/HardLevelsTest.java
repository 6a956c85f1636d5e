package org.flavorwaves.physics.threeflavor.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.equilibrium.Continuation;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.SolutionPath;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random coherent states of three flavors whose equilibrium no continuation reaches. */
class HardLevelsTest {
    /** Both the state and its surroundings. */
    private record Hard(ThreeFlavorState state, ThreeFlavorEnvironment environment) {
    }

    private static Hard hard(final int seed) {
        final Random r = new Random(seed);
        final int n = 2 + r.nextInt(7);
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        final double[] omega21 = new double[n];
        final double[] omega31 = new double[n];
        final double[][] rho = new double[n][];
        for (int i = 0; i < n; i++) {
            species[i] = r.nextBoolean() ? Species.NU : Species.NUBAR;
            final double cos = 2 * r.nextDouble() - 1;
            final double phi = 6.28 * r.nextDouble();
            final double sin = Math.sqrt(1 - cos * cos);
            v[0][i] = sin * Math.cos(phi);
            v[1][i] = sin * Math.sin(phi);
            v[2][i] = cos;
            weight[i] = Math.pow(10, 1.5 * r.nextDouble() - 1);
            omega21[i] = 0.3 * r.nextGaussian();
            omega31[i] = 2 * r.nextGaussian();
            r.nextDouble();
            final double[] turn = new double[FlavorAlgebra.SIZE];
            for (int a = 0; a < turn.length; a++) {
                turn[a] = r.nextGaussian();
            }
            final double[] occupation = {r.nextDouble(), r.nextDouble(), r.nextDouble(), 0, 0, 0, 0, 0, 0};
            final double[] p = new double[FlavorAlgebra.SIZE];
            FlavorAlgebra.vector(occupation, p, 0);
            FlavorAlgebra.turn(turn, p, 0);
            rho[i] = FlavorAlgebra.matrix(occupation[0] + occupation[1] + occupation[2], p, 0);
        }
        final MomentumModes modes =
            MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight).build();
        return new Hard(new ThreeFlavorState(modes, omega21, omega31, rho), new ThreeFlavorEnvironment(0.59, 0.76, 0.15,
            3.7, 2 * r.nextGaussian(), Math.pow(10, 1.5 * r.nextDouble() - 0.5)));
    }

    /** Seeds of 300 for which Newton and both continuations fail, and an equilibrium is known. */
    @ParameterizedTest
    @ValueSource(ints = {7, 25, 33, 112})
    void otherStartsFindWhatContinuationDoesNot(final int seed) {
        final Hard hard = hard(seed);
        final ThreeFlavorEquilibriumResult result = new ThreeFlavorEquilibrium(EquilibriumOptions.DEFAULT)
            .solve(hard.state(), hard.environment(), Progress.NONE);
        assertThat(result.work().converged()).as(result.work().advice()).isTrue();
        assertThat(result.work().path()).isEqualTo(SolutionPath.RESTARTED_NEWTON);
        assertThat(result.work().residual()).isLessThan(1e-12);
        assertThat(result.misalignment()).isLessThan(1e-11);
        for (int i = 0; i < hard.state().size(); i++) {
            assertThat(result.state().eigenvalues(i)).containsExactly(hard.state().eigenvalues(i), within(1e-13));
        }
        for (final Continuation route : new Continuation[]{Continuation.OFF, Continuation.SELF_INTERACTION,
            Continuation.MATTER}) {
            assertThat(new ThreeFlavorEquilibrium(EquilibriumOptions.DEFAULT.withContinuation(route))
                .solve(hard.state(), hard.environment(), Progress.NONE).work().converged()).isFalse();
        }
    }
}
