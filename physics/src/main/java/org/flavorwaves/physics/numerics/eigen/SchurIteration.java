package org.flavorwaves.physics.numerics.eigen;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.Givens;

/**
 * Shifted QR iteration on an upper Hessenberg matrix: implicit single shifts by complex Givens rotations, Wilkinson
 * shifts, exceptional shifts when an eigenvalue is slow, and the deflation criterion of Ahues &amp; Tisseur (LAPACK
 * Working Note 122), which keeps the accuracy of small eigenvalues of graded matrices.
 *
 * <p>Rotations from the left are applied lazily, column by column, just before a column is needed: so every inner loop
 * runs down a column.
 */
final class SchurIteration {
    static final double EPS = Math.ulp(1.0) / 2;

    /** Entries of a matrix of norm about 1 below this are zero to any accuracy. */
    static final double TINY = 0x1p-960;

    private static final int EXCEPTIONAL = 10;

    /** After so many sweeps rounding of the diagonal is as good as it gets, as with noise beside equal numbers. */
    private static final int PATIENCE = 2 * EXCEPTIONAL;

    private static final double EXCEPTIONAL_FACTOR = 0.75;

    private final Columns m_h;

    private final Columns m_z;

    private final boolean m_full;

    private final Givens m_givens = new Givens();

    private final double[] m_c;

    private final double[] m_s;

    private final double[] m_pRe;

    private final double[] m_pIm;

    private double m_shiftRe;

    private double m_shiftIm;

    private int m_sweeps;

    /**
     * Prepares an iteration.
     *
     * @param h upper Hessenberg, changed in place
     * @param z accumulates the rotations from the right; no columns if not wanted
     * @param full whether all of h is to become triangular, or only the eigenvalues are wanted
     */
    SchurIteration(final Columns h, final Columns z, final boolean full) {
        m_h = h;
        m_z = z;
        m_full = full;
        m_c = new double[h.count()];
        m_s = new double[h.count()];
        m_pRe = new double[h.count()];
        m_pIm = new double[h.count()];
    }

    /** QR sweeps done so far. */
    int sweeps() {
        return m_sweeps;
    }

    /**
     * Reduces rows and columns low..high to triangular form.
     *
     * @param maxSweeps bound on the sweeps for one eigenvalue
     * @return the number of leading positions of low..high not yet deflated: 0 means converged
     */
    int reduce(final int low, final int high, final int maxSweeps) {
        int end = high;
        while (end >= low) {
            boolean found = false;
            for (int iteration = 0; iteration <= maxSweeps; iteration++) {
                final int start = deflate(m_h, low, end, iteration >= PATIENCE);
                if (start == end) {
                    found = true;
                    break;
                }
                if (iteration < maxSweeps) {
                    chooseShift(start, end, iteration);
                    sweep(start, end);
                    m_sweeps++;
                }
            }
            if (!found) {
                return end - low + 1;
            }
            end--;
        }
        return 0;
    }

    /** Finds the start of the last unreduced block that ends at end, and clears the subdiagonal entry before it. */
    static int deflate(final Columns h, final int low, final int end) {
        return deflate(h, low, end, false);
    }

    /** The same, with the accuracy of small eigenvalues of graded matrices given up on request. */
    private static int deflate(final Columns h, final int low, final int end, final boolean plainly) {
        for (int k = end; k > low; k--) {
            if (isNegligible(h, k, low, end, plainly)) {
                h.re()[k - 1][k] = 0;
                h.im()[k - 1][k] = 0;
                return k;
            }
        }
        return low;
    }

    /** Whether h(k, k-1) may be set to zero. */
    private static boolean isNegligible(final Columns h, final int k, final int low, final int end,
        final boolean plainly) {
        final double sub = h.abs1(k, k - 1);
        if (sub <= TINY) {
            return true;
        }
        double scale = h.abs1(k - 1, k - 1) + h.abs1(k, k);
        if (scale == 0) {
            scale += k - 2 >= low ? h.abs1(k - 1, k - 2) : 0;
            scale += k + 1 <= end ? h.abs1(k + 1, k) : 0;
        }
        if (sub > EPS * scale) {
            return false;
        }
        if (plainly) {
            return true;
        }
        final double sup = h.abs1(k - 1, k);
        final double difference = Math.abs(h.re()[k - 1][k - 1] - h.re()[k][k])
            + Math.abs(h.im()[k - 1][k - 1] - h.im()[k][k]);
        final double ab = Math.max(sub, sup);
        final double ba = Math.min(sub, sup);
        final double aa = Math.max(h.abs1(k, k), difference);
        final double bb = Math.min(h.abs1(k, k), difference);
        final double s = aa + ab;
        return ba * (ab / s) <= Math.max(TINY, EPS * (bb * (aa / s)));
    }

    private void chooseShift(final int start, final int end, final int iteration) {
        if (iteration > 0 && iteration % EXCEPTIONAL == 0) {
            final boolean atTop = iteration / EXCEPTIONAL % 2 == 1;
            final int k = atTop ? start : end;
            m_shiftRe = m_h.re()[k][k]
                + EXCEPTIONAL_FACTOR * (atTop ? m_h.abs1(start + 1, start) : m_h.abs1(end, end - 1));
            m_shiftIm = m_h.im()[k][k];
            return;
        }
        final double[] shift = new double[2];
        wilkinson(m_h, end, shift);
        m_shiftRe = shift[0];
        m_shiftIm = shift[1];
    }

    /** The eigenvalue of the 2 x 2 block that ends at e that lies closer to h(e, e). */
    static void wilkinson(final Columns h, final int e, final double[] shift) {
        final double dr = h.re()[e][e];
        final double di = h.im()[e][e];
        // eigenvalues d + x +- sqrt(x^2 + b c) with x = (a - d)/2, all in units that keep the squares in range
        final double halfRe = (h.re()[e - 1][e - 1] - dr) / 2;
        final double halfIm = (h.im()[e - 1][e - 1] - di) / 2;
        final double unit = Math.max(Math.max(Math.abs(halfRe), Math.abs(halfIm)),
            Math.sqrt(h.abs1(e, e - 1)) * Math.sqrt(h.abs1(e - 1, e)));
        shift[0] = dr;
        shift[1] = di;
        if (unit == 0) {
            return;
        }
        final double xr = halfRe / unit;
        final double xi = halfIm / unit;
        final double br = h.re()[e][e - 1] / unit;
        final double bi = h.im()[e][e - 1] / unit;
        final double cr = h.re()[e - 1][e] / unit;
        final double ci = h.im()[e - 1][e] / unit;
        final double bcr = br * cr - bi * ci;
        final double bci = br * ci + bi * cr;
        final double rr = xr * xr - xi * xi + bcr;
        final double ri = 2 * xr * xi + bci;
        final double modulus = Math.hypot(rr, ri);
        double sr = Math.sqrt((modulus + Math.abs(rr)) / 2);
        double si = sr == 0 ? 0 : Math.abs(ri) / (2 * sr);
        if (rr < 0) {
            final double t = sr;
            sr = si;
            si = t;
        }
        si = Math.copySign(si, ri);
        // the small one is -b c / (x + s) with the sign of s that avoids cancellation
        if (sr * xr + si * xi < 0) {
            sr = -sr;
            si = -si;
        }
        final double pr = xr + sr;
        final double pi = xi + si;
        final double p2 = pr * pr + pi * pi;
        if (p2 > 0) {
            shift[0] -= unit * ((bcr * pr + bci * pi) / p2);
            shift[1] -= unit * ((bci * pr - bcr * pi) / p2);
        }
    }

    private void sweep(final int start, final int end) {
        final double[][] re = m_h.re();
        final double[][] im = m_h.im();
        final int top = m_full ? 0 : start;
        double xr = re[start][start] - m_shiftRe;
        double xi = im[start][start] - m_shiftIm;
        double yr = re[start][start + 1];
        double yi = im[start][start + 1];
        for (int k = start; k < end; k++) {
            if (k > start) {
                xr = re[k - 1][k];
                xi = im[k - 1][k];
                yr = re[k - 1][k + 1];
                yi = im[k - 1][k + 1];
            }
            m_givens.eliminate(xr, xi, yr, yi);
            if (k > start) {
                re[k - 1][k] = m_givens.rRe();
                im[k - 1][k] = m_givens.rIm();
                re[k - 1][k + 1] = 0;
                im[k - 1][k + 1] = 0;
            }
            m_c[k] = m_givens.c();
            m_s[k] = m_givens.s();
            m_pRe[k] = m_givens.pRe();
            m_pIm[k] = m_givens.pIm();
            Givens.rotateDown(re[k], im[k], m_c, m_s, m_pRe, m_pIm, k, k, 1);
            Givens.rotateDown(re[k + 1], im[k + 1], m_c, m_s, m_pRe, m_pIm, start, start,
                k + 1 - start);
            Givens.rotateColumns(re[k], im[k], re[k + 1], im[k + 1], m_c[k], m_s[k], m_pRe[k], m_pIm[k], top,
                Math.min(k + 2, end) + 1);
        }
        if (m_full) {
            for (int j = end + 1; j < m_h.count(); j++) {
                Givens.rotateDown(re[j], im[j], m_c, m_s, m_pRe, m_pIm, start, start, end - start);
            }
        }
        if (m_z.count() > 0) {
            for (int k = start; k < end; k++) {
                Givens.rotateColumns(m_z.re()[k], m_z.im()[k], m_z.re()[k + 1], m_z.im()[k + 1], m_c[k], m_s[k],
                    m_pRe[k], m_pIm[k], 0, m_z.rows());
            }
        }
    }
}
