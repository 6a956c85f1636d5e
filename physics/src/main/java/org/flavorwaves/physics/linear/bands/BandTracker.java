package org.flavorwaves.physics.linear.bands;

import org.flavorwaves.physics.linear.blocks.BandBlock;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/** Follows all bands from one wave vector to the next, block by block. */
final class BandTracker {
    private final BandOrder m_start;

    private final BlockTracker[] m_trackers;

    /** Starts with the bands of one point, numbered by frequency. */
    BandTracker(final BandBlock[] blocks, final WaveVector k) {
        m_start = BandOrder.byFrequency(blocks);
        m_trackers = new BlockTracker[blocks.length];
        for (int m = 0; m < blocks.length; m++) {
            m_trackers[m] = new BlockTracker(blocks[m], k);
        }
    }

    /** How many bands share their frequency with another one of their block, anchored bands left out. */
    static int coinciding(final BandBlock[] blocks) {
        int count = 0;
        for (final BandBlock block : blocks) {
            for (final int[] cluster : new BandClusters(block).members()) {
                count += cluster.length > 1 ? cluster.length : 0;
            }
        }
        return count;
    }

    /** Takes the blocks of a neighbouring point. */
    void advance(final BandBlock[] blocks, final WaveVector k, final Progress progress) {
        for (int m = 0; m < blocks.length; m++) {
            m_trackers[m].advance(blocks[m], k, progress);
        }
    }

    /** The bands of the current point in the numbering of the first one. */
    BandOrder order() {
        final BandBlock[] blocks = new BandBlock[m_trackers.length];
        for (int m = 0; m < blocks.length; m++) {
            blocks[m] = m_trackers[m].block();
        }
        final int[] block = new int[m_start.size()];
        final int[] index = new int[m_start.size()];
        for (int b = 0; b < block.length; b++) {
            block[b] = m_start.blockIndex(b);
            index[b] = m_trackers[block[b]].index(m_start.index(b));
        }
        return new BandOrder(blocks, block, index);
    }

    /** How surely each band of the current point was recognised, in the numbering of the first one. */
    double[] overlaps() {
        final double[] overlaps = new double[m_start.size()];
        for (int b = 0; b < overlaps.length; b++) {
            overlaps[b] = m_trackers[m_start.blockIndex(b)].overlap(m_start.index(b));
        }
        return overlaps;
    }
}
