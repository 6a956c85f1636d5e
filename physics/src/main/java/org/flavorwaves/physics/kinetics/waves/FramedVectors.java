package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;

/**
 * The right or left vectors of all bands of one wave by their components in local frames, each without the zeros before
 * its first and after its last component that is not: N or 1 of 3N numbers in an aligned gas, 2N or 1 in equilibrium.
 */
final class FramedVectors {
    /** A component below this share of the largest is rounding. */
    private static final double ROUNDING = 0x1p-50;

    private final int[] m_from;

    private final double[][] m_re;

    private final double[][] m_im;

    FramedVectors(final int bands) {
        m_from = new int[bands];
        m_re = new double[bands][];
        m_im = new double[bands][];
    }

    /** Takes the components of a band. */
    void set(final int band, final double[] cRe, final double[] cIm) {
        double largest = 0;
        for (int c = 0; c < cRe.length; c++) {
            largest = Math.max(largest, Math.abs(cRe[c]) + Math.abs(cIm[c]));
        }
        int from = 0;
        int to = cRe.length;
        while (from < to && isRounding(cRe[from], cIm[from], largest)) {
            from++;
        }
        while (to > from && isRounding(cRe[to - 1], cIm[to - 1], largest)) {
            to--;
        }
        m_from[band] = from;
        m_re[band] = Arrays.copyOfRange(cRe, from, to);
        m_im[band] = Arrays.copyOfRange(cIm, from, to);
    }

    private static boolean isRounding(final double re, final double im, final double largest) {
        return Math.abs(re) + Math.abs(im) <= ROUNDING * largest;
    }

    /** The first component of a band that is kept. */
    int from(final int band) {
        return m_from[band];
    }

    /** The end of the components of a band that are kept. */
    int to(final int band) {
        return m_from[band] + m_re[band].length;
    }

    /** Adds (x + i y) times the vector of a band. */
    void add(final int band, final double x, final double y, final double[] cRe, final double[] cIm) {
        final double[] vRe = m_re[band];
        final double[] vIm = m_im[band];
        final int from = m_from[band];
        for (int c = 0; c < vRe.length; c++) {
            cRe[from + c] += x * vRe[c] - y * vIm[c];
            cIm[from + c] += x * vIm[c] + y * vRe[c];
        }
    }

    /** Writes the product, without conjugation, of the vector of a band with components to out[at], out[at + 1]. */
    void multiply(final int band, final double[] cRe, final double[] cIm, final double[] out, final int at) {
        final double[] vRe = m_re[band];
        final double[] vIm = m_im[band];
        final int from = m_from[band];
        final int even = vRe.length & -2;
        double x = 0;
        double y = 0;
        double x1 = 0;
        double y1 = 0;
        for (int c = 0; c < even; c += 2) {
            x += vRe[c] * cRe[from + c] - vIm[c] * cIm[from + c];
            y += vRe[c] * cIm[from + c] + vIm[c] * cRe[from + c];
            x1 += vRe[c + 1] * cRe[from + c + 1] - vIm[c + 1] * cIm[from + c + 1];
            y1 += vRe[c + 1] * cIm[from + c + 1] + vIm[c + 1] * cRe[from + c + 1];
        }
        if (even < vRe.length) {
            x += vRe[even] * cRe[from + even] - vIm[even] * cIm[from + even];
            y += vRe[even] * cIm[from + even] + vIm[even] * cRe[from + even];
        }
        x += x1;
        y += y1;
        out[at] = x;
        out[at + 1] = y;
    }
}
