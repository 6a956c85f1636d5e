package org.flavorwaves.physics.linear.bands;

import org.flavorwaves.physics.linear.WaveFunction;

/**
 * Right and left vectors of all bands in Cartesian flavor axes. Right vectors have unit 2-norm; left_b . right_c =
 * delta_bc without complex conjugation (JK 61), except that the left vector of a band with infinite condition has unit
 * norm instead. Immutable.
 */
public final class BandVectors {
    private final int m_components;

    private final int m_size;

    private final BandOrder m_order;

    BandVectors(final int components, final int size, final BandOrder order) {
        m_components = components;
        m_size = size;
        m_order = order;
    }

    /**
     * The wave function of a band.
     *
     * @param band band index
     * @return psi_b, of unit 2-norm
     */
    public WaveFunction right(final int band) {
        final double[] re = new double[m_size];
        final double[] im = new double[m_size];
        m_order.block(band).addRight(m_order.index(band), re, im);
        return WaveFunction.owning(re, im, m_components);
    }

    /**
     * The left vector of a band, the row of S^-1 that projects on it (JK 62).
     *
     * @param band band index
     * @return left_b; amplitude of the band in a fluctuation P: left_b . P
     */
    public WaveFunction left(final int band) {
        final double[] re = new double[m_size];
        final double[] im = new double[m_size];
        m_order.block(band).addLeft(m_order.index(band), re, im);
        return WaveFunction.owning(re, im, m_components);
    }
}
