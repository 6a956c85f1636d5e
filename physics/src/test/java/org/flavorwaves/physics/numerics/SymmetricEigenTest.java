package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    @Test
    void vectorsDiagonalize() {
        final Random random = new Random(1);
        final int n = 12;
        final double[][] matrix = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                matrix[a][b] = random.nextGaussian();
                matrix[b][a] = matrix[a][b];
            }
        }
        final SymmetricEigen eigen = new SymmetricEigen(Arrays.stream(matrix).map(double[]::clone)
            .toArray(double[][]::new));
        for (int e = 0; e < n; e++) {
            for (int a = 0; a < n; a++) {
                double product = 0;
                for (int b = 0; b < n; b++) {
                    product += matrix[a][b] * eigen.vector(e, b);
                }
                assertThat(product).isCloseTo(eigen.value(e) * eigen.vector(e, a), within(1e-13));
            }
            for (int f = 0; f < n; f++) {
                double dot = 0;
                for (int a = 0; a < n; a++) {
                    dot += eigen.vector(e, a) * eigen.vector(f, a);
                }
                assertThat(dot).isCloseTo(e == f ? 1 : 0, within(1e-14));
            }
        }
    }

    @Test
    void resolvesGradedAndSingularMatrices() {
        final double[][] graded = {{1, 1e-60, 0}, {1e-60, 1e-100, 0}, {0, 0, 0}};
        final SymmetricEigen eigen = new SymmetricEigen(graded);
        final double[] values = {eigen.value(0), eigen.value(1), eigen.value(2)};
        Arrays.sort(values);
        assertThat(values[2]).isEqualTo(1);
        assertThat(values[1]).isCloseTo(1e-100, within(1e-114));
        assertThat(values[0]).isZero();
    }
}
