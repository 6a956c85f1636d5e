package org.flavorwaves.physics.numerics.fft;

/**
 * Discrete Fourier transforms of 2 to 5 rows of complex numbers, lane by lane, in place:
 *
 * <pre>y_k = sum_j x_j exp(-2 pi i j k/r)</pre>
 *
 * <p>Methods named "out" multiply y_k by the k-th twiddle factor afterwards (decimation in frequency), those named "in"
 * multiply x_j by the j-th beforehand (decimation in time). Factors are given from k = 1 on as pairs (re, im) that
 * start at position t of the table. The rows are arrays of their own with one index in all accesses, because only
 * then the Java compilers turn the loops into vector instructions.
 */
final class Butterflies {
    private static final double SIN_60 = Math.sqrt(3) / 2;

    private static final double COS_72 = (Math.sqrt(5) - 1) / 4;

    private static final double COS_144 = -(Math.sqrt(5) + 1) / 4;

    private static final double SIN_72 = Math.sin(2 * Math.PI / 5);

    private static final double SIN_144 = Math.sin(4 * Math.PI / 5);

    private Butterflies() {
    }

    static void out2(final double[] x0, final double[] y0, final double[] x1, final double[] y1, final double[] w,
        final int t, final int lanes) {
        final double c = w[t];
        final double s = w[t + 1];
        for (int l = 0; l < lanes; l++) {
            final double re = x0[l] - x1[l];
            final double im = y0[l] - y1[l];
            x0[l] = x0[l] + x1[l];
            y0[l] = y0[l] + y1[l];
            x1[l] = re * c - im * s;
            y1[l] = re * s + im * c;
        }
    }

    static void in2(final double[] x0, final double[] y0, final double[] x1, final double[] y1, final double[] w,
        final int t, final int lanes) {
        final double c = w[t];
        final double s = w[t + 1];
        for (int l = 0; l < lanes; l++) {
            final double re = x1[l] * c - y1[l] * s;
            final double im = x1[l] * s + y1[l] * c;
            x1[l] = x0[l] - re;
            y1[l] = y0[l] - im;
            x0[l] = x0[l] + re;
            y0[l] = y0[l] + im;
        }
    }

    static void out3(final double[] x0, final double[] y0, final double[] x1, final double[] y1, final double[] x2,
        final double[] y2, final double[] w, final int t, final int lanes) {
        final double c1 = w[t];
        final double s1 = w[t + 1];
        final double c2 = w[t + 2];
        final double s2 = w[t + 3];
        for (int l = 0; l < lanes; l++) {
            final double sumX = x1[l] + x2[l];
            final double sumY = y1[l] + y2[l];
            final double turnX = SIN_60 * (y1[l] - y2[l]);
            final double turnY = SIN_60 * (x2[l] - x1[l]);
            final double midX = x0[l] - 0.5 * sumX;
            final double midY = y0[l] - 0.5 * sumY;
            x0[l] = x0[l] + sumX;
            y0[l] = y0[l] + sumY;
            final double aX = midX + turnX;
            final double aY = midY + turnY;
            final double bX = midX - turnX;
            final double bY = midY - turnY;
            x1[l] = aX * c1 - aY * s1;
            y1[l] = aX * s1 + aY * c1;
            x2[l] = bX * c2 - bY * s2;
            y2[l] = bX * s2 + bY * c2;
        }
    }

    static void in3(final double[] x0, final double[] y0, final double[] x1, final double[] y1, final double[] x2,
        final double[] y2, final double[] w, final int t, final int lanes) {
        final double c1 = w[t];
        final double s1 = w[t + 1];
        final double c2 = w[t + 2];
        final double s2 = w[t + 3];
        for (int l = 0; l < lanes; l++) {
            final double aX = x1[l] * c1 - y1[l] * s1;
            final double aY = x1[l] * s1 + y1[l] * c1;
            final double bX = x2[l] * c2 - y2[l] * s2;
            final double bY = x2[l] * s2 + y2[l] * c2;
            final double sumX = aX + bX;
            final double sumY = aY + bY;
            final double turnX = SIN_60 * (aY - bY);
            final double turnY = SIN_60 * (bX - aX);
            final double midX = x0[l] - 0.5 * sumX;
            final double midY = y0[l] - 0.5 * sumY;
            x0[l] = x0[l] + sumX;
            y0[l] = y0[l] + sumY;
            x1[l] = midX + turnX;
            y1[l] = midY + turnY;
            x2[l] = midX - turnX;
            y2[l] = midY - turnY;
        }
    }

    static void out4(final double[] x0, final double[] y0, final double[] x1, final double[] y1, final double[] x2,
        final double[] y2, final double[] x3, final double[] y3, final double[] w, final int t, final int lanes) {
        final double c1 = w[t];
        final double s1 = w[t + 1];
        final double c2 = w[t + 2];
        final double s2 = w[t + 3];
        final double c3 = w[t + 4];
        final double s3 = w[t + 5];
        for (int l = 0; l < lanes; l++) {
            final double evenX = x0[l] + x2[l];
            final double evenY = y0[l] + y2[l];
            final double diffX = x0[l] - x2[l];
            final double diffY = y0[l] - y2[l];
            final double oddX = x1[l] + x3[l];
            final double oddY = y1[l] + y3[l];
            final double turnX = y1[l] - y3[l];
            final double turnY = x3[l] - x1[l];
            x0[l] = evenX + oddX;
            y0[l] = evenY + oddY;
            final double aX = diffX + turnX;
            final double aY = diffY + turnY;
            x1[l] = aX * c1 - aY * s1;
            y1[l] = aX * s1 + aY * c1;
            final double bX = evenX - oddX;
            final double bY = evenY - oddY;
            x2[l] = bX * c2 - bY * s2;
            y2[l] = bX * s2 + bY * c2;
            final double cX = diffX - turnX;
            final double cY = diffY - turnY;
            x3[l] = cX * c3 - cY * s3;
            y3[l] = cX * s3 + cY * c3;
        }
    }

    static void in4(final double[] x0, final double[] y0, final double[] x1, final double[] y1, final double[] x2,
        final double[] y2, final double[] x3, final double[] y3, final double[] w, final int t, final int lanes) {
        final double c1 = w[t];
        final double s1 = w[t + 1];
        final double c2 = w[t + 2];
        final double s2 = w[t + 3];
        final double c3 = w[t + 4];
        final double s3 = w[t + 5];
        for (int l = 0; l < lanes; l++) {
            final double aX = x1[l] * c1 - y1[l] * s1;
            final double aY = x1[l] * s1 + y1[l] * c1;
            final double bX = x2[l] * c2 - y2[l] * s2;
            final double bY = x2[l] * s2 + y2[l] * c2;
            final double cX = x3[l] * c3 - y3[l] * s3;
            final double cY = x3[l] * s3 + y3[l] * c3;
            final double evenX = x0[l] + bX;
            final double evenY = y0[l] + bY;
            final double diffX = x0[l] - bX;
            final double diffY = y0[l] - bY;
            final double oddX = aX + cX;
            final double oddY = aY + cY;
            final double turnX = aY - cY;
            final double turnY = cX - aX;
            x0[l] = evenX + oddX;
            y0[l] = evenY + oddY;
            x1[l] = diffX + turnX;
            y1[l] = diffY + turnY;
            x2[l] = evenX - oddX;
            y2[l] = evenY - oddY;
            x3[l] = diffX - turnX;
            y3[l] = diffY - turnY;
        }
    }

    static void out5(final double[] x0, final double[] y0, final double[] x1, final double[] y1, final double[] x2,
        final double[] y2, final double[] x3, final double[] y3, final double[] x4, final double[] y4,
        final double[] w, final int t, final int lanes) {
        final double c1 = w[t];
        final double s1 = w[t + 1];
        final double c2 = w[t + 2];
        final double s2 = w[t + 3];
        final double c3 = w[t + 4];
        final double s3 = w[t + 5];
        final double c4 = w[t + 6];
        final double s4 = w[t + 7];
        for (int l = 0; l < lanes; l++) {
            final double sumAX = x1[l] + x4[l];
            final double sumAY = y1[l] + y4[l];
            final double difAX = x1[l] - x4[l];
            final double difAY = y1[l] - y4[l];
            final double sumBX = x2[l] + x3[l];
            final double sumBY = y2[l] + y3[l];
            final double difBX = x2[l] - x3[l];
            final double difBY = y2[l] - y3[l];
            final double midAX = x0[l] + COS_72 * sumAX + COS_144 * sumBX;
            final double midAY = y0[l] + COS_72 * sumAY + COS_144 * sumBY;
            final double midBX = x0[l] + COS_144 * sumAX + COS_72 * sumBX;
            final double midBY = y0[l] + COS_144 * sumAY + COS_72 * sumBY;
            final double turnAX = SIN_72 * difAY + SIN_144 * difBY;
            final double turnAY = -SIN_72 * difAX - SIN_144 * difBX;
            final double turnBX = SIN_144 * difAY - SIN_72 * difBY;
            final double turnBY = SIN_72 * difBX - SIN_144 * difAX;
            x0[l] = x0[l] + sumAX + sumBX;
            y0[l] = y0[l] + sumAY + sumBY;
            x1[l] = (midAX + turnAX) * c1 - (midAY + turnAY) * s1;
            y1[l] = (midAX + turnAX) * s1 + (midAY + turnAY) * c1;
            x2[l] = (midBX + turnBX) * c2 - (midBY + turnBY) * s2;
            y2[l] = (midBX + turnBX) * s2 + (midBY + turnBY) * c2;
            x3[l] = (midBX - turnBX) * c3 - (midBY - turnBY) * s3;
            y3[l] = (midBX - turnBX) * s3 + (midBY - turnBY) * c3;
            x4[l] = (midAX - turnAX) * c4 - (midAY - turnAY) * s4;
            y4[l] = (midAX - turnAX) * s4 + (midAY - turnAY) * c4;
        }
    }

    static void in5(final double[] x0, final double[] y0, final double[] x1, final double[] y1, final double[] x2,
        final double[] y2, final double[] x3, final double[] y3, final double[] x4, final double[] y4,
        final double[] w, final int t, final int lanes) {
        final double c1 = w[t];
        final double s1 = w[t + 1];
        final double c2 = w[t + 2];
        final double s2 = w[t + 3];
        final double c3 = w[t + 4];
        final double s3 = w[t + 5];
        final double c4 = w[t + 6];
        final double s4 = w[t + 7];
        for (int l = 0; l < lanes; l++) {
            final double aX = x1[l] * c1 - y1[l] * s1;
            final double aY = x1[l] * s1 + y1[l] * c1;
            final double bX = x2[l] * c2 - y2[l] * s2;
            final double bY = x2[l] * s2 + y2[l] * c2;
            final double cX = x3[l] * c3 - y3[l] * s3;
            final double cY = x3[l] * s3 + y3[l] * c3;
            final double dX = x4[l] * c4 - y4[l] * s4;
            final double dY = x4[l] * s4 + y4[l] * c4;
            final double midAX = x0[l] + COS_72 * (aX + dX) + COS_144 * (bX + cX);
            final double midAY = y0[l] + COS_72 * (aY + dY) + COS_144 * (bY + cY);
            final double midBX = x0[l] + COS_144 * (aX + dX) + COS_72 * (bX + cX);
            final double midBY = y0[l] + COS_144 * (aY + dY) + COS_72 * (bY + cY);
            final double turnAX = SIN_72 * (aY - dY) + SIN_144 * (bY - cY);
            final double turnAY = -SIN_72 * (aX - dX) - SIN_144 * (bX - cX);
            final double turnBX = SIN_144 * (aY - dY) - SIN_72 * (bY - cY);
            final double turnBY = SIN_72 * (bX - cX) - SIN_144 * (aX - dX);
            x0[l] = x0[l] + (aX + dX) + (bX + cX);
            y0[l] = y0[l] + (aY + dY) + (bY + cY);
            x1[l] = midAX + turnAX;
            y1[l] = midAY + turnAY;
            x2[l] = midBX + turnBX;
            y2[l] = midBY + turnBY;
            x3[l] = midBX - turnBX;
            y3[l] = midBY - turnBY;
            x4[l] = midAX - turnAX;
            y4[l] = midAY - turnAY;
        }
    }
}
