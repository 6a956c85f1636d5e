package org.flavorwaves.physics.numerics.matrix;

import java.util.Arrays;

/**
 * Working storage of the dense solvers: a complex matrix as columns, each column two arrays. Loops down a column are
 * contiguous, and because different columns are different arrays the compiler may vectorise loops over several of
 * them.
 *
 * @param re real parts, re[column][row]
 * @param im imaginary parts, im[column][row]
 */
public record Columns(double[][] re, double[][] im) {
    /**
     * A matrix of zeros.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @return the matrix
     */
    public static Columns zeros(final int rows, final int columns) {
        return new Columns(new double[columns][rows], new double[columns][rows]);
    }

    /**
     * The unit matrix.
     *
     * @param n its size
     * @return the matrix
     */
    public static Columns identity(final int n) {
        final Columns one = zeros(n, n);
        for (int i = 0; i < n; i++) {
            one.re[i][i] = 1;
        }
        return one;
    }

    /**
     * Copies a matrix, multiplied by 2^exponent.
     *
     * @param a the matrix
     * @param exponent the exponent
     * @return the copy
     */
    public static Columns of(final ComplexMatrix a, final int exponent) {
        final Columns c = zeros(a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                c.re[j][i] = Math.scalb(a.re(i, j), exponent);
                c.im[j][i] = Math.scalb(a.im(i, j), exponent);
            }
        }
        return c;
    }

    /**
     * The transpose of rows first..last, columns from..to-1: column r of the result is row first + r.
     *
     * @param m the matrix
     * @param first first row
     * @param last last row
     * @param from first column
     * @param to the column after the last
     * @return a copy
     */
    public static Columns transposed(final Columns m, final int first, final int last, final int from, final int to) {
        final Columns t = zeros(to - from, last - first + 1);
        for (int j = from; j < to; j++) {
            final double[] cr = m.re[j];
            final double[] ci = m.im[j];
            for (int i = first; i <= last; i++) {
                t.re[i - first][j - from] = cr[i];
                t.im[i - first][j - from] = ci[i];
            }
        }
        return t;
    }

    /**
     * Writes the transpose of this into rows first.. and columns from.. of m.
     *
     * @param m where to
     * @param first first row
     * @param from first column
     */
    public void transposeInto(final Columns m, final int first, final int from) {
        for (int j = 0; j < rows(); j++) {
            final double[] cr = m.re[from + j];
            final double[] ci = m.im[from + j];
            for (int i = 0; i < count(); i++) {
                cr[first + i] = re[i][j];
                ci[first + i] = im[i][j];
            }
        }
    }

    /**
     * Columns from..to-1.
     *
     * @param from first column
     * @param to the column after the last
     * @return a view: the same arrays
     */
    public Columns range(final int from, final int to) {
        return to <= from ? zeros(0, 0)
            : new Columns(Arrays.copyOfRange(re, from, to), Arrays.copyOfRange(im, from, to));
    }

    /**
     * The square part with rows and columns first..last.
     *
     * @param first first row and column
     * @param last last row and column
     * @return a copy
     */
    public Columns square(final int first, final int last) {
        final int n = last - first + 1;
        final Columns c = zeros(n, n);
        for (int j = 0; j < n; j++) {
            System.arraycopy(re[first + j], first, c.re[j], 0, n);
            System.arraycopy(im[first + j], first, c.im[j], 0, n);
        }
        return c;
    }

    /**
     * Writes a square matrix over the rows and columns that start at first.
     *
     * @param first first row and column
     * @param c what to write
     */
    public void setSquare(final int first, final Columns c) {
        for (int j = 0; j < c.count(); j++) {
            System.arraycopy(c.re[j], 0, re[first + j], first, c.count());
            System.arraycopy(c.im[j], 0, im[first + j], first, c.count());
        }
    }

    /**
     * The number of columns.
     *
     * @return how many
     */
    public int count() {
        return re.length;
    }

    /**
     * The number of rows.
     *
     * @return how many; 0 without columns
     */
    public int rows() {
        return re.length == 0 ? 0 : re[0].length;
    }

    /**
     * All entries anew.
     *
     * @return a copy
     */
    public Columns copy() {
        final Columns c = zeros(rows(), count());
        for (int j = 0; j < count(); j++) {
            System.arraycopy(re[j], 0, c.re[j], 0, re[j].length);
            System.arraycopy(im[j], 0, c.im[j], 0, im[j].length);
        }
        return c;
    }

    /**
     * The same matrix by rows.
     *
     * @return a copy
     */
    public ComplexMatrix toMatrix() {
        final ComplexMatrix a = new ComplexMatrix(rows(), count());
        for (int j = 0; j < count(); j++) {
            for (int i = 0; i < re[j].length; i++) {
                a.set(i, j, re[j][i], im[j][i]);
            }
        }
        return a;
    }

    /**
     * |Re| + |Im| of an entry, the cheap modulus of the deflation tests.
     *
     * @param i row
     * @param j column
     * @return the sum
     */
    public double abs1(final int i, final int j) {
        return Math.abs(re[j][i]) + Math.abs(im[j][i]);
    }

    /**
     * The largest part of an entry.
     *
     * @return max of |Re| and |Im|
     */
    public double maxNorm() {
        double largest = 0;
        for (int j = 0; j < count(); j++) {
            for (int i = 0; i < re[j].length; i++) {
                largest = Math.max(largest, Math.max(Math.abs(re[j][i]), Math.abs(im[j][i])));
            }
        }
        return largest;
    }

    /**
     * Multiplies every entry by 2^exponent.
     *
     * @param exponent the exponent
     */
    public void scale(final int exponent) {
        for (int j = 0; j < count(); j++) {
            for (int i = 0; i < re[j].length; i++) {
                re[j][i] = Math.scalb(re[j][i], exponent);
                im[j][i] = Math.scalb(im[j][i], exponent);
            }
        }
    }

    /**
     * The root of the sum of the squares of all entries.
     *
     * @return the norm
     */
    public double frobeniusNorm() {
        double sum = 0;
        for (int j = 0; j < count(); j++) {
            for (int i = 0; i < re[j].length; i++) {
                sum += re[j][i] * re[j][i] + im[j][i] * im[j][i];
            }
        }
        return Math.sqrt(sum);
    }
}
