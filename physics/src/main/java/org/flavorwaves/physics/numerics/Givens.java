package org.flavorwaves.physics.numerics;

/**
 * Complex Givens rotations G = [[c, s], [-conj(s), c]] with c real, c^2 + |s|^2 = 1.
 */
final class Givens {
    private static final double SMALL = 0x1p-480;

    private static final double RESCALE = 0x1p500;

    private double m_c;

    private double m_sRe;

    private double m_sIm;

    private double m_rRe;

    private double m_rIm;

    /** Cosine of the last rotation. */
    double c() {
        return m_c;
    }

    /** Real part of the sine of the last rotation. */
    double sRe() {
        return m_sRe;
    }

    /** Imaginary part of the sine of the last rotation. */
    double sIm() {
        return m_sIm;
    }

    /** Real part of the entry that the last rotation leaves. */
    double rRe() {
        return m_rRe;
    }

    /** Imaginary part of the entry that the last rotation leaves. */
    double rIm() {
        return m_rIm;
    }

    /** The rotation with G (x, y) = (r, 0); the numbers must not be large enough for their squares to overflow. */
    void eliminate(final double xr, final double xi, final double yr, final double yi) {
        if (yr == 0 && yi == 0) {
            m_c = 1;
            m_sRe = 0;
            m_sIm = 0;
            m_rRe = xr;
            m_rIm = xi;
            return;
        }
        final double largest = Math.max(Math.max(Math.abs(xr), Math.abs(xi)), Math.max(Math.abs(yr), Math.abs(yi)));
        if (largest < SMALL) {
            eliminate(xr * RESCALE, xi * RESCALE, yr * RESCALE, yi * RESCALE);
            m_rRe /= RESCALE;
            m_rIm /= RESCALE;
            return;
        }
        final double x2 = xr * xr + xi * xi;
        final double y2 = yr * yr + yi * yi;
        if (x2 == 0) {
            final double y = Math.sqrt(y2);
            m_c = 0;
            m_sRe = yr / y;
            m_sIm = -yi / y;
            m_rRe = y;
            m_rIm = 0;
            return;
        }
        final double x = Math.sqrt(x2);
        final double r = Math.sqrt(x2 + y2);
        final double pr = xr / x;
        final double pi = xi / x;
        m_c = x / r;
        m_sRe = (pr * yr + pi * yi) / r;
        m_sIm = (pi * yr - pr * yi) / r;
        m_rRe = pr * r;
        m_rIm = pi * r;
    }

    /**
     * Applies a chain of rotations from the left to one column: rotation number offset + k, k = 0..count-1, to rows
     * row + k and row + k + 1.
     */
    static void rotateDown(final double[] re, final double[] im, final double[] c, final double[] sr,
        final double[] si, final int offset, final int row, final int count) {
        double xr = re[row];
        double xi = im[row];
        for (int k = 0; k < count; k++) {
            final double yr = re[row + k + 1];
            final double yi = im[row + k + 1];
            final double cos = c[offset + k];
            final double sinRe = sr[offset + k];
            final double sinIm = si[offset + k];
            re[row + k] = cos * xr + (sinRe * yr - sinIm * yi);
            im[row + k] = cos * xi + (sinRe * yi + sinIm * yr);
            final double tr = cos * yr - (sinRe * xr + sinIm * xi);
            xi = cos * yi - (sinRe * xi - sinIm * xr);
            xr = tr;
        }
        re[row + count] = xr;
        im[row + count] = xi;
    }

    /** Applies G^H from the right to rows from..to-1 of two columns. */
    static void rotateColumns(final double[] xr, final double[] xi, final double[] yr, final double[] yi,
        final double c, final double sr, final double si, final int from, final int to) {
        for (int i = from; i < to; i++) {
            final double ar = xr[i];
            final double ai = xi[i];
            final double br = yr[i];
            final double bi = yi[i];
            xr[i] = c * ar + (sr * br + si * bi);
            xi[i] = c * ai + (sr * bi - si * br);
            yr[i] = c * br - (sr * ar - si * ai);
            yi[i] = c * bi - (sr * ai + si * ar);
        }
    }
}
