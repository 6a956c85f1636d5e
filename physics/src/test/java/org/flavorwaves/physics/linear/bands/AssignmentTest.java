package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void equalsTheBestOfAllPermutations() {
        final Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            final int n = 1 + random.nextInt(6);
            final double[][] cost = new double[n][];
            for (int r = 0; r < n; r++) {
                cost[r] = random.doubles(n, -1, 1).toArray();
            }
            final int[] columns = Assignment.solve(cost);
            assertThat(columns).doesNotHaveDuplicates();
            double sum = 0;
            for (int r = 0; r < n; r++) {
                sum += cost[r][columns[r]];
            }
            assertThat(sum).isCloseTo(best(cost, 0, new boolean[n]), within(1e-14));
        }
    }

    private static double best(final double[][] cost, final int row, final boolean[] used) {
        if (row == cost.length) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < cost.length; c++) {
            if (!used[c]) {
                used[c] = true;
                least = Math.min(least, cost[row][c] + best(cost, row + 1, used));
                used[c] = false;
            }
        }
        return least;
    }
}
