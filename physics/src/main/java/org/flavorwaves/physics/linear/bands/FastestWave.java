package org.flavorwaves.physics.linear.bands;

import org.flavorwaves.physics.state.WaveVector;

/**
 * The fastest growing wave along a direction.
 *
 * @param k position of the maximum along the direction, in the units of the potentials
 * @param bands all bands at that wave vector, with measures and, if asked for, vectors
 * @param band index of the fastest one among them
 * @param atEdge whether the maximum lies at an end of the searched range, so that a larger one may lie outside
 * @param solves number of wave vectors at which the bands were computed for the search
 */
public record FastestWave(double k, BandSet bands, int band, boolean atEdge, int solves) {

    /**
     * The physical wave vector.
     *
     * @return K at the maximum
     */
    public WaveVector waveVector() {
        return bands.k();
    }

    /**
     * The growth rate.
     *
     * @return Im Omega, in the units of the potentials; at most {@link BandSet#growthTolerance} if nothing grows
     */
    public double growth() {
        return bands.omegaIm(band);
    }

    /**
     * The frequency.
     *
     * @return Re Omega, in the units of the potentials
     */
    public double omegaRe() {
        return bands.omegaRe(band);
    }

    /**
     * Whether the wave grows by more than rounding.
     *
     * @return false if all bands are stable to rounding
     */
    public boolean unstable() {
        return growth() > bands.growthTolerance(band);
    }
}
