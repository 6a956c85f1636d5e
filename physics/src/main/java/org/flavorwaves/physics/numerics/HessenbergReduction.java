package org.flavorwaves.physics.numerics;

import java.util.Arrays;

/**
 * Unitary reduction of a complex matrix to upper Hessenberg form, H = Q^H A Q, by Householder reflectors (Golub &amp;
 * Van Loan, algorithm 7.4.2). About 10/3 n^3 complex multiply-adds.
 */
final class HessenbergReduction {
    private HessenbergReduction() {
    }

    /**
     * Reduces rows and columns low..high of a in place; a is already triangular outside.
     *
     * @param a the matrix; on return H, exactly zero below the subdiagonal
     * @param low first index of the part to reduce
     * @param high last index of the part to reduce
     * @param wantQ whether Q is needed
     * @return Q, or a matrix without columns
     */
    static Columns reduce(final Columns a, final int low, final int high, final boolean wantQ) {
        final int n = a.count();
        final int steps = Math.max(0, high - low - 1);
        final double[][] vRe = new double[steps][];
        final double[][] vIm = new double[steps][];
        final Columns rowBuffer = Columns.zeros(n, 1);
        for (int k = 0; k < steps; k++) {
            final int c = low + k;
            vRe[k] = new double[n];
            vIm[k] = new double[n];
            if (reflector(a.re()[c], a.im()[c], c + 1, high, vRe[k], vIm[k])) {
                applyLeft(a, vRe[k], vIm[k], c + 1, high, c + 1);
                applyRight(a, vRe[k], vIm[k], c + 1, high, high, rowBuffer);
            } else {
                vRe[k] = null;
            }
        }
        if (!wantQ) {
            return Columns.zeros(0, 0);
        }
        final Columns q = Columns.identity(n);
        for (int k = steps - 1; k >= 0; k--) {
            if (vRe[k] != null) {
                applyLeft(q, vRe[k], vIm[k], low + k + 1, high, low + k + 1);
            }
        }
        return q;
    }

    /**
     * The reflector 1 - v v^H with |v|^2 = 2 that maps x = column(from..to) to a multiple of e_from; the column is
     * replaced by its image.
     *
     * @return false if x is such a multiple already and nothing is to be done
     */
    static boolean reflector(final double[] xr, final double[] xi, final int from, final int to, final double[] vr,
        final double[] vi) {
        double largest = 0;
        for (int i = from + 1; i <= to; i++) {
            largest = Math.max(largest, Math.max(Math.abs(xr[i]), Math.abs(xi[i])));
        }
        if (largest == 0) {
            return false;
        }
        largest = Math.max(largest, Math.max(Math.abs(xr[from]), Math.abs(xi[from])));
        double sum = 0;
        for (int i = from; i <= to; i++) {
            vr[i] = xr[i] / largest;
            vi[i] = xi[i] / largest;
            sum += vr[i] * vr[i] + vi[i] * vi[i];
        }
        final double norm = Math.sqrt(sum);
        final double head = Math.sqrt(vr[from] * vr[from] + vi[from] * vi[from]);
        final double pr = head == 0 ? 1 : vr[from] / head;
        final double pi = head == 0 ? 0 : vi[from] / head;
        // v = x + phase |x| e, |v|^2 = 2 |x| (|x| + |x_0|)
        vr[from] += pr * norm;
        vi[from] += pi * norm;
        final double scale = 1 / Math.sqrt(norm * (norm + head));
        for (int i = from; i <= to; i++) {
            vr[i] *= scale;
            vi[i] *= scale;
            xr[i] = 0;
            xi[i] = 0;
        }
        xr[from] = -pr * norm * largest;
        xi[from] = -pi * norm * largest;
        return true;
    }

    /** Columns firstColumn.. of a, rows from..to: a -= v (v^H a). */
    static void applyLeft(final Columns a, final double[] vr, final double[] vi, final int from, final int to,
        final int firstColumn) {
        int j = firstColumn;
        for (; j + 1 < a.count(); j += 2) {
            applyToTwo(a.re()[j], a.im()[j], a.re()[j + 1], a.im()[j + 1], vr, vi, from, to);
        }
        if (j < a.count()) {
            final double[] cr = a.re()[j];
            final double[] ci = a.im()[j];
            double sr = 0;
            double si = 0;
            for (int i = from; i <= to; i++) {
                sr += vr[i] * cr[i] + vi[i] * ci[i];
                si += vr[i] * ci[i] - vi[i] * cr[i];
            }
            Products.addMultiple(cr, ci, vr, vi, -sr, -si, from, to + 1);
        }
    }

    /** Two columns at once: eight independent sums keep the adders busy. */
    private static void applyToTwo(final double[] ar, final double[] ai, final double[] br, final double[] bi,
        final double[] vr, final double[] vi, final int from, final int to) {
        double arr = 0;
        double aii = 0;
        double ari = 0;
        double air = 0;
        double brr = 0;
        double bii = 0;
        double bri = 0;
        double bir = 0;
        for (int i = from; i <= to; i++) {
            final double r = vr[i];
            final double m = vi[i];
            arr += r * ar[i];
            aii += m * ai[i];
            ari += r * ai[i];
            air += m * ar[i];
            brr += r * br[i];
            bii += m * bi[i];
            bri += r * bi[i];
            bir += m * br[i];
        }
        Products.addMultiple(ar, ai, vr, vi, -(arr + aii), -(ari - air), from, to + 1);
        Products.addMultiple(br, bi, vr, vi, -(brr + bii), -(bri - bir), from, to + 1);
    }

    /** Rows 0..lastRow of a, columns from..to: a -= (a v) v^H. */
    static void applyRight(final Columns a, final double[] vr, final double[] vi, final int from, final int to,
        final int lastRow, final Columns buffer) {
        final double[] yr = buffer.re()[0];
        final double[] yi = buffer.im()[0];
        Arrays.fill(yr, 0);
        Arrays.fill(yi, 0);
        for (int j = from; j <= to; j++) {
            Products.addMultiple(yr, yi, a.re()[j], a.im()[j], vr[j], vi[j], 0, lastRow + 1);
        }
        for (int j = from; j <= to; j++) {
            Products.addMultiple(a.re()[j], a.im()[j], yr, yi, -vr[j], vi[j], 0, lastRow + 1);
        }
    }
}
