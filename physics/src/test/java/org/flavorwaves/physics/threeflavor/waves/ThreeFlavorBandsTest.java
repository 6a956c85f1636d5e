package org.flavorwaves.physics.threeflavor.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.blocks.DenseOperator;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThreeFlavorBandsTest {
    private static final WaveVector K = new WaveVector(0, 0, 0.4);

    private static final double LAMBDA = 1.5;

    private static final ThreeFlavorEnvironment MATTER = new ThreeFlavorEnvironment(0, 0, 0, 0, LAMBDA, 1);

    private static ThreeFlavorState beams() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.8).build();
        return new ThreeFlavorState(modes, new double[2], new double[2], new double[][]{
            {0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}, {0.3, 0.25, 0.05, 0, 0, 0, 0, 0, 0}});
    }

    private static List<Complex> values(final EigenDecomposition eigen) {
        final List<Complex> values = new ArrayList<>();
        for (int i = 0; i < eigen.size(); i++) {
            values.add(new Complex(eigen.re(i), eigen.im(i)));
        }
        return values;
    }

    /** Takes from a list the value next to the wanted one. */
    private static void take(final List<Complex> values, final Complex wanted, final double tolerance) {
        Complex best = values.get(0);
        for (final Complex value : values) {
            if (value.subtract(wanted).abs() < best.subtract(wanted).abs()) {
                best = value;
            }
        }
        assertThat(best.subtract(wanted).abs()).as("distance of %s from %s", best, wanted).isLessThan(tolerance);
        values.remove(best);
    }

    private static List<Complex> twoFlavors(final FlavorState state, final double lambda) {
        return values(new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly())
            .solve(DenseOperator.of(Background.of(state, new Environment(0, lambda, 1)), K)));
    }

    /** Reference case 22: sixteen waves of two beams in three flavors. */
    @Test
    void twoBeamsHaveTheWavesOfTheReferenceCase() {
        final List<Complex> found = values(new ThreeFlavorBands(beams(), MATTER).solve(K, false, Progress.NONE));
        final double[][] expected = {{-2.7, 0}, {-2.6609993758, 0}, {-1.0590006242, 0}, {-0.9, 0},
            {-0.5495900262, 0}, {-0.4, 0}, {-0.4, 0}, {-0.06, 0.2107130751}, {-0.06, -0.2107130751}, {0.4, 0}, {0.4, 0},
            {0.6695900262, 0}, {1.8, 0.5567764363}, {1.8, -0.5567764363}, {1.86, 0.2497999199},
            {1.86, -0.2497999199}};
        assertThat(found).hasSize(expected.length);
        for (final double[] wanted : expected) {
            take(found, new Complex(wanted[0], wanted[1]), 1e-9);
        }
    }

    /** A flavor-diagonal state is three gases of two flavors; each has two trivial waves too, of which three lists
        of two stand for the 2N = 4 of the whole. */
    @Test
    void aDiagonalStateSeparatesIntoItsPairs() {
        final List<Complex> found = values(new ThreeFlavorBands(beams(), MATTER).solve(K, false, Progress.NONE));
        for (final FlavorPair pair : FlavorPair.values()) {
            final List<Complex> waves = twoFlavors(beams().pair(pair), pair.matterPotential(LAMBDA));
            take(waves, new Complex(0.4), 1e-12);
            take(waves, new Complex(-0.4), 1e-12);
            waves.forEach(wave -> take(found, wave, 1e-12));
        }
        assertThat(found).hasSize(4);
        found.forEach(wave -> assertThat(Math.abs(wave.getReal())).isCloseTo(0.4, within(1e-12)));
    }

    private static FlavorState tilted() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .velocity(new double[]{0.6, 0, 0.48}, new double[]{0, 0.8, 0.6}, new double[]{0.8, -0.6, 0.64})
            .weight(1, 0.8, 0.5).omega(0.3, 0.2, -0.7).depolarization(0.05, 0, 0.2).build();
        return new FlavorState(modes, new double[]{0.9, 0.8, 0.6}, new double[]{0.3, -0.2, 0.1},
            new double[]{0.1, 0.3, -0.2}, new double[]{0.5, -0.4, 0.3});
    }

    /** Each gas of two flavors, tilted and mixed, is found in its pair. */
    @ParameterizedTest
    @EnumSource(names = {"E_MU", "E_TAU"})
    void twoFlavorsAreASpecialCase(final FlavorPair pair) {
        final double theta = 0.3;
        final ThreeFlavorEnvironment environment = pair == FlavorPair.E_MU
            ? new ThreeFlavorEnvironment(theta, 0, 0, 0, LAMBDA, 1)
            : new ThreeFlavorEnvironment(0, 0, theta, 0, LAMBDA, 1);
        final WaveVector k = new WaveVector(0.2, -0.5, 0.3);
        final List<Complex> found = values(new ThreeFlavorBands(ThreeFlavorState.embed(tilted(), pair), environment)
            .solve(k, false, Progress.NONE));
        values(new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(DenseOperator
            .of(Background.of(tilted(), new Environment(theta, LAMBDA, 1)), k)))
            .forEach(wave -> take(found, wave, 1e-12));
    }

    private static ThreeFlavorState random() {
        final Random random = new Random(3);
        final double[][] rho = new double[3][];
        for (int i = 0; i < 3; i++) {
            rho[i] = new double[]{0.5, 0.4, 0.3, 0, 0, 0, 0, 0, 0};
            for (int a = 3; a < 9; a++) {
                rho[i][a] = 0.2 * (random.nextDouble() - 0.5);
            }
        }
        return new ThreeFlavorState(tilted().modes().toBuilder().omega(new double[3]).build(),
            new double[]{0.1, 0.2, 0.05}, new double[]{1, 2, 0.5}, rho);
    }

    /** M of -k is minus the complex conjugate of M of k, for any state, because the vectors are real. */
    @Test
    void theOperatorOfTheOppositeWaveVectorIsItsMirror() {
        final ThreeFlavorBands bands =
            new ThreeFlavorBands(random(), new ThreeFlavorEnvironment(0.6, 0.8, 0.15, 3.7, 1.2, 1));
        final WaveVector k = new WaveVector(0.2, -0.5, 0.3);
        final ComplexMatrix plus = bands.operator(k);
        final ComplexMatrix minus = bands.operator(k.negated());
        for (int i = 0; i < plus.rows(); i++) {
            for (int j = 0; j < plus.rows(); j++) {
                assertThat(minus.re(i, j)).isEqualTo(-plus.re(i, j));
                assertThat(minus.im(i, j)).isEqualTo(plus.im(i, j));
            }
        }
    }

    @Test
    void whatIsNoStateIsRefused() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(1).weight(1).build();
        assertThatThrownBy(() -> new ThreeFlavorState(modes, new double[1], new double[1],
            new double[][]{{0.5, 0.5, 0, 0.6, 0, 0, 0, 0, 0}})).isInstanceOf(InvalidModeException.class)
                .hasMessageContaining("eigenvalue");
        assertThatThrownBy(() -> new ThreeFlavorState(modes, new double[1], new double[1],
            new double[][]{{0.5, 0.5, 0, 0, 0, 0, 0.55, 0, 0}})).hasMessageContaining("eigenvalue");
        final ThreeFlavorState coherent = random();
        assertThatThrownBy(() -> coherent.pair(FlavorPair.E_MU)).hasMessageContaining("coherence");
    }
}
