package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContourIntegralTest {
    @Test
    void kronrodRuleIsExactToDegree22AndGaussTo13() {
        for (int degree = 0; degree <= 22; degree++) {
            double kronrod = 0;
            double gauss = 0;
            for (int i = 0; i < ContourIntegral.POINTS; i++) {
                final double power = Math.pow(ContourIntegral.node(i), degree);
                kronrod += ContourIntegral.kronrod(i) * power;
                gauss += ContourIntegral.gauss(i) * power;
            }
            final double exact = degree % 2 == 0 ? 2.0 / (degree + 1) : 0;
            assertThat(kronrod).as("degree %d", degree).isCloseTo(exact, within(1e-15));
            if (degree <= 13) {
                assertThat(gauss).as("degree %d", degree).isCloseTo(exact, within(1e-15));
            } else if (degree % 2 == 0) {
                assertThat(Math.abs(gauss - exact)).isGreaterThan(1e-6);
            }
        }
    }
}
