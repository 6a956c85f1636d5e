package org.flavorwaves.physics.transport.stationary;

import org.flavorwaves.physics.state.FlavorState;

/**
 * A stationary equilibrium at one place that turns about the mass axis as one goes along (FW flux-equilibrium).
 *
 * @param z place
 * @param rotation K, the wave number of the rotation, in the units of the potentials
 * @param state polarization vectors along H_i + v_i K B, with the directions and weights of the place
 * @param flux B.J^z times the area, conserved
 * @param smallestField least |H_i + v_i K B| of all polarized modes
 * @param residual largest difference between the collective numbers and those that the vectors make, over sum w |P|
 */
public record FluxEquilibrium(double z, double rotation, FlavorState state, double flux, double smallestField,
    double residual) {
}
