package org.flavorwaves.physics.numerics.fft;

/**
 * Discrete Fourier transforms of r = 2 to 5 rows of complex numbers i, i + d, ..., lane by lane, in place:
 *
 * <pre>y_k = sum_j x_j exp(-2 pi i j k/r)</pre>
 *
 * <p>"split" multiplies y_k by the k-th twiddle factor afterwards (decimation in frequency), "join" multiplies x_j by
 * the j-th beforehand (decimation in time). Factors are given from k = 1 on as pairs (re, im) that start at position t
 * of the table.
 *
 * <p>The compiler of Java 17 turns a loop into vector instructions only if its body has at most 60 nodes, which is
 * about five rows or 16 operations; if every row is an array of its own that is fetched in the method, with one index
 * in all accesses; if all loads stand before all stores; and if the loop was long when it was compiled. Therefore
 * butterflies are put together from small loops, which the first-level cache serves: real parts and imaginary parts
 * each on their own, and pairs of complex rows k and r - k with their factors.
 */
final class Butterflies {
    private static final double SIN_60 = Math.sqrt(3) / 2;

    private static final double SIN_72 = Math.sin(2 * Math.PI / 5);

    /** sin 144 degrees/sin 72 degrees. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** (cos 72 degrees - cos 144 degrees)/2. */
    private static final double QUARTER_ROOT_5 = Math.sqrt(5) / 4;

    private Butterflies() {
    }

    static void split(final int radix, final double[][] re, final double[][] im, final int i, final int d,
        final double[] w, final int t, final int lanes) {
        if (radix == 2) {
            split2(re, im, i, i + d, w[t], w[t + 1], lanes);
            return;
        }
        splitReal(radix, re, i, d, lanes);
        splitReal(radix, im, i, d, lanes);
        final int last = t + 2 * (radix - 2);
        splitPair(re, im, i + d, i + (radix - 1) * d, w[t], w[t + 1], w[last], w[last + 1], lanes);
        if (radix == 4) {
            turn(re, im, i + 2 * d, w[t + 2], w[t + 3], lanes);
        } else if (radix == 5) {
            splitPair(re, im, i + 2 * d, i + 3 * d, w[t + 2], w[t + 3], w[t + 4], w[t + 5], lanes);
        }
    }

    static void join(final int radix, final double[][] re, final double[][] im, final int i, final int d,
        final double[] w, final int t, final int lanes) {
        if (radix == 2) {
            join2(re, im, i, i + d, w[t], w[t + 1], lanes);
            return;
        }
        final int last = t + 2 * (radix - 2);
        joinPair(re, im, i + d, i + (radix - 1) * d, w[t], w[t + 1], w[last], w[last + 1], lanes);
        if (radix == 4) {
            turn(re, im, i + 2 * d, w[t + 2], w[t + 3], lanes);
        } else if (radix == 5) {
            joinPair(re, im, i + 2 * d, i + 3 * d, w[t + 2], w[t + 3], w[t + 4], w[t + 5], lanes);
        }
        joinReal(radix, re, i, d, lanes);
        joinReal(radix, im, i, d, lanes);
    }

    private static void splitReal(final int radix, final double[][] x, final int i, final int d, final int lanes) {
        switch (radix) {
            case 3 -> split3(x, i, d, lanes);
            case 4 -> split4(x, i, d, lanes);
            default -> {
                split5(x, i, d, lanes);
                middle5(x, i, d, lanes);
            }
        }
    }

    private static void joinReal(final int radix, final double[][] x, final int i, final int d, final int lanes) {
        switch (radix) {
            case 3 -> join3(x, i, d, lanes);
            case 4 -> join4(x, i, d, lanes);
            default -> {
                middle5(x, i, d, lanes);
                join5(x, i, d, lanes);
            }
        }
    }

    private static void split2(final double[][] re, final double[][] im, final int i, final int k, final double cos,
        final double sin, final int lanes) {
        final double[] x0 = re[i];
        final double[] y0 = im[i];
        final double[] x1 = re[k];
        final double[] y1 = im[k];
        for (int l = 0; l < lanes; l++) {
            final double a = x0[l];
            final double b = y0[l];
            final double c = x1[l];
            final double d = y1[l];
            final double x = a - c;
            final double y = b - d;
            x0[l] = a + c;
            y0[l] = b + d;
            x1[l] = x * cos - y * sin;
            y1[l] = x * sin + y * cos;
        }
    }

    private static void join2(final double[][] re, final double[][] im, final int i, final int k, final double cos,
        final double sin, final int lanes) {
        final double[] x0 = re[i];
        final double[] y0 = im[i];
        final double[] x1 = re[k];
        final double[] y1 = im[k];
        for (int l = 0; l < lanes; l++) {
            final double a = x0[l];
            final double b = y0[l];
            final double c = x1[l];
            final double d = y1[l];
            final double x = c * cos - d * sin;
            final double y = c * sin + d * cos;
            x0[l] = a + x;
            y0[l] = b + y;
            x1[l] = a - x;
            y1[l] = b - y;
        }
    }

    /** (a - i b) times a factor to row i and (a + i b) times another to row k, where they hold a and b. */
    private static void splitPair(final double[][] re, final double[][] im, final int i, final int k,
        final double cosI, final double sinI, final double cosK, final double sinK, final int lanes) {
        final double[] x1 = re[i];
        final double[] y1 = im[i];
        final double[] x2 = re[k];
        final double[] y2 = im[k];
        for (int l = 0; l < lanes; l++) {
            final double a = x1[l];
            final double b = y1[l];
            final double c = x2[l];
            final double d = y2[l];
            final double iX = a + d;
            final double iY = b - c;
            final double kX = a - d;
            final double kY = b + c;
            y2[l] = kX * sinK + kY * cosK;
            x2[l] = kX * cosK - kY * sinK;
            y1[l] = iX * sinI + iY * cosI;
            x1[l] = iX * cosI - iY * sinI;
        }
    }

    /** a + b to row i and -i (a - b) to row k, where a and b are the rows times factors. */
    private static void joinPair(final double[][] re, final double[][] im, final int i, final int k,
        final double cosI, final double sinI, final double cosK, final double sinK, final int lanes) {
        final double[] x1 = re[i];
        final double[] y1 = im[i];
        final double[] x2 = re[k];
        final double[] y2 = im[k];
        for (int l = 0; l < lanes; l++) {
            final double a = x1[l];
            final double b = y1[l];
            final double c = x2[l];
            final double d = y2[l];
            final double iX = a * cosI - b * sinI;
            final double iY = a * sinI + b * cosI;
            final double kX = c * cosK - d * sinK;
            final double kY = c * sinK + d * cosK;
            y2[l] = kX - iX;
            x2[l] = iY - kY;
            y1[l] = iY + kY;
            x1[l] = iX + kX;
        }
    }

    private static void turn(final double[][] re, final double[][] im, final int i, final double cos,
        final double sin, final int lanes) {
        final double[] x = re[i];
        final double[] y = im[i];
        for (int l = 0; l < lanes; l++) {
            final double a = x[l];
            final double b = y[l];
            x[l] = a * cos - b * sin;
            y[l] = a * sin + b * cos;
        }
    }

    private static void split3(final double[][] x, final int i, final int d, final int lanes) {
        final double[] x0 = x[i];
        final double[] x1 = x[i + d];
        final double[] x2 = x[i + 2 * d];
        for (int l = 0; l < lanes; l++) {
            final double a = x0[l];
            final double b = x1[l];
            final double c = x2[l];
            final double sum = b + c;
            x2[l] = SIN_60 * (b - c);
            x1[l] = a - 0.5 * sum;
            x0[l] = a + sum;
        }
    }

    private static void join3(final double[][] x, final int i, final int d, final int lanes) {
        final double[] x0 = x[i];
        final double[] x1 = x[i + d];
        final double[] x2 = x[i + 2 * d];
        for (int l = 0; l < lanes; l++) {
            final double a = x0[l];
            final double sum = x1[l];
            final double c = x2[l];
            final double middle = a - 0.5 * sum;
            final double turn = SIN_60 * c;
            x2[l] = middle - turn;
            x1[l] = middle + turn;
            x0[l] = a + sum;
        }
    }

    private static void split4(final double[][] x, final int i, final int d, final int lanes) {
        final double[] x0 = x[i];
        final double[] x1 = x[i + d];
        final double[] x2 = x[i + 2 * d];
        final double[] x3 = x[i + 3 * d];
        for (int l = 0; l < lanes; l++) {
            final double a = x0[l];
            final double b = x1[l];
            final double c = x2[l];
            final double e = x3[l];
            final double even = a + c;
            final double odd = b + e;
            x3[l] = b - e;
            x2[l] = even - odd;
            x1[l] = a - c;
            x0[l] = even + odd;
        }
    }

    private static void join4(final double[][] x, final int i, final int d, final int lanes) {
        final double[] x0 = x[i];
        final double[] x1 = x[i + d];
        final double[] x2 = x[i + 2 * d];
        final double[] x3 = x[i + 3 * d];
        for (int l = 0; l < lanes; l++) {
            final double a = x0[l];
            final double odd = x1[l];
            final double c = x2[l];
            final double turn = x3[l];
            final double even = a + c;
            final double diff = a - c;
            x3[l] = diff - turn;
            x2[l] = even - odd;
            x1[l] = diff + turn;
            x0[l] = even + odd;
        }
    }

    /** Sums of the rows 1, 4 and 2, 3, and what their differences put into those rows. */
    private static void split5(final double[][] x, final int i, final int d, final int lanes) {
        final double[] x1 = x[i + d];
        final double[] x2 = x[i + 2 * d];
        final double[] x3 = x[i + 3 * d];
        final double[] x4 = x[i + 4 * d];
        for (int l = 0; l < lanes; l++) {
            final double a = x1[l];
            final double b = x2[l];
            final double c = x3[l];
            final double e = x4[l];
            final double outer = a - e;
            final double inner = b - c;
            x4[l] = SIN_72 * (outer + GOLDEN * inner);
            x3[l] = SIN_72 * (GOLDEN * outer - inner);
            x2[l] = b + c;
            x1[l] = a + e;
        }
    }

    /** Row 0, and what it and the sums of 1, 4 and 2, 3 in the rows 1 and 2 put into those. */
    private static void middle5(final double[][] x, final int i, final int d, final int lanes) {
        final double[] x0 = x[i];
        final double[] x1 = x[i + d];
        final double[] x2 = x[i + 2 * d];
        for (int l = 0; l < lanes; l++) {
            final double a = x0[l];
            final double b = x1[l];
            final double c = x2[l];
            final double sum = b + c;
            final double middle = a - 0.25 * sum;
            final double part = QUARTER_ROOT_5 * (b - c);
            x2[l] = middle - part;
            x1[l] = middle + part;
            x0[l] = a + sum;
        }
    }

    private static void join5(final double[][] x, final int i, final int d, final int lanes) {
        final double[] x1 = x[i + d];
        final double[] x2 = x[i + 2 * d];
        final double[] x3 = x[i + 3 * d];
        final double[] x4 = x[i + 4 * d];
        for (int l = 0; l < lanes; l++) {
            final double outer = x1[l];
            final double inner = x2[l];
            final double c = x3[l];
            final double e = x4[l];
            final double outerTurn = SIN_72 * (e + GOLDEN * c);
            final double innerTurn = SIN_72 * (GOLDEN * e - c);
            x4[l] = outer - outerTurn;
            x3[l] = inner - innerTurn;
            x2[l] = inner + innerTurn;
            x1[l] = outer + outerTurn;
        }
    }
}
