package org.flavorwaves.physics.linear.survey.fast;

import org.flavorwaves.physics.linear.WavePolarization;

/**
 * One growing wave along a direction: solves T e = 0, T = g - chi(omega, k), near an estimate by Newton's method for
 * omega and e together, see {@link NullVector}. Also knows the complex slope d omega/dk = sum c (e.p.e)/(omega - k c)^2
 * / sum (e.p.e)/(omega - k c)^2. Mutable, for one thread.
 */
final class LineWave {
    private static final int MAX_STEPS = 14;

    /** Steps shorter than this, in units of sum |G|, are rounding. */
    private static final double ROUNDING = 3e-16;

    /** A wave is accepted when the last step was shorter. */
    private static final double ACCEPTED = 1e-12;

    private final BeamTensors m_tensors;

    private final double[] m_chi = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_square = new double[2 * BeamTensors.COMPONENTS];

    private final NullVector m_field = new NullVector();

    private double m_k;

    private double m_re;

    private double m_im;

    private double m_slopeRe;

    private double m_slopeIm;

    LineWave(final BeamTensors tensors) {
        m_tensors = tensors;
    }

    double k() {
        return m_k;
    }

    double omegaRe() {
        return m_re;
    }

    double growth() {
        return m_im;
    }

    /** Re d omega/dk. */
    double velocity() {
        return m_slopeRe;
    }

    /** Im d omega/dk. */
    double growthSlope() {
        return m_slopeIm;
    }

    /** The polarization: one of two in an axial medium, else mixed. */
    WavePolarization polarization() {
        if (!m_tensors.axial()) {
            return WavePolarization.MIXED;
        }
        return m_field.square(1) + m_field.square(2) > m_field.square(0) + m_field.square(3)
            ? WavePolarization.TRANSVERSE : WavePolarization.LONGITUDINAL;
    }

    /** A copy of where another wave is. */
    void set(final LineWave other) {
        m_k = other.m_k;
        m_re = other.m_re;
        m_im = other.m_im;
        m_slopeRe = other.m_slopeRe;
        m_slopeIm = other.m_slopeIm;
        m_field.set(other.m_field);
    }

    /**
     * Goes to the wave near an estimate.
     *
     * @param k wave number
     * @param re estimated Re omega
     * @param im estimated Im omega, positive
     * @param transverse whether the wave of an axial tensor is transverse; ignored otherwise
     * @return whether there is a growing wave
     */
    boolean start(final double k, final double re, final double im, final boolean transverse) {
        if (!m_tensors.axial()) {
            m_field.reset(1, 0.31, 0.47, 0.62);
        } else if (transverse) {
            m_field.reset(0, 1, 0, 0);
        } else {
            m_field.reset(1, 0, 0, 0.62);
        }
        m_tensors.susceptibility(re, im, k, m_chi);
        if (!m_field.improve(m_chi) || !m_field.improve(m_chi)) {
            return false;
        }
        return settle(k, re, im);
    }

    /**
     * Follows a wave to a neighbouring wave number along its slope.
     *
     * @param from the wave
     * @param k wave number
     * @return whether the growing wave was reached
     */
    boolean follow(final LineWave from, final double k) {
        m_field.set(from.m_field);
        final double step = k - from.m_k;
        final double re = from.m_re + from.m_slopeRe * step;
        final double im = from.m_im + from.m_slopeIm * step;
        final double start = im > 0 ? im : 0.5 * from.m_im;
        return settle(k, re, start) && Math.hypot(m_re - re, m_im - start) <= Math.abs(step) + ACCEPTED;
    }

    private boolean settle(final double k, final double re, final double im) {
        m_k = k;
        m_re = re;
        m_im = im;
        double previous = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS && m_im > 0; step++) {
            m_tensors.susceptibility(m_re, m_im, k, m_chi, m_square);
            if (!m_field.step(m_chi, m_square)) {
                return false;
            }
            final double size = Math.hypot(m_field.changeRe(), m_field.changeIm());
            if (!(size < 1e3)) {
                return false;
            }
            m_re += m_field.changeRe();
            m_im += m_field.changeIm();
            if (size <= ROUNDING * (1 + Math.hypot(m_re, m_im)) || size <= ACCEPTED && size >= previous / 2) {
                return m_im > 0 && slope();
            }
            previous = size;
        }
        return false;
    }

    /** The slope, with the squares of the last step, which was shorter than matters. */
    private boolean slope() {
        final double[] sum = m_field.quadratic(m_square);
        final double dRe = sum[0];
        final double dIm = sum[1];
        m_tensors.slope(m_re, m_im, m_k, m_chi);
        final double[] c = m_field.quadratic(m_chi);
        final double norm = dRe * dRe + dIm * dIm;
        m_slopeRe = (c[0] * dRe + c[1] * dIm) / norm;
        m_slopeIm = (c[1] * dRe - c[0] * dIm) / norm;
        return Double.isFinite(m_slopeRe) && Double.isFinite(m_slopeIm);
    }
}
