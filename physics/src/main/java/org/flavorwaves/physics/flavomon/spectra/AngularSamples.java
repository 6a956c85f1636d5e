package org.flavorwaves.physics.flavomon.spectra;

import org.flavorwaves.physics.state.Cosines;

/**
 * A spectrum that is known at some directions, from beams that stand for it: g_i = G(v_i) times a quadrature weight,
 * which is that of Gauss and Legendre where the directions are their nodes, otherwise the width of the range of
 * directions that are nearest to v_i.
 * Immutable.
 */
public final class AngularSamples {
    private static final double LARGEST_RATIO = 1.6;

    private static final double LARGEST_END = 0.75;

    /** Fewest directions that are taken for a sampled continuum. */
    private static final int MIN_DIRECTIONS = 6;

    /** The same for nodes of Gauss and Legendre. */
    private static final int MIN_NODES = 4;

    private final double[] m_nodes;

    private final double[] m_values;

    private final double[] m_weights;

    private final boolean m_gauss;

    private AngularSamples(final double[] nodes, final double[] values, final double[] weights,
        final boolean gauss) {
        m_nodes = nodes;
        m_values = values;
        m_weights = weights;
        m_gauss = gauss;
    }

    /**
     * Merges beams of equal direction and divides by the weights.
     *
     * @param v cos theta of the beams, in any order
     * @param g their lepton numbers, quadrature weights included
     * @return the samples
     */
    public static AngularSamples of(final double[] v, final double[] g) {
        final Cosines levels = new Cosines(v);
        final int n = levels.size();
        final double[] values = new double[n];
        final double[] weights = new double[n];
        for (int i = 0; i < v.length; i++) {
            values[levels.below(v[i])] += g[i];
        }
        for (int l = 0; l < n; l++) {
            weights[l] = levels.width(l);
            values[l] /= weights[l];
        }
        return new AngularSamples(levels.cosines(), values, weights, levels.isGaussLegendre());
    }

    /**
     * The directions.
     *
     * @return distinct cos theta, rising
     */
    public double[] nodes() {
        return m_nodes.clone();
    }

    /**
     * The spectrum at the directions.
     *
     * @return G, in the unit of the potentials
     */
    public double[] values() {
        return m_values.clone();
    }

    /**
     * The quadrature weights.
     *
     * @return weights with sum 2
     */
    public double[] weights() {
        return m_weights.clone();
    }

    /**
     * Whether sums over the directions are Gauss-Legendre quadratures.
     *
     * @return true if the directions are the nodes of a rule
     */
    public boolean gauss() {
        return m_gauss;
    }

    /**
     * Whether the directions sample all of [-1, 1] without a hole: they are the nodes of Gauss and Legendre, or
     * neighbouring distances differ by less than a factor {@value #LARGEST_RATIO} and those of the ends from +-1 are
     * not larger than three quarters of the next ones.
     *
     * @return false also for fewer than two directions
     */
    public boolean cover() {
        final int n = m_nodes.length;
        if (n < 2 || m_gauss) {
            return n >= 2;
        }
        boolean even = 1 + m_nodes[0] <= LARGEST_END * (m_nodes[1] - m_nodes[0])
            && 1 - m_nodes[n - 1] <= LARGEST_END * (m_nodes[n - 1] - m_nodes[n - 2]);
        for (int i = 2; i < n; i++) {
            final double ratio = (m_nodes[i] - m_nodes[i - 1]) / (m_nodes[i - 1] - m_nodes[i - 2]);
            even &= ratio < LARGEST_RATIO && 1 / ratio < LARGEST_RATIO;
        }
        return even;
    }

    /**
     * The order up to which the directions determine a Legendre series: one less than their number where they are the
     * nodes of Gauss and Legendre; otherwise a third of their number or 2 sqrt(n), up to which a fit is stable.
     *
     * @return an order; negative where fewer than {@value #MIN_DIRECTIONS} directions, or {@value #MIN_NODES} nodes of
     *         Gauss and Legendre, say nothing of a continuum
     */
    public int order() {
        final int n = m_nodes.length;
        if (n < (m_gauss ? MIN_NODES : MIN_DIRECTIONS)) {
            return -1;
        }
        return m_gauss ? n - 1 : Math.min(n / 3, (int) (2 * Math.sqrt(n)));
    }
}
