package org.flavorwaves.physics.state;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.numerics.LegendreSeries;

/**
 * Distinct values of cos theta, rising, and what each stands for: the weights of the Gauss-Legendre rule where they are
 * its nodes, otherwise cells that end half-way to the neighbours and at +-1. Values within {@link Direction#SAME} of
 * the lowest of a level belong to it. Immutable.
 */
public final class Cosines {
    private final double[] m_cosines;

    private final Optional<GaussLegendre> m_rule;

    /**
     * Collects levels.
     *
     * @param values cos theta, in any order
     */
    public Cosines(final double[] values) {
        final double[] rising = values.clone();
        Arrays.sort(rising);
        int count = 0;
        for (final double value : rising) {
            if (count == 0 || value - rising[count - 1] > Direction.SAME) {
                rising[count++] = value;
            }
        }
        m_cosines = Arrays.copyOf(rising, count);
        m_rule = isGauss() ? Optional.of(GaussLegendre.of(count)) : Optional.empty();
    }

    /** Whether all levels are zeros of P_n, to a Newton step; the first that is none ends the question. */
    private boolean isGauss() {
        final int n = m_cosines.length;
        for (final double c : m_cosines) {
            final double[] p = LegendreSeries.polynomials(c, n);
            final double slope = n * (p[n - 1] - c * p[n]) / (1 - c * c);
            if (!(Math.abs(p[n] / slope) < Direction.SAME)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The number of levels.
     *
     * @return at least 1
     */
    public int size() {
        return m_cosines.length;
    }

    /**
     * A level.
     *
     * @param l its index
     * @return cos theta
     */
    public double cosine(final int l) {
        return m_cosines[l];
    }

    /**
     * All levels.
     *
     * @return cos theta, rising
     */
    public double[] cosines() {
        return m_cosines.clone();
    }

    /**
     * Whether the levels are the nodes of Gauss and Legendre.
     *
     * @return whether their weights are those of the rule
     */
    public boolean isGaussLegendre() {
        return m_rule.isPresent();
    }

    /**
     * The level to which a value belongs: the last one that is not above it.
     *
     * @param value cos theta
     * @return an index; -1 below the lowest level
     */
    public int below(final double value) {
        final int at = Arrays.binarySearch(m_cosines, value);
        return at >= 0 ? at : -at - 2;
    }

    /**
     * What a level stands for.
     *
     * @param l its index
     * @return a width in cos theta; all widths sum to 2
     */
    public double width(final int l) {
        if (m_rule.isPresent()) {
            return m_rule.get().weight(l);
        }
        final double lower = l == 0 ? -1 : 0.5 * (m_cosines[l - 1] + m_cosines[l]);
        final double upper = l == m_cosines.length - 1 ? 1 : 0.5 * (m_cosines[l] + m_cosines[l + 1]);
        return upper - lower;
    }

    /**
     * The order of the Legendre series that the levels determine.
     *
     * @return n - 1 for the nodes of Gauss and Legendre, a third of n otherwise
     */
    public int seriesOrder() {
        return m_rule.isPresent() ? m_cosines.length - 1 : m_cosines.length / 3;
    }
}
