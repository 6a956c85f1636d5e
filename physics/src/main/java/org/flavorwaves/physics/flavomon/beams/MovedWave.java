package org.flavorwaves.physics.flavomon.beams;

import org.apache.commons.math3.complex.Complex;

/** The wave that {@link FollowedRoots} moved last: how beams feel it. Changes with every move. */
public final class MovedWave {
    private final Dispersion m_dispersion;

    MovedWave(final Dispersion dispersion) {
        m_dispersion = dispersion;
    }

    /**
     * How strongly a beam feels the wave.
     *
     * @param beam index of the beam
     * @return |e.V|^2/|omega - k v|^2
     */
    public double response(final int beam) {
        return m_dispersion.response(beam);
    }

    /**
     * How far the wave is from the resonance with a beam.
     *
     * @param beam index of the beam
     * @return omega - k.v
     */
    public Complex detuning(final int beam) {
        return new Complex(m_dispersion.detuning(beam), m_dispersion.im());
    }

    /**
     * The field of the wave on a beam.
     *
     * @param beam index of the beam
     * @return e.V
     */
    public Complex force(final int beam) {
        return new Complex(m_dispersion.dotRe(beam), m_dispersion.dotIm(beam));
    }

    /**
     * Renormalisation of the wave (FR 10).
     *
     * @return Z for sum |e_n|^2 = 1
     */
    public double renormalisation() {
        return m_dispersion.renormalisation();
    }

    /**
     * The square of the field of the wave (FR S31).
     *
     * @return e^m* g_mn e^n for sum |e_n|^2 = 1
     */
    public double square() {
        return m_dispersion.square();
    }

    /**
     * How far the wave is from merging with another one.
     *
     * @return |sum g (e.V)^2/(omega - k v)^2|
     */
    public double overlap() {
        return m_dispersion.overlap();
    }
}
