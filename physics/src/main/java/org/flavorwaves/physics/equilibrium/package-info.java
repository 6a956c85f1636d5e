/**
 * Mixing equilibrium: every polarization vector along or against its own Hamiltonian vector, H_i x P_i = 0, in the
 * collective field that the polarization vectors themselves make (JK 12-16, JK II D; physics specification section 2).
 */
package org.flavorwaves.physics.equilibrium;
