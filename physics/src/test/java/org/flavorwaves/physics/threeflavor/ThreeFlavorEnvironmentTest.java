package org.flavorwaves.physics.threeflavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;

class ThreeFlavorEnvironmentTest {
    private static Complex[][] turn(final int from, final int to, final double angle, final double phase) {
        final Complex[][] u = new Complex[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                u[a][b] = a == b ? Complex.ONE : Complex.ZERO;
            }
        }
        final Complex sine = new Complex(0, -phase).exp().multiply(Math.sin(angle));
        u[from][from] = new Complex(Math.cos(angle));
        u[to][to] = u[from][from];
        u[from][to] = sine;
        u[to][from] = sine.conjugate().negate();
        return u;
    }

    private static Complex[][] times(final Complex[][] x, final Complex[][] y) {
        final Complex[][] product = new Complex[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                product[a][b] = x[a][0].multiply(y[0][b]).add(x[a][1].multiply(y[1][b])).add(x[a][2].multiply(y[2][b]));
            }
        }
        return product;
    }

    /** U diag(0, omega_21, omega_31) U^dagger with U multiplied out of its three turns. */
    @Test
    void vacuumTermIsThatOfThreeTurns() {
        final ThreeFlavorEnvironment environment = new ThreeFlavorEnvironment(0.6, 0.85, 0.35, 1.1, 2, 1);
        final Complex[][] u = times(turn(1, 2, 0.85, 0), times(turn(0, 2, 0.35, 1.1), turn(0, 1, 0.6, 0)));
        final double[] omega = {0, 0.3, -1.7};
        final Complex[][] h = new Complex[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                h[a][b] = Complex.ZERO;
                for (int m = 0; m < 3; m++) {
                    h[a][b] = h[a][b].add(u[a][m].multiply(u[b][m].conjugate()).multiply(omega[m]));
                }
            }
        }
        final double[] vector = new double[9];
        environment.vacuum(omega[1], omega[2], vector, 1);
        assertThat(vector).containsExactly(new double[]{0, 2 * h[0][1].getReal(), -2 * h[0][1].getImaginary(),
            h[0][0].subtract(h[1][1]).getReal(), 2 * h[0][2].getReal(), -2 * h[0][2].getImaginary(),
            2 * h[1][2].getReal(), -2 * h[1][2].getImaginary(),
            h[0][0].add(h[1][1]).subtract(h[2][2].multiply(2)).getReal() / Math.sqrt(3)}, within(1e-15));
        assertThat(Math.abs(vector[5])).isGreaterThan(0.1);
        assertThat(Math.abs(vector[7])).isGreaterThan(0.01);
    }
}
