package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;

import org.flavorwaves.knime.io.hdf.HdfArray;
import org.flavorwaves.physics.run.Progress;

/** Goes through a grid of three dimensions in blocks of bounded size. */
final class GridBlocks {
    /** Cells that are held at once, unless the file stores more of them together. */
    private static final long CELLS = 1 << 17;

    /** How much larger a block may become so that nothing has to be unpacked twice. */
    private static final long MOST = 8 * CELLS;

    private final int[] m_grid;

    private final int[] m_block;

    /** What is done with a block. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param offset first cell along each axis
         * @param shape number of cells along each axis
         * @throws IOException if the file cannot be read
         */
        void block(int[] offset, int[] shape) throws IOException;
    }

    /**
     * Chooses the blocks.
     *
     * @param array a dataset of the grid; the others are taken to be stored alike
     */
    GridBlocks(final HdfArray array) {
        m_grid = array.shape();
        final long row = m_grid[2];
        final long plane = row * m_grid[1];
        final long packed = Math.min(array.thickness(), m_grid[0]);
        long thickness = Math.max(1, CELLS / Math.max(1, plane));
        if (packed * plane <= MOST) {
            thickness = packed * Math.max(1, thickness / packed);
        }
        m_block = new int[]{(int) Math.min(thickness, m_grid[0]),
            (int) (plane <= MOST ? m_grid[1] : Math.max(1, Math.min(m_grid[1], CELLS / Math.max(1, row)))),
            (int) Math.min(row, MOST)};
    }

    long cells() {
        return (long) m_block[0] * m_block[1] * m_block[2];
    }

    void each(final Work work, final Progress progress) throws IOException {
        for (int i = 0; i < m_grid[0]; i += m_block[0]) {
            for (int j = 0; j < m_grid[1]; j += m_block[1]) {
                for (int k = 0; k < m_grid[2]; k += m_block[2]) {
                    progress.report(i / (double) m_grid[0], "reading cells from " + i + ", " + j + ", " + k);
                    work.block(new int[]{i, j, k}, new int[]{Math.min(m_block[0], m_grid[0] - i),
                        Math.min(m_block[1], m_grid[1] - j), Math.min(m_block[2], m_grid[2] - k)});
                }
            }
        }
    }
}
