package org.flavorwaves.physics.kinetics;

/**
 * The moment at which a polarization vector was shortest against its start.
 *
 * @param mode the mode
 * @param share |P_i| over that at t = 0; 0 if it went through 0
 * @param time t in the inverse of the unit of the potentials
 */
public record ShortestLength(int mode, double share, double time) {
}
