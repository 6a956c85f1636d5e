package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
