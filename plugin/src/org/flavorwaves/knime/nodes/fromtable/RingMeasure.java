package org.flavorwaves.knime.nodes.fromtable;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.GridRule;

/** Finds the quadrature rule that values of cos theta belong to. */
final class RingMeasure {
    /** Rounding of printed values of cos theta that is still recognized. */
    private static final double TOLERANCE = 1e-6;

    private RingMeasure() {
    }

    /**
     * The weights of the rule whose nodes the values are, in any order: Gauss-Legendre, midpoint or trapezoid on
     * [-1, 1].
     *
     * @param mu values of cos theta
     * @return weights that sum to 2, in the order of the values; empty if no rule has these nodes
     */
    static Optional<double[]> weights(final double[] mu) {
        final Integer[] order = new Integer[mu.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(mu[i], mu[j]));
        for (final GridRule rule : GridRule.values()) {
            if (rule == GridRule.UNIFORM && mu.length < 2) {
                continue;
            }
            final AngularGrid grid = AngularGrid.rings(rule, mu.length);
            boolean same = true;
            for (int i = 0; i < mu.length && same; i++) {
                same = Math.abs(mu[order[i]] - grid.cosTheta(i)) <= TOLERANCE;
            }
            if (same) {
                final double[] weights = new double[mu.length];
                for (int i = 0; i < mu.length; i++) {
                    weights[order[i]] = grid.weight(i);
                }
                return Optional.of(weights);
            }
        }
        return Optional.empty();
    }
}
