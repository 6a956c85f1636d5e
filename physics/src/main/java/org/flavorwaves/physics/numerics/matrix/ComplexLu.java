package org.flavorwaves.physics.numerics.matrix;

/**
 * LU factorization P A = L U of a dense complex matrix with partial pivoting: solutions, determinant. Immutable.
 */
public final class ComplexLu {
    private final Columns m_lu;

    private final int[] m_pivot;

    private final boolean m_singular;

    private final int m_exponent;

    /**
     * Factorizes, about n^3/3 complex multiply-adds.
     *
     * @param a square matrix, not changed
     * @throws IllegalArgumentException if it is not square or has an entry that is not finite
     */
    public ComplexLu(final ComplexMatrix a) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException(
                "A matrix of " + a.rows() + " x " + a.columns() + " has no LU factors here; it must be square.");
        }
        a.requireFinite();
        final double largest = a.maxNorm();
        m_exponent = largest == 0 ? 0 : Math.getExponent(largest);
        m_lu = Columns.of(a, -m_exponent);
        m_pivot = new int[a.rows()];
        m_singular = factorize();
    }

    /** Left-looking, column by column: every inner loop runs down a column. */
    private boolean factorize() {
        final int n = m_lu.count();
        boolean singular = false;
        for (int j = 0; j < n; j++) {
            final double[] cr = m_lu.re()[j];
            final double[] ci = m_lu.im()[j];
            for (int k = 0; k < j; k++) {
                swap(cr, ci, k, m_pivot[k]);
            }
            for (int k = 0; k < j; k++) {
                subtract(cr, ci, m_lu.re()[k], m_lu.im()[k], cr[k], ci[k], k + 1);
            }
            int at = j;
            double most = -1;
            for (int i = j; i < n; i++) {
                final double size = Math.abs(cr[i]) + Math.abs(ci[i]);
                if (size > most) {
                    most = size;
                    at = i;
                }
            }
            m_pivot[j] = at;
            if (most == 0) {
                singular = true;
                continue;
            }
            for (int k = 0; k <= j; k++) {
                swap(m_lu.re()[k], m_lu.im()[k], j, at);
            }
            divide(cr, ci, j);
        }
        return singular;
    }

    private static void divide(final double[] cr, final double[] ci, final int j) {
        final double scale = 1 / Math.max(Math.abs(cr[j]), Math.abs(ci[j]));
        final double pr = cr[j] * scale;
        final double pi = ci[j] * scale;
        final double p2 = pr * pr + pi * pi;
        for (int i = j + 1; i < cr.length; i++) {
            final double xr = cr[i] * scale;
            final double xi = ci[i] * scale;
            cr[i] = (xr * pr + xi * pi) / p2;
            ci[i] = (xi * pr - xr * pi) / p2;
        }
    }

    private static void swap(final double[] cr, final double[] ci, final int i, final int k) {
        final double r = cr[i];
        cr[i] = cr[k];
        cr[k] = r;
        final double m = ci[i];
        ci[i] = ci[k];
        ci[k] = m;
    }

    private static void subtract(final double[] yr, final double[] yi, final double[] xr, final double[] xi,
        final double fr, final double fi, final int from) {
        for (int i = from; i < yr.length; i++) {
            final double r = xr[i];
            final double m = xi[i];
            yr[i] -= fr * r - fi * m;
            yi[i] -= fr * m + fi * r;
        }
    }

    /**
     * Whether a pivot is exactly zero, so that nothing can be solved.
     *
     * @return true for a singular matrix
     */
    public boolean singular() {
        return m_singular;
    }

    /**
     * Solves A X = B.
     *
     * @param b right-hand sides as columns, not changed
     * @return the solutions as columns
     * @throws IllegalArgumentException if the number of rows does not fit
     * @throws IllegalStateException if the matrix is singular
     */
    public ComplexMatrix solve(final ComplexMatrix b) {
        final int n = m_lu.count();
        if (b.rows() != n) {
            throw new IllegalArgumentException(
                "The right-hand side has " + b.rows() + " rows, the matrix " + n + ".");
        }
        if (m_singular) {
            throw new IllegalStateException("The matrix is singular: an exactly zero pivot.");
        }
        final Columns x = Columns.of(b, 0);
        for (int c = 0; c < b.columns(); c++) {
            solve(x.re()[c], x.im()[c]);
        }
        return b.columns() == 0 ? b.copy() : x.toMatrix();
    }

    private void solve(final double[] xr, final double[] xi) {
        final int n = m_lu.count();
        for (int k = 0; k < n; k++) {
            swap(xr, xi, k, m_pivot[k]);
        }
        for (int k = 0; k < n; k++) {
            subtract(xr, xi, m_lu.re()[k], m_lu.im()[k], xr[k], xi[k], k + 1);
        }
        for (int k = n - 1; k >= 0; k--) {
            final double[] ur = m_lu.re()[k];
            final double[] ui = m_lu.im()[k];
            final double scale = 1 / Math.max(Math.abs(ur[k]), Math.abs(ui[k]));
            final double pr = ur[k] * scale;
            final double pi = ui[k] * scale;
            final double p2 = pr * pr + pi * pi;
            final double r = xr[k] * scale;
            final double m = xi[k] * scale;
            xr[k] = (r * pr + m * pi) / p2;
            xi[k] = (m * pr - r * pi) / p2;
            for (int i = 0; i < k; i++) {
                final double ar = ur[i];
                final double ai = ui[i];
                xr[i] -= xr[k] * ar - xi[k] * ai;
                xi[i] -= xr[k] * ai + xi[k] * ar;
            }
        }
        for (int k = 0; k < n; k++) {
            xr[k] = Math.scalb(xr[k], -m_exponent);
            xi[k] = Math.scalb(xi[k], -m_exponent);
        }
    }

    /**
     * The determinant; overflows or underflows like any product of n numbers.
     *
     * @return real and imaginary part
     */
    public double[] determinant() {
        double re = 1;
        double im = 0;
        for (int k = 0; k < m_pivot.length; k++) {
            final double sign = m_pivot[k] == k ? 1 : -1;
            final double dr = Math.scalb(m_lu.re()[k][k], m_exponent) * sign;
            final double di = Math.scalb(m_lu.im()[k][k], m_exponent) * sign;
            final double t = re * dr - im * di;
            im = re * di + im * dr;
            re = t;
        }
        return new double[]{re + 0.0, im + 0.0};
    }
}
