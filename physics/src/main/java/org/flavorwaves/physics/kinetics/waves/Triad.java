package org.flavorwaves.physics.kinetics.waves;

/**
 * One product of two waves that drives a third, k_n = k_first + k_second (JK 82).
 *
 * @param n the driven wave, 1 to nMax
 * @param band its band
 * @param firstN first partner, negative for a complex conjugate wave
 * @param firstBand its band
 * @param secondN second partner, firstN + secondN = n
 * @param secondBand its band
 * @param mismatch Re Omega_first + Re Omega_second - Re Omega_n in the units of the potentials
 * @param coefficientRe real part of C in N_{n,b} = C Phi_first Phi_second, in the units of the potentials
 * @param coefficientIm imaginary part of C
 * @param strength |C Phi_first Phi_second| at the given amplitudes, with the weight of its mismatch
 *            in the window
 */
public record Triad(int n, int band, int firstN, int firstBand, int secondN, int secondBand, double mismatch,
    double coefficientRe, double coefficientIm, double strength) {
}
