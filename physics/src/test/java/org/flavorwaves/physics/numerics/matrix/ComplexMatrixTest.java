package org.flavorwaves.physics.numerics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.numerics.eigen.TestMatrices;
import org.junit.jupiter.api.Test;

class ComplexMatrixTest {
    @Test
    void productIsRowTimesColumn() {
        final Random random = new Random(1);
        final ComplexMatrix a = TestMatrices.random(4, 3, random);
        final ComplexMatrix b = TestMatrices.random(3, 5, random);
        final ComplexMatrix c = a.multiply(b);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 5; j++) {
                double re = 0;
                double im = 0;
                for (int k = 0; k < 3; k++) {
                    re += a.re(i, k) * b.re(k, j) - a.im(i, k) * b.im(k, j);
                    im += a.re(i, k) * b.im(k, j) + a.im(i, k) * b.re(k, j);
                }
                assertThat(c.re(i, j)).isCloseTo(re, within(1e-14));
                assertThat(c.im(i, j)).isCloseTo(im, within(1e-14));
            }
        }
    }

    @Test
    void adjointOfAProductIsTheReversedProductOfAdjoints() {
        final Random random = new Random(2);
        final ComplexMatrix a = TestMatrices.random(4, 3, random);
        final ComplexMatrix b = TestMatrices.random(3, 5, random);
        final ComplexMatrix c = a.multiply(b).adjoint();
        assertThat(c.minus(b.adjoint().multiply(a.adjoint())).maxNorm()).isLessThan(1e-14);
    }

    @Test
    void frobeniusNormDoesNotOverflow() {
        final ComplexMatrix a = new ComplexMatrix(2, 1);
        a.set(0, 0, 3e300, 0);
        a.set(1, 0, 0, -4e300);
        assertThat(a.frobeniusNorm() / 5e300).isCloseTo(1, within(1e-15));
        a.set(0, 0, 3e-310, 0);
        a.set(1, 0, 0, -4e-310);
        assertThat(a.frobeniusNorm() / 5e-310).isCloseTo(1, within(1e-12));
    }

    @Test
    void columnsAndEntriesAreReadBack() {
        final ComplexMatrix a = new ComplexMatrix(2, 2);
        a.set(1, 0, 2, 3);
        a.add(1, 0, 1, 1);
        assertThat(a.columnRe(0)).containsExactly(0, 3);
        assertThat(a.columnIm(0)).containsExactly(0, 4);
        final ComplexMatrix b = a.copy();
        b.set(1, 0, 0, 0);
        assertThat(a.re(1, 0)).isEqualTo(3);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        final ComplexMatrix a = new ComplexMatrix(2, 3);
        assertThatThrownBy(() -> a.multiply(a)).hasMessageContaining("2 x 3");
        assertThatThrownBy(() -> a.minus(new ComplexMatrix(3, 2))).hasMessageContaining("3 x 2");
        assertThatThrownBy(() -> a.re(2, 0)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessageContaining("(2, 0)");
        assertThatThrownBy(() -> a.re(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new ComplexMatrix(-1, 2)).hasMessageContaining("-1 x 2");
        assertThatThrownBy(() -> ComplexMatrix.of(new double[][]{{1, 2}, {3}}, new double[][]{{1, 2}, {3, 4}}))
            .hasMessageContaining("Row 1");
        assertThatThrownBy(() -> ComplexMatrix.of(new double[2][2], new double[1][2])).hasMessageContaining("2 rows");
    }
}
