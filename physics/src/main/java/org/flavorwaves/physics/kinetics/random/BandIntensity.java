package org.flavorwaves.physics.kinetics.random;

import org.flavorwaves.physics.linear.BandSector;

/**
 * One band at one time.
 *
 * @param k wave number along the axis, in the units of the potentials
 * @param sector block of the band; {@code MINUS} at k is the conjugate of {@code PLUS} at -k
 * @param omegaRe Re Omega; of a frozen band where it last grew
 * @param growth Im Omega, 0 for a frozen band
 * @param intensity I = (L/2 pi) &lt;|A|^2&gt; for wave functions with sum_i w_i |psi_i|^2 = 1; per unit of k
 * @param fieldIntensity |A|^2 per unit of k of the flavor field psi = sum_i w_i s_i V_i rho_xe,i, the square of a
 *            potential; of a frozen band for the polarization with which it last grew
 * @param frozen whether the band does not grow at this time
 */
public record BandIntensity(double k, BandSector sector, double omegaRe, double growth, double intensity,
    double fieldIntensity, boolean frozen) {
}
