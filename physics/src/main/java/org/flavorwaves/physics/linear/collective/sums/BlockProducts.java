package org.flavorwaves.physics.linear.collective.sums;

/** Sums over a block of modes of the products of every row of one table with every row of another. */
public final class BlockProducts {
    /** Modes of a block: its tables stay in the first-level cache. */
    public static final int BLOCK = 64;

    private BlockProducts() {
    }

    /**
     * Adds sum_i x[a][from + i] y[b][i], i &lt; n, to sums[a columns + b]; eight sums at a time, so that they stay in
     * registers and do not wait for each other.
     *
     * @param x one table, any number of rows
     * @param from first mode of the block in it
     * @param y the other table
     * @param n number of modes in the block
     * @param sums receives the sums
     */
    public static void add(final double[][] x, final int from, final double[][] y, final int n, final double[] sums) {
        final int columns = y.length;
        final int tiled = columns / 4 * 4;
        for (int a = 0; a < x.length; a += 2) {
            final boolean pair = a + 1 < x.length;
            for (int b = 0; b < tiled; b += 4) {
                if (pair) {
                    addTile(x[a], x[a + 1], from, y, b, n, sums, a * columns + b, columns);
                } else {
                    addRow(x[a], from, y, b, n, sums, a * columns + b);
                }
            }
            for (int b = tiled; b < columns; b++) {
                addPair(x[a], x[pair ? a + 1 : a], from, y[b], n, sums, a * columns + b, pair ? columns : 0);
            }
        }
    }

    /** Replaces n complex numbers u by 1/u and writes w = 1/u^2, in loops small enough for vector instructions. */
    static void inverses(final double[] uRe, final double[] uIm, final int n, final double[] wRe, final double[] wIm) {
        for (int i = 0; i < n; i++) {
            final double x = uRe[i];
            final double y = uIm[i];
            final double inverse = 1 / (x * x + y * y);
            uRe[i] = x * inverse;
            uIm[i] = -y * inverse;
        }
        for (int i = 0; i < n; i++) {
            final double re = uRe[i];
            final double im = uIm[i];
            wRe[i] = re * re - im * im;
            wIm[i] = 2 * re * im;
        }
    }

    /** Two rows by one; with no distance between the rows the second is the first and not added. */
    private static void addPair(final double[] xa, final double[] xb, final int from, final double[] y, final int n,
        final double[] sums, final int at, final int distance) {
        double a = 0;
        double b = 0;
        for (int i = 0; i < n; i++) {
            a += xa[from + i] * y[i];
            b += xb[from + i] * y[i];
        }
        sums[at] += a;
        if (distance > 0) {
            sums[at + distance] += b;
        }
    }

    /** One row by four. */
    private static void addRow(final double[] x, final int from, final double[][] y, final int b, final int n,
        final double[] sums, final int at) {
        final double[] y0 = y[b];
        final double[] y1 = y[b + 1];
        final double[] y2 = y[b + 2];
        final double[] y3 = y[b + 3];
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        for (int i = 0; i < n; i++) {
            final double p = x[from + i];
            a0 += p * y0[i];
            a1 += p * y1[i];
            a2 += p * y2[i];
            a3 += p * y3[i];
        }
        sums[at] += a0;
        sums[at + 1] += a1;
        sums[at + 2] += a2;
        sums[at + 3] += a3;
    }

    /** Two rows by four. */
    private static void addTile(final double[] xa, final double[] xb, final int from, final double[][] y, final int b,
        final int n, final double[] sums, final int at, final int distance) {
        final double[] y0 = y[b];
        final double[] y1 = y[b + 1];
        final double[] y2 = y[b + 2];
        final double[] y3 = y[b + 3];
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (int i = 0; i < n; i++) {
            final double p = xa[from + i];
            final double q = xb[from + i];
            a0 += p * y0[i];
            a1 += p * y1[i];
            a2 += p * y2[i];
            a3 += p * y3[i];
            b0 += q * y0[i];
            b1 += q * y1[i];
            b2 += q * y2[i];
            b3 += q * y3[i];
        }
        sums[at] += a0;
        sums[at + 1] += a1;
        sums[at + 2] += a2;
        sums[at + 3] += a3;
        sums[at + distance] += b0;
        sums[at + distance + 1] += b1;
        sums[at + distance + 2] += b2;
        sums[at + distance + 3] += b3;
    }
}
