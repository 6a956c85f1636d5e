package org.flavorwaves.physics.numerics.roots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.api.Test;

class ScalarRootsTest {

    /** A function with a second derivative of at most a given size. */
    private static ScalarRoots.Found roots(final DoubleUnaryOperator f, final DoubleUnaryOperator slope,
        final double curvature, final double low, final double high) {
        return new ScalarRoots(new ScalarRoots.Bounded() {
            @Override
            public double value(final double x) {
                return f.applyAsDouble(x);
            }

            @Override
            public double[] derivative(final double x, final double half) {
                final double d = slope.applyAsDouble(x);
                return new double[]{d - curvature * half, d + curvature * half};
            }
        }, 1e-14, 100_000).search(low, high, Progress.NONE);
    }

    @Test
    void findsAllRootsOfAnOscillation() {
        final ScalarRoots.Found found = roots(x -> Math.sin(20 * x), x -> 20 * Math.cos(20 * x), 400, -1, 1);
        assertThat(found.finished()).isTrue();
        assertThat(found.roots()).hasSize(13);
        for (int r = 0; r < 13; r++) {
            assertThat(found.roots().get(r)).isCloseTo((r - 6) * Math.PI / 20, within(1e-15));
        }
    }

    @Test
    void tellsNearRootsApartAndNearMissesFromRoots() {
        final double gap = 1e-5;
        final List<Double> two = roots(x -> x * x - gap * gap, x -> 2 * x, 2, -1, 1.1).roots();
        assertThat(two).hasSize(2);
        assertThat(two.get(0)).isCloseTo(-gap, within(1e-12));
        assertThat(roots(x -> x * x + gap * gap, x -> 2 * x, 2, -1, 1.1).roots()).isEmpty();
    }

    @Test
    void reportsAFlatPlaceOnce() {
        final ScalarRoots.Found cubic = roots(x -> x * x * x, x -> 3 * x * x, 7, -1, 1.1);
        assertThat(cubic.roots()).hasSize(1);
        assertThat(cubic.flat()).isEqualTo(1);
        final ScalarRoots.Found twofold = roots(x -> (x - 0.3) * (x - 0.3), x -> 2 * (x - 0.3), 2, -1, 1.1);
        assertThat(twofold.roots()).hasSize(1);
        assertThat(twofold.roots().get(0)).isCloseTo(0.3, within(1e-6));
    }

    @Test
    void admitsThatItDidNotFinish() {
        final ScalarRoots.Found found = new ScalarRoots(new ScalarRoots.Bounded() {
            @Override
            public double value(final double x) {
                return Math.sin(1 / x);
            }

            @Override
            public double[] derivative(final double x, final double half) {
                return new double[]{-1e12, 1e12};
            }
        }, 1e-14, 1000).search(-1, 1.1, Progress.NONE);
        assertThat(found.finished()).isFalse();
    }
}
