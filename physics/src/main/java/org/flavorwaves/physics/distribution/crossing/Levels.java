package org.flavorwaves.physics.distribution.crossing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.numerics.GaussLegendre;

/**
 * Distinct values of cos theta, rising, and what each stands for: the weights of the Gauss-Legendre rule where they are
 * its nodes, otherwise cells that end half-way to the neighbours and at +-1.
 */
final class Levels {
    /** Largest deviation from a Gauss-Legendre node. */
    private static final double SAME_NODE = 1e-8;

    private final double[] m_cosines;

    private final Optional<GaussLegendre> m_rule;

    /**
     * Collects levels.
     *
     * @param values cos theta, in any order
     * @param tolerance values that differ by less from the lowest of a level belong to it
     */
    Levels(final double[] values, final double tolerance) {
        final double[] rising = values.clone();
        Arrays.sort(rising);
        final List<Double> distinct = new ArrayList<>();
        for (final double value : rising) {
            if (distinct.isEmpty() || value - distinct.get(distinct.size() - 1) > tolerance) {
                distinct.add(value);
            }
        }
        m_cosines = distinct.stream().mapToDouble(c -> c).toArray();
        m_rule = isGauss() ? Optional.of(GaussLegendre.of(m_cosines.length)) : Optional.empty();
    }

    /** Whether all levels are zeros of P_n, to a Newton step; the first that is none ends the question. */
    private boolean isGauss() {
        final int n = m_cosines.length;
        for (final double c : m_cosines) {
            double below = 0;
            double p = 1;
            for (int l = 0; l < n; l++) {
                final double above = ((2 * l + 1) * c * p - l * below) / (l + 1);
                below = p;
                p = above;
            }
            final double slope = n * (below - c * p) / (1 - c * c);
            if (!(Math.abs(p / slope) < SAME_NODE)) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return m_cosines.length;
    }

    double cosine(final int l) {
        return m_cosines[l];
    }

    /** The Gauss-Legendre rule whose nodes these are. */
    Optional<GaussLegendre> rule() {
        return m_rule;
    }

    /** The level nearest to a value. */
    int nearest(final double value) {
        final int found = Arrays.binarySearch(m_cosines, value);
        if (found >= 0) {
            return found;
        }
        final int above = -found - 1;
        if (above == 0 || above == m_cosines.length) {
            return above == 0 ? 0 : above - 1;
        }
        return value - m_cosines[above - 1] <= m_cosines[above] - value ? above - 1 : above;
    }

    /** Width in cos theta; all widths sum to 2. */
    double width(final int l) {
        if (m_rule.isPresent()) {
            return m_rule.get().weight(l);
        }
        final double lower = l == 0 ? -1 : 0.5 * (m_cosines[l - 1] + m_cosines[l]);
        final double upper = l == m_cosines.length - 1 ? 1 : 0.5 * (m_cosines[l] + m_cosines[l + 1]);
        return upper - lower;
    }
}
