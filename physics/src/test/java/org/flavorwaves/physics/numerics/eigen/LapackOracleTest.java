package org.flavorwaves.physics.numerics.eigen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver.Options;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The eigensolver against LAPACK's zgeev on matrices of many kinds. Skipped where OpenBLAS has no native library. */
class LapackOracleTest {
    private static final double EPS = Math.ulp(1.0) / 2;

    /** Both solvers commit a backward error of some EPS |A|; the condition number turns it into a distance. */
    private static final double BACKWARD_ERROR = 100 * EPS;

    /** Eigenvalues closer than this share of the norm have vectors, and condition numbers, that are not unique. */
    private static final double MULTIPLE = 1e-12;

    @BeforeAll
    static void requireLapack() {
        assumeTrue(Lapack.unavailable().isEmpty(), () -> Lapack.unavailable().orElse(""));
    }

    static Stream<Arguments> wellConditioned() {
        final Random random = new Random(20260101);
        return Stream.of(
            Stream.of(1, 2, 3, 5, 20, 80, 200, 600)
                .map(n -> Arguments.of("random " + n, TestMatrices.random(n, n, random))),
            Stream.of(4, 40, 150).map(n -> Arguments.of("decaying " + n, TestMatrices.decaying(n, 10, random))),
            Stream.of(1, 5, 30, 200).flatMap(n -> flavorWaves(n, random)),
            Stream.of(3, 12).map(angles -> sameVelocities(angles, 0.3, random)))
            .flatMap(s -> s);
    }

    private static Stream<Arguments> flavorWaves(final int n, final Random random) {
        final FlavorState state = RandomStates.random(n, random);
        final double[] ones = new double[n];
        Arrays.fill(ones, 1);
        final FlavorState aligned = FlavorState.alongZ(state.modes(), ones, state.pzs());
        final Environment environment = new Environment(0.3, 0.7, 1);
        final Stream<Double> ks = n == 200 ? Stream.of(0.4) : Stream.of(0.0, 0.4, 3.0);
        return ks.flatMap(k -> Stream.of(
            Arguments.of("flavor waves " + n + " at " + k, FlavorWaveMatrices.of(state, environment, k, -k / 2, k / 5)),
            Arguments.of("aligned flavor waves " + n + " at " + k,
                FlavorWaveMatrices.of(aligned, Environment.FAST, k, 0, 0))).limit(n == 200 ? 1 : 2));
    }

    /** Modes that share velocities: most eigenvalues are exactly multiple, and for k = 0 one is defective. */
    private static Arguments sameVelocities(final int angles, final double k, final Random random) {
        final int n = 10 * angles;
        final double[] v = new double[n];
        final double[] w = new double[n];
        final double[] p0 = new double[n];
        final double[] px = new double[n];
        final double[] pz = new double[n];
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            v[i] = -1 + 2 * (i / 10 + 0.5) / angles;
            w[i] = (1 + random.nextDouble()) / n;
            p0[i] = 1;
            px[i] = 0.2;
            pz[i] = 0.7 + 0.2 * random.nextDouble();
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
        }
        final MomentumModes modes = MomentumModes.builder().species(species).rings(v).weight(w).build();
        final FlavorState state = new FlavorState(modes, p0, px, new double[n], pz);
        return Arguments.of("same velocities " + 3 * n + " at " + k,
            FlavorWaveMatrices.of(state, Environment.FAST, 0, 0, k));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wellConditioned")
    void wellConditionedEigenvaluesAgreeToTwelveDigits(final String name, final ComplexMatrix a) {
        final EigenDecomposition ours = new ComplexEigenSolver(Options.allVectors()).solve(a);
        final EigenDecomposition values = new ComplexEigenSolver(Options.valuesOnly()).solve(a);
        final EigenDecomposition lapack = Lapack.zgeev(a);
        final double norm = a.frobeniusNorm();
        assertThat(new SpectrumMatch(ours, lapack).worst()).isLessThan(1e-12 * norm);
        assertThat(new SpectrumMatch(values, lapack).worst()).isLessThan(1e-12 * norm);
        assertThat(ours.residual()).isLessThan(1e-13);
        final ComplexMatrix product = ours.leftBiorthogonal().adjoint().multiply(ours.right());
        assertThat(product.minus(ComplexMatrix.identity(a.rows())).maxNorm()).isLessThan(1e-11);
    }

    static Stream<Arguments> hard() {
        final Random random = new Random(20260102);
        return Stream.of(
            Stream.of(1e-4, 1e-8, 1e-12, 0.0).flatMap(corner -> Stream.of(2, 3, 4).flatMap(size -> Stream.of(12, 96)
                .map(n -> jordan(n, size, corner, random)))),
            Stream.of(1e-8, 0.0).map(corner -> jordan(240, 3, corner, random)),
            Stream.of(5, 60, 200).flatMap(n -> Stream.of(
                Arguments.of("graded 1e10, " + n, TestMatrices.graded(n, 10, random)),
                Arguments.of("graded 1e100, " + n, TestMatrices.graded(n, 100, random)),
                Arguments.of("decaying 1e30, " + n, TestMatrices.decaying(n, 30, random)))),
            Stream.of(3, 12).map(angles -> sameVelocities(angles, 0, random)),
            Stream.of(10, 50, 100).map(n -> Arguments.of("Grcar " + n, TestMatrices.grcar(n))),
            Stream.of(6, 10, 12).map(n -> Arguments.of("Frank " + n, TestMatrices.frank(n)))).flatMap(s -> s);
    }

    private static Arguments jordan(final int n, final int size, final double corner, final Random random) {
        return Arguments.of("Jordan " + n + " size " + size + " corner " + corner,
            TestMatrices.hiddenJordan(n, size, corner, random));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hard")
    void illConditionedEigenvaluesAgreeWithinTheirConditionNumber(final String name, final ComplexMatrix a) {
        final EigenDecomposition ours = new ComplexEigenSolver(Options.allVectors()).solve(a);
        final EigenDecomposition lapack = Lapack.zgeev(a);
        final double norm = a.frobeniusNorm();
        assertThat(ours.residual()).as("residual").isLessThan(1e-13);
        final SpectrumMatch match = new SpectrumMatch(ours, lapack);
        for (int i = 0; i < a.rows(); i++) {
            final double condition = ours.condition(i);
            assertThat(match.distance(i)).as("eigenvalue %d, condition number %g", i, condition)
                .isLessThanOrEqualTo(BACKWARD_ERROR * condition * norm);
            if (gap(ours, i) > MULTIPLE * norm) {
                // a perturbation e moves a pair of Jordan-like eigenvalues by e condition, their gap is 1/condition
                final double allowed = 1e-9 + BACKWARD_ERROR * condition * condition * norm;
                assertThat(condition / lapack.condition(match.partner(i)) - 1).as("deviation of condition numbers")
                    .isBetween(-allowed, allowed);
            }
        }
    }

    private static double gap(final EigenDecomposition e, final int i) {
        double gap = Double.POSITIVE_INFINITY;
        for (int j = 0; j < e.size(); j++) {
            if (j != i) {
                gap = Math.min(gap, Math.hypot(e.re(i) - e.re(j), e.im(i) - e.im(j)));
            }
        }
        return gap;
    }
}
