package org.flavorwaves.physics.numerics;

/**
 * Products of small complex matrices and vectors for hot loops: real and imaginary parts stand in turn, matrices
 * row-major. Nothing is conjugated, nothing allocated.
 */
public final class ComplexProducts {
    private ComplexProducts() {
    }

    /**
     * M x.
     *
     * @param matrix M, n x n
     * @param x vector of n numbers
     * @param out takes the product; not x
     */
    public static void multiply(final double[] matrix, final double[] x, final double[] out) {
        final int n = x.length / 2;
        for (int r = 0; r < n; r++) {
            double re = 0;
            double im = 0;
            for (int c = 0; c < n; c++) {
                final int at = 2 * (r * n + c);
                re += matrix[at] * x[2 * c] - matrix[at + 1] * x[2 * c + 1];
                im += matrix[at] * x[2 * c + 1] + matrix[at + 1] * x[2 * c];
            }
            out[2 * r] = re;
            out[2 * r + 1] = im;
        }
    }

    /**
     * y M.
     *
     * @param y vector of n numbers
     * @param matrix M, n x n
     * @param out takes the product; not y
     */
    public static void multiplyLeft(final double[] y, final double[] matrix, final double[] out) {
        final int n = y.length / 2;
        for (int c = 0; c < n; c++) {
            double re = 0;
            double im = 0;
            for (int r = 0; r < n; r++) {
                final int at = 2 * (r * n + c);
                re += matrix[at] * y[2 * r] - matrix[at + 1] * y[2 * r + 1];
                im += matrix[at] * y[2 * r + 1] + matrix[at + 1] * y[2 * r];
            }
            out[2 * c] = re;
            out[2 * c + 1] = im;
        }
    }

    /**
     * A vector of unit 2-norm.
     *
     * @param from vector, not zero
     * @param to takes it divided by its norm
     */
    public static void normalise(final double[] from, final double[] to) {
        double square = 0;
        for (final double part : from) {
            square += part * part;
        }
        final double factor = 1 / Math.sqrt(square);
        for (int c = 0; c < from.length; c++) {
            to[c] = from[c] * factor;
        }
    }

    /**
     * Re sum y x.
     *
     * @param y vector
     * @param x vector
     * @return the real part
     */
    public static double dotRe(final double[] y, final double[] x) {
        double sum = 0;
        for (int c = 0; c < x.length; c += 2) {
            sum += y[c] * x[c] - y[c + 1] * x[c + 1];
        }
        return sum;
    }

    /**
     * Im sum y x.
     *
     * @param y vector
     * @param x vector
     * @return the imaginary part
     */
    public static double dotIm(final double[] y, final double[] x) {
        double sum = 0;
        for (int c = 0; c < x.length; c += 2) {
            sum += y[c] * x[c + 1] + y[c + 1] * x[c];
        }
        return sum;
    }
}
