package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class LegendreSeriesTest {
    private static final DoubleUnaryOperator POLYNOMIAL = v -> 0.3 - 2 * v + 0.7 * v * v + 1.5 * v * v * v;

    private static LegendreSeries projected(final int nodes, final int order) {
        final GaussLegendre rule = GaussLegendre.of(nodes);
        final double[] g = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            g[i] = rule.weight(i) * POLYNOMIAL.applyAsDouble(rule.node(i));
        }
        return LegendreSeries.project(rule.nodes(), g, order);
    }

    /** v^2 = (2 P_2 + P_0)/3 and v^3 = (2 P_3 + 3 P_1)/5. */
    @Test
    void projectsAPolynomialExactly() {
        assertThat(projected(4, 3).coefficients())
            .containsExactly(new double[]{0.3 + 0.7 / 3, -2 + 0.9, 1.4 / 3, 0.6}, within(1e-15));
    }

    @Test
    void hasTheValuesAndSlopesOfThePolynomial() {
        final LegendreSeries series = projected(9, 8);
        final LegendreSeries moved = series.timesV();
        final LegendreSeries integral = series.antiderivative();
        for (final double v : DoubleStream.iterate(-1, v -> v <= 1, v -> v + 0.125).toArray()) {
            assertThat(series.value(v)).isCloseTo(POLYNOMIAL.applyAsDouble(v), within(1e-14));
            assertThat(series.slope(v)).isCloseTo(-2 + 1.4 * v + 4.5 * v * v, within(1e-13));
            assertThat(moved.value(v)).isCloseTo(v * POLYNOMIAL.applyAsDouble(v), within(1e-14));
            assertThat(integral.value(v) - integral.value(0))
                .isCloseTo(v * (0.3 + v * (-1 + v * (0.7 / 3 + v * 1.5 / 4))), within(1e-14));
        }
    }
}
