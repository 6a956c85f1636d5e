/**
 * {@link org.flavorwaves.physics.equilibrium.MixingEquilibrium} turns a state into its mixing equilibrium, every
 * polarization vector along or against its own Hamiltonian vector, H_i x P_i = 0 (JK 12) with the
 * {@link org.flavorwaves.physics.state.Alignment} (JK 13), in the collective field (JK 14) and (JK 15) that the
 * polarization vectors themselves make (JK 16).
 *
 * <p>The 12 equations, also in the co-rotating frame (JK II D), are those of {@code system}; the search tries Newton's
 * method and then the path of one term at a time, and says in
 * {@link org.flavorwaves.physics.equilibrium.SolutionPath} which led to the answer. The waves of a state in
 * equilibrium are found in {@code linear}; slow changes of matter and density are followed in {@code path}.
 */
package org.flavorwaves.physics.equilibrium;
