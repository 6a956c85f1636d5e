package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {

    @Test
    void threePointRuleInClosedForm() {
        final GaussLegendre rule = GaussLegendre.of(3);
        assertThat(rule.nodes()).containsExactly(new double[]{-Math.sqrt(0.6), 0, Math.sqrt(0.6)}, within(2e-16));
        assertThat(rule.weights()).containsExactly(new double[]{5 / 9.0, 8 / 9.0, 5 / 9.0}, within(3e-16));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 33, 48})
    void agreesWithTheLibraryRule(final int n) {
        final GaussLegendre rule = GaussLegendre.of(n);
        final GaussIntegrator other = new GaussIntegratorFactory().legendre(n);
        for (int i = 0; i < n; i++) {
            assertThat(rule.node(i)).isCloseTo(other.getPoint(i), within(4e-16));
            assertThat(rule.weight(i)).isCloseTo(other.getWeight(i), within(1e-14));
        }
    }

    /** Integrals of v^(2m) up to the degree of exactness. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 48, 200, 1001, 4000})
    void integratesPolynomialsExactly(final int n) {
        final GaussLegendre rule = GaussLegendre.of(n);
        for (int degree = 0; degree < 2 * n; degree += Math.max(2, 2 * (n / 5))) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += rule.weight(i) * Math.pow(rule.node(i), degree);
            }
            assertThat(sum).isCloseTo(2.0 / (degree + 1), within(1e-13 / Math.sqrt(degree + 1)));
        }
    }

    /** The outermost weight, in 40-digit arithmetic (mpmath). */
    @ParameterizedTest
    @CsvSource({"200, 0.99992807128506997705, 0.00018459009747129744397",
        "1000, 0.99999711129807551057, 7.4133384164320715175e-6"})
    void outermostWeightKeepsItsRelativeAccuracy(final int n, final double node, final double weight) {
        final GaussLegendre rule = GaussLegendre.of(n);
        assertThat(rule.node(n - 1)).isCloseTo(node, within(2e-16));
        assertThat(rule.weight(n - 1)).isEqualTo(rule.weight(0)).isCloseTo(weight, withinPercentage(1e-11));
    }

    @Test
    void noNodesAreRefused() {
        assertThatThrownBy(() -> GaussLegendre.of(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
