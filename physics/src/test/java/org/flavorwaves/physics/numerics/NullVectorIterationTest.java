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

    /** T = F diag(Omega - Omega_1, Omega - Omega_2, Omega - Omega_3) (R + i S) with roots that are known. */
    private static final class Simple implements NullVectorIteration.Matrix {
        private static final double[][] S = {{0.3, -0.4, 0}, {0.2, -0.6, 0.1}, {0.5, 0.1, 0.7}};

        private final double m_factor;

        private final double[] m_re;

        private final double[] m_im;

        private double[] m_x;

        private double[] m_y;

        Simple(final double factor, final double[] re, final double[] im) {
            m_factor = factor;
            m_re = re;
            m_im = im;
        }

        @Override
        public void sample(final double re, final double im, final double[] t, final double[] derivative) {
            for (int a = 0; a < 3; a++) {
                final double x = re - m_re[a];
                final double y = im - m_im[a];
                for (int b = 0; b < 3; b++) {
                    final int at = 2 * (3 * a + b);
                    t[at] = m_factor * (x * R[a][b] - y * S[a][b]);
                    t[at + 1] = m_factor * (x * S[a][b] + y * R[a][b]);
                    derivative[at] = m_factor * R[a][b];
                    derivative[at + 1] = m_factor * S[a][b];
                }
            }
        }

        @Override
        public void take(final double[] x, final double[] y) {
            m_x = x.clone();
            m_y = y.clone();
        }

        @Override
        public void product(final double re, final double im, final double[] out) {
            final double[] t = new double[18];
            final double[] derivative = new double[18];
            sample(re, im, t, derivative);
            final double[] room = new double[6];
            ComplexProducts.multiply(t, m_x, room);
            out[0] = ComplexProducts.dotRe(m_y, room);
            out[1] = ComplexProducts.dotIm(m_y, room);
            ComplexProducts.multiply(derivative, m_x, room);
            out[2] = ComplexProducts.dotRe(m_y, room);
            out[3] = ComplexProducts.dotIm(m_y, room);
        }
    }

    private static final double[] RE = {0.4, -0.3, 0.9};

    /** Whatever the size of the matrix, with and without steps of Newton's method between. */
    @Test
    void convergesToTheNearestRoot() {
        for (final double near : new double[]{0, 1e-10}) {
            for (final double factor : new double[]{1, 1e6}) {
                final NullVectorIteration solution =
                    new NullVectorIteration(3, new Simple(factor, RE, new double[]{0.7, 0.2, 0.5}));
                solution.start(0.45, 0.65, 1e-6, List.of());
                assertThat(solution.follow(2, 1e-12, near)).isTrue();
                assertThat(solution.re()).isCloseTo(0.4, within(1e-12));
                assertThat(solution.im()).isCloseTo(0.7, within(1e-12));
                // y is along the first row of what is singular
                assertThat(Math.hypot(solution.left()[0], solution.left()[1])).isCloseTo(1, within(1e-12));
            }
        }
    }

    /** Not where waves are damped, where a step leads far away, or where nothing is exact enough. */
    @Test
    void tellsWhereItDoesNotSettle() {
        final NullVectorIteration damped =
            new NullVectorIteration(3, new Simple(1, RE, new double[]{-0.7, -0.2, -0.5}));
        damped.start(0.45, 0.1, 1e-6, List.of());
        assertThat(damped.follow(1, 1e-12, 0)).isFalse();
        final NullVectorIteration far =
            new NullVectorIteration(3,
                new Simple(1e-3, new double[]{900, 5000, -6000}, new double[]{300, 400, 500}));
        far.start(0.1, 1, 1e-6, List.of());
        assertThat(far.follow(1, 1e-10, 0)).isFalse();
        final NullVectorIteration exact =
            new NullVectorIteration(3, new Simple(1, RE, new double[]{0.7, 0.2, 0.5}));
        exact.start(0.45, 0.65, 1e-6, List.of());
        assertThat(exact.follow(1, 1e-30, 0)).isFalse();
    }

    /** A quotient y T x/y T' x that vanishes by chance is no solution: the vectors have to be null vectors. */
    @Test
    void wantsNullVectors() {
        final NullVectorIteration.Matrix diagonal = new NullVectorIteration.Matrix() {
            @Override
            public void sample(final double re, final double im, final double[] t, final double[] derivative) {
                for (int a = 0; a < 3; a++) {
                    t[8 * a] = re;
                    t[8 * a + 1] = im - 1 - a;
                    derivative[8 * a] = 1;
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
        };
        final NullVectorIteration solution = new NullVectorIteration(3, diagonal);
        final double[] state = {0, 2, 1, 0, 0.1, 0, 1, 0, 1, 0, 0.1, 0, 1, 0};
        solution.restore(state);
        assertThat(solution.follow(1, 1e-10, 0)).isTrue();
        assertThat(solution.im()).isCloseTo(2, within(1e-12));
        assertThat(Math.hypot(solution.right()[2], solution.right()[3])).isCloseTo(1, within(1e-9));
    }

    /** |x* . x'| of complex vectors, (1, i, 0)/sqrt 2 and (0.6, 0.8 i, 0) and its conjugate. */
    @Test
    void parallelIsTheHermitianProduct() {
        final NullVectorIteration one = new NullVectorIteration(3, new Double());
        final NullVectorIteration other = new NullVectorIteration(3, new Double());
        final double half = Math.sqrt(0.5);
        final double[] state = new double[one.stateSize()];
        state[2] = half;
        state[5] = half;
        one.restore(state);
        state[2] = 0.6;
        state[5] = 0.8;
        other.restore(state);
        assertThat(one.parallel(other)).isCloseTo(1.4 * half, within(1e-15));
        state[5] = -0.8;
        other.restore(state);
        assertThat(one.parallel(other)).isCloseTo(0.2 * half, within(1e-15));
        state[3] = 0.6;
        state[2] = 0;
        other.restore(state);
        assertThat(one.parallel(other)).isCloseTo(half, within(1e-15));
    }
}
