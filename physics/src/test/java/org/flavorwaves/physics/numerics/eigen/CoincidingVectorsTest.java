package org.flavorwaves.physics.numerics.eigen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.matrix.ComplexLu;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.numerics.matrix.ComplexSvd;
import org.junit.jupiter.api.Test;

/** Matrices S J S^-1 with a given Jordan form J. */
class CoincidingVectorsTest {

    private static ComplexMatrix similar(final ComplexMatrix jordan, final long seed) {
        final Random random = new Random(seed);
        final int n = jordan.rows();
        final ComplexMatrix s = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                s.set(i, j, random.nextGaussian(), random.nextGaussian());
            }
        }
        return s.multiply(jordan).multiply(new ComplexLu(s).solve(ComplexMatrix.identity(n)));
    }

    private static ComplexMatrix diagonal(final double... values) {
        final ComplexMatrix d = new ComplexMatrix(values.length, values.length);
        for (int i = 0; i < values.length; i++) {
            d.set(i, i, values[i], 0);
        }
        return d;
    }

    private static EigenDecomposition solve(final ComplexMatrix a) {
        final EigenDecomposition eigen =
            new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors()).solve(a);
        assertThat(eigen.residual()).isLessThan(1e-14);
        return eigen;
    }

    /** Eigenvalue 0 with a Jordan block of three and two vectors of its own; 2 with two. */
    @Test
    void onlyTheJordanBlockHasLargeConditions() {
        final ComplexMatrix jordan = diagonal(0, 0, 0, 0, 0, 2, 2, 1);
        jordan.set(0, 1, 1, 0);
        jordan.set(1, 2, 1, 0);
        for (int seed = 0; seed < 20; seed++) {
            final EigenDecomposition eigen = solve(similar(jordan, seed));
            assertThat(IntStream.range(0, 8).filter(i -> eigen.condition(i) > 1e8).count()).as("seed %s", seed)
                .isEqualTo(3);
            assertThat(IntStream.range(0, 8).filter(i -> eigen.condition(i) < 1e3).count()).as("seed %s", seed)
                .isEqualTo(5);
        }
    }

    /** The Schur form of a matrix that is triangular already: its entries above the diagonal are exact. */
    @Test
    void anExactJordanBlockBesideAVectorOfItsOwn() {
        final ComplexMatrix a = diagonal(0, 0, 0, 5);
        a.set(0, 1, 4, 0);
        a.set(0, 2, 3, 0);
        a.set(2, 3, 1, 0);
        final EigenDecomposition eigen = solve(a);
        assertThat(IntStream.range(0, 4).mapToDouble(eigen::condition).sorted().toArray())
            .satisfies(c -> assertThat(c[1]).isLessThan(10), c -> assertThat(c[2]).isGreaterThan(1e14));
    }

    /** However eigenvalues coincide, a normal matrix has small conditions, and left vectors are dual to right ones. */
    @Test
    void vectorsOfASemisimpleEigenvalueAreIndependent() {
        final ComplexMatrix d = diagonal(1, 1, 1, 1, 0, 0, -1);
        final ComplexMatrix q = new ComplexSvd(similar(diagonal(1, 2, 3, 4, 5, 6, 7), 5)).u();
        final EigenDecomposition normal = solve(q.multiply(d).multiply(q.adjoint()));
        for (int i = 0; i < 7; i++) {
            assertThat(normal.condition(i)).isLessThan(10);
        }
        final EigenDecomposition skew = solve(similar(d, 8));
        final ComplexMatrix product = skew.leftBiorthogonal().adjoint().multiply(skew.right());
        assertThat(product.minus(ComplexMatrix.identity(7)).maxNorm()).isLessThan(1e-11);
    }
}
