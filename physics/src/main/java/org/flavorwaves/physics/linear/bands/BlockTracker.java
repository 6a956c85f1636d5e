package org.flavorwaves.physics.linear.bands;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.blocks.BandBlock;
import org.flavorwaves.physics.linear.blocks.DenseEigen;
import org.flavorwaves.physics.linear.blocks.Submatrix;
import org.flavorwaves.physics.numerics.matrix.ComplexLu;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Follows the bands of one block from one wave vector to the next. Old and new bands are matched one to one so that
 * the sum of |(left_old . right_new)(left_new . right_old)| is largest, with the frequency extrapolated by the group
 * velocity as a weaker second argument. Bands of equal frequency are matched as a group, and their vectors are then
 * turned within the group to those that continue the old ones.
 * Anchored bands keep their index.
 */
final class BlockTracker {
    /** Weight of the frequency beside the overlap. */
    private static final double FREQUENCY_WEIGHT = 0.5;

    /** A group is turned only if the old vectors span it; this bounds the condition of their overlap matrix. */
    private static final double SPANNING_CONDITION = 1e4;

    private BandBlock m_block;

    private WaveVector m_k;

    /** Band of the block for each track; tracks are numbered as the bands of the first block. */
    private final int[] m_index;

    private final double[] m_overlap;

    BlockTracker(final BandBlock block, final WaveVector k) {
        m_block = block;
        m_k = k;
        m_index = IntStream.range(0, block.size()).toArray();
        m_overlap = new double[block.size()];
        Arrays.fill(m_overlap, 1);
    }

    BandBlock block() {
        return m_block;
    }

    int index(final int track) {
        return m_index[track];
    }

    double overlap(final int track) {
        return m_overlap[track];
    }

    /** Takes the block of a neighbouring wave vector. */
    void advance(final BandBlock next, final WaveVector k, final Progress progress) {
        final int[] tracks = IntStream.range(0, next.size()).filter(t -> !m_block.anchored(m_index[t])).toArray();
        final int[] from = Arrays.stream(tracks).map(t -> m_index[t]).toArray();
        final int[] to = IntStream.range(0, next.size()).filter(b -> !next.anchored(b)).toArray();
        final ComplexMatrix there = m_block.coreLeft(from).multiply(next.coreRight(to), progress);
        final ComplexMatrix back = next.coreLeft(to).multiply(m_block.coreRight(from), progress);
        final BandClusters clusters = new BandClusters(next);
        final double[][] overlaps = overlaps(there, back, to, clusters);
        final int[] column = Assignment.solve(costs(overlaps, from, to, next, k), progress);
        for (int t = 0; t < tracks.length; t++) {
            m_index[tracks[t]] = to[column[t]];
            m_overlap[tracks[t]] = Math.min(1, overlaps[t][column[t]]);
        }
        m_block = turned(next, there, to, column, clusters);
        m_k = k;
    }

    /** |sum over the group of a new band of (left_old . right_new)(left_new . right_old)|. */
    private static double[][] overlaps(final ComplexMatrix there, final ComplexMatrix back, final int[] to,
        final BandClusters clusters) {
        final int n = to.length;
        final double[][] overlaps = new double[n][n];
        final int groups = clusters.members().size();
        for (int t = 0; t < n; t++) {
            final double[] re = new double[groups];
            final double[] im = new double[groups];
            for (int b = 0; b < n; b++) {
                final int c = clusters.of(to[b]);
                re[c] += there.re(t, b) * back.re(b, t) - there.im(t, b) * back.im(b, t);
                im[c] += there.re(t, b) * back.im(b, t) + there.im(t, b) * back.re(b, t);
            }
            for (int b = 0; b < n; b++) {
                final int c = clusters.of(to[b]);
                overlaps[t][b] = Math.hypot(re[c], im[c]);
            }
        }
        return overlaps;
    }

    private double[][] costs(final double[][] overlaps, final int[] from, final int[] to, final BandBlock next,
        final WaveVector k) {
        final int n = to.length;
        final WaveVector step = k.minus(m_k);
        final double unit = step.norm() + n * Math.ulp(1.0) * next.scale() + Double.MIN_NORMAL;
        final double[][] costs = new double[n][n];
        final double[] velocity = new double[6];
        for (int t = 0; t < n; t++) {
            m_block.pair(from[t]).groupVelocity(velocity);
            final double re = m_block.omegaRe(from[t]) + step.dot(velocity[0], velocity[1], velocity[2]);
            final double im = m_block.omegaIm(from[t]) + step.dot(velocity[3], velocity[4], velocity[5]);
            for (int b = 0; b < n; b++) {
                final double distance = Math.hypot(next.omegaRe(to[b]) - re, next.omegaIm(to[b]) - im);
                costs[t][b] = 1 - Math.min(1, overlaps[t][b]) + FREQUENCY_WEIGHT * Math.min(1, distance / unit);
            }
        }
        return costs;
    }

    /** Turns the vectors of each group to R' = R W^-1 with W = left_old . R, and the left ones to match. */
    private static BandBlock turned(final BandBlock next, final ComplexMatrix there, final int[] to,
        final int[] column, final BandClusters clusters) {
        final List<int[]> groups = clusters.members().stream().filter(g -> g.length > 1).toList();
        BandBlock block = next;
        for (final int[] group : groups) {
            final int[] old = new int[group.length];
            final int[] at = new int[group.length];
            for (int t = 0; t < to.length; t++) {
                final int g = Arrays.binarySearch(group, to[column[t]]);
                if (g >= 0) {
                    old[g] = t;
                    at[g] = column[t];
                }
            }
            final ComplexMatrix inverse = inverse(Submatrix.columns(Submatrix.rows(there, old), at));
            if (inverse.rows() == group.length) {
                final ComplexMatrix right = next.coreRight(group).multiply(inverse);
                normalizeColumns(right);
                final ComplexMatrix left = next.coreLeft(group);
                final ComplexMatrix metric = inverse(left.multiply(right));
                if (metric.rows() == group.length) {
                    block = block.withCore(group, right, metric.multiply(left));
                }
            }
        }
        return block;
    }

    /** The inverse, or an empty matrix if its condition is too bad. */
    private static ComplexMatrix inverse(final ComplexMatrix a) {
        final ComplexLu lu = new ComplexLu(a);
        if (lu.singular()) {
            return DenseEigen.NONE;
        }
        final ComplexMatrix inverse = lu.solve(ComplexMatrix.identity(a.rows()));
        return a.frobeniusNorm() * inverse.frobeniusNorm() <= a.rows() * SPANNING_CONDITION ? inverse
            : DenseEigen.NONE;
    }

    private static void normalizeColumns(final ComplexMatrix a) {
        for (int c = 0; c < a.columns(); c++) {
            double square = 0;
            for (int r = 0; r < a.rows(); r++) {
                square += a.re(r, c) * a.re(r, c) + a.im(r, c) * a.im(r, c);
            }
            final double factor = 1 / Math.sqrt(square);
            for (int r = 0; r < a.rows(); r++) {
                a.set(r, c, a.re(r, c) * factor, a.im(r, c) * factor);
            }
        }
    }
}
