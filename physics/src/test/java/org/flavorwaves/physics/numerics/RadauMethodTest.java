package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class RadauMethodTest {
    /** dx/dt = -x^2, dy/dt = -x y from 1: both are 1/(1 + t). */
    private static double[] decayed(final int steps) {
        final RadauMethod method = new RadauMethod((y, rates) -> {
            final double x = y[0] * y[0];
            rates[0] = -x * x;
            rates[1] = -x * y[1];
        }, 1, new double[]{1, 1});
        double[] y = {1, 1};
        for (int s = 0; s < steps; s++) {
            final double[] next = new double[2];
            assertThat(method.step(y, 2.0 / steps, next)).isLessThan(0.5);
            method.accept(y, 2.0 / steps);
            y = next;
        }
        return new double[]{y[0] * y[0] - 1.0 / 3, y[1] - 1.0 / 3};
    }

    @Test
    void isOfThirdOrder() {
        final double[] coarse = decayed(20);
        final double[] fine = decayed(40);
        for (int i = 0; i < 2; i++) {
            assertThat(coarse[i] / fine[i]).isCloseTo(8, within(0.6));
        }
    }

    @Test
    void stiffUnknownsGoToTheirBalanceInOneStep() {
        final double rate = 1e4;
        final RadauMethod method = new RadauMethod((y, rates) -> {
            rates[0] = 1 - rate * y[0] * y[0];
            rates[1] = rate * (2 - y[1]);
        }, 1, new double[]{1, 1});
        final double[] next = new double[2];
        assertThat(method.step(new double[]{0.1, 5}, 1, next)).isNotNaN();
        assertThat(next[0] * next[0] * rate).isCloseTo(1, within(0.03));
        assertThat(next[1]).isCloseTo(2, within(1e-3));
    }

    @Test
    void sumsOfSquaresThatTheRatesKeepAreKept() {
        final RadauMethod method = new RadauMethod((y, rates) -> {
            rates[0] = y[1] * y[1] * y[1] - 2 * y[0];
            rates[1] = -rates[0];
        }, 2, new double[]{1, 1});
        final double[] next = new double[2];
        assertThat(method.step(new double[]{1, 0.5}, 0.2, next)).isNotNaN();
        assertThat(next[0]).isLessThan(0.9);
        assertThat(next[0] * next[0] + next[1] * next[1]).isCloseTo(1.25, within(1e-14));
    }

    /**
     * dx/dt = -x y, dy/dt = x, where y does not act on its own rate and is eliminated: x + y^2/2 stays, and from x = 2,
     * y = 0 it is y = 2 tanh t. An unknown beside them that acts on its own rate changes nothing of it.
     */
    @Test
    void followersAreEliminated() {
        final double[][] ends = new double[2][];
        for (int k = 0; k < 2; k++) {
            final int size = k == 0 ? 2 : 3;
            final double[] scales = new double[size];
            Arrays.fill(scales, 1);
            final RadauMethod method = new RadauMethod((y, rates) -> {
                rates[0] = -y[0] * y[0] * y[1];
                rates[1] = y[0] * y[0];
                for (int i = 2; i < y.length; i++) {
                    rates[i] = -y[i];
                }
            }, 1, scales);
            double[] y = new double[size];
            y[0] = Math.sqrt(2);
            for (int s = 0; s < 100; s++) {
                final double[] next = new double[size];
                assertThat(method.step(y, 0.01, next)).isNotNaN();
                method.accept(y, 0.01);
                y = next;
            }
            ends[k] = y;
        }
        assertThat(ends[0][1]).isCloseTo(2 * Math.tanh(1), within(1e-6));
        assertThat(ends[0][0] * ends[0][0]).isCloseTo(2 - ends[0][1] * ends[0][1] / 2, within(1e-6));
        assertThat(ends[0][1]).isCloseTo(ends[1][1], within(1e-11));
    }
}
