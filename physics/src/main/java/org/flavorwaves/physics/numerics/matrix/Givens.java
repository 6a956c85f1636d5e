package org.flavorwaves.physics.numerics.matrix;

/**
 * Complex rotations of two numbers as a phase followed by a real rotation,
 *
 * <pre>G = [[c, s], [-s, c]] diag(1, p),   c, s &gt;= 0 real, c^2 + s^2 = 1, |p| = 1.</pre>
 *
 * <p>Every vector is rotated to a multiple of e_1 by such a G; unlike those of the usual complex rotation the loops are
 * so short that compilers reliably vectorise them.
 */
public final class Givens {
    private static final double SMALL = 0x1p-480;

    private static final double RESCALE = 0x1p600;

    private double m_c;

    private double m_s;

    private double m_pRe;

    private double m_pIm;

    private double m_rRe;

    private double m_rIm;

    /**
     * Cosine of the last rotation.
     *
     * @return c, at least 0
     */
    public double c() {
        return m_c;
    }

    /**
     * Sine of the last rotation.
     *
     * @return s, at least 0
     */
    public double s() {
        return m_s;
    }

    /**
     * Real part of the phase of the last rotation.
     *
     * @return Re p
     */
    public double pRe() {
        return m_pRe;
    }

    /**
     * Imaginary part of the phase of the last rotation.
     *
     * @return Im p
     */
    public double pIm() {
        return m_pIm;
    }

    /**
     * Real part of the entry that the last rotation leaves.
     *
     * @return Re r
     */
    public double rRe() {
        return m_rRe;
    }

    /**
     * Imaginary part of the entry that the last rotation leaves.
     *
     * @return Im r
     */
    public double rIm() {
        return m_rIm;
    }

    /**
     * The rotation with G (x, y) = (r, 0); the numbers must not be large enough for their squares to overflow. Numbers
     * whose squares underflow are scaled first: phases must have modulus 1 even if they are those of subnormal numbers.
     */
    public void eliminate(final double xr, final double xi, final double yr, final double yi) {
        final double xScale = Math.max(Math.abs(xr), Math.abs(xi)) < SMALL ? RESCALE : 1;
        final double yScale = Math.max(Math.abs(yr), Math.abs(yi)) < SMALL ? RESCALE : 1;
        final double x = modulus(xr * xScale, xi * xScale);
        final double y = modulus(yr * yScale, yi * yScale);
        m_pRe = 1;
        m_pIm = 0;
        if (y == 0) {
            m_c = 1;
            m_s = 0;
            m_rRe = xr;
            m_rIm = xi;
        } else if (x == 0) {
            m_c = 0;
            m_s = 1;
            m_rRe = yr;
            m_rIm = yi;
        } else {
            final double ur = xr * xScale / x;
            final double ui = xi * xScale / x;
            final double wr = yr * yScale / y;
            final double wi = yi * yScale / y;
            m_pRe = ur * wr + ui * wi;
            m_pIm = ui * wr - ur * wi;
            final double scale = Math.min(xScale, yScale);
            final double a = x / xScale * scale;
            final double b = y / yScale * scale;
            final double r = modulus(a, b);
            m_c = a / r;
            m_s = b / r;
            m_rRe = ur * r / scale;
            m_rIm = ui * r / scale;
        }
    }

    private static double modulus(final double a, final double b) {
        return Math.sqrt(a * a + b * b);
    }

    /**
     * Applies a chain of rotations from the left to one column: rotation number offset + k, k = 0..count-1, to rows
     * row + k and row + k + 1.
     */
    public static void rotateDown(final double[] re, final double[] im, final double[] c, final double[] s,
        final double[] pr, final double[] pi, final int offset, final int row, final int count) {
        double xr = re[row];
        double xi = im[row];
        for (int k = 0; k < count; k++) {
            final double cos = c[offset + k];
            final double sin = s[offset + k];
            final double br = re[row + k + 1];
            final double bi = im[row + k + 1];
            final double yr = pr[offset + k] * br - pi[offset + k] * bi;
            final double yi = pr[offset + k] * bi + pi[offset + k] * br;
            re[row + k] = cos * xr + sin * yr;
            im[row + k] = cos * xi + sin * yi;
            xr = cos * yr - sin * xr;
            xi = cos * yi - sin * xi;
        }
        re[row + count] = xr;
        im[row + count] = xi;
    }

    /**
     * Applies G^H from the right to rows from..to-1 of two columns, or, with the conjugate of p, G from the left to two
     * rows.
     */
    public static void rotateColumns(final double[] xr, final double[] xi, final double[] yr, final double[] yi,
        final double c, final double s, final double pr, final double pi, final int from, final int to) {
        multiply(yr, yi, pr, -pi, from, to);
        rotate(xr, yr, c, s, from, to);
        rotate(xi, yi, c, s, from, to);
    }

    private static void multiply(final double[] re, final double[] im, final double pr, final double pi,
        final int from, final int to) {
        for (int i = from; i < to; i++) {
            final double r = re[i];
            final double m = im[i];
            re[i] = pr * r - pi * m;
            im[i] = pr * m + pi * r;
        }
    }

    private static void rotate(final double[] x, final double[] y, final double c, final double s, final int from,
        final int to) {
        for (int i = from; i < to; i++) {
            final double a = x[i];
            final double b = y[i];
            x[i] = c * a + s * b;
            y[i] = c * b - s * a;
        }
    }
}
