package org.flavorwaves.physics.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.ComplexLu;
import org.flavorwaves.physics.numerics.ComplexMatrix;

/**
 * Follows the bands of one block from one wave vector to the next. Old and new bands are matched one to one so that
 * the sum of |(left_old . right_new)(left_new . right_old)| is largest, with the frequency extrapolated by the group
 * velocity as a weaker second argument. Bands of equal frequency are matched as a group, and their vectors are then
 * turned within the group to those that continue the old ones.
 */
final class BlockTracker {
    /** Weight of the frequency beside the overlap. */
    private static final double FREQUENCY_WEIGHT = 0.5;

    /** A group is turned only if the old vectors span it; this bounds the condition of their overlap matrix. */
    private static final double SPANNING_CONDITION = 1e4;

    private BandBlock m_block;

    private WaveVector m_k;

    /** Band of the current block for each track; tracks are numbered as the bands of the first block. */
    private int[] m_index;

    private double[] m_overlap;

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
    void advance(final BandBlock next, final WaveVector k) {
        final int[] tracks = IntStream.range(0, next.size())
            .filter(t -> next.sector(t) != BandSector.TRIVIAL).toArray();
        final int[] old = Arrays.stream(tracks).map(t -> m_index[t]).toArray();
        final ComplexMatrix there = rows(m_block.left(), old).multiply(columns(next.right(), tracks));
        final ComplexMatrix back = rows(next.left(), tracks).multiply(columns(m_block.right(), old));
        final BandClusters clusters = new BandClusters(next);
        final double[][] overlaps = overlaps(there, back, tracks, clusters);
        final int[] column = Assignment.solve(costs(overlaps, tracks, old, next, k));
        final int[] index = m_index.clone();
        for (int t = 0; t < tracks.length; t++) {
            index[tracks[t]] = tracks[column[t]];
            m_overlap[tracks[t]] = Math.min(1, overlaps[t][column[t]]);
        }
        m_block = aligned(next, there, tracks, column, clusters);
        m_index = index;
        m_k = k;
    }

    /** |sum over the group of a new band of (left_old . right_new)(left_new . right_old)|. */
    private static double[][] overlaps(final ComplexMatrix there, final ComplexMatrix back, final int[] tracks,
        final BandClusters clusters) {
        final int n = tracks.length;
        final double[][] overlaps = new double[n][n];
        final int groups = clusters.members().size();
        for (int t = 0; t < n; t++) {
            final double[] re = new double[groups];
            final double[] im = new double[groups];
            for (int b = 0; b < n; b++) {
                final int c = clusters.of(tracks[b]);
                re[c] += there.re(t, b) * back.re(b, t) - there.im(t, b) * back.im(b, t);
                im[c] += there.re(t, b) * back.im(b, t) + there.im(t, b) * back.re(b, t);
            }
            for (int b = 0; b < n; b++) {
                final int c = clusters.of(tracks[b]);
                overlaps[t][b] = Math.hypot(re[c], im[c]);
            }
        }
        return overlaps;
    }

    private double[][] costs(final double[][] overlaps, final int[] tracks, final int[] old, final BandBlock next,
        final WaveVector k) {
        final int n = tracks.length;
        final WaveVector step = k.minus(m_k);
        final double unit = step.norm() + n * BandSet.ROUNDING * next.scale() + Double.MIN_NORMAL;
        final double[][] costs = new double[n][n];
        for (int t = 0; t < n; t++) {
            final double[] velocity = new double[6];
            m_block.groupVelocity(old[t], velocity);
            final double re = m_block.omegaRe(old[t]) + step.dot(velocity[0], velocity[1], velocity[2]);
            final double im = m_block.omegaIm(old[t]) + step.dot(velocity[3], velocity[4], velocity[5]);
            for (int b = 0; b < n; b++) {
                final double distance = Math.hypot(next.omegaRe(tracks[b]) - re, next.omegaIm(tracks[b]) - im);
                costs[t][b] = 1 - Math.min(1, overlaps[t][b]) + FREQUENCY_WEIGHT * Math.min(1, distance / unit);
            }
        }
        return costs;
    }

    /** Turns the vectors of each group to R' = R W^-1 with W = left_old . R, and the left ones to match. */
    private static BandBlock aligned(final BandBlock next, final ComplexMatrix there, final int[] tracks,
        final int[] column, final BandClusters clusters) {
        final List<int[]> groups = clusters.members().stream().filter(g -> g.length > 1).toList();
        if (groups.isEmpty()) {
            return next;
        }
        final ComplexMatrix right = next.right().copy();
        final ComplexMatrix left = next.left().copy();
        for (final int[] group : groups) {
            final int m = group.length;
            final int[] old = new int[m];
            final int[] at = new int[m];
            for (int t = 0; t < tracks.length; t++) {
                final int g = Arrays.binarySearch(group, tracks[column[t]]);
                if (g >= 0) {
                    old[g] = t;
                    at[g] = column[t];
                }
            }
            final ComplexMatrix w = columns(rows(there, old), at);
            final ComplexMatrix r = columns(next.right(), group);
            final ComplexMatrix l = rows(next.left(), group);
            final ComplexMatrix inverse = inverse(w);
            if (inverse.rows() == m) {
                final ComplexMatrix turned = r.multiply(inverse);
                normalizeColumns(turned);
                final ComplexMatrix metric = inverse(l.multiply(turned));
                if (metric.rows() == m) {
                    replace(right, left, group, turned, metric.multiply(l));
                }
            }
        }
        return next.withVectors(right, left);
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

    private static void replace(final ComplexMatrix right, final ComplexMatrix left, final int[] bands,
        final ComplexMatrix columns, final ComplexMatrix rows) {
        for (int g = 0; g < bands.length; g++) {
            for (int c = 0; c < right.rows(); c++) {
                right.set(c, bands[g], columns.re(c, g), columns.im(c, g));
                left.set(bands[g], c, rows.re(g, c), rows.im(g, c));
            }
        }
    }

    private static ComplexMatrix columns(final ComplexMatrix a, final int[] columns) {
        final ComplexMatrix b = new ComplexMatrix(a.rows(), columns.length);
        for (int r = 0; r < a.rows(); r++) {
            for (int c = 0; c < columns.length; c++) {
                b.set(r, c, a.re(r, columns[c]), a.im(r, columns[c]));
            }
        }
        return b;
    }

    private static ComplexMatrix rows(final ComplexMatrix a, final int[] rows) {
        final ComplexMatrix b = new ComplexMatrix(rows.length, a.columns());
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < a.columns(); c++) {
                b.set(r, c, a.re(rows[r], c), a.im(rows[r], c));
            }
        }
        return b;
    }
}
