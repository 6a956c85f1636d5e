package org.flavorwaves.physics.numerics.roots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.numerics.roots.AnalyticRoots.AnalyticFunction;
import org.flavorwaves.physics.numerics.roots.AnalyticRoots.Rectangle;
import org.flavorwaves.physics.numerics.roots.AnalyticRoots.Sample;
import org.junit.jupiter.api.Test;

class AnalyticRootsTest {
    private static final Rectangle SQUARE = new Rectangle(-1.1, 1.2, -0.9, 1.3);

    /** z^2 + 1/4 with zeros at +-i/2, and a distance of poles that is made up. */
    private static AnalyticFunction function(final double poleDistance) {
        return z -> new Sample(z.multiply(z).add(0.25), z.multiply(2), poleDistance);
    }

    @Test
    void findsAllZeros() {
        final List<Complex> roots = AnalyticRoots.find(function(1), SQUARE, 1e-9).orElseThrow();
        assertThat(roots).hasSize(2);
        assertThat(roots.get(0).getImaginary()).isCloseTo(-0.5, within(1e-14));
        assertThat(roots.get(1).getImaginary()).isCloseTo(0.5, within(1e-14));
    }

    @Test
    void endsOnEdgesThatPolesMakeTooFine() {
        assertThat(AnalyticRoots.find(function(1e-4), SQUARE, 1e-9).orElseThrow()).hasSize(2);
        assertThatThrownBy(() -> AnalyticRoots.find(function(1e-9), SQUARE, 1e-9))
            .isInstanceOf(EdgeTooLongException.class)
            .hasMessageStartingWith("The dispersion function has structure too fine for the 2.3");
    }
}
