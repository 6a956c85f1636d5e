package org.flavorwaves.physics.linear.survey.fast;

import org.flavorwaves.physics.linear.WavePolarization;
import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;
import org.flavorwaves.physics.linear.survey.tensors.NullVector;

/**
 * One growing wave along a direction: solves T e = 0, T = g - chi(omega, k), near an estimate by Newton's method for
 * omega and e together, see {@link NullVector}. Also knows the complex slope d omega/dk = sum c (e.p.e)/(omega - k c)^2
 * / sum (e.p.e)/(omega - k c)^2. Mutable, for one thread.
 */
final class LineWave {
    /** A step along the slope that ends farther from its estimate went to another wave. */
    private static final double SAME = 1e-12;

    /** A step to a wave of the same hill ends nearer to it than this part of the gain. */
    private static final double SAME_HILL = 0.1;

    /** A maximum is this level. */
    private static final double TOP = 1e-6;

    private final BeamTensors m_tensors;

    private final double[] m_moments = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_slope = new double[2];

    private final NullVector m_field;

    private double m_k;

    LineWave(final BeamTensors tensors) {
        m_tensors = tensors;
        m_field = new NullVector((re, im, chi, squares) -> tensors.susceptibility(re, im, m_k, chi, squares));
    }

    double k() {
        return m_k;
    }

    double omegaRe() {
        return m_field.omegaRe();
    }

    double growth() {
        return m_field.growth();
    }

    /** Im d omega/dk. */
    double growthSlope() {
        return m_slope[1];
    }

    /** The polarization: one of two in an axial medium, else mixed. */
    WavePolarization polarization() {
        if (!m_tensors.axial()) {
            return WavePolarization.MIXED;
        }
        return m_field.square(1) + m_field.square(2) > m_field.square(0) + m_field.square(3)
            ? WavePolarization.TRANSVERSE : WavePolarization.LONGITUDINAL;
    }

    /** Whether it is across the axis of an axial medium. */
    boolean isTransverse() {
        return polarization() == WavePolarization.TRANSVERSE;
    }

    /**
     * Whether a climb from here would come past a higher wave: the growth rises towards it, and the mean of the slopes
     * at both, exact for a parabola, leads to it.
     */
    boolean risesTo(final LineWave higher) {
        final double step = higher.m_k - m_k;
        final double gain = higher.growth() - growth();
        final double re = higher.omegaRe() - omegaRe() - 0.5 * (higher.m_slope[0] + m_slope[0]) * step;
        final double im = gain - 0.5 * (higher.m_slope[1] + m_slope[1]) * step;
        return gain > 0 && m_slope[1] * step > 0 && higher.m_slope[1] * step > -TOP * gain
            && Math.abs(re) + Math.abs(im) <= SAME_HILL * gain && polarization() == higher.polarization();
    }

    /** A copy of where another wave is. */
    void set(final LineWave other) {
        m_k = other.m_k;
        System.arraycopy(other.m_slope, 0, m_slope, 0, m_slope.length);
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
        m_k = k;
        return m_field.start(re, im) && slope();
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
        m_k = k;
        final double step = k - from.m_k;
        final double re = from.omegaRe() + from.m_slope[0] * step;
        final double im = from.growth() + from.m_slope[1] * step;
        final double start = im > 0 ? im : 0.5 * from.growth();
        return m_field.settle(re, start) && slope()
            && Math.hypot(omegaRe() - re, growth() - start) <= Math.abs(step) + SAME;
    }

    private boolean slope() {
        m_tensors.slope(omegaRe(), growth(), m_k, m_moments);
        final double[] sum = m_field.quadratic(m_moments);
        m_slope[0] = sum[0];
        m_slope[1] = sum[1];
        return m_field.slopes(m_slope);
    }
}
