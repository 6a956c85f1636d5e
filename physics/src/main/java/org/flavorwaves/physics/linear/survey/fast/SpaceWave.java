package org.flavorwaves.physics.linear.survey.fast;

import org.flavorwaves.physics.linear.WavePolarization;
import org.flavorwaves.physics.linear.survey.tensors.NullVector;
import org.flavorwaves.physics.state.Direction;

/**
 * One growing wave with any wave vector: solves T e = 0, T = g - chi(omega, k), near an estimate, see
 * {@link NullVector}. Also knows the complex slope d omega/dk = sum G v (e.V)^2/(omega - k.v)^2 / sum G
 * (e.V)^2/(omega - k.v)^2. Units of sum |G|. Mutable, for one thread, without allocation.
 */
final class SpaceWave {
    private final BeamList m_beams;

    private final NullVector m_field;

    private final double[] m_k = new double[3];

    private final double[] m_slope = new double[6];

    SpaceWave(final BeamList beams) {
        m_beams = beams;
        m_field = new NullVector((re, im, chi, squares) -> beams.susceptibility(re, im, m_k, chi, squares));
    }

    /** A component of the shifted wave vector. */
    double k(final int axis) {
        return m_k[axis];
    }

    double omegaRe() {
        return m_field.omegaRe();
    }

    double growth() {
        return m_field.growth();
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
        return m_field.start(re, im) && slope();
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
        double re = from.omegaRe();
        double im = from.growth();
        for (int a = 0; a < m_k.length; a++) {
            m_k[a] = from.m_k[a] + step[a];
            re += from.m_slope[2 * a] * step[a];
            im += from.m_slope[2 * a + 1] * step[a];
        }
        return m_field.settle(re, im > 0 ? im : 0.5 * from.growth()) && slope();
    }

    private boolean slope() {
        m_beams.slopes(omegaRe(), growth(), m_k, m_field, m_slope);
        return m_field.slopes(m_slope);
    }
}
