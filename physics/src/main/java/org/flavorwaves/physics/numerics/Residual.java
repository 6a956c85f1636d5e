package org.flavorwaves.physics.numerics;

/** Residuals of eigenpairs, relative to the Frobenius norm of the matrix. */
final class Residual {
    private Residual() {
    }

    /** max |A x - lambda x| / |A| for A and lambda given with different powers of two: lambda 2^exponent fits A. */
    static double right(final Columns a, final Columns x, final double[] re, final double[] im,
        final int exponent) {
        final int n = a.count();
        double worst = 0;
        for (int k = 0; k < n; k++) {
            final double[] sr = new double[n];
            final double[] si = new double[n];
            final double lr = Math.scalb(re[k], exponent);
            final double li = Math.scalb(im[k], exponent);
            final double[] xr = x.re()[k];
            final double[] xi = x.im()[k];
            for (int j = 0; j < n; j++) {
                accumulate(sr, si, a.re()[j], a.im()[j], xr[j], xi[j]);
            }
            double sum = 0;
            for (int i = 0; i < n; i++) {
                final double r = sr[i] - (lr * xr[i] - li * xi[i]);
                final double m = si[i] - (lr * xi[i] + li * xr[i]);
                sum += r * r + m * m;
            }
            worst = Math.max(worst, Math.sqrt(sum));
        }
        return worst / a.frobeniusNorm();
    }

    /** max |y^H A - lambda y^H| / |A|, that is |A^H y - conj(lambda) y| / |A|. */
    static double left(final Columns a, final Columns y, final double[] re, final double[] im, final int exponent) {
        final int n = a.count();
        final Columns adjoint = Columns.zeros(n, n);
        final double[] conjugate = new double[n];
        for (int j = 0; j < n; j++) {
            conjugate[j] = -im[j];
            for (int i = 0; i < n; i++) {
                adjoint.re()[i][j] = a.re()[j][i];
                adjoint.im()[i][j] = -a.im()[j][i];
            }
        }
        return right(adjoint, y, re, conjugate, exponent);
    }

    private static void accumulate(final double[] sr, final double[] si, final double[] ar, final double[] ai,
        final double fr, final double fi) {
        for (int i = 0; i < sr.length; i++) {
            final double r = ar[i];
            final double m = ai[i];
            sr[i] += fr * r - fi * m;
            si[i] += fr * m + fi * r;
        }
    }
}
