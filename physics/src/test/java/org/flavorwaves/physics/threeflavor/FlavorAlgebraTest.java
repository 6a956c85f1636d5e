package org.flavorwaves.physics.threeflavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;

class FlavorAlgebraTest {
    private static final int A = FlavorAlgebra.SIZE;

    /** Nine numbers of a Hermitian matrix as the matrix. */
    static Complex[][] matrix(final double[] r) {
        return new Complex[][]{{new Complex(r[0]), new Complex(r[3], r[4]), new Complex(r[5], r[6])},
            {new Complex(r[3], -r[4]), new Complex(r[1]), new Complex(r[7], r[8])},
            {new Complex(r[5], -r[6]), new Complex(r[7], -r[8]), new Complex(r[2])}};
    }

    private static double[] numbers(final Random random) {
        return random.doubles(9, -1, 1).toArray();
    }

    private static double[] vector(final double[] r) {
        final double[] v = new double[A];
        FlavorAlgebra.vector(r, v, 0);
        return v;
    }

    static Complex[][] times(final Complex[][] a, final Complex[][] b) {
        final Complex[][] c = new Complex[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[i][j] = a[i][0].multiply(b[0][j]).add(a[i][1].multiply(b[1][j])).add(a[i][2].multiply(b[2][j]));
            }
        }
        return c;
    }

    /** The vector of -i [A, B], entry by entry of the matrices. */
    @Test
    void theProductIsTheCommutator() {
        final Random random = new Random(7);
        for (int trial = 0; trial < 20; trial++) {
            final double[] a = numbers(random);
            final double[] b = numbers(random);
            final Complex[][] ab = times(matrix(a), matrix(b));
            final Complex[][] ba = times(matrix(b), matrix(a));
            final Complex[][] c = new Complex[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    c[i][j] = ab[i][j].subtract(ba[i][j]).multiply(new Complex(0, -1));
                }
            }
            final double[] expected = vector(new double[]{c[0][0].getReal(), c[1][1].getReal(), c[2][2].getReal(),
                c[0][1].getReal(), c[0][1].getImaginary(), c[0][2].getReal(), c[0][2].getImaginary(),
                c[1][2].getReal(), c[1][2].getImaginary()});
            final double[] found = new double[A];
            FlavorAlgebra.addProduct(1, vector(a), 0, vector(b), 0, found, 0);
            assertThat(found).containsExactly(expected, within(1e-14));
            final double[][] m = FlavorAlgebra.operator(vector(a), 0);
            for (int r = 0; r < A; r++) {
                double sum = 0;
                for (int k = 0; k < A; k++) {
                    sum += m[r][k] * vector(b)[k];
                }
                assertThat(sum).isCloseTo(expected[r], within(1e-14));
            }
        }
    }

    @Test
    void diagonalsComeBack() {
        final double[] v = vector(new double[]{0.6, 0.2, 0.1, 0.1, 0.05, -0.02, 0.03, 0.04, -0.01});
        assertThat(FlavorAlgebra.diagonal(0, 0.9, v, 0)).isCloseTo(0.6, within(1e-15));
        assertThat(FlavorAlgebra.diagonal(1, 0.9, v, 0)).isCloseTo(0.2, within(1e-15));
        assertThat(FlavorAlgebra.diagonal(2, 0.9, v, 0)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void aMatrixComesBackFromItsVector() {
        final double[] numbers = numbers(new Random(5));
        assertThat(FlavorAlgebra.matrix(numbers[0] + numbers[1] + numbers[2], vector(numbers), 0))
            .containsExactly(numbers, within(1e-15));
    }
}
