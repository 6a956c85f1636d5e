package org.flavorwaves.physics.linear.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.CoherentBackground;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.linear.collective.sums.CollectiveMatrix;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorEquilibrium;
import org.flavorwaves.physics.threeflavor.waves.ThreeFlavorBands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for growing waves of three flavors that are coherent. */
class CoherentWavesTest {
    private static final double FLOOR = 1e-4;

    private static final ThreeFlavorEnvironment MIXING =
        new ThreeFlavorEnvironment(0.5878, 0.7557, 0.1494, 3.7, 0.7, 1);

    private static CoherentBackground background(final ThreeFlavorState state,
        final ThreeFlavorEnvironment environment) {
        return CoherentBackground.of(new ThreeFlavorBackground(state, environment));
    }

    /** Modes of both species in random directions, damped, with density matrices A A^dagger of unit trace. */
    private static ThreeFlavorState random(final int n, final long seed, final boolean vacuum) {
        final Random random = new Random(seed);
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        final double[] damping = new double[n];
        final double[] omega21 = new double[n];
        final double[] omega31 = new double[n];
        final double[][] rho = new double[n][];
        for (int i = 0; i < n; i++) {
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
            final double[] u = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            final double length = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
            for (int a = 0; a < 3; a++) {
                v[a][i] = u[a] / length;
            }
            weight[i] = 0.3 + random.nextDouble();
            damping[i] = vacuum ? 0.05 * random.nextDouble() : 0;
            omega21[i] = vacuum ? 0.05 * random.nextDouble() : 0;
            omega31[i] = vacuum ? 0.5 * random.nextDouble() : 0;
            rho[i] = matrix(random);
        }
        return new ThreeFlavorState(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2])
            .weight(weight).depolarization(damping).build(), omega21, omega31, rho);
    }

    private static double[] matrix(final Random random) {
        final Complex[][] a = new Complex[3][3];
        for (int c = 0; c < 9; c++) {
            a[c / 3][c % 3] = new Complex(random.nextGaussian(), random.nextGaussian());
        }
        final Complex[][] rho = new Complex[3][3];
        double trace = 0;
        for (int c = 0; c < 9; c++) {
            rho[c / 3][c % 3] = Complex.ZERO;
            for (int s = 0; s < 3; s++) {
                rho[c / 3][c % 3] = rho[c / 3][c % 3].add(a[c / 3][s].multiply(a[c % 3][s].conjugate()));
            }
            trace += c % 4 == 0 ? rho[c / 3][c / 3].getReal() : 0;
        }
        final double[] flat = new double[9];
        final int[] rows = {0, 0, 1};
        final int[] columns = {1, 2, 2};
        for (int e = 0; e < 3; e++) {
            flat[e] = rho[e][e].getReal() / trace;
            flat[3 + 2 * e] = rho[rows[e]][columns[e]].getReal() / trace;
            flat[4 + 2 * e] = rho[rows[e]][columns[e]].getImaginary() / trace;
        }
        return flat;
    }

    private static List<Complex> dense(final ThreeFlavorState state, final ThreeFlavorEnvironment environment,
        final WaveVector k, final double floor) {
        final EigenDecomposition eigen = new ThreeFlavorBands(state, environment).solve(k, false, Progress.NONE);
        final List<Complex> values = new ArrayList<>();
        for (int b = 0; b < eigen.size(); b++) {
            if (eigen.im(b) > floor) {
                values.add(new Complex(eigen.re(b), eigen.im(b)));
            }
        }
        return values;
    }

    private static List<Complex> values(final UnstableWaves waves) {
        return waves.waves().stream().map(wave -> new Complex(wave.omegaRe(), wave.growth())).toList();
    }

    /** Every value of the one list is in the other one. */
    private static void assertSame(final List<Complex> found, final List<Complex> expected, final double tolerance) {
        assertThat(found).hasSameSizeAs(expected);
        assertContains(found, expected, tolerance);
    }

    private static void assertContains(final List<Complex> found, final List<Complex> expected,
        final double tolerance) {
        final List<Complex> left = new ArrayList<>(found);
        for (final Complex wanted : expected) {
            final Complex best = left.stream().min(Comparator.comparingDouble(z -> z.subtract(wanted).abs()))
                .orElseThrow();
            assertThat(best.subtract(wanted).abs()).as("%s beside %s", best, wanted).isLessThan(tolerance);
            left.remove(best);
        }
    }

    /** Complete and exact: the growing bands of the dense problem, each once, and no others. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsWhatTheDenseSolverFinds(final boolean vacuum) {
        int count = 0;
        for (int seed = 0; seed < 8; seed++) {
            final ThreeFlavorState state = random(2 + seed % 6, seed, vacuum);
            final ThreeFlavorEnvironment environment = vacuum ? MIXING : ThreeFlavorEnvironment.FAST;
            final Random random = new Random(seed);
            for (int p = 0; p < 2; p++) {
                final WaveVector k = new WaveVector(random.nextGaussian(), random.nextGaussian(),
                    p == 0 ? 0 : random.nextGaussian());
                final List<Complex> expected = dense(state, environment, k, FLOOR);
                final UnstableWaves waves =
                    new UnstableWaveSearch(FLOOR, true).solve(background(state, environment), k);
                assertThat(waves.unresolved()).isZero();
                assertSame(values(waves), expected, 1e-9);
                assertThat(waves.waves()).allSatisfy(wave -> assertThat(wave.residual()).isLessThan(1e-11));
                count += expected.size();
            }
        }
        assertThat(count).isGreaterThan(30);
    }

    /** With so many modes that poles are summed by multipoles and local expansions: the waves of the pairs. */
    @Test
    void manyModesHaveTheWavesOfTheirPairs() {
        final int n = 320;
        final Species[] species = new Species[n];
        final double[] mu = new double[n];
        final double[] weight = new double[n];
        final double[][] rho = new double[n][];
        for (int i = 0; i < n; i++) {
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
            mu[i] = (2 * (i / 2) + 1.0) / (n / 2) - 1;
            weight[i] = 2.0 / n;
            rho[i] = i % 2 == 0 ? new double[]{0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}
                : new double[]{0.5 + 0.3 * mu[i], 0.2 - 0.1 * mu[i], 0.1, 0, 0, 0, 0, 0, 0};
        }
        final ThreeFlavorState state = new ThreeFlavorState(
            MomentumModes.builder().species(species).rings(mu).weight(weight).build(), new double[n], new double[n],
            rho);
        final WaveVector k = new WaveVector(0, 0, 0.1);
        final UnstableWaveSearch search = new UnstableWaveSearch(2e-3, false);
        final List<Complex> pairs = new ArrayList<>();
        for (final FlavorPair pair : FlavorPair.values()) {
            pairs.addAll(values(search.solve(Background.of(state.pair(pair), new Environment(0, 0, 1)), k)));
        }
        assertThat(pairs).hasSizeGreaterThan(1);
        final List<Complex> found = values(search.solve(background(state, ThreeFlavorEnvironment.FAST), k));
        assertSame(found, pairs, 1e-11);
    }

    /** A gas of two flavors in one pair has its waves in that pair, beside those of the absent flavor. */
    @ParameterizedTest
    @EnumSource
    void twoFlavorsInOnePairHaveTheWavesOfTwo(final FlavorPair pair) {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NUBAR, Species.NU, Species.NUBAR)
            .velocity(new double[]{0.6, 0, -0.8, 0}, new double[]{0, 1, 0, -0.6}, new double[]{0.8, 0, 0.6, -0.8})
            .weight(1, 0.8, 0.5, 1.1).depolarization(0.01, 0.02, 0, 0.03).build();
        final FlavorState two = new FlavorState(modes, new double[]{0.9, 0.8, 0.7, 1},
            new double[]{0.3, -0.2, 0.1, 0.2}, new double[]{0.1, 0.3, -0.2, 0.4}, new double[]{0.6, -0.3, 0.5, 0.7});
        final ThreeFlavorState three = ThreeFlavorState.embed(two, pair);
        int count = 0;
        for (final double kz : new double[]{-0.7, 0.1, 0.6}) {
            final WaveVector k = new WaveVector(0.2, -0.3, kz);
            final double lambda = 0.4;
            final UnstableWaveSearch search = new UnstableWaveSearch(1e-3, false);
            final List<Complex> expected = values(search
                .solve(Background.of(two, new Environment(0, pair.matterPotential(lambda), 1)), k));
            assertContains(values(search.solve(
                background(three, new ThreeFlavorEnvironment(0, 0, 0, 0, lambda, 1)), k)), expected, 1e-12);
            count += expected.size();
        }
        assertThat(count).isGreaterThan(3);
    }

    /** Reference case 22: the three growing waves of two beams without coherence, which pairs find too. */
    @Test
    void flavorDiagonalBeamsHaveTheWavesOfTheirPairs() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.8).build();
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[2], new double[2], new double[][]{
            {0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}, {0.3, 0.25, 0.05, 0, 0, 0, 0, 0, 0}});
        final ThreeFlavorEnvironment matter = new ThreeFlavorEnvironment(0, 0, 0, 0, 1.5, 1);
        final WaveVector k = new WaveVector(0, 0, 0.4);
        final UnstableWaveSearch search = new UnstableWaveSearch(FLOOR, false);
        final List<Complex> found = values(search.solve(background(state, matter), k));
        assertSame(found, List.of(new Complex(-0.06, 0.2107130751), new Complex(1.8, 0.5567764363),
            new Complex(1.86, 0.2497999199)), 1e-9);
        final List<Complex> pairs = new ArrayList<>();
        for (final FlavorPair pair : FlavorPair.values()) {
            pairs.addAll(values(search.solve(Background.of(state.pair(pair),
                new Environment(0, pair.matterPotential(1.5), 1)), k)));
        }
        assertSame(found, pairs, 1e-12);
    }

    /** Turning all rho and H by one element of SU(3) leaves the waves as they are. */
    @Test
    void wavesDoNotDependOnTheFlavorBasis() {
        final WaveVector k = new WaveVector(0.3, -0.2, 0.5);
        final UnstableWaveSearch search = new UnstableWaveSearch(1e-3, false);
        final ThreeFlavorState state = random(5, 3, false);
        final double[] turned = state.vectors();
        for (int i = 0; i < state.size(); i++) {
            FlavorAlgebra.turn(new double[]{0.3, -0.7, 1.1, 0.4, 0.9, -0.5, 0.2, 0.8}, turned,
                FlavorAlgebra.SIZE * i);
        }
        final List<Complex> found =
            values(search.solve(background(state.withVectors(turned), ThreeFlavorEnvironment.FAST), k));
        assertThat(found).isNotEmpty();
        assertSame(found, values(search.solve(background(state, ThreeFlavorEnvironment.FAST), k)), 1e-12);
    }

    /** A turn between mu and tau leaves matter alone and adds to theta23. */
    @Test
    void aTurnOfMuAndTauAddsToTheMixingAngle() {
        final double angle = 0.4;
        final WaveVector k = new WaveVector(0.3, -0.2, 0.5);
        final UnstableWaveSearch search = new UnstableWaveSearch(1e-3, false);
        final ThreeFlavorState state = random(5, 4, true);
        final double[] turned = state.vectors();
        for (int i = 0; i < state.size(); i++) {
            FlavorAlgebra.turn(new double[]{0, 0, 0, 0, 0, 0, -2 * angle, 0}, turned, FlavorAlgebra.SIZE * i);
        }
        final ThreeFlavorEnvironment other = new ThreeFlavorEnvironment(MIXING.theta12(), MIXING.theta23() + angle,
            MIXING.theta13(), MIXING.deltaCp(), MIXING.matterPotential(), 1);
        final List<Complex> found = values(search.solve(background(state.withVectors(turned), other), k));
        assertThat(found).isNotEmpty();
        assertSame(found, values(search.solve(background(state, MIXING), k)), 1e-12);
    }

    /** In mixing equilibrium 2N bands are trivial, Omega = v.k - i D; none of them is taken for a growing wave. */
    @Test
    void trivialBandsOfAnEquilibriumDoNotGrow() {
        final double[] omega = {0.3, 0.2, 0.4, 0.25};
        final double[] omega21 = {0.02, 0.01, 0.03, 0.02};
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NUBAR, Species.NU, Species.NUBAR).rings(0.9, 0.4, -0.3, -0.8)
            .weight(1, 0.8, 0.5, 0.7).build();
        final ThreeFlavorState start = new ThreeFlavorState(modes, omega21, omega, new double[][]{
            {0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}, {0.3, 0.25, 0.05, 0, 0, 0, 0, 0, 0},
            {0.5, 0.3, 0.2, 0, 0, 0, 0, 0, 0}, {0.7, 0.1, 0.2, 0, 0, 0, 0, 0, 0}});
        final ThreeFlavorState state = new ThreeFlavorEquilibrium(EquilibriumOptions.DEFAULT)
            .solve(start, MIXING, Progress.NONE).state();
        assertThat(state.isDiagonal()).isFalse();
        int count = 0;
        for (final double kz : new double[]{-0.6, -0.2, 0, 0.3, 0.9}) {
            final WaveVector k = new WaveVector(0, 0, kz);
            final List<Complex> expected = dense(state, MIXING, k, 1e-6);
            assertSame(values(new UnstableWaveSearch(1e-6, false).solve(background(state, MIXING), k)), expected,
                1e-9);
            count += expected.size();
        }
        assertThat(count).isGreaterThan(2);
    }

    /** The determinant is the ratio of the characteristic polynomials of the operator with and without coupling. */
    @Test
    void determinantIsTheRatioOfCharacteristicPolynomials() {
        final ThreeFlavorState state = random(4, 9, true);
        final WaveVector k = new WaveVector(0.4, 0.1, -0.3);
        final Complex omega = new Complex(0.2, 0.3);
        final CollectiveMatrix matrix = CollectiveMatrix.of(background(state, MIXING), k).get(0);
        final ThreeFlavorBands bands = new ThreeFlavorBands(state, MIXING);
        final ComplexMatrix own = bands.operator(k);
        for (int i = 0; i < state.size(); i++) {
            for (int j = 0; j < state.size(); j++) {
                final double[][] p = FlavorAlgebra.operator(state.vectors(), FlavorAlgebra.SIZE * i);
                final double f = 1 - state.modes().vx(i) * state.modes().vx(j)
                    - state.modes().vy(i) * state.modes().vy(j) - state.modes().vz(i) * state.modes().vz(j);
                final double w = f * state.modes().weight(j) * state.modes().species(j).sign();
                for (int c = 0; c < 64; c++) {
                    own.add(8 * i + c / 8, 8 * j + c % 8, 0, w * p[c / 8][c % 8]);
                }
            }
        }
        final Complex ratio = characteristic(bands.operator(k), omega).divide(characteristic(own, omega));
        assertThat(matrix.determinant(omega).subtract(ratio).abs() / ratio.abs()).isLessThan(1e-11);
    }

    /** Derivatives against differences of the matrix itself. */
    @Test
    void derivativesAreThoseOfTheMatrix() {
        final CoherentBackground background = background(random(4, 9, true), MIXING);
        final WaveVector k = new WaveVector(0.4, 0.1, -0.3);
        final Complex omega = new Complex(0.2, 0.3);
        final double step = 1e-5;
        final CollectiveMatrix matrix = CollectiveMatrix.of(background, k).get(0);
        assertThat(matrix.dimension()).isEqualTo(32);
        assertClose(matrix.derivative(omega), matrix.at(omega.add(step)), matrix.at(omega.subtract(step)), step);
        for (int axis = 0; axis < 3; axis++) {
            final WaveVector dk = new WaveVector(axis == 0 ? step : 0, axis == 1 ? step : 0, axis == 2 ? step : 0);
            assertClose(matrix.slope(omega, axis), CollectiveMatrix.of(background, k.plus(dk)).get(0).at(omega),
                CollectiveMatrix.of(background, k.minus(dk)).get(0).at(omega), step);
        }
    }

    private static void assertClose(final ComplexMatrix derivative, final ComplexMatrix above,
        final ComplexMatrix below, final double step) {
        double size = 0;
        for (int c = 0; c < 32 * 32; c++) {
            final int r = c / 32;
            final int q = c % 32;
            size = Math.max(size, Math.abs(derivative.re(r, q)));
            assertThat((above.re(r, q) - below.re(r, q)) / (2 * step)).isCloseTo(derivative.re(r, q), within(1e-6));
            assertThat((above.im(r, q) - below.im(r, q)) / (2 * step)).isCloseTo(derivative.im(r, q), within(1e-6));
        }
        assertThat(size).isGreaterThan(0.1);
    }

    private static Complex characteristic(final ComplexMatrix matrix, final Complex omega) {
        final EigenDecomposition eigen = new ComplexEigenSolver(
            ComplexEigenSolver.Options.valuesOnly()).solve(matrix);
        Complex product = Complex.ONE;
        for (int b = 0; b < eigen.size(); b++) {
            product = product.multiply(omega.subtract(new Complex(eigen.re(b), eigen.im(b))));
        }
        return product;
    }

    /** The climb ends where the exact slopes vanish, at a growth that the dense problem has too. */
    @Test
    void theFastestWaveIsFollowedToItsMaximum() {
        final ThreeFlavorState state = random(5, 11, true);
        final CoherentBackground background = background(state, MIXING);
        final Region region = new Region(WaveVector.ZERO, List.of(new WaveVector(0, 0, 2)), List.of(17));
        final GrowthMaximum maximum = new GrowthMaximizer(region, 1e-2).search(background, Progress.NONE);
        final UnstableWave wave = maximum.wave().orElseThrow();
        assertThat(maximum.atEdge()).isFalse();
        assertThat(wave.growthSlope().kz()).isCloseTo(0, within(1e-6));
        assertContains(dense(state, MIXING, wave.k(), 0), List.of(new Complex(wave.omegaRe(), wave.growth())), 1e-9);
        final double step = 1e-4;
        final WaveVector beside = wave.k().plus(new WaveVector(0, 0, step));
        final Complex next = dense(state, MIXING, beside, 0).stream()
            .min(Comparator.comparingDouble(z -> z.subtract(new Complex(wave.omegaRe(), wave.growth())).abs()))
            .orElseThrow();
        assertThat((next.getReal() - wave.omegaRe()) / step).isCloseTo(wave.velocity().kz(), within(1e-3));
        assertThat(wave.psi().orElseThrow().modes()).isEqualTo(5);
    }

    @Test
    void whatAWaveNeedsIsToldByWhatIsLeftOut() {
        final ThreeFlavorState state = random(5, 11, true);
        final CoherentBackground background = background(state, MIXING);
        final UnstableWaves waves = new UnstableWaveSearch(0.1, false).solve(background, new WaveVector(0, 0, 0.3));
        assertThat(waves.waves()).isNotEmpty();
        assertThat(new WaveOriginFinder(background).of(waves)).contains(WaveOrigin.FAST);
        assertThat(background.reduced(false).largestVacuum()).isZero();
        assertThat(background.reduced(true).largestVacuum()).isEqualTo(background.largestVacuum());
        assertThat(background.reduced(true).largestDamping()).isZero();
    }

    @Test
    void aContinuousSpectrumIsRefused() {
        assertThatThrownBy(() -> new UnstableWaveSearch(0.1, false, AngularModel.LEGENDRE)
            .solve(background(random(3, 1, false), ThreeFlavorEnvironment.FAST), WaveVector.ZERO))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("coherent");
    }
}
