package org.flavorwaves.physics.numerics.eigen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.numerics.matrix.ComplexSvd;
import org.junit.jupiter.api.Test;

class ComplexSvdTest {
    private static ComplexMatrix recompose(final ComplexSvd svd) {
        final ComplexMatrix us = svd.u();
        final double[] sigma = svd.singularValues();
        for (int j = 0; j < sigma.length; j++) {
            for (int i = 0; i < us.rows(); i++) {
                us.set(i, j, us.re(i, j) * sigma[j], us.im(i, j) * sigma[j]);
            }
        }
        return us.multiply(svd.v().adjoint());
    }

    @Property(tries = 80)
    void factorsReproduceTheMatrix(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 25) final int m,
        @ForAll @IntRange(min = 1, max = 25) final int n) {
        final ComplexMatrix a = TestMatrices.random(m, n, new Random(seed));
        final ComplexSvd svd = new ComplexSvd(a);
        assertThat(svd.converged()).isTrue();
        final int k = Math.min(m, n);
        assertThat(recompose(svd).minus(a).frobeniusNorm()).isLessThan(1e-13 * a.frobeniusNorm());
        assertThat(svd.u().adjoint().multiply(svd.u()).minus(ComplexMatrix.identity(k)).maxNorm()).isLessThan(1e-12);
        assertThat(svd.v().adjoint().multiply(svd.v()).minus(ComplexMatrix.identity(k)).maxNorm()).isLessThan(1e-12);
        final double[] sigma = svd.singularValues();
        for (int i = 1; i < k; i++) {
            assertThat(sigma[i]).isBetween(0.0, sigma[i - 1]);
        }
    }

    @Property(tries = 40)
    void squaresAreTheEigenvaluesOfTheGramMatrix(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 15) final int n) {
        final ComplexMatrix a = TestMatrices.random(n + 2, n, new Random(seed));
        final double[] sigma = new ComplexSvd(a).singularValues();
        final EigenDecomposition gram = new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly())
            .solve(a.adjoint().multiply(a));
        final double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            squares[i] = sigma[i] * sigma[i];
        }
        final EigenDecomposition expected = EigenDecomposition.values(squares, new double[n], 0, 0);
        assertThat(new SpectrumMatch(gram, expected).worst()).isLessThan(1e-13 * squares[0] * n);
    }

    @Property(tries = 40)
    void rankIsRevealed(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 12) final int rank) {
        final Random random = new Random(seed);
        final ComplexMatrix a = TestMatrices.random(20, rank, random).multiply(
            TestMatrices.random(rank, 15, random));
        assertThat(new ComplexSvd(a).rank(1e-12)).isEqualTo(rank);
    }

    @Test
    void smallSingularValuesAreRelativelyAccurate() {
        // columns of very different length: Q diag(1, 1e-20, 1e-60) has exactly these singular values
        final ComplexMatrix q = TestMatrices.unitary(3, new Random(4));
        final double[] sigma = {1, 1e-20, 1e-60};
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 3; i++) {
                q.set(i, j, q.re(i, j) * sigma[j], q.im(i, j) * sigma[j]);
            }
        }
        final double[] found = new ComplexSvd(q).singularValues();
        for (int j = 0; j < 3; j++) {
            assertThat(found[j] / sigma[j]).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void zeroAndExtremeMatrices() {
        assertThat(new ComplexSvd(new ComplexMatrix(3, 2)).singularValues()).containsExactly(0, 0);
        assertThat(new ComplexSvd(new ComplexMatrix(3, 2)).rank(0)).isZero();
        final ComplexMatrix a = TestMatrices.real(new double[]{3e300, 0}, new double[]{4e300, 0});
        assertThat(new ComplexSvd(a).singularValues()[0] / 5e300).isCloseTo(1, within(1e-15));
        a.set(0, 0, Double.NaN, 0);
        assertThatThrownBy(() -> new ComplexSvd(a)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("(0, 0)");
    }
}
