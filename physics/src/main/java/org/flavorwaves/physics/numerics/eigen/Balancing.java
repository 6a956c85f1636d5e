package org.flavorwaves.physics.numerics.eigen;

import org.flavorwaves.physics.numerics.matrix.Columns;

/**
 * Balancing of a matrix before an eigenvalue computation: a permutation that isolates eigenvalues at both ends, and a
 * diagonal scaling by powers of two that brings the 2-norms of corresponding rows and columns together.
 *
 * <p>Method: Parlett &amp; Reinsch (1969) with the 2-norm criterion of James, Langou &amp; Lowery (2014), which does
 * not spoil matrices that are close to triangular already. Cost O(n^2) a pass; exact, because only powers of two occur.
 */
final class Balancing {
    /** A scaling must reduce the sum of the two norms below this share of it. */
    private static final double WORTHWHILE = 0.95;

    private static final int MAX_PASSES = 100;

    /** Exponents beyond this would leave the range of double in later squares. */
    private static final int EXPONENT_BOUND = 900;

    private final Columns m_a;

    private final int m_n;

    private final int[] m_swap;

    private final int[] m_exponent;

    private int m_low;

    private int m_high;

    private Balancing(final Columns a) {
        m_a = a;
        m_n = a.count();
        m_swap = new int[m_n];
        m_exponent = new int[m_n];
        m_high = m_n - 1;
        for (int i = 0; i < m_n; i++) {
            m_swap[i] = i;
        }
    }

    /** Balances a in place; the transformation is A = P D B D^-1 P^T with the returned P, D. */
    static Balancing balance(final Columns a) {
        final Balancing b = new Balancing(a);
        b.permute();
        b.scale();
        return b;
    }

    /** Does nothing but knows the size. */
    static Balancing none(final Columns a) {
        return new Balancing(a);
    }

    /** First row and column of the part that is not yet triangular. */
    int low() {
        return m_low;
    }

    /** Last row and column of the part that is not yet triangular. */
    int high() {
        return m_high;
    }

    private void permute() {
        boolean again = true;
        while (again && m_high > 0) {
            again = false;
            for (int i = m_high; i >= 0 && !again; i--) {
                if (isRowIsolated(i)) {
                    exchange(i, m_high);
                    m_high--;
                    again = true;
                }
            }
        }
        again = true;
        while (again && m_low < m_high) {
            again = false;
            for (int j = m_low; j <= m_high && !again; j++) {
                if (isColumnIsolated(j)) {
                    exchange(j, m_low);
                    m_low++;
                    again = true;
                }
            }
        }
    }

    private boolean isRowIsolated(final int i) {
        for (int j = 0; j <= m_high; j++) {
            if (j != i && m_a.abs1(i, j) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isColumnIsolated(final int j) {
        for (int i = m_low; i <= m_high; i++) {
            if (j != i && m_a.abs1(i, j) != 0) {
                return false;
            }
        }
        return true;
    }

    private void exchange(final int i, final int end) {
        m_swap[end] = i;
        if (i == end) {
            return;
        }
        final double[][] re = m_a.re();
        final double[][] im = m_a.im();
        for (final double[][] part : new double[][][]{re, im}) {
            final double[] column = part[i];
            part[i] = part[end];
            part[end] = column;
            for (int j = 0; j < m_n; j++) {
                final double x = part[j][i];
                part[j][i] = part[j][end];
                part[j][end] = x;
            }
        }
    }

    private void scale() {
        boolean changed = true;
        for (int pass = 0; changed && pass < MAX_PASSES; pass++) {
            changed = false;
            for (int i = m_low; i <= m_high; i++) {
                changed |= scaleOne(i);
            }
        }
    }

    private boolean scaleOne(final int i) {
        final double column = columnNorm(i);
        final double row = rowNorm(i);
        if (column == 0 || row == 0) {
            return false;
        }
        // f = 2^e with (column f, row / f) closest to equal
        final int e = (int) Math.rint((log2(row) - log2(column)) / 2);
        if (e == 0 || Math.abs(m_exponent[i] + e) > EXPONENT_BOUND) {
            return false;
        }
        final double after = Math.scalb(column, e) + Math.scalb(row, -e);
        if (!(after < WORTHWHILE * (column + row))) {
            return false;
        }
        m_exponent[i] += e;
        for (int k = 0; k < m_n; k++) {
            m_a.re()[i][k] = Math.scalb(m_a.re()[i][k], e);
            m_a.im()[i][k] = Math.scalb(m_a.im()[i][k], e);
        }
        for (int k = 0; k < m_n; k++) {
            m_a.re()[k][i] = Math.scalb(m_a.re()[k][i], -e);
            m_a.im()[k][i] = Math.scalb(m_a.im()[k][i], -e);
        }
        return true;
    }

    private static double log2(final double x) {
        return Math.log(x) / Math.log(2);
    }

    private double columnNorm(final int j) {
        double largest = 0;
        for (int i = m_low; i <= m_high; i++) {
            largest = Math.max(largest, m_a.abs1(i, j));
        }
        double sum = 0;
        if (largest > 0) {
            for (int i = m_low; i <= m_high; i++) {
                sum += square(m_a.re()[j][i] / largest) + square(m_a.im()[j][i] / largest);
            }
        }
        return largest * Math.sqrt(sum);
    }

    private double rowNorm(final int i) {
        double largest = 0;
        for (int j = m_low; j <= m_high; j++) {
            largest = Math.max(largest, m_a.abs1(i, j));
        }
        double sum = 0;
        if (largest > 0) {
            for (int j = m_low; j <= m_high; j++) {
                sum += square(m_a.re()[j][i] / largest) + square(m_a.im()[j][i] / largest);
            }
        }
        return largest * Math.sqrt(sum);
    }

    private static double square(final double x) {
        return x * x;
    }

    /**
     * Turns eigenvectors of the balanced matrix into those of the original, in place.
     *
     * @param vectors columns
     * @param left whether they are left vectors, which are scaled with D^-1 instead of D
     */
    void undo(final Columns vectors, final boolean left) {
        for (int i = m_low; i <= m_high; i++) {
            final int e = left ? -m_exponent[i] : m_exponent[i];
            if (e != 0) {
                for (int j = 0; j < vectors.count(); j++) {
                    vectors.re()[j][i] = Math.scalb(vectors.re()[j][i], e);
                    vectors.im()[j][i] = Math.scalb(vectors.im()[j][i], e);
                }
            }
        }
        for (int i = m_low - 1; i >= 0; i--) {
            swapRows(vectors, i, m_swap[i]);
        }
        for (int i = m_high + 1; i < m_n; i++) {
            swapRows(vectors, i, m_swap[i]);
        }
    }

    private static void swapRows(final Columns vectors, final int i, final int k) {
        if (i == k) {
            return;
        }
        for (int j = 0; j < vectors.count(); j++) {
            final double[] re = vectors.re()[j];
            final double[] im = vectors.im()[j];
            final double x = re[i];
            re[i] = re[k];
            re[k] = x;
            final double y = im[i];
            im[i] = im[k];
            im[k] = y;
        }
    }
}
