package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.run.Progress;

/**
 * The QR algorithm for large Hessenberg matrices: aggressive early deflation and multishift sweeps on big blocks,
 * single-shift sweeps ({@link SchurIteration}) on small ones.
 */
final class HessenbergQr {
    /** Blocks up to this size are left to single-shift sweeps. */
    private static final int SMALL_BLOCK = 112;

    /** Deflation of more than this share of a window makes another window worth more than a sweep. */
    private static final double WORTHWHILE = 0.14;

    /** After so many sweeps without a deflation the shifts are replaced by exceptional ones. */
    private static final int EXCEPTIONAL = 6;

    private static final double EXCEPTIONAL_FACTOR = 0.75;

    private static final int MIN_WINDOW = 16;

    private static final int MAX_WINDOW = 96;

    private final Columns m_h;

    private final Columns m_z;

    private final boolean m_full;

    private final EarlyDeflation m_early;

    private final MultishiftSweep m_multishift;

    private final Progress m_progress;

    private double m_done;

    private int m_sweeps;

    /**
     * Prepares an iteration.
     *
     * @param h upper Hessenberg, changed in place
     * @param z accumulates the transformation; no columns if not wanted
     * @param full whether all of h is to become triangular, or only the eigenvalues are wanted
     * @param progress told of every deflation and every window of a sweep
     */
    HessenbergQr(final Columns h, final Columns z, final boolean full, final Progress progress) {
        m_h = h;
        m_z = z;
        m_full = full;
        m_early = new EarlyDeflation(h, z, full);
        m_multishift = new MultishiftSweep(h, z, full, this::report);
        m_progress = progress;
    }

    /** QR sweeps done so far; a multishift sweep counts as one for each shift. */
    int sweeps() {
        return m_sweeps;
    }

    /**
     * Reduces rows and columns low..high to triangular form.
     *
     * @param maxSweeps bound on the sweeps without a deflation
     * @return the number of leading positions of low..high not yet deflated: 0 means converged
     */
    int reduce(final int low, final int high, final int maxSweeps) {
        int end = high;
        int stalled = 0;
        while (end >= low) {
            m_done = (high - end) / (double) (high - low + 1);
            report();
            final int start = SchurIteration.deflate(m_h, low, end);
            final int size = end - start + 1;
            if (size <= SMALL_BLOCK) {
                final int missing = finish(start, end, maxSweeps);
                if (missing > 0) {
                    return start - low + missing;
                }
                end = start - 1;
                stalled = 0;
                continue;
            }
            if (stalled >= maxSweeps) {
                return end - low + 1;
            }
            final int window = windowSize(size);
            m_early.deflate(start, end, window, maxSweeps);
            end -= m_early.deflated();
            stalled = m_early.deflated() > 0 ? 0 : stalled + 1;
            if (m_early.deflated() <= WORTHWHILE * window) {
                sweep(start, end, stalled);
            }
        }
        return 0;
    }

    private void report() {
        m_progress.report(m_done, "");
    }

    /** Shifts and rows of the deflation window for a block of the given size: grows slowly, as in LAPACK's iparmq. */
    private static int windowSize(final int size) {
        final int wanted = (int) (size / (Math.log(size) / Math.log(2)));
        return Math.max(MIN_WINDOW, Math.min(wanted, MAX_WINDOW));
    }

    private void sweep(final int start, final int end, final int stalled) {
        double[] re = m_early.shiftRe();
        double[] im = m_early.shiftIm();
        int count = Math.min(m_early.shifts(), (end - start) / 3);
        if (stalled > 0 && stalled % EXCEPTIONAL == 0 || count == 0) {
            count = Math.max(1, Math.min(re.length, (end - start) / 3));
            re = new double[count];
            im = new double[count];
            for (int s = 0; s < count; s++) {
                final int k = end - s;
                re[s] = m_h.re()[k][k] + EXCEPTIONAL_FACTOR * m_h.abs1(k, k - 1);
                im[s] = m_h.im()[k][k];
            }
        }
        m_multishift.sweep(start, end, Arrays.copyOf(re, count), Arrays.copyOf(im, count), count);
        m_sweeps += count;
    }

    private int finish(final int start, final int end, final int maxSweeps) {
        if (!m_full) {
            final SchurIteration iteration = new SchurIteration(m_h, m_z, false);
            final int missing = iteration.reduce(start, end, maxSweeps);
            m_sweeps += iteration.sweeps();
            return missing;
        }
        final Columns t = m_h.square(start, end);
        final Columns v = Columns.identity(end - start + 1);
        final SchurIteration iteration = new SchurIteration(t, v, true);
        final int missing = iteration.reduce(0, end - start, maxSweeps);
        m_sweeps += iteration.sweeps();
        m_h.setSquare(start, t);
        Products.multiplyRight(m_h, start, v, 0, start);
        Products.multiplyLeftAdjoint(m_h, start, v, end + 1, m_h.count());
        if (m_z.count() > 0) {
            Products.multiplyRight(m_z, start, v, 0, m_z.rows());
        }
        return missing;
    }
}
