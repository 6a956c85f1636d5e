package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Solutions of a double frequency. */
class NullVectorIterationTest {
    /** T = diag(Omega - i, Omega - i, Omega - 3i) R: null vectors are the first two columns of R^-1. */
    private static final double[][] R = {{1, 0.2, -0.3}, {0.1, 1.1, 0.4}, {0, -0.2, 0.9}};

    private static final class Double implements NullVectorIteration.Matrix {
        @Override
        public void sample(final double re, final double im, final double[] t, final double[] derivative) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    final int at = 2 * (3 * a + b);
                    t[at] = re * R[a][b];
                    t[at + 1] = (im - (a == 2 ? 3 : 1)) * R[a][b];
                    derivative[at] = R[a][b];
                    derivative[at + 1] = 0;
                }
            }
        }

        @Override
        public void take(final double[] x, final double[] y) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void product(final double re, final double im, final double[] out) {
            throw new UnsupportedOperationException();
        }
    }

    private static NullVectorIteration solution(final NullVectorIteration... others) {
        final NullVectorIteration solution = new NullVectorIteration(3, new Double());
        solution.start(1e-9, 1 + 1e-9, 1e-6, List.of(others));
        assertThat(solution.follow(1, 1e-10, 0)).isTrue();
        return solution;
    }

    /** A solution with other vectors: x = (1 + 0.5i) x_1 + c x_2 and the same of y. */
    private static void mix(final NullVectorIteration a, final double[] one, final double[] two, final double c) {
        final double[] mixed = one.clone();
        for (int p = 2; p < mixed.length; p += 2) {
            mixed[p] = one[p] - 0.5 * one[p + 1] + c * two[p];
            mixed[p + 1] = one[p + 1] + 0.5 * one[p] + c * two[p + 1];
        }
        for (int from = 2; from < mixed.length; from += 6) {
            final double[] unit = Arrays.copyOfRange(mixed, from, from + 6);
            ComplexProducts.normalise(unit, unit);
            System.arraycopy(unit, 0, mixed, from, 6);
        }
        a.restore(mixed);
    }

    /** sum over both solutions of |g.x|^2 for the unit vector g of an axis. */
    private static double sum(final NullVectorIteration a, final NullVectorIteration b, final int axis) {
        return Math.pow(Math.hypot(a.right()[2 * axis], a.right()[2 * axis + 1]), 2)
            + Math.pow(Math.hypot(b.right()[2 * axis], b.right()[2 * axis + 1]), 2);
    }

    private static double product(final double[] y, final double[] x) {
        double re = 0;
        double im = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                re += R[a][b] * (y[2 * a] * x[2 * b] - y[2 * a + 1] * x[2 * b + 1]);
                im += R[a][b] * (y[2 * a] * x[2 * b + 1] + y[2 * a + 1] * x[2 * b]);
            }
        }
        return Math.hypot(re, im);
    }

    /** Whatever the vectors were, both together span the same, at right angles and with their dual left vectors. */
    @Test
    void basesOfADoubleFrequencyAreAlike() {
        final NullVectorIteration a = solution();
        final NullVectorIteration b = solution(a);
        b.separate(a);
        final double[] expected = new double[3];
        Arrays.setAll(expected, axis -> sum(a, b, axis));
        final double[] one = new double[a.stateSize()];
        final double[] two = new double[a.stateSize()];
        a.save(one);
        b.save(two);
        mix(a, one, two, 0.7);
        mix(b, two, one, -1.9);
        b.separate(a);
        assertThat(a.parallel(b)).isLessThan(1e-14);
        assertThat(product(a.left(), b.right())).isLessThan(1e-14);
        assertThat(product(b.left(), a.right())).isLessThan(1e-14);
        assertThat(product(a.left(), a.right())).isGreaterThan(0.1);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(sum(a, b, axis) / (sum(a, b, 0) + sum(a, b, 1) + sum(a, b, 2)))
                .isCloseTo(expected[axis] / 2, within(1e-9));
        }
    }
}
