package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.matrix.Columns;

/** Householder reflectors 1 - v v^H with |v|^2 = 2. */
final class Reflector {
    private static final double SMALL = 0x1p-400;

    private static final int PIECE = 16;

    private Reflector() {
    }

    /**
     * The reflector that maps x = column(from..to) to a multiple of e_from; the column is replaced by its image.
     *
     * @return false if x is such a multiple already, and v is zero
     */
    static boolean eliminate(final double[] xr, final double[] xi, final int from, final int to, final double[] vr,
        final double[] vi) {
        double largest = 0;
        for (int i = from + 1; i <= to; i++) {
            largest = Math.max(largest, Math.max(Math.abs(xr[i]), Math.abs(xi[i])));
        }
        if (largest == 0) {
            return false;
        }
        largest = Math.max(largest, Math.max(Math.abs(xr[from]), Math.abs(xi[from])));
        for (int i = from; i <= to; i++) {
            vr[i] = xr[i] / largest;
            vi[i] = xi[i] / largest;
        }
        final double norm = norm(vr, vi, from, to);
        final double head = Math.sqrt(vr[from] * vr[from] + vi[from] * vi[from]);
        // a head whose square underflows has no accurate phase and needs none
        final double pr = head < SMALL ? 1 : vr[from] / head;
        final double pi = head < SMALL ? 0 : vi[from] / head;
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

    /** The 2-norm, summed in pieces: rounding errors of equal terms would otherwise add up in a long column. */
    private static double norm(final double[] vr, final double[] vi, final int from, final int to) {
        double sum = 0;
        for (int piece = from; piece <= to; piece += PIECE) {
            double part = 0;
            for (int i = piece; i <= Math.min(to, piece + PIECE - 1); i++) {
                part += vr[i] * vr[i] + vi[i] * vi[i];
            }
            sum += part;
        }
        return Math.sqrt(sum);
    }

    /** Rows from..to of all columns of a: a -= v (v^H a). */
    static void applyLeft(final Columns a, final double[] vr, final double[] vi, final int from, final int to) {
        for (int j = 0; j < a.count(); j++) {
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

    /** Rows 0..lastRow of a, columns from..to: a -= (a v) v^H; the buffer is one column for a v. */
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
