package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.Givens;

/**
 * Chains of Givens rotations in the order in which they act, recorded inside a small window of a matrix so that they
 * can be applied to the rest of it in one go, from the cache and at the speed of vectorised loops down columns.
 */
final class Rotations {
    /** Rows or columns that are handled together. */
    private static final int CHUNK = 128;

    /** Multiply-adds in one rotation of a pair of numbers. */
    private static final int PAIR_WORK = 3;

    private double[] m_c = new double[CHUNK];

    private double[] m_s = new double[CHUNK];

    private double[] m_pRe = new double[CHUNK];

    private double[] m_pIm = new double[CHUNK];

    private int[] m_row = new int[CHUNK];

    private int m_count;

    /** Forgets everything. */
    void clear() {
        m_count = 0;
    }

    /** Records a rotation of rows (or columns) row and row + 1. */
    void add(final int row, final Givens g) {
        if (m_count == m_c.length) {
            m_c = Arrays.copyOf(m_c, 2 * m_count);
            m_s = Arrays.copyOf(m_s, 2 * m_count);
            m_pRe = Arrays.copyOf(m_pRe, 2 * m_count);
            m_pIm = Arrays.copyOf(m_pIm, 2 * m_count);
            m_row = Arrays.copyOf(m_row, 2 * m_count);
        }
        m_c[m_count] = g.c();
        m_s[m_count] = g.s();
        m_pRe[m_count] = g.pRe();
        m_pIm[m_count] = g.pIm();
        m_row[m_count] = row;
        m_count++;
    }

    /** Number of rotations recorded. */
    int count() {
        return m_count;
    }

    /** Applies the recorded rotations first..first+count-1, a chain that starts at row, from the left to one column. */
    void rotateDown(final double[] re, final double[] im, final int first, final int row, final int count) {
        Givens.rotateDown(re, im, m_c, m_s, m_pRe, m_pIm, first, row, count);
    }

    /** Applies G^H of one recorded rotation from the right to rows from..to-1. */
    void rotateColumns(final Columns m, final int number, final int from, final int to) {
        final int k = m_row[number];
        Givens.rotateColumns(m.re()[k], m.im()[k], m.re()[k + 1], m.im()[k + 1], m_c[number], m_s[number],
            m_pRe[number], m_pIm[number], from, to);
    }

    /** Applies the adjoint of all rotations from the right to rows from..to-1. */
    void applyRight(final Columns m, final int from, final int to) {
        final int chunks = (to - from + CHUNK - 1) / CHUNK;
        Products.forEach(chunks, (long) PAIR_WORK * m_count * (to - from), chunk -> {
            final int top = from + chunk * CHUNK;
            final int bottom = Math.min(to, top + CHUNK);
            for (int r = 0; r < m_count; r++) {
                rotateColumns(m, r, top, bottom);
            }
        });
    }

    /**
     * Applies all rotations from the left to columns from..to-1. Each chunk of columns is transposed into a buffer, so
     * that the rotations of rows become rotations of contiguous arrays.
     *
     * @param first first row that a rotation touches
     * @param last last row that a rotation touches
     */
    void applyLeft(final Columns m, final int first, final int last, final int from, final int to) {
        final int chunks = (to - from + CHUNK - 1) / CHUNK;
        Products.forEach(chunks, (long) PAIR_WORK * m_count * (to - from), chunk -> {
            final int left = from + chunk * CHUNK;
            final int right = Math.min(to, left + CHUNK);
            final Columns rows = Columns.transposed(m, first, last, left, right);
            for (int r = 0; r < m_count; r++) {
                final int k = m_row[r] - first;
                Givens.rotateColumns(rows.re()[k], rows.im()[k], rows.re()[k + 1], rows.im()[k + 1], m_c[r], m_s[r],
                    m_pRe[r], -m_pIm[r], 0, right - left);
            }
            rows.transposeInto(m, first, left);
        });
    }
}
