package org.flavorwaves.physics.numerics.matrix;

import java.util.Arrays;

import org.flavorwaves.physics.run.Progress;

/**
 * A dense complex matrix, row-major, real and imaginary parts in two arrays. Mutable: it is a buffer that a caller
 * fills and hands over; no solver keeps or changes it.
 */
public final class ComplexMatrix {
    private final int m_rows;

    private final int m_columns;

    private final double[] m_re;

    private final double[] m_im;

    /**
     * A zero matrix.
     *
     * @param rows number of rows, &gt;= 0
     * @param columns number of columns, &gt;= 0
     * @throws IllegalArgumentException if a size is negative or the product overflows an array
     */
    public ComplexMatrix(final int rows, final int columns) {
        if (rows < 0 || columns < 0 || (long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A matrix of " + rows + " x " + columns + " cannot be stored.");
        }
        m_rows = rows;
        m_columns = columns;
        m_re = new double[rows * columns];
        m_im = new double[rows * columns];
    }

    /**
     * The identity.
     *
     * @param n size
     * @return a new n x n matrix
     */
    public static ComplexMatrix identity(final int n) {
        final ComplexMatrix one = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            one.set(i, i, 1, 0);
        }
        return one;
    }

    /**
     * A matrix from rows of numbers.
     *
     * @param re real parts, one array a row, all of equal length
     * @param im imaginary parts, same shape
     * @return a new matrix with copies of the numbers
     * @throws IllegalArgumentException if a row's length differs
     */
    public static ComplexMatrix of(final double[][] re, final double[][] im) {
        final int columns = re.length == 0 ? 0 : re[0].length;
        final ComplexMatrix a = new ComplexMatrix(re.length, columns);
        if (im.length != re.length) {
            throw new IllegalArgumentException(
                "There are " + re.length + " rows of real but " + im.length + " of imaginary parts.");
        }
        for (int i = 0; i < re.length; i++) {
            if (re[i].length != columns || im[i].length != columns) {
                throw new IllegalArgumentException("Row " + i + " has " + re[i].length + " real and " + im[i].length
                    + " imaginary parts, not " + columns + ".");
            }
            System.arraycopy(re[i], 0, a.m_re, i * columns, columns);
            System.arraycopy(im[i], 0, a.m_im, i * columns, columns);
        }
        return a;
    }

    /**
     * The number of rows.
     *
     * @return rows
     */
    public int rows() {
        return m_rows;
    }

    /**
     * The number of columns.
     *
     * @return columns
     */
    public int columns() {
        return m_columns;
    }

    /**
     * The real part of an entry.
     *
     * @param i row
     * @param j column
     * @return Re a_ij
     */
    public double re(final int i, final int j) {
        return m_re[index(i, j)];
    }

    /**
     * The imaginary part of an entry.
     *
     * @param i row
     * @param j column
     * @return Im a_ij
     */
    public double im(final int i, final int j) {
        return m_im[index(i, j)];
    }

    /**
     * Sets an entry.
     *
     * @param i row
     * @param j column
     * @param re real part
     * @param im imaginary part
     */
    public void set(final int i, final int j, final double re, final double im) {
        final int at = index(i, j);
        m_re[at] = re;
        m_im[at] = im;
    }

    /**
     * Adds to an entry.
     *
     * @param i row
     * @param j column
     * @param re real part of the summand
     * @param im imaginary part of the summand
     */
    public void add(final int i, final int j, final double re, final double im) {
        final int at = index(i, j);
        m_re[at] += re;
        m_im[at] += im;
    }

    private int index(final int i, final int j) {
        if (i < 0 || i >= m_rows || j < 0 || j >= m_columns) {
            throw new IndexOutOfBoundsException(
                "Entry (" + i + ", " + j + ") lies outside a matrix of " + m_rows + " x " + m_columns + ".");
        }
        return i * m_columns + j;
    }

    /**
     * A copy.
     *
     * @return a new matrix with the same numbers
     */
    public ComplexMatrix copy() {
        final ComplexMatrix c = new ComplexMatrix(m_rows, m_columns);
        System.arraycopy(m_re, 0, c.m_re, 0, m_re.length);
        System.arraycopy(m_im, 0, c.m_im, 0, m_im.length);
        return c;
    }

    /**
     * The real parts of a column.
     *
     * @param j column
     * @return a new array, one value a row
     */
    public double[] columnRe(final int j) {
        return column(m_re, j);
    }

    /**
     * The imaginary parts of a column.
     *
     * @param j column
     * @return a new array, one value a row
     */
    public double[] columnIm(final int j) {
        return column(m_im, j);
    }

    private double[] column(final double[] from, final int j) {
        final double[] values = new double[m_rows];
        for (int i = 0; i < m_rows; i++) {
            values[i] = from[index(i, j)];
        }
        return values;
    }

    /**
     * The conjugate transpose.
     *
     * @return a new matrix A^H
     */
    public ComplexMatrix adjoint() {
        final ComplexMatrix h = new ComplexMatrix(m_columns, m_rows);
        for (int i = 0; i < m_rows; i++) {
            for (int j = 0; j < m_columns; j++) {
                h.m_re[j * m_rows + i] = m_re[i * m_columns + j];
                h.m_im[j * m_rows + i] = -m_im[i * m_columns + j];
            }
        }
        return h;
    }

    /**
     * The product A B.
     *
     * @param b right factor, with as many rows as this has columns
     * @return a new matrix
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public ComplexMatrix multiply(final ComplexMatrix b) {
        return multiply(b, Progress.NONE);
    }

    /**
     * The product of this matrix and another one.
     *
     * @param b the right factor
     * @param progress told of every row
     * @return a new matrix
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public ComplexMatrix multiply(final ComplexMatrix b, final Progress progress) {
        if (b.m_rows != m_columns) {
            throw new IllegalArgumentException("A matrix of " + m_rows + " x " + m_columns
                + " cannot be multiplied by one of " + b.m_rows + " x " + b.m_columns + ".");
        }
        final ComplexMatrix c = new ComplexMatrix(m_rows, b.m_columns);
        final double[] rowRe = new double[b.m_columns];
        final double[] rowIm = new double[b.m_columns];
        for (int i = 0; i < m_rows; i++) {
            progress.report(i / (double) m_rows, "Product of matrices");
            Arrays.fill(rowRe, 0);
            Arrays.fill(rowIm, 0);
            for (int k = 0; k < m_columns; k++) {
                addRow(m_re[i * m_columns + k], m_im[i * m_columns + k], b.m_re, b.m_im, k * b.m_columns, rowRe,
                    rowIm);
            }
            System.arraycopy(rowRe, 0, c.m_re, i * b.m_columns, b.m_columns);
            System.arraycopy(rowIm, 0, c.m_im, i * b.m_columns, b.m_columns);
        }
        return c;
    }

    private static void addRow(final double ar, final double ai, final double[] br, final double[] bi,
        final int offset, final double[] cr, final double[] ci) {
        for (int j = 0; j < cr.length; j++) {
            final double xr = br[offset + j];
            final double xi = bi[offset + j];
            cr[j] += ar * xr - ai * xi;
            ci[j] += ar * xi + ai * xr;
        }
    }

    /**
     * The difference A - B.
     *
     * @param b subtrahend of the same shape
     * @return a new matrix
     * @throws IllegalArgumentException if the shapes differ
     */
    public ComplexMatrix minus(final ComplexMatrix b) {
        if (b.m_rows != m_rows || b.m_columns != m_columns) {
            throw new IllegalArgumentException("A matrix of " + b.m_rows + " x " + b.m_columns
                + " cannot be subtracted from one of " + m_rows + " x " + m_columns + ".");
        }
        final ComplexMatrix c = new ComplexMatrix(m_rows, m_columns);
        for (int k = 0; k < m_re.length; k++) {
            c.m_re[k] = m_re[k] - b.m_re[k];
            c.m_im[k] = m_im[k] - b.m_im[k];
        }
        return c;
    }

    /**
     * The Frobenius norm, without overflow or underflow on the way.
     *
     * @return sqrt(sum |a_ij|^2)
     */
    public double frobeniusNorm() {
        final double largest = maxNorm();
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        final int exponent = Math.getExponent(largest);
        double sum = 0;
        for (int k = 0; k < m_re.length; k++) {
            final double x = Math.scalb(m_re[k], -exponent);
            final double y = Math.scalb(m_im[k], -exponent);
            sum += x * x + y * y;
        }
        return Math.scalb(Math.sqrt(sum), exponent);
    }

    /**
     * The largest real or imaginary part by magnitude; NaN if the matrix holds one.
     *
     * @return max(|Re a_ij|, |Im a_ij|), 0 for an empty matrix
     */
    public double maxNorm() {
        double largest = 0;
        for (int k = 0; k < m_re.length; k++) {
            largest = Math.max(largest, Math.max(Math.abs(m_re[k]), Math.abs(m_im[k])));
        }
        return largest;
    }

    /**
     * Refuses NaN and infinite entries.
     *
     * @throws IllegalArgumentException naming the first entry that is not finite
     */
    public void requireFinite() {
        for (int k = 0; k < m_re.length; k++) {
            if (!Double.isFinite(m_re[k]) || !Double.isFinite(m_im[k])) {
                throw new IllegalArgumentException("Matrix entry (" + k / m_columns + ", " + k % m_columns + ") is "
                    + m_re[k] + " + " + m_im[k] + " i; it must be finite.");
            }
        }
    }
}
