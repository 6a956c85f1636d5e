package org.flavorwaves.physics.transport.rays;

import org.flavorwaves.physics.state.WaveVector;

/**
 * A ray at one time.
 *
 * @param t time since the start
 * @param z place
 * @param k physical wave vector, in the units of the potentials
 * @param omegaRe Re Omega
 * @param omegaIm Im Omega, the growth rate
 * @param phase phase since the start, d phase/dt = -Re Omega (JK 89)
 * @param action |kappa| |A|^2, in the units of the start; NaN of a growing wave, which has none
 * @param amplitude |A| of the wave function of unit norm
 * @param signature kappa (FW action); 0 of a growing wave
 * @param groupVelocity Re dOmega/dk (JK 87)
 * @param condition 1/|left.psi| (FW condition)
 */
public record RayPoint(double t, double z, WaveVector k, double omegaRe, double omegaIm, double phase, double action,
    double amplitude, double signature, WaveVector groupVelocity, double condition) {
}
