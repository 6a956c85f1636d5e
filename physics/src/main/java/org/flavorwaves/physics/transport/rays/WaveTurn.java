package org.flavorwaves.physics.transport.rays;

/**
 * How the wave function of unit norm turns along a ray.
 *
 * @param amplitudeRate -Re(left . dpsi/dt), by which the amplitude |A| changes beside its growth, per time
 * @param neighbour Re Omega of the band towards which psi turns, estimated by the Rayleigh quotient of dpsi/dt in the
 *            form of (FW action), in the units of the potentials
 */
record WaveTurn(double amplitudeRate, double neighbour) {
}
