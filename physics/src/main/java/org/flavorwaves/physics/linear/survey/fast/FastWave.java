package org.flavorwaves.physics.linear.survey.fast;

import org.flavorwaves.physics.linear.WavePolarization;

/**
 * The fastest wave of an aligned medium along a direction, shifted (FR 15), in units of sum |G|.
 *
 * @param k shifted wave number along the direction
 * @param omegaRe shifted Re omega
 * @param growth Im omega, 0 if none was found
 * @param polarization along or across the direction
 */
public record FastWave(double k, double omegaRe, double growth, WavePolarization polarization) {
    /** No wave. */
    public static final FastWave NONE = new FastWave(0, 0, 0, WavePolarization.MIXED);

    static FastWave of(final LineWave wave) {
        return new FastWave(wave.k(), wave.omegaRe(), wave.growth(), wave.polarization());
    }

    boolean transverse() {
        return polarization == WavePolarization.TRANSVERSE;
    }
}
