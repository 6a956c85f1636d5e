package org.flavorwaves.physics.linear.survey.fast;

import java.util.Arrays;

import org.flavorwaves.physics.linear.WavePolarization;
import org.flavorwaves.physics.state.Direction;

/**
 * One growing wave with any wave vector: solves T e = 0, T = g - chi(omega, k), near an estimate, see
 * {@link NullVector}. Also knows the complex slope d omega/dk = sum G v (e.V)^2/(omega - k.v)^2 / sum G
 * (e.V)^2/(omega - k.v)^2. Units of sum |G|. Mutable, for one thread, without allocation.
 */
final class SpaceWave {
    private static final int MAX_STEPS = 16;

    /** Steps shorter than this are rounding. */
    private static final double ROUNDING = 3e-16;

    /** A wave is accepted when the last step was shorter. */
    private static final double ACCEPTED = 1e-12;

    private final BeamList m_beams;

    private final double[] m_chi = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_square = new double[2 * BeamTensors.COMPONENTS];

    private final NullVector m_field = new NullVector();

    private final double[] m_k = new double[3];

    private final double[] m_slope = new double[6];

    private double m_re;

    private double m_im;

    SpaceWave(final BeamList beams) {
        m_beams = beams;
    }

    /** A component of the shifted wave vector. */
    double k(final int axis) {
        return m_k[axis];
    }

    double omegaRe() {
        return m_re;
    }

    double growth() {
        return m_im;
    }

    /** d Im omega/dk along an axis. */
    double growthSlope(final int axis) {
        return m_slope[2 * axis + 1];
    }

    /** |k|. */
    double wavenumber() {
        return Math.sqrt(m_k[0] * m_k[0] + m_k[1] * m_k[1] + m_k[2] * m_k[2]);
    }

    /** The polarization with respect to an axis, about which the medium is symmetric or not. */
    WavePolarization polarization(final Direction axis, final boolean symmetric) {
        if (!symmetric) {
            return WavePolarization.MIXED;
        }
        final double re = m_field.re(1) * axis.x() + m_field.re(2) * axis.y() + m_field.re(3) * axis.z();
        final double im = m_field.im(1) * axis.x() + m_field.im(2) * axis.y() + m_field.im(3) * axis.z();
        final double along = re * re + im * im;
        final double across = m_field.square(1) + m_field.square(2) + m_field.square(3) - along;
        return across > m_field.square(0) + along ? WavePolarization.TRANSVERSE : WavePolarization.LONGITUDINAL;
    }

    /** A copy of where another wave is. */
    void set(final SpaceWave other) {
        System.arraycopy(other.m_k, 0, m_k, 0, m_k.length);
        System.arraycopy(other.m_slope, 0, m_slope, 0, m_slope.length);
        m_re = other.m_re;
        m_im = other.m_im;
        m_field.set(other.m_field);
    }

    /**
     * Goes to the wave near an estimate.
     *
     * @param k wave vector
     * @param re estimated Re omega
     * @param im estimated Im omega, positive
     * @return whether there is a growing wave
     */
    boolean start(final double[] k, final double re, final double im) {
        m_field.reset(1, 0.31, 0.47, 0.62);
        System.arraycopy(k, 0, m_k, 0, m_k.length);
        m_beams.susceptibility(re, im, m_k, m_chi);
        return m_field.improve(m_chi) && m_field.improve(m_chi) && settle(re, im);
    }

    /**
     * Follows a wave to a neighbouring wave vector along its slope.
     *
     * @param from the wave
     * @param step to the wave vector
     * @return whether the growing wave was reached
     */
    boolean follow(final SpaceWave from, final double[] step) {
        m_field.set(from.m_field);
        double re = from.m_re;
        double im = from.m_im;
        for (int a = 0; a < m_k.length; a++) {
            m_k[a] = from.m_k[a] + step[a];
            re += from.m_slope[2 * a] * step[a];
            im += from.m_slope[2 * a + 1] * step[a];
        }
        return settle(re, im > 0 ? im : 0.5 * from.m_im);
    }

    private boolean settle(final double re, final double im) {
        m_re = re;
        m_im = im;
        double previous = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS && m_im > 0; step++) {
            m_beams.susceptibility(m_re, m_im, m_k, m_chi, m_square);
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

    private boolean slope() {
        final double[] sum = m_field.quadratic(m_square);
        final double dRe = sum[0];
        final double dIm = sum[1];
        m_beams.slopes(m_re, m_im, m_k, m_field, m_slope);
        final double norm = dRe * dRe + dIm * dIm;
        for (int a = 0; a < m_slope.length; a += 2) {
            final double re = m_slope[a];
            final double im = m_slope[a + 1];
            m_slope[a] = (re * dRe + im * dIm) / norm;
            m_slope[a + 1] = (im * dRe - re * dIm) / norm;
        }
        return Arrays.stream(m_slope).allMatch(Double::isFinite);
    }
}
