package org.flavorwaves.physics.transport.matrix;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.transport.flow.FlowMirror;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;

/**
 * Moves the coherences R_ij(z, K) of a slab with (v_i + v_j)/2 from cell to cell, upwind (FW wave-matrix). Noise enters
 * at open ends; a mirror sends R_ij(K) back as R_i'j'(-K) of the images i' of the modes.
 */
final class MatrixStream {
    private final FlowSetup m_setup;

    private final FlowMirror m_mirror;

    private final int m_waveNumbers;

    private final MatrixCell[] m_matrices;

    /** R_ii that enters, by end. */
    private final double[][] m_inflow;

    /**
     * A slab.
     *
     * @param setup the stream
     * @param waveNumbers how many wave numbers there are
     * @param matrices the cells, which are moved in place
     * @param left R_ii that enters at the first face
     * @param right R_ii that enters at the last face
     */
    MatrixStream(final FlowSetup setup, final int waveNumbers, final MatrixCell[] matrices, final double[] left,
        final double[] right) {
        m_setup = setup;
        m_mirror = FlowMirror.of(setup);
        m_waveNumbers = waveNumbers;
        m_matrices = matrices;
        m_inflow = new double[][]{left, right};
    }

    /**
     * Streams.
     *
     * @param dt the time
     * @param progress to run loops with, may cancel
     */
    void move(final double dt, final Progress progress) {
        final int n = m_setup.grid().modes().size();
        final int cells = m_matrices.length;
        final double part = 0.5 * dt / m_setup.grid().width();
        final double[] courant = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                courant[i * n + j] = part * (m_setup.grid().velocity(0, i) + m_setup.grid().velocity(0, j));
            }
        }
        final double[][] before = images();
        ParallelLoop.forEach(m_waveNumbers, "Wave matrix", progress, m -> {
            final double[][] around = new double[4][n * n];
            around(m * n * n, before, around);
            for (int step = 0; step < cells; step++) {
                final int c = cells - 1 - step;
                move(c, c > 0 ? m_matrices[c - 1].m_re : around[0], c > 0 ? m_matrices[c - 1].m_im : around[1],
                    c > 0 ? m * n * n : 0, m * n * n, courant, 1);
                move(step, step < cells - 1 ? m_matrices[step + 1].m_re : around[2],
                    step < cells - 1 ? m_matrices[step + 1].m_im : around[3], step < cells - 1 ? m * n * n : 0,
                    m * n * n, courant, -1);
            }
        });
    }

    /** What enters at both ends at one wave number. */
    private void around(final int offset, final double[][] images, final double[][] around) {
        final int n = m_setup.grid().modes().size();
        if (m_setup.left() == FlowBoundary.PERIODIC) {
            final MatrixCell last = m_matrices[m_matrices.length - 1];
            System.arraycopy(last.m_re, offset, around[0], 0, n * n);
            System.arraycopy(last.m_im, offset, around[1], 0, n * n);
            System.arraycopy(m_matrices[0].m_re, offset, around[2], 0, n * n);
            System.arraycopy(m_matrices[0].m_im, offset, around[3], 0, n * n);
        } else {
            for (int i = 0; i < n; i++) {
                around[0][i * n + i] = m_inflow[0][i];
                around[2][i * n + i] = m_inflow[1][i];
            }
            for (int x = 0; x < images.length; x++) {
                System.arraycopy(images[x], images[x].length == 0 ? 0 : offset, around[x], 0,
                    images[x].length == 0 ? 0 : n * n);
            }
        }
    }

    /** What comes back from mirrors, R_ij(K) = R_i'j'(-K) of the cell before it: real and imaginary part, by end. */
    private double[][] images() {
        final int n = m_setup.grid().modes().size();
        final double[][] images = new double[4][];
        for (int end = 0; end < 2; end++) {
            final boolean mirror = (end == 0 ? m_setup.left() : m_setup.right()) == FlowBoundary.REFLECTING;
            final MatrixCell cell = m_matrices[end == 0 ? 0 : m_matrices.length - 1];
            images[2 * end] = new double[mirror ? cell.m_re.length : 0];
            images[2 * end + 1] = new double[mirror ? cell.m_im.length : 0];
            for (int x = 0; x < images[2 * end].length; x++) {
                final int from = ((m_waveNumbers - 1 - x / (n * n)) * n + m_mirror.of(x / n % n)) * n
                    + m_mirror.of(x % n);
                images[2 * end][x] = cell.m_re[from];
                images[2 * end + 1][x] = cell.m_im[from];
            }
        }
        return images;
    }

    /** Moves what streams in one direction into a cell. */
    private void move(final int c, final double[] fromRe, final double[] fromIm, final int fromOffset,
        final int offset, final double[] courant, final int direction) {
        final double[] re = m_matrices[c].m_re;
        final double[] im = m_matrices[c].m_im;
        for (int x = 0; x < courant.length; x++) {
            final double share = direction * courant[x];
            if (share > 0) {
                re[offset + x] += share * (fromRe[fromOffset + x] - re[offset + x]);
                im[offset + x] += share * (fromIm[fromOffset + x] - im[offset + x]);
            }
        }
    }
}
