package org.flavorwaves.physics.numerics.eigen;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.run.Progress;

/**
 * A block of Householder reflectors (1 - v_1 v_1^H) ... (1 - v_m v_m^H) = 1 - V T V^H with upper triangular T
 * (Schreiber &amp; Van Loan 1989), one for each of m successive columns of a matrix that is being reduced to
 * Hessenberg form.
 */
final class ReflectorBlock {
    private static final int CHUNK = 128;

    private static final int TILE = 64;

    private final int m_first;

    private final int m_count;

    private final int m_high;

    /** Column j is v_j, nonzero in rows first + j + 1..high. */
    private final Columns m_v;

    /** T. */
    private final Columns m_t;

    /** A V T for the matrix A before the block. */
    private final Columns m_y;

    /**
     * An empty block.
     *
     * @param n size of the matrix
     * @param first first column to be reduced
     * @param count number of columns
     * @param high last row that is not yet triangular
     */
    ReflectorBlock(final int n, final int first, final int count, final int high) {
        m_first = first;
        m_count = count;
        m_high = high;
        m_v = Columns.zeros(n, count);
        m_t = Columns.zeros(count, count);
        m_y = Columns.zeros(high + 1, count);
    }

    /** The first column of the block. */
    int first() {
        return m_first;
    }

    /** Reduces the columns of the block to Hessenberg form and applies the reflectors to the rest of a. */
    void reduce(final Columns a, final Progress progress) {
        for (int j = 0; j < m_count; j++) {
            progress.report(0, "");
            final int c = m_first + j;
            bringUpToDate(a.re()[c], a.im()[c], j);
            if (Reflector.eliminate(a.re()[c], a.im()[c], c + 1, m_high, m_v.re()[j], m_v.im()[j])) {
                append(a, j);
            }
        }
        final int next = m_first + m_count;
        applyRight(a, next, m_high + 1);
        applyLeft(a, true, next, a.count());
    }

    /** Applies reflectors 0..j-1 from both sides to a column that has not seen them. */
    private void bringUpToDate(final double[] cr, final double[] ci, final int j) {
        final int c = m_first + j;
        for (int k = 0; k < j; k++) {
            Products.addMultiple(cr, ci, m_y.re()[k], m_y.im()[k], -m_v.re()[k][c], m_v.im()[k][c], 0, m_high + 1);
        }
        final double[] wr = new double[j];
        final double[] wi = new double[j];
        overlaps(cr, ci, j, m_first + 1, wr, wi);
        for (int k = j - 1; k >= 0; k--) {
            // component k of T^H w needs components 0..k of w only
            double sr = 0;
            double si = 0;
            for (int l = 0; l <= k; l++) {
                sr += m_t.re()[k][l] * wr[l] + m_t.im()[k][l] * wi[l];
                si += m_t.re()[k][l] * wi[l] - m_t.im()[k][l] * wr[l];
            }
            Products.addMultiple(cr, ci, m_v.re()[k], m_v.im()[k], -sr, -si, m_first + 1, m_high + 1);
        }
    }

    /** w_k = v_k^H x for k = 0..count-1, over rows from..high. */
    private void overlaps(final double[] xr, final double[] xi, final int count, final int from, final double[] wr,
        final double[] wi) {
        for (int k = 0; k < count; k++) {
            final double[] vr = m_v.re()[k];
            final double[] vi = m_v.im()[k];
            double rr = 0;
            double ii = 0;
            double ri = 0;
            double ir = 0;
            for (int i = from; i <= m_high; i++) {
                rr += vr[i] * xr[i];
                ii += vi[i] * xi[i];
                ri += vr[i] * xi[i];
                ir += vi[i] * xr[i];
            }
            wr[k] = rr + ii;
            wi[k] = ri - ir;
        }
    }

    /** Columns j of Y and T for the new reflector: Y_j = A v_j - Y V^H v_j, T_j = (-T V^H v_j, 1). */
    private void append(final Columns a, final int j) {
        final double[] vr = m_v.re()[j];
        final double[] vi = m_v.im()[j];
        final double[] yr = m_y.re()[j];
        final double[] yi = m_y.im()[j];
        final int c = m_first + j;
        Products.addProduct(a, vr, vi, c + 1, m_high + 1, yr, yi);
        final double[] wr = new double[j];
        final double[] wi = new double[j];
        overlaps(vr, vi, j, c + 1, wr, wi);
        for (int k = 0; k < j; k++) {
            Products.addMultiple(yr, yi, m_y.re()[k], m_y.im()[k], -wr[k], -wi[k], 0, m_high + 1);
            Products.addMultiple(m_t.re()[j], m_t.im()[j], m_t.re()[k], m_t.im()[k], -wr[k], -wi[k], 0, k + 1);
        }
        m_t.re()[j][j] = 1;
    }

    /** Columns from..to-1 of a, rows 0..high: a -= Y V^H. */
    private void applyRight(final Columns a, final int from, final int to) {
        final Columns coefficients = Columns.zeros(m_count, Math.max(0, to - from));
        for (int j = from; j < to; j++) {
            for (int k = 0; k < m_count; k++) {
                coefficients.re()[j - from][k] = -m_v.re()[k][j];
                coefficients.im()[j - from][k] = m_v.im()[k][j];
            }
        }
        Products.addProduct(m_y, coefficients, a.range(from, to), 0, m_high + 1);
    }

    /**
     * Columns from..to-1 of a: a := (1 - V T V^H) a, or with T^H if adjoint.
     *
     * @param adjoint whether the adjoint is applied
     */
    void applyLeft(final Columns a, final boolean adjoint, final int from, final int to) {
        final int top = m_first + 1;
        final int chunks = Math.max(0, (to - from + CHUNK - 1) / CHUNK);
        final Columns coefficients = Columns.zeros(m_count, Math.max(0, to - from));
        final long work = (long) m_count * (to - from) * (m_high - top + 1);
        Products.forEach(chunks, work, chunk -> {
            final int left = from + chunk * CHUNK;
            final int right = Math.min(to, left + CHUNK);
            final Columns w = overlaps(a, top, left, right);
            timesT(w, adjoint).transposeInto(coefficients, 0, left - from);
        });
        Products.addProduct(m_v, coefficients, a.range(from, to), top, m_high + 1);
    }

    /** The transpose of V^H a for columns left..right-1: column k holds v_k^H a for all of them. */
    private Columns overlaps(final Columns a, final int top, final int left, final int right) {
        final Columns w = Columns.zeros(right - left, m_count);
        for (int tile = top; tile <= m_high; tile += TILE) {
            final int last = Math.min(m_high, tile + TILE - 1);
            final Columns rows = Columns.transposed(a, tile, last, left, right);
            for (int k = 0; k < m_count; k++) {
                for (int i = Math.max(tile, top + k); i <= last; i++) {
                    Products.addMultiple(w.re()[k], w.im()[k], rows.re()[i - tile], rows.im()[i - tile],
                        m_v.re()[k][i], -m_v.im()[k][i], 0, right - left);
                }
            }
        }
        return w;
    }

    /** The transpose of -T W, or of -T^H W, for a transposed W. */
    private Columns timesT(final Columns w, final boolean adjoint) {
        final Columns result = Columns.zeros(w.rows(), m_count);
        for (int k = 0; k < m_count; k++) {
            final int from = adjoint ? 0 : k;
            final int to = adjoint ? k + 1 : m_count;
            for (int l = from; l < to; l++) {
                // (T^H)_kl = conj(T_lk), stored at column k, row l; T_kl at column l, row k
                final double fr = adjoint ? m_t.re()[k][l] : m_t.re()[l][k];
                final double fi = adjoint ? -m_t.im()[k][l] : m_t.im()[l][k];
                Products.addMultiple(result.re()[k], result.im()[k], w.re()[l], w.im()[l], -fr, -fi, 0, w.rows());
            }
        }
        return result;
    }
}
