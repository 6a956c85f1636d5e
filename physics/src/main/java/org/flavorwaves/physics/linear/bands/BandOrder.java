package org.flavorwaves.physics.linear.bands;

import java.util.Arrays;
import java.util.Comparator;

import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.blocks.BandBlock;

/** Which band of which block comes where. */
final class BandOrder {
    private final BandBlock[] m_blocks;

    private final int[] m_block;

    private final int[] m_index;

    /**
     * An order given by two arrays.
     *
     * @param blocks all blocks
     * @param block for each place the block
     * @param index for each place the band within the block
     */
    BandOrder(final BandBlock[] blocks, final int[] block, final int[] index) {
        m_blocks = blocks;
        m_block = block;
        m_index = index;
    }

    /** Trivial bands in the order of their modes, then all others by Re Omega, then by falling Im Omega. */
    static BandOrder byFrequency(final BandBlock[] blocks) {
        final int size = Arrays.stream(blocks).mapToInt(BandBlock::size).sum();
        final Integer[] places = new Integer[size];
        final int[] block = new int[size];
        final int[] index = new int[size];
        int at = 0;
        for (int m = 0; m < blocks.length; m++) {
            for (int b = 0; b < blocks[m].size(); b++) {
                places[at] = at;
                block[at] = m;
                index[at] = b;
                at++;
            }
        }
        Arrays.sort(places, Comparator
            .comparingInt((Integer p) -> blocks[block[p]].sector(index[p]) == BandSector.TRIVIAL ? p : size)
            .thenComparingDouble(p -> blocks[block[p]].omegaRe(index[p]))
            .thenComparingDouble(p -> -blocks[block[p]].omegaIm(index[p])).thenComparingInt(p -> p));
        return new BandOrder(blocks, Arrays.stream(places).mapToInt(p -> block[p]).toArray(),
            Arrays.stream(places).mapToInt(p -> index[p]).toArray());
    }

    int size() {
        return m_block.length;
    }

    boolean hasVectors() {
        return Arrays.stream(m_blocks).allMatch(BandBlock::hasVectors);
    }

    BandBlock block(final int place) {
        return m_blocks[m_block[place]];
    }

    int blockIndex(final int place) {
        return m_block[place];
    }

    int index(final int place) {
        return m_index[place];
    }
}
