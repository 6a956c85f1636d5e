package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SmallComplexLuTest {
    private static double[] gaussian(final int n, final Random random) {
        return random.doubles(n, -1, 1).toArray();
    }

    @Property(tries = 60)
    void agreesWithTheLargeFactorization(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 14) final int n) {
        final Random random = new Random(seed);
        final double[] re = gaussian(n * n, random);
        final double[] im = gaussian(n * n, random);
        final ComplexMatrix a = new ComplexMatrix(n, n);
        for (int i = 0; i < n * n; i++) {
            a.set(i / n, i % n, re[i], im[i]);
        }
        final ComplexLu large = new ComplexLu(a);
        final SmallComplexLu lu = new SmallComplexLu(n);
        assertThat(lu.factorize(re, im)).isTrue();
        final double[] determinant = new double[2];
        lu.determinant(determinant);
        final double size = Math.hypot(determinant[0], determinant[1]);
        final double[] expected = large.determinant();
        final double[] inverseRe = new double[n * n];
        final double[] inverseIm = new double[n * n];
        lu.inverse(inverseRe, inverseIm);
        final ComplexMatrix inverse = large.solve(ComplexMatrix.identity(n));
        final double condition = a.frobeniusNorm() * inverse.frobeniusNorm();
        assertThat(Math.hypot(determinant[0] - expected[0], determinant[1] - expected[1]))
            .isLessThan(1e-14 * condition * size);
        for (int i = 0; i < n * n; i++) {
            assertThat(inverseRe[i]).isCloseTo(inverse.re(i / n, i % n),
                within(1e-14 * condition * inverse.frobeniusNorm()));
            assertThat(inverseIm[i]).isCloseTo(inverse.im(i / n, i % n),
                within(1e-14 * condition * inverse.frobeniusNorm()));
        }
    }

    @Property(tries = 60)
    void logDerivativeIsThatOfTheDeterminant(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 12) final int n) {
        // A(z) = B + z C with the identity det(A)'/det(A) = sum of 1/(z - roots) over eigenvalues of -C^-1 B
        final Random random = new Random(seed);
        final ComplexMatrix b = TestMatrices.random(n, n, random);
        final ComplexMatrix c = TestMatrices.random(n, n, random);
        final EigenDecomposition e = new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors())
            .solve(new ComplexLu(c).solve(b));
        final double[] ar = new double[n * n];
        final double[] ai = new double[n * n];
        final double[] dr = new double[n * n];
        final double[] di = new double[n * n];
        // far from all roots
        final double z = 100 + 10 * new ComplexLu(c).solve(b).frobeniusNorm();
        for (int i = 0; i < n * n; i++) {
            dr[i] = c.re(i / n, i % n);
            di[i] = c.im(i / n, i % n);
            ar[i] = b.re(i / n, i % n) + z * dr[i];
            ai[i] = b.im(i / n, i % n) + z * di[i];
        }
        double re = 0;
        double im = 0;
        for (int i = 0; i < n; i++) {
            final double x = z + e.re(i);
            final double y = e.im(i);
            re += x / (x * x + y * y);
            im -= y / (x * x + y * y);
        }
        final SmallComplexLu lu = new SmallComplexLu(n);
        lu.factorize(ar, ai);
        lu.inverse(ar, ai);
        final double[] out = new double[2];
        lu.logDerivative(ar, ai, dr, di, out);
        assertThat(out[0] / re).isCloseTo(1, within(1e-8));
        assertThat((out[1] - im) / re).isCloseTo(0, within(1e-8));
    }

    @Test
    void singularMatrixIsReported() {
        final SmallComplexLu lu = new SmallComplexLu(2);
        assertThat(lu.factorize(new double[]{1, 2, 2, 4}, new double[4])).isFalse();
        assertThatThrownBy(() -> lu.solve(new double[2], new double[2])).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("singular");
        final double[] determinant = {7, 7};
        lu.determinant(determinant);
        assertThat(determinant[0]).isZero();
        assertThat(lu.factorize(new double[]{Double.NaN, 2, 2, 4}, new double[4])).isFalse();
        assertThatThrownBy(() -> new SmallComplexLu(0)).hasMessageContaining("0 rows");
    }
}
