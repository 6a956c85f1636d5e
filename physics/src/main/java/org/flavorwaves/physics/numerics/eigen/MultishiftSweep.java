package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.Givens;

/**
 * One QR sweep with many shifts (Braman, Byers &amp; Mathias 2002, here with single-shift bulges): a train of bulges,
 * two rows apart, is chased down the matrix window by window. Inside a window entries are updated at once; the
 * rotations are recorded and then applied to everything else in a few passes through memory.
 */
final class MultishiftSweep {
    /** Rows between neighbouring bulges: the least distance at which they do not touch. */
    private static final int SPACING = 2;

    private final Columns m_h;

    private final Columns m_z;

    private final boolean m_full;

    private final Runnable m_report;

    private final Rotations m_rotations = new Rotations();

    private final Givens m_givens = new Givens();

    /**
     * Prepares sweeps.
     *
     * @param h upper Hessenberg, changed in place
     * @param z accumulates the rotations from the right; no columns if not wanted
     * @param full whether rows above and columns behind the active block are updated
     * @param report called at each window; may cancel
     */
    MultishiftSweep(final Columns h, final Columns z, final boolean full, final Runnable report) {
        m_h = h;
        m_z = z;
        m_full = full;
        m_report = report;
    }

    /**
     * Sweeps the unreduced block start..end with count shifts.
     *
     * @param shiftRe real parts of the shifts
     * @param shiftIm imaginary parts of the shifts
     * @param count number of shifts, at most a third of the block
     */
    void sweep(final int start, final int end, final double[] shiftRe, final double[] shiftIm, final int count) {
        final int[] position = new int[count];
        Arrays.fill(position, start);
        final int width = 2 * SPACING * count + 1;
        while (position[count - 1] < end) {
            m_report.run();
            final int top = position[count - 1];
            final int bottom = Math.min(end, top + width);
            m_rotations.clear();
            for (int s = 0; s < count; s++) {
                final int to = bottom == end ? end : bottom - 1 - SPACING * s;
                if (to > position[s]) {
                    chase(position[s], to, position[s] == start, shiftRe[s], shiftIm[s], start, top, bottom, end);
                    position[s] = to;
                }
            }
            m_rotations.applyRight(m_h, m_full ? 0 : start, top);
            m_rotations.applyLeft(m_h, top, bottom, bottom + 1, m_full ? m_h.count() : end + 1);
            if (m_z.count() > 0) {
                m_rotations.applyRight(m_z, 0, m_z.rows());
            }
        }
    }

    /** Chases one bulge from row from to row to inside the window top..bottom. */
    private void chase(final int from, final int to, final boolean isNew, final double shiftRe, final double shiftIm,
        final int start, final int top, final int bottom, final int end) {
        final double[][] re = m_h.re();
        final double[][] im = m_h.im();
        final int first = m_rotations.count();
        for (int k = from; k < to; k++) {
            if (isNew && k == start) {
                m_givens.eliminate(re[k][k] - shiftRe, im[k][k] - shiftIm, re[k][k + 1], im[k][k + 1]);
            } else {
                m_givens.eliminate(re[k - 1][k], im[k - 1][k], re[k - 1][k + 1], im[k - 1][k + 1]);
                re[k - 1][k] = m_givens.rRe();
                im[k - 1][k] = m_givens.rIm();
                re[k - 1][k + 1] = 0;
                im[k - 1][k + 1] = 0;
            }
            m_rotations.add(k, m_givens);
            final int number = first + k - from;
            m_rotations.rotateDown(re[k], im[k], number, k, 1);
            m_rotations.rotateDown(re[k + 1], im[k + 1], first, from, k + 1 - from);
            m_rotations.rotateColumns(m_h, number, top, Math.min(k + 2, end) + 1);
        }
        for (int j = to + 1; j <= bottom; j++) {
            m_rotations.rotateDown(re[j], im[j], first, from, to - from);
        }
    }
}
