package org.flavorwaves.physics.linear.collective;

import java.util.Optional;

import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.state.WaveVector;

/**
 * A growing wave.
 *
 * @param k physical wave vector, in the units of the potentials
 * @param sector block it belongs to
 * @param omegaRe Re Omega, in the units of the potentials
 * @param growth Im Omega &gt; 0, in the units of the potentials
 * @param multiplicity number of independent waves of this frequency in the block; each is listed
 * @param velocity d Re Omega/dk, a vector in units of c
 * @param growthSlope d Im Omega/dk, a vector
 * @param psi wave function of unit 2-norm, rebuilt from the collective numbers; empty if it was not to be kept
 * @param residual |(M_k - Omega) psi| relative to the norm of M_k; with a continuous angular spectrum |T(Omega) y|/|y|
 *            of the collective numbers y
 */
public record UnstableWave(WaveVector k, BandSector sector, double omegaRe, double growth, int multiplicity,
    WaveVector velocity, WaveVector growthSlope, Optional<WaveFunction> psi, double residual) {
}
