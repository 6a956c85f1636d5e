package org.flavorwaves.physics.linear.collective.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Poles that are added up. */
class MergedPolesTest {
    /** Positions equal up to rounding with one damping are one pole; the sum of all is the same. */
    @Test
    void mergesWhatRoundingTellsApart() {
        final double[] re = {0.3, -0.7, Math.nextUp(0.3), 0.3, 0.3 + 1e-12, -0.7};
        final double[] im = {0, 0, 0, -0.1, 0, 0};
        final double[][] strength = {{1, 2, 3, 4, 5, 6}, {-1, 0.5, 2, 7, -3, 0.25}};
        final MergedPoles poles = new MergedPoles(re, im, strength);
        assertThat(poles.size()).isEqualTo(4);
        assertThat(poles.sorted(1)).containsExactly(new double[]{0.3, 1.3, 1.3, 1.3}, within(1e-11));
        assertThat(poles.dampings()).containsExactly(new double[]{0.1, 0, 0, 0}, within(0.0));
        final double[] sums = new double[8];
        poles.add(0.1, 0.2, new double[4][BlockProducts.BLOCK], sums);
        for (int c = 0; c < 2; c++) {
            final double[] expected = new double[4];
            for (int p = 0; p < re.length; p++) {
                final double x = 0.1 - re[p];
                final double y = 0.2 - im[p];
                final double square = x * x + y * y;
                expected[0] += strength[c][p] * x / square;
                expected[1] -= strength[c][p] * y / square;
                expected[2] += strength[c][p] * (x * x - y * y) / (square * square);
                expected[3] -= strength[c][p] * 2 * x * y / (square * square);
            }
            for (int part = 0; part < 4; part++) {
                assertThat(sums[4 * c + part]).isCloseTo(expected[part], within(1e-12));
            }
        }
    }

    /** Rounding is a share of the largest position. */
    @Test
    void roundingGrowsWithThePositions() {
        final double[][] strength = {{1, 2, 4}};
        assertThat(new MergedPoles(new double[]{100, 100 + 2e-13, 1}, new double[3], strength).size()).isEqualTo(2);
        assertThat(new MergedPoles(new double[]{0.01, 0.01 + 2e-13, 1}, new double[3], strength).size()).isEqualTo(3);
    }
}
