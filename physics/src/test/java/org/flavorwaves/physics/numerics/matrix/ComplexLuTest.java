package org.flavorwaves.physics.numerics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.flavorwaves.physics.numerics.eigen.TestMatrices;
import org.junit.jupiter.api.Test;

class ComplexLuTest {
    @Property(tries = 60)
    void solutionReproducesTheRightHandSide(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 40) final int n) {
        final Random random = new Random(seed);
        final ComplexMatrix a = TestMatrices.random(n, n, random);
        final ComplexMatrix b = TestMatrices.random(n, 3, random);
        final ComplexMatrix x = new ComplexLu(a).solve(b);
        assertThat(a.multiply(x).minus(b).frobeniusNorm())
            .isLessThan(1e-14 * n * a.frobeniusNorm() * x.frobeniusNorm());
    }

    @Property(tries = 40)
    void determinantIsMultiplicative(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 8) final int n) {
        final Random random = new Random(seed);
        final ComplexMatrix a = TestMatrices.random(n, n, random);
        final ComplexMatrix b = TestMatrices.random(n, n, random);
        final double[] da = new ComplexLu(a).determinant();
        final double[] db = new ComplexLu(b).determinant();
        final double[] dab = new ComplexLu(a.multiply(b)).determinant();
        final double bound = 1e-12 * Math.pow(a.frobeniusNorm() * b.frobeniusNorm(), n) / Math.pow(n, n);
        assertThat(dab[0]).isCloseTo(da[0] * db[0] - da[1] * db[1], within(bound));
        assertThat(dab[1]).isCloseTo(da[0] * db[1] + da[1] * db[0], within(bound));
    }

    @Test
    void determinantOfAPermutationIsItsSign() {
        final ComplexMatrix a = TestMatrices.real(new double[]{0, 1, 0}, new double[]{0, 0, 1}, new double[]{1, 0, 0});
        assertThat(new ComplexLu(a).determinant()).containsExactly(1, 0);
        final ComplexMatrix b = TestMatrices.real(new double[]{0, 1}, new double[]{1, 0});
        assertThat(new ComplexLu(b).determinant()).containsExactly(-1, 0);
    }

    @Test
    void extremeScalesDoNotOverflow() {
        for (final double scale : new double[]{1e-300, 1e300}) {
            final ComplexMatrix a = new ComplexMatrix(2, 2);
            a.set(0, 0, scale, scale);
            a.set(0, 1, 0, scale);
            a.set(1, 0, scale, 0);
            a.set(1, 1, scale, -scale);
            final ComplexMatrix b = new ComplexMatrix(2, 1);
            b.set(0, 0, scale, 2 * scale);
            b.set(1, 0, 2 * scale, -scale);
            // ((1+i) + i, 1 + (1-i)) is A (1, 1)^T / scale
            final ComplexMatrix x = new ComplexLu(a).solve(b);
            for (int i = 0; i < 2; i++) {
                assertThat(x.re(i, 0)).isCloseTo(1, within(1e-15));
                assertThat(x.im(i, 0)).isCloseTo(0, within(1e-15));
            }
        }
    }

    @Test
    void singularMatrixIsReportedAndRefusesToSolve() {
        final ComplexLu lu = new ComplexLu(TestMatrices.real(new double[]{1, 2}, new double[]{2, 4}));
        assertThat(lu.singular()).isTrue();
        assertThat(lu.determinant()).containsExactly(0, 0);
        assertThatThrownBy(() -> lu.solve(new ComplexMatrix(2, 1))).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("singular");
    }

    @Test
    void wrongShapesAndValuesAreRefused() {
        assertThatThrownBy(() -> new ComplexLu(new ComplexMatrix(2, 3))).hasMessageContaining("2 x 3");
        final ComplexMatrix a = ComplexMatrix.identity(2);
        assertThatThrownBy(() -> new ComplexLu(a).solve(new ComplexMatrix(3, 1))).hasMessageContaining("3 rows");
        a.set(1, 0, 0, Double.NaN);
        assertThatThrownBy(() -> new ComplexLu(a)).hasMessageContaining("(1, 0)");
    }
}
