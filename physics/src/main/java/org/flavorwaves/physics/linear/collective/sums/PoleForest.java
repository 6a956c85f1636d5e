package org.flavorwaves.physics.linear.collective.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pole sums for modes of a few different damping rates, one tree for each rate. */
final class PoleForest {
    /** With more different rates the trees would be as many as the modes. */
    private static final int MAX_RATES = 16;

    /** Room for the series of local expansions of a sampler. */
    private static final long SERIES_BYTES = 1L << 25;

    private final double[] m_damping;

    private final PoleTree[] m_trees;

    private final int m_channels;

    private PoleForest(final double[] damping, final PoleTree[] trees, final int channels) {
        m_damping = damping;
        m_trees = trees;
        m_channels = channels;
    }

    /**
     * Builds the trees.
     *
     * @param poles the poles
     * @param damping how far each pole lies below the real axis
     * @param fewest number of poles below which sums over all are faster
     * @param leaf number of poles below which an interval is not divided
     * @return empty if there are too few poles or too many different rates
     */
    static Optional<PoleForest> of(final PoleSet poles, final double[] damping, final int fewest, final int leaf) {
        if (poles.size() < fewest) {
            return Optional.empty();
        }
        final Map<Double, List<Integer>> rates = new TreeMap<>();
        for (int p = 0; p < damping.length; p++) {
            rates.computeIfAbsent(damping[p], rate -> new ArrayList<>()).add(p);
            if (rates.size() > MAX_RATES) {
                return Optional.empty();
            }
        }
        final double[] values = new double[rates.size()];
        final PoleTree[] trees = new PoleTree[rates.size()];
        int at = 0;
        for (final Map.Entry<Double, List<Integer>> rate : rates.entrySet()) {
            values[at] = rate.getKey();
            trees[at++] = new PoleTree(poles, rate.getValue().stream().mapToInt(p -> p).toArray(), leaf);
        }
        return Optional.of(new PoleForest(values, trees, poles.channels()));
    }

    /** What evaluates the sums; not for several threads at once. */
    Sampler sampler() {
        return new Sampler();
    }

    /** Sums with room of their own. */
    final class Sampler {
        private final LocalExpansions[] m_expansions = new LocalExpansions[m_trees.length];

        private final PoleTree.Sums m_sums = PoleTree.Sums.zero(m_channels);

        private Sampler() {
            Arrays.setAll(m_expansions, t -> new LocalExpansions(m_trees[t], SERIES_BYTES / m_trees.length));
        }

        /** The sums of all poles at a point above the real axis, valid until the next call. */
        PoleTree.Sums at(final double re, final double im) {
            m_sums.clear();
            for (int t = 0; t < m_trees.length; t++) {
                m_expansions[t].addTo(re, im + m_damping[t], m_sums);
            }
            return m_sums;
        }
    }
}
