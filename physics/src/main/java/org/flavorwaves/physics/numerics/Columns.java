package org.flavorwaves.physics.numerics;

/**
 * Working storage of the dense solvers: a complex matrix as columns, each column two arrays. Loops down a column are
 * contiguous, and because different columns are different arrays the compiler may vectorise loops over several of
 * them.
 *
 * @param re real parts, re[column][row]
 * @param im imaginary parts, im[column][row]
 */
record Columns(double[][] re, double[][] im) {
    static Columns zeros(final int rows, final int columns) {
        return new Columns(new double[columns][rows], new double[columns][rows]);
    }

    static Columns identity(final int n) {
        final Columns one = zeros(n, n);
        for (int i = 0; i < n; i++) {
            one.re[i][i] = 1;
        }
        return one;
    }

    /** Copies a matrix, multiplied by 2^exponent. */
    static Columns of(final ComplexMatrix a, final int exponent) {
        final Columns c = zeros(a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                c.re[j][i] = Math.scalb(a.re(i, j), exponent);
                c.im[j][i] = Math.scalb(a.im(i, j), exponent);
            }
        }
        return c;
    }

    int count() {
        return re.length;
    }

    int rows() {
        return re.length == 0 ? 0 : re[0].length;
    }

    Columns copy() {
        final Columns c = zeros(rows(), count());
        for (int j = 0; j < count(); j++) {
            System.arraycopy(re[j], 0, c.re[j], 0, re[j].length);
            System.arraycopy(im[j], 0, c.im[j], 0, im[j].length);
        }
        return c;
    }

    ComplexMatrix toMatrix() {
        final ComplexMatrix a = new ComplexMatrix(rows(), count());
        for (int j = 0; j < count(); j++) {
            for (int i = 0; i < re[j].length; i++) {
                a.set(i, j, re[j][i], im[j][i]);
            }
        }
        return a;
    }

    /** |Re| + |Im| of an entry, the cheap modulus of the deflation tests. */
    double abs1(final int i, final int j) {
        return Math.abs(re[j][i]) + Math.abs(im[j][i]);
    }

    double maxNorm() {
        double largest = 0;
        for (int j = 0; j < count(); j++) {
            for (int i = 0; i < re[j].length; i++) {
                largest = Math.max(largest, Math.max(Math.abs(re[j][i]), Math.abs(im[j][i])));
            }
        }
        return largest;
    }

    /** Multiplies every entry by 2^exponent. */
    void scale(final int exponent) {
        for (int j = 0; j < count(); j++) {
            for (int i = 0; i < re[j].length; i++) {
                re[j][i] = Math.scalb(re[j][i], exponent);
                im[j][i] = Math.scalb(im[j][i], exponent);
            }
        }
    }

    double frobeniusNorm() {
        double sum = 0;
        for (int j = 0; j < count(); j++) {
            for (int i = 0; i < re[j].length; i++) {
                sum += re[j][i] * re[j][i] + im[j][i] * im[j][i];
            }
        }
        return Math.sqrt(sum);
    }
}
