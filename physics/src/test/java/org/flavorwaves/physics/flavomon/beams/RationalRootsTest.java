package org.flavorwaves.physics.flavomon.beams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;

/** Functions made of the roots that they have: r_i = prod_j (p_i - z_j)/prod_{j != i} (p_i - p_j). */
class RationalRootsTest {
    private static final double ACCURACY = 1e-11;

    private static Complex[] pair(final double re, final double im) {
        return new Complex[]{new Complex(re, im), new Complex(re, -im)};
    }

    private static double[] weights(final double[] p, final Complex... z) {
        final double[] r = new double[p.length];
        for (int i = 0; i < r.length; i++) {
            Complex product = Complex.ONE;
            for (int j = 0; j < r.length; j++) {
                product = product.multiply(new Complex(p[i]).subtract(z[j]));
                product = j == i ? product : product.divide(p[i] - p[j]);
            }
            r[i] = product.getReal();
        }
        return r;
    }

    /** All that are found are roots, and no root off the axis is missing. */
    private static void check(final double[] p, final double[] r, final Complex... z) {
        final RationalRoots roots = new RationalRoots(p, r, 1);
        assertThat(roots.hasConverged()).isTrue();
        for (int k = 0; k < roots.size(); k++) {
            assertThat(distance(new Complex(roots.re(k), roots.im(k)), z)).isLessThan(ACCURACY);
        }
        final Complex[] found = new Complex[roots.size()];
        for (int k = 0; k < found.length; k++) {
            found[k] = new Complex(roots.re(k), roots.im(k));
        }
        for (final Complex root : z) {
            if (root.getImaginary() != 0) {
                assertThat(distance(root, found)).isLessThan(ACCURACY);
            }
        }
    }

    private static double distance(final Complex of, final Complex... from) {
        double least = Double.POSITIVE_INFINITY;
        for (final Complex x : from) {
            least = Math.min(least, x.subtract(of).abs());
        }
        return least;
    }

    @Test
    void findsAllPairs() {
        final double[] p = {0.9, -1, 2, 0.2};
        final Complex[] a = pair(0.3, 0.5);
        final Complex[] b = pair(-1.2, 0.07);
        check(p, weights(p, a[0], a[1], b[0], b[1]), a[0], a[1], b[0], b[1]);
        final Complex[] c = pair(4, 1.5);
        check(p, weights(p, a[0], a[1], c[0], c[1]), a[0], a[1], c[0], c[1]);
    }

    /** Beside real roots below, between and above the poles. */
    @Test
    void findsPairsBesideRealRoots() {
        final double[] p = {0.9, -1, 2, 0.2};
        final Complex[] a = pair(0.3, 0.5);
        for (final double first : new double[]{-1.7, -0.6, 0.5, 1.3, 2.6}) {
            for (final double second : new double[]{-3, -0.1, 0.7, 1.9, 5}) {
                final Complex[] z = {a[0], a[1], new Complex(first), new Complex(second)};
                check(p, weights(p, z), z);
            }
        }
    }

    /** Weights of one sign: all roots are real and bracketed, none is left. */
    @Test
    void weightsOfOneSignLeaveNone() {
        final double[] p = {0.9, -1, 2, 0.2};
        for (final double sign : new double[]{1, -1}) {
            final RationalRoots roots =
                new RationalRoots(p, new double[]{0.3 * sign, 0.2 * sign, sign, 0.5 * sign}, 1);
            assertThat(roots.hasConverged()).isTrue();
            assertThat(roots.size()).isZero();
        }
    }

    /** Poles of one place add up; those of no weight are none. */
    @Test
    void equalPolesAreOne() {
        final double[] p = {-1, 0.2, 2};
        final Complex[] a = pair(0.3, 0.5);
        final double[] r = weights(p, a[0], a[1], new Complex(1.3));
        check(new double[]{2, 0.2, -1, 0.7, 2}, new double[]{0.4 * r[2], r[1], r[0], 1e-19, 0.6 * r[2]}, a[0], a[1],
            new Complex(1.3));
    }
}
