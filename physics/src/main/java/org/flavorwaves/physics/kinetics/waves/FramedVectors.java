package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;

/**
 * The right or left vectors of all bands of one wave by their components in local frames, each without the zeros at its
 * end and before its last component: of 3N numbers at most 2N are kept in an aligned gas, and 2N and perhaps another
 * one in equilibrium. Imaginary parts are kept apart, since where all polarizations lie in a plane and nothing is
 * damped the vectors of stable bands are real.
 */
final class FramedVectors {
    /** A part below this share of the largest component is rounding. */
    private static final double ROUNDING = 0x1p-50;

    /** A vector whose imaginary parts are all below this share of its largest component is real but for rounding. */
    private static final double REAL = 1e-13;

    private static final double[] NONE = {};

    private final int m_components;

    private final double[][] m_re;

    private final double[][] m_im;

    /** A component behind a gap of zeros, and its parts; the component is negative if there is none. */
    private final int[] m_tail;

    private final double[] m_tailRe;

    private final double[] m_tailIm;

    /** So many vectors of so many components, of which none is set. */
    FramedVectors(final int vectors, final int components) {
        m_components = components;
        m_re = new double[vectors][];
        m_im = new double[vectors][];
        m_tail = new int[vectors];
        m_tailRe = new double[vectors];
        m_tailIm = new double[vectors];
    }

    /** Takes the components of a vector. */
    void set(final int vector, final double[] cRe, final double[] cIm) {
        double largest = 0;
        double imaginary = 0;
        for (int c = 0; c < m_components; c++) {
            largest = Math.max(largest, Math.abs(cRe[c]) + Math.abs(cIm[c]));
            imaginary = Math.max(imaginary, Math.abs(cIm[c]));
        }
        final double rounding = ROUNDING * largest;
        final double[] im = imaginary > REAL * largest ? cIm : new double[m_components];
        final int last = last(cRe, im, m_components, rounding);
        final int before = last(cRe, im, last, rounding);
        final boolean gap = last >= 0 && before < last - 1;
        m_tail[vector] = gap ? last : -1;
        m_tailRe[vector] = gap ? cRe[last] : 0;
        m_tailIm[vector] = gap ? im[last] : 0;
        m_re[vector] = Arrays.copyOf(cRe, gap ? before + 1 : last + 1);
        final int end = last(im, im, m_re[vector].length, rounding) + 1;
        m_im[vector] = end > 0 ? Arrays.copyOf(im, end) : NONE;
    }

    /** The last component before another one that is not 0 to rounding, -1 if there is none. */
    private static int last(final double[] re, final double[] im, final int end, final double rounding) {
        int last = end - 1;
        while (last >= 0 && Math.abs(re[last]) + Math.abs(im[last]) <= rounding) {
            last--;
        }
        return last;
    }

    /**
     * The same numbers by components: vector c has the component r of vector order[r] as its component r.
     *
     * @param order all vectors
     */
    FramedVectors transposed(final int[] order) {
        final FramedVectors transposed = new FramedVectors(m_components, order.length);
        final double[][] re = new double[m_components][order.length];
        final double[][] im = new double[m_components][order.length];
        final double[] cRe = new double[m_components];
        final double[] cIm = new double[m_components];
        for (int r = 0; r < order.length; r++) {
            Arrays.fill(cRe, 0);
            Arrays.fill(cIm, 0);
            add(order[r], 1, 0, cRe, cIm);
            for (int c = 0; c < m_components; c++) {
                re[c][r] = cRe[c];
                im[c][r] = cIm[c];
            }
        }
        for (int c = 0; c < m_components; c++) {
            transposed.set(c, re[c], im[c]);
        }
        return transposed;
    }

    /** The vectors by falling numbers of kept components, complex ones before real ones. */
    int[] order() {
        final Integer[] order = new Integer[m_re.length];
        Arrays.setAll(order, v -> v);
        Arrays.sort(order, (v, u) -> m_re[v].length != m_re[u].length ? m_re[u].length - m_re[v].length
            : m_im[u].length - m_im[v].length);
        return Arrays.stream(order).mapToInt(v -> v).toArray();
    }

    /** Adds (x + i y) times a vector. */
    void add(final int vector, final double x, final double y, final double[] cRe, final double[] cIm) {
        addMultiple(m_re[vector], x, cRe);
        addMultiple(m_re[vector], y, cIm);
        addRest(vector, x, y, cRe, cIm);
    }

    /** |v . (x + i y)| of a vector v, without conjugation. */
    double product(final int vector, final double[] x, final double[] y) {
        double re = 0;
        double im = 0;
        for (int c = 0; c < m_re[vector].length; c++) {
            re += m_re[vector][c] * x[c];
            im += m_re[vector][c] * y[c];
        }
        for (int c = 0; c < m_im[vector].length; c++) {
            re -= m_im[vector][c] * y[c];
            im += m_im[vector][c] * x[c];
        }
        final int tail = m_tail[vector];
        if (tail >= 0) {
            re += m_tailRe[vector] * x[tail] - m_tailIm[vector] * y[tail];
            im += m_tailRe[vector] * y[tail] + m_tailIm[vector] * x[tail];
        }
        return Math.hypot(re, im);
    }

    /**
     * Adds all vectors, each times its own factor, for several states side by side: four at a time as far as all of
     * them are kept.
     *
     * @param order all vectors, like ones together
     * @param x real parts of the factors in this order, [vector][state]
     * @param y imaginary parts of the factors in this order
     * @param cRe real parts of the sums, [component][state]
     * @param cIm imaginary parts of the sums
     */
    void addAll(final int[] order, final double[][] x, final double[][] y, final double[][] cRe,
        final double[][] cIm, final int states) {
        addParts(m_re, 1, order, x, cRe, states);
        addParts(m_re, 1, order, y, cIm, states);
        addParts(m_im, -1, order, y, cRe, states);
        addParts(m_im, 1, order, x, cIm, states);
        for (int r = 0; r < order.length; r++) {
            final int tail = m_tail[order[r]];
            if (tail >= 0) {
                final double re = m_tailRe[order[r]];
                final double im = m_tailIm[order[r]];
                for (int t = 0; t < states; t++) {
                    cRe[tail][t] += x[r][t] * re - y[r][t] * im;
                    cIm[tail][t] += x[r][t] * im + y[r][t] * re;
                }
            }
        }
    }

    private static void addParts(final double[][] parts, final int sign, final int[] order, final double[][] x,
        final double[][] sum, final int states) {
        int r = 0;
        for (; r + 3 < order.length; r += 4) {
            final double[] v0 = parts[order[r]];
            final double[] v1 = parts[order[r + 1]];
            final double[] v2 = parts[order[r + 2]];
            final double[] v3 = parts[order[r + 3]];
            final int common = Math.min(Math.min(v0.length, v1.length), Math.min(v2.length, v3.length));
            for (int c = 0; c < common; c++) {
                addFour(sign * v0[c], x[r], sign * v1[c], x[r + 1], sign * v2[c], x[r + 2], sign * v3[c], x[r + 3],
                    sum[c], states);
            }
            for (int k = 0; k < 4; k++) {
                addFrom(common, parts[order[r + k]], sign, x[r + k], sum, states);
            }
        }
        for (; r < order.length; r++) {
            addFrom(0, parts[order[r]], sign, x[r], sum, states);
        }
    }

    private static void addFrom(final int from, final double[] v, final int sign, final double[] x,
        final double[][] sum, final int states) {
        for (int c = from; c < v.length; c++) {
            addOne(sign * v[c], x, sum[c], states);
        }
    }

    private static void addFour(final double v0, final double[] x0, final double v1, final double[] x1,
        final double v2, final double[] x2, final double v3, final double[] x3, final double[] sum,
        final int states) {
        for (int t = 0; t < states; t++) {
            sum[t] += v0 * x0[t] + v1 * x1[t] + v2 * x2[t] + v3 * x3[t];
        }
    }

    private static void addOne(final double v, final double[] x, final double[] sum, final int states) {
        for (int t = 0; t < states; t++) {
            sum[t] += v * x[t];
        }
    }

    /** Adds imaginary parts and the component behind the gap. */
    private void addRest(final int vector, final double x, final double y, final double[] cRe, final double[] cIm) {
        if (m_im[vector].length > 0) {
            addMultiple(m_im[vector], -y, cRe);
            addMultiple(m_im[vector], x, cIm);
        }
        final int tail = m_tail[vector];
        if (tail >= 0) {
            cRe[tail] += x * m_tailRe[vector] - y * m_tailIm[vector];
            cIm[tail] += x * m_tailIm[vector] + y * m_tailRe[vector];
        }
    }

    private static void addMultiple(final double[] v, final double x, final double[] sum) {
        for (int c = 0; c < v.length; c++) {
            sum[c] += x * v[c];
        }
    }

    /**
     * Adds Re (x + i y) v_c conj(s_c) of a vector v to the entry of the mode of each component c.
     *
     * @param out one entry a mode; component c is of mode c modulo their number
     */
    void addOverlaps(final int vector, final double x, final double y, final double[] sRe, final double[] sIm,
        final double[] out) {
        final double[] re = m_re[vector];
        final double[] im = m_im[vector];
        int i = 0;
        for (int c = 0; c < re.length; c++) {
            final double imaginary = c < im.length ? im[c] * (x * sIm[c] - y * sRe[c]) : 0;
            out[i] += re[c] * (x * sRe[c] + y * sIm[c]) + imaginary;
            i = i + 1 == out.length ? 0 : i + 1;
        }
        final int tail = m_tail[vector];
        if (tail >= 0) {
            out[tail % out.length] += (x * m_tailRe[vector] - y * m_tailIm[vector]) * sRe[tail]
                + (x * m_tailIm[vector] + y * m_tailRe[vector]) * sIm[tail];
        }
    }
}
