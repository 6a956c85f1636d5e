package org.flavorwaves.physics.qke.wigner;

/**
 * Center and spread of waves in a periodic box, weighed by their power.
 *
 * @param z place, at least 0 and below the length of the box
 * @param widthZ standard deviation of the place on the circle, infinite for waves that are everywhere alike
 * @param k mean wave number
 * @param widthK standard deviation of the wave number
 */
public record WaveCenter(double z, double widthZ, double k, double widthK) {
}
