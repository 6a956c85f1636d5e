package org.flavorwaves.physics.numerics.eigen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver.Options;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The eigensolver on matrices with known spectra, on limits of its input, and in its refusals. */
class ComplexEigenSolverTest {
    private static EigenDecomposition all(final ComplexMatrix a) {
        return new ComplexEigenSolver(Options.allVectors()).solve(a);
    }

    private static EigenDecomposition known(final double[] re, final double[] im) {
        return EigenDecomposition.values(re, im, 0, 0);
    }

    @Test
    void oneByOneIsItsEntry() {
        final ComplexMatrix a = new ComplexMatrix(1, 1);
        a.set(0, 0, 3, -4);
        final EigenDecomposition e = all(a);
        assertThat(e.re(0)).isEqualTo(3);
        assertThat(e.im(0)).isEqualTo(-4);
        assertThat(e.right().re(0, 0)).isEqualTo(1);
        assertThat(e.left().re(0, 0)).isEqualTo(1);
        assertThat(e.condition(0)).isEqualTo(1);
        assertThat(e.residual()).isZero();
    }

    @Test
    void emptyMatrixHasNoEigenvalues() {
        assertThat(all(new ComplexMatrix(0, 0)).size()).isZero();
    }

    @Test
    void zeroMatrixHasZeroEigenvaluesAndUnitVectors() {
        final EigenDecomposition e = all(new ComplexMatrix(5, 5));
        for (int i = 0; i < 5; i++) {
            assertThat(e.re(i)).isZero();
            assertThat(e.condition(i)).isEqualTo(1);
        }
        assertThat(e.right().minus(ComplexMatrix.identity(5)).maxNorm()).isZero();
        assertThat(e.residual()).isZero();
    }

    /** Rounding of waves that do not act on each other, which is below that of the frequency they share. */
    @Test
    void noiseBesideEqualNumbersIsNone() {
        final double frequency = -0.124;
        final ComplexMatrix a = new ComplexMatrix(8, 8);
        for (int c = 0; c < 8; c++) {
            a.set(c, c, frequency, 0);
        }
        final double[] noise = {0, 0, 0, 0x1p-60, 0, 0x1p-59, 0x1p-57};
        for (int c = 0; c < noise.length; c++) {
            a.set(c, c + 1, 0, noise[c]);
            a.set(c + 1, c, 0, -noise[c]);
        }
        final EigenDecomposition e = all(a);
        assertThat(e.converged()).isTrue();
        for (int c = 0; c < 8; c++) {
            assertThat(e.re(c)).isCloseTo(frequency, within(1e-16));
            assertThat(e.im(c)).isCloseTo(0, within(1e-16));
        }
        assertThat(e.residual()).isLessThan(1e-15);
    }

    @Test
    void rotationHasEigenvaluesPlusMinusI() {
        final EigenDecomposition e = all(TestMatrices.real(new double[]{0, 1}, new double[]{-1, 0}));
        assertThat(Math.abs(e.im(0))).isCloseTo(1, within(1e-15));
        assertThat(e.im(0) + e.im(1)).isCloseTo(0, within(1e-15));
        assertThat(e.condition(0)).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 33, 120, 300})
    void cyclicShiftHasTheRootsOfUnity(final int n) {
        // a permutation matrix: every shift strategy without exceptional shifts stalls on it
        final ComplexMatrix a = new ComplexMatrix(n, n);
        final double[] re = new double[n];
        final double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            a.set((i + 1) % n, i, 1, 0);
            re[i] = Math.cos(2 * Math.PI * i / n);
            im[i] = Math.sin(2 * Math.PI * i / n);
        }
        assertThat(new SpectrumMatch(known(re, im), all(a)).worst()).isLessThan(1e-13);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 60})
    void tridiagonalToeplitzMatrixHasCosines(final int n) {
        // a + 2 sqrt(b c) cos(pi k/(n + 1)), with sqrt(b c) = 1 + i
        final ComplexMatrix a = new ComplexMatrix(n, n);
        final double[] re = new double[n];
        final double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            a.set(i, i, -1, 2);
            if (i > 0) {
                a.set(i, i - 1, 1, 0);
                a.set(i - 1, i, 0, 2);
            }
            final double c = 2 * Math.cos(Math.PI * (i + 1) / (n + 1));
            re[i] = -1 + c;
            im[i] = 2 + c;
        }
        assertThat(new SpectrumMatch(known(re, im), all(a)).worst()).isLessThan(1e-12);
    }

    @Test
    void companionMatrixHasTheRootsOfItsPolynomial() {
        final double[] re = {1, -1, 0.5, 2, -2, 0.3, 0, 1.5};
        final double[] im = {0, 0, 1, -1, 0.25, -0.7, 2, 0.5};
        final ComplexMatrix a = TestMatrices.companion(re, im);
        final EigenDecomposition e = all(a);
        final SpectrumMatch match = new SpectrumMatch(e, known(re, im));
        for (int i = 0; i < re.length; i++) {
            assertThat(match.distance(i)).isLessThan(1e-14 * e.condition(i) * a.frobeniusNorm());
        }
        assertThat(match.worst()).isLessThan(1e-11);
    }

    @ParameterizedTest
    @CsvSource({"2, 1e-6", "3, 1e-9", "4, 1e-8", "5, 1e-10"})
    void perturbedJordanBlockSplitsIntoTheRootsOfThePerturbation(final int size, final double corner) {
        final double[] re = new double[size];
        final double[] im = new double[size];
        final double radius = Math.pow(corner, 1.0 / size);
        for (int i = 0; i < size; i++) {
            re[i] = radius * Math.cos(2 * Math.PI * i / size);
            im[i] = radius * Math.sin(2 * Math.PI * i / size);
        }
        final EigenDecomposition e = all(TestMatrices.jordan(size, size, corner));
        final SpectrumMatch match = new SpectrumMatch(e, known(re, im));
        assertThat(match.worst()).isLessThan(1e-14);
        // the condition number of each is radius^(1 - size)/size
        assertThat(e.condition(0) / (Math.pow(radius, 1 - size) / size)).isBetween(0.9, 1.1);
    }

    @Test
    void exactJordanBlockReportsItsDefect() {
        final EigenDecomposition e = all(TestMatrices.hiddenJordan(6, 3, 0, new Random(2)));
        for (int i = 0; i < 6; i++) {
            assertThat(e.condition(i)).isGreaterThan(1e8);
        }
        assertThat(e.residual()).isLessThan(1e-14);
        assertThat(all(TestMatrices.jordan(3, 3, 0)).condition(1)).isGreaterThan(1e12);
    }

    @Test
    void frankMatrixHasEigenvaluesInReciprocalPairs() {
        final int n = 9;
        final EigenDecomposition e = all(TestMatrices.frank(n));
        final double[] re = new double[n];
        final double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            final double square = e.re(i) * e.re(i) + e.im(i) * e.im(i);
            re[i] = e.re(i) / square;
            im[i] = -e.im(i) / square;
        }
        assertThat(new SpectrumMatch(e, known(re, im)).worst()).isLessThan(1e-9);
    }

    @Test
    void grcarMatrixHasASpectrumSymmetricAboutTheRealAxis() {
        final int n = 30;
        final EigenDecomposition e = all(TestMatrices.grcar(n));
        final double[] re = new double[n];
        final double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = e.re(i);
            im[i] = -e.im(i);
        }
        assertThat(new SpectrumMatch(e, known(re, im)).worst()).isLessThan(1e-11);
    }

    /** Their Hessenberg forms consist of rounding errors of rounding errors, down to subnormal numbers. */
    @ParameterizedTest
    @ValueSource(ints = {20, 111, 140, 230})
    void matricesOfLowRankKeepUnitaryTransformations(final int n) {
        final Random random = new Random(n);
        final ComplexMatrix ones = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                ones.set(i, j, 1, 0);
            }
        }
        final double[] re = new double[n];
        re[0] = n;
        final EigenDecomposition one = all(ones);
        assertThat(new SpectrumMatch(known(re, new double[n]), one).worst()).isLessThan(1e-13 * n);
        assertThat(one.residual()).isLessThan(1e-13);
        final ComplexMatrix low = TestMatrices.random(n, n / 5, random).multiply(
            TestMatrices.random(n / 5, n, random));
        assertThat(all(low).residual()).isLessThan(1e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-320, 1e-300, 1e-150, 1, 1e150, 1e300, 8e307})
    void anyScaleOfTheMatrixScalesTheSpectrum(final double scale) {
        final ComplexMatrix a = TestMatrices.real(new double[]{0, 1, 0}, new double[]{0, 0, 1}, new double[]{1, 0, 0});
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                a.set(i, j, a.re(i, j) * scale, 0);
            }
        }
        final EigenDecomposition e = all(a);
        // subnormal numbers have few digits
        final double rounding = scale < 1e-310 ? 1e-3 : 1e-14;
        for (int i = 0; i < 3; i++) {
            assertThat(Math.hypot(e.re(i) / scale, e.im(i) / scale)).isCloseTo(1, within(rounding));
        }
        assertThat(e.residual()).isLessThan(rounding);
    }

    @Test
    void extremeEntriesAreBalanced() {
        final ComplexMatrix a = TestMatrices.real(new double[]{1, 1e300}, new double[]{1e-300, 1});
        final EigenDecomposition e = all(a);
        assertThat(Math.min(e.re(0), e.re(1))).isCloseTo(0, within(1e-15));
        assertThat(Math.max(e.re(0), e.re(1))).isCloseTo(2, within(1e-15));
    }

    @Test
    void balancingMayBeSwitchedOff() {
        final ComplexMatrix a = TestMatrices.random(20, 20, new Random(5));
        final EigenDecomposition with = all(a);
        final EigenDecomposition without = new ComplexEigenSolver(
            new Options(true, true, false, Options.DEFAULT_MAX_SWEEPS)).solve(a);
        assertThat(new SpectrumMatch(with, without).worst()).isLessThan(1e-13 * a.frobeniusNorm());
        assertThat(without.residual()).isLessThan(1e-14);
    }

    @Test
    void isolatedEigenvaluesAtBothEndsKeepTheirVectors() {
        // reducible: 2 and 5 are found by permutation, the block of order 2 in the middle is iterated
        final ComplexMatrix a = TestMatrices.real(new double[]{1, 0, 3, 0}, new double[]{4, 2, 1, 0},
            new double[]{-3, 0, 1, 0}, new double[]{1, 2, 3, 5});
        final EigenDecomposition e = all(a);
        final double[] re = {1, 1, 2, 5};
        final double[] im = {3, -3, 0, 0};
        assertThat(new SpectrumMatch(e, known(re, im)).worst()).isLessThan(1e-14);
        assertThat(e.residual()).isLessThan(1e-15);
        assertThat(e.leftBiorthogonal().adjoint().multiply(e.right()).minus(ComplexMatrix.identity(4)).maxNorm())
            .isLessThan(1e-14);
    }

    @Test
    void numberOfThreadsChangesNoBit() throws InterruptedException, ExecutionException {
        final ComplexMatrix a = TestMatrices.random(300, 300, new Random(8));
        final EigenDecomposition one = withThreads(1, a);
        final EigenDecomposition four = withThreads(4, a);
        for (int i = 0; i < 300; i++) {
            assertThat(four.re(i)).isEqualTo(one.re(i));
            assertThat(four.im(i)).isEqualTo(one.im(i));
        }
        assertThat(four.right().minus(one.right()).maxNorm()).isZero();
        assertThat(four.left().minus(one.left()).maxNorm()).isZero();
    }

    private static EigenDecomposition withThreads(final int threads, final ComplexMatrix a)
        throws InterruptedException, ExecutionException {
        final ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> all(a)).get();
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void entryThatIsNotFiniteIsNamed(final double bad) {
        final ComplexMatrix a = ComplexMatrix.identity(3);
        a.set(1, 2, 0, bad);
        assertThatThrownBy(() -> all(a)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("(1, 2)").hasMessageContaining(Double.toString(bad));
    }

    @Test
    void rectangleIsRefused() {
        assertThatThrownBy(() -> all(new ComplexMatrix(2, 3))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("2 x 3");
    }

    @Test
    void notConvergedIsAnAnswerThatRefusesValues() {
        final ComplexMatrix a = TestMatrices.random(30, 30, new Random(1));
        final EigenDecomposition e = new ComplexEigenSolver(new Options(true, true, true, 1)).solve(a);
        assertThat(e.converged()).isFalse();
        assertThat(e.unconverged()).isPositive();
        assertThatThrownBy(() -> e.re(0)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("of 30 eigenvalues");
        assertThatThrownBy(e::right).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void vectorsThatWereNotAskedForAreRefused() {
        final ComplexMatrix a = TestMatrices.random(4, 4, new Random(1));
        final EigenDecomposition values = new ComplexEigenSolver(Options.valuesOnly()).solve(a);
        assertThatThrownBy(values::right).hasMessageContaining("Right eigenvectors were not asked for");
        assertThatThrownBy(values::residual).hasMessageContaining("No eigenvectors");
        final EigenDecomposition right = new ComplexEigenSolver(
            new Options(true, false, true, Options.DEFAULT_MAX_SWEEPS)).solve(a);
        assertThat(right.residual()).isLessThan(1e-14);
        assertThatThrownBy(right::left).hasMessageContaining("Left eigenvectors were not asked for");
        assertThatThrownBy(() -> right.condition(0)).hasMessageContaining("Left");
        assertThatThrownBy(right::leftBiorthogonal).hasMessageContaining("Left");
        assertThatThrownBy(() -> new Options(true, true, true, 0)).hasMessageContaining("maxSweeps is 0");
    }
}
