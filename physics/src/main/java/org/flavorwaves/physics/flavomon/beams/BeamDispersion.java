package org.flavorwaves.physics.flavomon.beams;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector;

/**
 * Flavomons of beams as given, at complex frequency, with I_n = sum_c g_c v_c^n/(omega - k v_c) (FR S57): longitudinal
 * ones at F(omega) = (1 - I_0)(1 + I_2) + I_1^2 = 0, transverse ones at 1 + (I_0 - I_2)/2 = 0. A beam is a ring about
 * the axis. Not thread-safe: it is moved to a frequency and then asked.
 */
public final class BeamDispersion extends Dispersion {
    private static final int NEWTON_STEPS = 60;

    private static final double ACCURACY = 4e-16;

    private final Sector m_sector;

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
        m_sector = sector;
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

    @Override
    int stateSize() {
        return 2;
    }

    @Override
    boolean hasPairs() {
        return false;
    }

    @Override
    void setNumbers(final double[] g) {
        System.arraycopy(g, 0, m_g, 0, m_g.length);
    }

    @Override
    List<Complex> roots(final double k, final double floor) {
        return GrowingRoots.find(m_sector, m_v, m_g, k, floor);
    }

    @Override
    boolean mayBeMore(final double k, final int known) {
        return GrowingRoots.mayBeMore(m_sector, m_v, m_g, k, known);
    }

    @Override
    void start(final double k, final Complex root, final List<double[]> others, final double[] states,
        final int at) {
        states[at] = root.getReal();
        states[at + 1] = root.getImaginary();
    }

    @Override
    boolean solve(final double k, final double[] states, final int at, final double reach, final boolean pair) {
        return solve(k, states[at], states[at + 1], reach);
    }

    @Override
    boolean separate(final double[] other) {
        return false;
    }

    @Override
    double parallel(final double[] other) {
        return 1;
    }

    @Override
    void save(final double[] states, final int at) {
        states[at] = m_re;
        states[at + 1] = m_im;
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

    private double norm() {
        return Math.sqrt(square(m_timeRe, m_timeIm) + square(m_axisRe, m_axisIm));
    }

    @Override
    public double re() {
        return m_re;
    }

    @Override
    public double im() {
        return m_im;
    }

    @Override
    double detuning(final int beam) {
        return m_re - m_k * m_v[beam];
    }

    @Override
    int beams() {
        return m_v.length;
    }

    @Override
    double number(final int beam) {
        return m_g[beam];
    }

    @Override
    double dotRe(final int beam) {
        final double v = m_v[beam];
        return m_transverse ? Math.sqrt(0.5 * (1 - v * v)) : m_timeRe + m_axisRe * v;
    }

    @Override
    double dotIm(final int beam) {
        return m_transverse ? 0 : m_timeIm + m_axisIm * m_v[beam];
    }

    @Override
    public double square() {
        return m_transverse ? -1 : square(m_timeRe, m_timeIm) - square(m_axisRe, m_axisIm);
    }
}
