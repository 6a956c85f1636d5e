package org.flavorwaves.physics.flavomon.spectra;

import java.util.Map;
import java.util.TreeMap;

import org.flavorwaves.physics.numerics.GaussLegendre;

/**
 * A spectrum that is known at some directions, from beams that stand for it: g_i = G(v_i) times a quadrature weight,
 * which is that of Gauss and Legendre where the directions are their nodes, otherwise the width of the range of
 * directions that are nearest to v_i.
 * Immutable.
 */
public final class AngularSamples {
    /** Distance below which two directions are one, and a node is one of a Gauss-Legendre rule. */
    private static final double SAME = 1e-8;

    /** Largest Gauss-Legendre rule that is recognised; beyond, its weights are the widths. */
    private static final int LARGEST_RULE = 2000;

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
        final TreeMap<Long, double[]> merged = new TreeMap<>();
        for (int i = 0; i < v.length; i++) {
            final double[] beam = merged.computeIfAbsent(Math.round(v[i] / SAME), key -> new double[2]);
            beam[0] = v[i];
            beam[1] += g[i];
        }
        final int n = merged.size();
        final double[] nodes = new double[n];
        final double[] values = new double[n];
        int at = 0;
        for (final Map.Entry<Long, double[]> beam : merged.entrySet()) {
            nodes[at] = beam.getValue()[0];
            values[at++] = beam.getValue()[1];
        }
        final boolean gauss = isGauss(nodes);
        final double[] weights = gauss ? GaussLegendre.of(n).weights() : widths(nodes);
        for (int i = 0; i < n; i++) {
            values[i] /= weights[i];
        }
        return new AngularSamples(nodes, values, weights, gauss);
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

    private static boolean isGauss(final double[] nodes) {
        if (nodes.length < 2 || nodes.length > LARGEST_RULE) {
            return false;
        }
        final GaussLegendre rule = GaussLegendre.of(nodes.length);
        for (int i = 0; i < nodes.length; i++) {
            if (!(Math.abs(rule.node(i) - nodes[i]) <= SAME)) {
                return false;
            }
        }
        return true;
    }

    private static double[] widths(final double[] nodes) {
        final int n = nodes.length;
        final double[] widths = new double[n];
        for (int i = 0; i < n; i++) {
            final double lower = i == 0 ? -1 : (nodes[i - 1] + nodes[i]) / 2;
            final double upper = i == n - 1 ? 1 : (nodes[i] + nodes[i + 1]) / 2;
            widths[i] = upper - lower;
        }
        return widths;
    }
}
