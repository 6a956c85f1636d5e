package org.flavorwaves.physics.numerics.eigen;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.run.Progress;

/**
 * Eigenvectors of an upper triangular matrix by substitution, one eigenvalue at a time.
 *
 * <p>Two precautions: the vector is rescaled before it overflows, and a pivot t_jj - lambda below the rounding error of
 * lambda itself is raised to that level (as LAPACK's ztrevc does), so that a defective eigenvalue gives a vector, and
 * one whose condition number tells.
 *
 * <p>For a group of eigenvalues that nearly coincide there is also a basis X of their invariant subspace, T X = X B
 * with a triangular B, that is the identity on the rows of the group.
 */
final class TriangularVectors {
    private static final double LARGE = 0x1p300;

    /** So small that it changes nothing, and so large that dividing LARGE by it does not overflow. */
    private static final double SMALLEST_PIVOT = 0x1p-400;

    /** All vectors together cost n^3 over this number of multiply-adds. */
    private static final int SIXTH = 6;

    private TriangularVectors() {
    }

    /**
     * The right eigenvectors of T.
     *
     * @param t upper triangular, of norm about 1
     * @param progress told of every vector
     * @return unit upper triangular up to the scaling of columns
     */
    static Columns right(final Columns t, final Progress progress) {
        final int n = t.count();
        final Columns x = Columns.zeros(n, n);
        Products.forEach(n, (long) n * n * n / SIXTH, k -> {
            progress.report(0, "");
            right(t, new int[]{k}, 0, x, k);
        });
        return x;
    }

    /**
     * A basis of the right invariant subspace of a group of eigenvalues.
     *
     * @param t upper triangular, of norm about 1
     * @param group their indices, rising
     * @return one column a member
     */
    static Columns right(final Columns t, final int[] group) {
        final Columns x = Columns.zeros(t.count(), group.length);
        for (int a = 0; a < group.length; a++) {
            right(t, group, a, x, a);
        }
        return x;
    }

    /**
     * The left eigenvectors of T: columns y with y^H T = t_kk y^H.
     *
     * @param t upper triangular, of norm about 1
     * @param progress told of every vector
     * @return unit lower triangular up to the scaling of columns
     */
    static Columns left(final Columns t, final Progress progress) {
        final int n = t.count();
        final Columns rows = rows(t);
        final Columns y = Columns.zeros(n, n);
        Products.forEach(n, (long) n * n * n / SIXTH, k -> {
            progress.report(0, "");
            left(rows, new int[]{k}, 0, y, k);
        });
        conjugate(y);
        return y;
    }

    /**
     * A basis of the left invariant subspace of a group of eigenvalues, Y^H T = C Y^H.
     *
     * @param rows the rows of T, from {@link #rows}
     * @param group their indices, rising
     * @return one column a member
     */
    static Columns left(final Columns rows, final int[] group) {
        final Columns y = Columns.zeros(rows.count(), group.length);
        for (int a = group.length - 1; a >= 0; a--) {
            left(rows, group, a, y, a);
        }
        conjugate(y);
        return y;
    }

    /** The rows of T as contiguous arrays. */
    static Columns rows(final Columns t) {
        final int n = t.count();
        final Columns rows = Columns.zeros(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i <= j; i++) {
                rows.re()[i][j] = t.re()[j][i];
                rows.im()[i][j] = t.im()[j][i];
            }
        }
        return rows;
    }

    private static void conjugate(final Columns y) {
        for (final double[] column : y.im()) {
            for (int i = 0; i < column.length; i++) {
                column[i] = -column[i];
            }
        }
    }

    private static double rounding(final double re, final double im) {
        return Math.max(SchurIteration.EPS * (Math.abs(re) + Math.abs(im)), SMALLEST_PIVOT);
    }

    /** The vector of member a of a group, after those of the members below it, written into a column of x. */
    private static void right(final Columns t, final int[] group, final int a, final Columns x, final int column) {
        final int k = group[a];
        final double[] xr = x.re()[column];
        final double[] xi = x.im()[column];
        final double[] dr = t.re()[k];
        final double[] di = t.im()[k];
        for (int i = 0; i < k; i++) {
            xr[i] = -dr[i];
            xi[i] = -di[i];
        }
        xr[k] = 1;
        final double rounding = rounding(dr[k], di[k]);
        int member = a - 1;
        for (int j = k - 1; j >= 0; j--) {
            if (member >= 0 && group[member] == j) {
                couple(x, column, member, j, 0, j);
                member--;
                continue;
            }
            final double size = pivot(xr, xi, j, t.re()[j][j] - dr[k], t.im()[j][j] - di[k], rounding);
            if (size > LARGE) {
                rescale(xr, xi, 0, k + 1, 1 / size);
            }
            Products.addMultiple(xr, xi, t.re()[j], t.im()[j], -xr[j], -xi[j], 0, j);
        }
    }

    /**
     * The vector of member a of a group, after those of the members above it, written into a column of y. Works on the
     * conjugate u of y, u^T (T - lambda) = 0.
     */
    private static void left(final Columns rows, final int[] group, final int a, final Columns y, final int column) {
        final int n = rows.count();
        final int k = group[a];
        final double[] ur = y.re()[column];
        final double[] ui = y.im()[column];
        final double[] dr = rows.re()[k];
        final double[] di = rows.im()[k];
        for (int j = k + 1; j < n; j++) {
            ur[j] = -dr[j];
            ui[j] = -di[j];
        }
        ur[k] = 1;
        final double rounding = rounding(dr[k], di[k]);
        int member = a + 1;
        for (int j = k + 1; j < n; j++) {
            if (member < group.length && group[member] == j) {
                couple(y, column, member, j, j + 1, n);
                member++;
                continue;
            }
            final double size = pivot(ur, ui, j, rows.re()[j][j] - dr[k], rows.im()[j][j] - di[k], rounding);
            if (size > LARGE) {
                rescale(ur, ui, k, n, 1 / size);
            }
            Products.addMultiple(ur, ui, rows.re()[j], rows.im()[j], -ur[j], -ui[j], j + 1, n);
        }
    }

    /**
     * Takes the entry of B that couples a column to a member, -x_jk/x_jj, into the equations from..to-1, and sets x_jk
     * to 0.
     */
    private static void couple(final Columns x, final int column, final int member, final int j, final int from,
        final int to) {
        final double[] xr = x.re()[column];
        final double[] xi = x.im()[column];
        final double unit = x.re()[member][j];
        Products.addMultiple(xr, xi, x.re()[member], x.im()[member], -xr[j] / unit, -xi[j] / unit, from, to);
        xr[j] = 0;
        xi[j] = 0;
    }

    /** Divides component j by the pivot and returns its size. */
    private static double pivot(final double[] xr, final double[] xi, final int j, final double pivotRe,
        final double pivotIm, final double rounding) {
        final boolean small = Math.abs(pivotRe) + Math.abs(pivotIm) < rounding;
        double pr = small ? rounding : pivotRe;
        double pi = small ? 0 : pivotIm;
        // scaled division: both parts of the pivot are brought to order 1
        final double scale = 1 / Math.max(Math.abs(pr), Math.abs(pi));
        pr *= scale;
        pi *= scale;
        final double inverse = scale / (pr * pr + pi * pi);
        final double r = (xr[j] * pr + xi[j] * pi) * inverse;
        xi[j] = (xi[j] * pr - xr[j] * pi) * inverse;
        xr[j] = r;
        return Math.abs(r) + Math.abs(xi[j]);
    }

    private static void rescale(final double[] xr, final double[] xi, final int from, final int to,
        final double factor) {
        for (int i = from; i < to; i++) {
            xr[i] *= factor;
            xi[i] *= factor;
        }
    }

    /** Scales each column to unit 2-norm with its largest component real and positive. */
    static void normalize(final Columns v) {
        for (int k = 0; k < v.count(); k++) {
            final double[] re = v.re()[k];
            final double[] im = v.im()[k];
            double largest = 0;
            for (int i = 0; i < re.length; i++) {
                largest = Math.max(largest, Math.max(Math.abs(re[i]), Math.abs(im[i])));
            }
            final int exponent = Math.getExponent(largest);
            double sum = 0;
            int at = 0;
            double most = -1;
            for (int i = 0; i < re.length; i++) {
                re[i] = Math.scalb(re[i], -exponent);
                im[i] = Math.scalb(im[i], -exponent);
                final double square = re[i] * re[i] + im[i] * im[i];
                sum += square;
                if (square > most * (1 + 16 * SchurIteration.EPS)) {
                    most = square;
                    at = i;
                }
            }
            final double factor = 1 / Math.sqrt(sum * most);
            final double pr = re[at] * factor;
            final double pi = -im[at] * factor;
            for (int i = 0; i < re.length; i++) {
                final double r = re[i] * pr - im[i] * pi;
                im[i] = re[i] * pi + im[i] * pr;
                re[i] = r;
            }
            im[at] = 0;
        }
    }
}
