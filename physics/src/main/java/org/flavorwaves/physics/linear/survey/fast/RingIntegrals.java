package org.flavorwaves.physics.linear.survey.fast;

/**
 * Averages over the azimuth phi of a ring, of 1, cos, cos^2 and sin^2 of phi over w = A - B cos(phi) and over w^2, and
 * the derivatives of the former by B, for Im A &gt; 0. With S = sqrt(A - B) sqrt(A + B) and q = 1/(A + S) they are
 * 1/S, Bq/S, Aq/S, q; A/S^3, B/S^3, (AS + B^2)q/S^3, q/S; and B/S^3, (1 + B^2(A + 2S)q/S^2)q/S, AB(A + 2S)q^2/S^3,
 * Bq^2/S. Without allocation; for one thread.
 */
final class RingIntegrals {
    /** Place of the average of 1. */
    static final int ONE = 0;

    /** Place of the average of cos phi. */
    static final int COS = 1;

    /** Place of the average of cos^2 phi. */
    static final int COS2 = 2;

    /** Place of the average of sin^2 phi. */
    static final int SIN2 = 3;

    private final double[] m_first = new double[8];

    private final double[] m_second = new double[8];

    private final double[] m_slope = new double[8];

    private final double[] m_a = new double[2];

    private final double[] m_s = new double[2];

    private final double[] m_q = new double[2];

    private final double[] m_r = new double[2];

    private final double[] m_t = new double[2];

    /** Computes all averages for A = (re, im) and B. */
    void compute(final double re, final double im, final double b) {
        m_a[0] = re;
        m_a[1] = im;
        root(re - b, im, m_s);
        root(re + b, im, m_t);
        times(m_s, m_t[0], m_t[1]);
        inverse(m_s[0], m_s[1], m_r);
        inverse(re + m_s[0], im + m_s[1], m_q);
        set(m_first, ONE, m_r, 1);
        set(m_t, 0, m_r, 1);
        times(m_t, m_q[0], m_q[1]);
        set(m_second, SIN2, m_t, 1);
        set(m_first, COS, m_t, b);
        times(m_t, re, im);
        set(m_first, COS2, m_t, 1);
        set(m_first, SIN2, m_q, 1);
        cubes(b);
        slopes(b);
    }

    private void cubes(final double b) {
        set(m_t, 0, m_r, 1);
        times(m_t, m_r[0], m_r[1]);
        times(m_t, m_r[0], m_r[1]);
        set(m_second, COS, m_t, b);
        set(m_slope, ONE, m_t, b);
        final double re = m_t[0];
        final double im = m_t[1];
        times(m_t, m_a[0], m_a[1]);
        set(m_second, ONE, m_t, 1);
        m_t[0] = re;
        m_t[1] = im;
        times(m_t, m_q[0], m_q[1]);
        times(m_t, m_a[0] * m_s[0] - m_a[1] * m_s[1] + b * b, m_a[0] * m_s[1] + m_a[1] * m_s[0]);
        set(m_second, COS2, m_t, 1);
    }

    private void slopes(final double b) {
        final double re = m_a[0] + 2 * m_s[0];
        final double im = m_a[1] + 2 * m_s[1];
        set(m_t, 0, m_r, b * b);
        times(m_t, m_r[0], m_r[1]);
        times(m_t, m_q[0], m_q[1]);
        times(m_t, re, im);
        m_t[0]++;
        times(m_t, m_r[0], m_r[1]);
        times(m_t, m_q[0], m_q[1]);
        set(m_slope, COS, m_t, 1);
        set(m_t, 0, m_r, b);
        times(m_t, m_q[0], m_q[1]);
        times(m_t, m_q[0], m_q[1]);
        set(m_slope, SIN2, m_t, 1);
        times(m_t, m_r[0], m_r[1]);
        times(m_t, m_r[0], m_r[1]);
        times(m_t, m_a[0], m_a[1]);
        times(m_t, re, im);
        set(m_slope, COS2, m_t, 1);
    }

    /** Averages over w; a complex number at each place. */
    double[] first() {
        return m_first;
    }

    /** Averages over w^2. */
    double[] second() {
        return m_second;
    }

    /** Derivatives of the averages over w by B. */
    double[] slope() {
        return m_slope;
    }

    private static void set(final double[] to, final int place, final double[] z, final double factor) {
        to[2 * place] = factor * z[0];
        to[2 * place + 1] = factor * z[1];
    }

    private static void times(final double[] z, final double re, final double im) {
        final double product = z[0] * re - z[1] * im;
        z[1] = z[0] * im + z[1] * re;
        z[0] = product;
    }

    private static void inverse(final double re, final double im, final double[] z) {
        final double norm = 1 / (re * re + im * im);
        z[0] = re * norm;
        z[1] = -im * norm;
    }

    /** The square root of a number with positive imaginary part, in the first quadrant. */
    private static void root(final double re, final double im, final double[] z) {
        final double size = Math.sqrt((Math.abs(re) + Math.sqrt(re * re + im * im)) / 2);
        z[0] = re >= 0 ? size : im / (2 * size);
        z[1] = re >= 0 ? im / (2 * size) : size;
    }
}
