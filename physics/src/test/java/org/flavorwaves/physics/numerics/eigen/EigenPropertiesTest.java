package org.flavorwaves.physics.numerics.eigen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver.Options;
import org.flavorwaves.physics.numerics.matrix.ComplexLu;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/** Exact identities of eigenvalues and eigenvectors on random matrices. */
class EigenPropertiesTest {
    private static final double ROUNDING = 1e-13;

    private static EigenDecomposition all(final ComplexMatrix a) {
        final EigenDecomposition e = new ComplexEigenSolver(Options.allVectors()).solve(a);
        assertThat(e.converged()).isTrue();
        return e;
    }

    @Property(tries = 60)
    void traceIsTheSumOfEigenvalues(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 90) final int n) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final EigenDecomposition e = all(a);
        double re = 0;
        double im = 0;
        for (int i = 0; i < n; i++) {
            re += e.re(i) - a.re(i, i);
            im += e.im(i) - a.im(i, i);
        }
        assertThat(Math.hypot(re, im)).isLessThan(ROUNDING * a.frobeniusNorm());
        assertThat(e.residual()).isLessThan(ROUNDING);
    }

    @Property(tries = 60)
    void determinantIsTheProductOfEigenvalues(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 30) final int n) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final EigenDecomposition e = all(a);
        double re = 1;
        double im = 0;
        double relative = 0;
        for (int i = 0; i < n; i++) {
            final double t = re * e.re(i) - im * e.im(i);
            im = re * e.im(i) + im * e.re(i);
            re = t;
            relative += e.condition(i) * a.frobeniusNorm() / Math.hypot(e.re(i), e.im(i));
        }
        final double[] determinant = new ComplexLu(a).determinant();
        assertThat(Math.hypot(re - determinant[0], im - determinant[1]))
            .isLessThan(1e-15 * relative * 10 * Math.hypot(re, im));
    }

    @Property(tries = 60)
    void similarityKeepsTheSpectrum(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 60) final int n) {
        final Random random = new Random(seed);
        final ComplexMatrix a = TestMatrices.random(n, n, random);
        final ComplexMatrix q = TestMatrices.unitary(n, random);
        final EigenDecomposition e = all(a);
        final EigenDecomposition f = all(q.multiply(a).multiply(q.adjoint()));
        final SpectrumMatch match = new SpectrumMatch(e, f);
        for (int i = 0; i < n; i++) {
            assertThat(match.distance(i)).isLessThan(ROUNDING * a.frobeniusNorm() * e.condition(i));
        }
    }

    @Property(tries = 60)
    void conjugationConjugatesTheSpectrumAndSwapsLeftAndRight(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 60) final int n) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final EigenDecomposition e = all(a);
        final EigenDecomposition f = all(a.adjoint());
        final double[] re = new double[n];
        final double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = f.re(i);
            im[i] = -f.im(i);
        }
        final SpectrumMatch match = new SpectrumMatch(e, EigenDecomposition.values(re, im, 0, 0));
        for (int i = 0; i < n; i++) {
            assertThat(match.distance(i)).isLessThan(ROUNDING * a.frobeniusNorm() * e.condition(i));
            // right vectors of A^H are left vectors of A, up to a phase
            final double[] overlap = TestMatrices.dot(e.left(), i, f.right(), match.partner(i));
            assertThat(Math.hypot(overlap[0], overlap[1])).isCloseTo(1, within(1e-9));
        }
    }

    @Property(tries = 60)
    void shiftMovesTheSpectrum(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 60) final int n,
        @ForAll @DoubleRange(min = -5, max = 5) final double re,
        @ForAll @DoubleRange(min = -5, max = 5) final double im) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final EigenDecomposition e = all(a);
        final double[] movedRe = new double[n];
        final double[] movedIm = new double[n];
        for (int i = 0; i < n; i++) {
            movedRe[i] = e.re(i) + re;
            movedIm[i] = e.im(i) + im;
            a.add(i, i, re, im);
        }
        final SpectrumMatch match = new SpectrumMatch(EigenDecomposition.values(movedRe, movedIm, 0, 0), all(a));
        for (int i = 0; i < n; i++) {
            assertThat(match.distance(i)).isLessThan(ROUNDING * a.frobeniusNorm() * e.condition(i));
        }
    }

    @Property(tries = 60)
    void leftVectorsAreDualToRightOnes(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 70) final int n) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final EigenDecomposition e = all(a);
        final ComplexMatrix product = e.leftBiorthogonal().adjoint().multiply(e.right());
        assertThat(product.minus(ComplexMatrix.identity(n)).maxNorm()).isLessThan(1e-9);
        final double[] norm = TestMatrices.dot(e.left(), n - 1, e.left(), n - 1);
        assertThat(norm[0]).isCloseTo(1, within(1e-14));
    }

    @Property(tries = 60)
    void multipleSemisimpleEigenvaluesHaveADualBasis(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 40) final int n, @ForAll @IntRange(min = 1, max = 4) final int distinct) {
        final Random random = new Random(seed);
        final ComplexMatrix v = TestMatrices.random(n, n, random);
        final ComplexMatrix scaled = v.copy();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                // columns times the eigenvalue m (1 + i)
                final int m = j % distinct;
                scaled.set(i, j, m * (v.re(i, j) - v.im(i, j)), m * (v.im(i, j) + v.re(i, j)));
            }
        }
        // A = V L V^-1 through A^H = V^-H (V L)^H
        final ComplexLu lu = new ComplexLu(v.adjoint());
        final ComplexMatrix a = lu.solve(scaled.adjoint()).adjoint();
        final double condition = v.frobeniusNorm() * lu.solve(ComplexMatrix.identity(n)).frobeniusNorm();
        final EigenDecomposition e = all(a);
        final double bound = ROUNDING * condition * Math.max(1, a.frobeniusNorm());
        for (int i = 0; i < n; i++) {
            assertThat(Math.abs(e.re(i) - Math.rint(e.re(i)))).isLessThan(bound);
            assertThat(Math.abs(e.re(i) - e.im(i))).isLessThan(bound);
        }
        final ComplexMatrix product = e.leftBiorthogonal().adjoint().multiply(e.right());
        assertThat(product.minus(ComplexMatrix.identity(n)).maxNorm()).isLessThan(bound * condition);
    }

    @Property(tries = 60)
    void hermitianMatrixHasRealEigenvaluesOfConditionOne(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 60) final int n) {
        final ComplexMatrix b = TestMatrices.random(n, n, new Random(seed));
        final ComplexMatrix a = b.adjoint().multiply(b);
        final EigenDecomposition e = all(a);
        for (int i = 0; i < n; i++) {
            assertThat(Math.abs(e.im(i))).isLessThan(1e-14 * a.frobeniusNorm());
            assertThat(e.re(i)).isGreaterThan(-1e-14 * a.frobeniusNorm());
            assertThat(e.condition(i)).isCloseTo(1, within(1e-7));
        }
    }

    @Property(tries = 60)
    void unitaryMatrixHasEigenvaluesOnTheCircle(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 60) final int n) {
        final EigenDecomposition e = all(TestMatrices.unitary(n, new Random(seed)));
        for (int i = 0; i < n; i++) {
            assertThat(Math.hypot(e.re(i), e.im(i))).isCloseTo(1, within(ROUNDING));
        }
    }

    @Property(tries = 60)
    void diagonalScalingByPowersOfTwoChangesNothingButRounding(@ForAll final long seed,
        @ForAll @IntRange(min = 2, max = 40) final int n, @ForAll @IntRange(min = 0, max = 8) final int step) {
        final ComplexMatrix r = TestMatrices.random(n, n, new Random(seed));
        final ComplexMatrix graded = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final int e = step * (j - i);
                graded.set(i, j, Math.scalb(r.re(i, j), e), Math.scalb(r.im(i, j), e));
            }
        }
        final EigenDecomposition e = all(r);
        final SpectrumMatch match = new SpectrumMatch(e, all(graded));
        for (int i = 0; i < n; i++) {
            assertThat(match.distance(i)).isLessThan(ROUNDING * r.frobeniusNorm() * e.condition(i));
        }
    }

    @Property(tries = 60)
    void blockDiagonalMatrixHasTheSpectraOfItsBlocks(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 20) final int n, @ForAll @IntRange(min = 1, max = 20) final int m) {
        final Random random = new Random(seed);
        final ComplexMatrix a = TestMatrices.random(n, n, random);
        final ComplexMatrix b = TestMatrices.random(m, m, random);
        final ComplexMatrix both = new ComplexMatrix(n + m, n + m);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                both.set(i, j, a.re(i, j), a.im(i, j));
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                both.set(n + i, n + j, b.re(i, j), b.im(i, j));
            }
        }
        final EigenDecomposition ea = all(a);
        final EigenDecomposition eb = all(b);
        final double[] re = new double[n + m];
        final double[] im = new double[n + m];
        double condition = 1;
        for (int i = 0; i < n + m; i++) {
            final EigenDecomposition from = i < n ? ea : eb;
            re[i] = from.re(i < n ? i : i - n);
            im[i] = from.im(i < n ? i : i - n);
            condition = Math.max(condition, from.condition(i < n ? i : i - n));
        }
        final SpectrumMatch match = new SpectrumMatch(EigenDecomposition.values(re, im, 0, 0), all(both));
        assertThat(match.worst()).isLessThan(ROUNDING * both.frobeniusNorm() * condition);
    }

    @Property(tries = 40)
    void triangularMatrixIsReadOff(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 40) final int n,
        @ForAll final boolean lower) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (lower ? j > i : j < i) {
                    a.set(i, j, 0, 0);
                }
            }
            diagonal[i] = a.re(i, i);
        }
        final EigenDecomposition e = all(a);
        final double[] found = new double[n];
        for (int i = 0; i < n; i++) {
            found[i] = e.re(i);
        }
        Arrays.sort(diagonal);
        Arrays.sort(found);
        // the permutation alone solves it, so not even the last bit changes
        assertThat(found).containsExactly(diagonal);
        assertThat(e.sweeps()).isZero();
    }

    @Property(tries = 30)
    void sameMatrixGivesTheSameBits(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 150) final int n) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final EigenDecomposition e = all(a);
        final EigenDecomposition f = all(a);
        for (int i = 0; i < n; i++) {
            assertThat(e.re(i)).isEqualTo(f.re(i));
            assertThat(e.im(i)).isEqualTo(f.im(i));
        }
        assertThat(e.right().minus(f.right()).maxNorm()).isZero();
        assertThat(e.left().minus(f.left()).maxNorm()).isZero();
    }
}
