package org.flavorwaves.physics.flavomon.beams;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.Sector;

/**
 * Flavomons of beams as given, at complex frequency, with I_n = sum_c g_c v_c^n/(omega - k v_c) (FR S57): longitudinal
 * ones at F(omega) = (1 - I_0)(1 + I_2) + I_1^2 = 0, transverse ones at 1 + (I_0 - I_2)/2 = 0. A beam is a ring about
 * the axis. Not thread-safe: it is moved to a frequency and then asked.
 */
public final class BeamDispersion {
    private static final int NEWTON_STEPS = 60;

    private static final double ACCURACY = 4e-16;

    private final boolean m_transverse;

    private final double[] m_v;

    private final double[] m_g;

    /** I_0, I_1, I_2 and J_0, J_1, J_2, real and imaginary parts in turn. */
    private final double[] m_sums = new double[12];

    private double m_k;

    private double m_re;

    private double m_im;

    private double m_timeRe;

    private double m_timeIm;

    private double m_axisRe;

    private double m_axisIm;

    /** F and dF/domega, real and imaginary parts in turn. */
    private final double[] m_value = new double[4];

    /**
     * Takes the beams.
     *
     * @param sector longitudinal or transverse
     * @param v cos theta of the beams
     */
    public BeamDispersion(final Sector sector, final double[] v) {
        m_transverse = sector == Sector.TRANSVERSE;
        m_v = v.clone();
        m_g = new double[v.length];
    }

    /**
     * Changes a beam.
     *
     * @param beam index of the beam
     * @param g its lepton number
     */
    public void setNumber(final int beam, final double g) {
        m_g[beam] = g;
    }

    private void at(final double k, final double re, final double im) {
        m_k = k;
        m_re = re;
        m_im = im;
        Arrays.fill(m_sums, 0);
        for (int c = 0; c < m_v.length; c++) {
            final double x = re - k * m_v[c];
            final double norm = x * x + im * im;
            final double rx = x / norm;
            final double ry = -im / norm;
            final double sx = rx * rx - ry * ry;
            final double sy = 2 * rx * ry;
            double g = m_g[c];
            for (int n = 0; n < 3; n++) {
                m_sums[2 * n] += g * rx;
                m_sums[2 * n + 1] += g * ry;
                m_sums[6 + 2 * n] += g * sx;
                m_sums[7 + 2 * n] += g * sy;
                g *= m_v[c];
            }
        }
    }

    /**
     * Moves to the root that Newton's method reaches from a start.
     *
     * @param k shifted wave number
     * @param re real part of the start
     * @param im imaginary part of the start
     * @param reach largest distance of the root from the start
     * @return whether there is a root; then {@link #re()}, {@link #im()} and the polarization belong to it
     */
    public boolean solve(final double k, final double re, final double im, final double reach) {
        double x = re;
        double y = im;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            at(k, x, y);
            value();
            final double fr = m_value[0];
            final double fi = m_value[1];
            final double dr = m_value[2];
            final double di = m_value[3];
            final double norm = dr * dr + di * di;
            final double stepRe = (fr * dr + fi * di) / norm;
            final double stepIm = (fi * dr - fr * di) / norm;
            final double size = Math.hypot(stepRe, stepIm);
            final boolean stalls = size <= 1e-9 * (Math.hypot(x, y) + Math.abs(k)) && size >= 0.5 * last;
            if (size <= ACCURACY * (Math.hypot(x, y) + Math.abs(k)) || stalls) {
                polarize();
                return true;
            }
            last = size;
            x -= stepRe;
            y -= stepIm;
            if (!(Math.hypot(x - re, y - im) <= reach)) {
                return false;
            }
        }
        return false;
    }

    private void value() {
        if (m_transverse) {
            m_value[0] = 1 + 0.5 * (m_sums[0] - m_sums[4]);
            m_value[1] = 0.5 * (m_sums[1] - m_sums[5]);
            m_value[2] = 0.5 * (m_sums[10] - m_sums[6]);
            m_value[3] = 0.5 * (m_sums[11] - m_sums[7]);
            return;
        }
        final double ar = 1 - m_sums[0];
        final double ai = -m_sums[1];
        final double br = 1 + m_sums[4];
        final double bi = m_sums[5];
        final double cr = m_sums[2];
        final double ci = m_sums[3];
        m_value[0] = ar * br - ai * bi + cr * cr - ci * ci;
        m_value[1] = ar * bi + ai * br + 2 * cr * ci;
        m_value[2] = m_sums[6] * br - m_sums[7] * bi - ar * m_sums[10] + ai * m_sums[11]
            - 2 * (cr * m_sums[8] - ci * m_sums[9]);
        m_value[3] = m_sums[6] * bi + m_sums[7] * br - ar * m_sums[11] - ai * m_sums[10]
            - 2 * (cr * m_sums[9] + ci * m_sums[8]);
    }

    /** Lower components (e_0, e_z) of unit length, (I_1, 1 - I_0) or (1 + I_2, -I_1), whichever is larger. */
    private void polarize() {
        m_timeRe = m_sums[2];
        m_timeIm = m_sums[3];
        m_axisRe = 1 - m_sums[0];
        m_axisIm = -m_sums[1];
        final double first = norm();
        final double second = Math.sqrt(square(1 + m_sums[4], m_sums[5]) + square(m_sums[2], m_sums[3]));
        if (second > first) {
            m_timeRe = 1 + m_sums[4];
            m_timeIm = m_sums[5];
            m_axisRe = -m_sums[2];
            m_axisIm = -m_sums[3];
        }
        final double scale = 1 / norm();
        m_timeRe *= scale;
        m_timeIm *= scale;
        m_axisRe *= scale;
        m_axisIm *= scale;
    }

    private static double square(final double re, final double im) {
        return re * re + im * im;
    }

    private double norm() {
        return Math.sqrt(square(m_timeRe, m_timeIm) + square(m_axisRe, m_axisIm));
    }

    /**
     * Re omega of the root.
     *
     * @return the shifted frequency, in the units of the potentials
     */
    public double re() {
        return m_re;
    }

    /**
     * Im omega of the root.
     *
     * @return the growth rate, in the units of the potentials
     */
    public double im() {
        return m_im;
    }

    /**
     * How strongly a beam feels the root's field.
     *
     * @param beam index of the beam
     * @return |e.V|^2/|omega - k v|^2; of each of two transverse waves, averaged over the ring, |e.V|^2 = (1 - v^2)/2
     */
    public double response(final int beam) {
        return square(dotRe(beam), dotIm(beam)) / square(m_re - m_k * m_v[beam], m_im);
    }

    private double dotRe(final int beam) {
        final double v = m_v[beam];
        return m_transverse ? Math.sqrt(0.5 * (1 - v * v)) : m_timeRe + m_axisRe * v;
    }

    private double dotIm(final int beam) {
        return m_transverse ? 0 : m_timeIm + m_axisIm * m_v[beam];
    }

    /**
     * The sign and size of the field's square, e^m* g_mn e^n = |e_0|^2 - |e_z|^2 (FR S31): what the potential energy of
     * the field is for |A|^2 = 1.
     *
     * @return a number from -1 to 1; -1 for transverse waves
     */
    public double square() {
        return m_transverse ? -1 : square(m_timeRe, m_timeIm) - square(m_axisRe, m_axisIm);
    }

    /**
     * The wave-function renormalisation at the root (FR 10), (FR 11).
     *
     * @return Z for sum |e_n|^2 = 1, from the real part of 1/Z; infinite where that vanishes
     */
    public double renormalisation() {
        double inverse = 0;
        for (int c = 0; c < m_v.length; c++) {
            final double x = m_re - m_k * m_v[c];
            final double norm = square(x, m_im);
            inverse += m_g[c] * response(c) * (x * x - m_im * m_im) / norm;
        }
        return 1 / inverse;
    }

    /**
     * How far the root is from a double one: |sum_c g_c (e.V_c)^2/(omega - k v_c)^2|, without a complex conjugate.
     *
     * @return 0 where two roots merge
     */
    public double overlap() {
        double sumRe = 0;
        double sumIm = 0;
        for (int c = 0; c < m_v.length; c++) {
            final double x = m_re - m_k * m_v[c];
            final double norm = square(x, m_im);
            final double aRe = dotRe(c);
            final double aIm = dotIm(c);
            final double qRe = (aRe * x + aIm * m_im) / norm;
            final double qIm = (aIm * x - aRe * m_im) / norm;
            sumRe += m_g[c] * (qRe * qRe - qIm * qIm);
            sumIm += m_g[c] * 2 * qRe * qIm;
        }
        return Math.sqrt(square(sumRe, sumIm));
    }
}
