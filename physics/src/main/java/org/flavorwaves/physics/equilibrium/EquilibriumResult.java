package org.flavorwaves.physics.equilibrium;

import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;

/**
 * A mixing equilibrium, or the nearest that was found, with what is needed to judge it.
 *
 * @param state P_i = eps_i |P_i| H_i/|H_i|, the |P_i| of the input
 * @param hamiltonian the vectors H_i that P_i is parallel to; in a co-rotating frame these are H_i - Omega axis
 * @param alignment eps_i
 * @param field the 12 collective numbers of {@code state}, in the units of the potentials
 * @param rotation of the frame in which the state stands still
 * @param iterations Newton iterations in all, those of continuations included
 * @param residual |F|_inf, the largest difference between the collective numbers put into H_i and those that the P_i
 *            make, in the units of the potentials; in a co-rotating frame also that of the conserved component of J^0
 * @param relativeResidual {@code residual} over sum_i w_i |P_i|
 * @param misalignment the largest |P_i x H_i|/(|P_i||H_i|) with H_i made by the P_i themselves
 * @param conservationError how far the conserved component n.J^0 (all of J^0 without external terms) is from that of
 *            the input, relative to sum_i w_i |P_i|; 0 if the external terms have no symmetry axis
 * @param path how the solution was reached
 * @param others how many other solutions with the same signs were seen on the way; 0 where the first one was taken
 * @param converged whether {@code relativeResidual} is within the tolerance
 * @param vanishing the mode whose |H_i| vanished where a continuation stopped, -1 for none; meaningful if not converged
 * @param advice empty if converged, else sentences that say what failed and what to try
 */
public record EquilibriumResult(FlavorState state, Hamiltonian hamiltonian, Alignment alignment, CollectiveField field,
    CoRotation rotation, int iterations, double residual, double relativeResidual, double misalignment,
    double conservationError, SolutionPath path, int others, boolean converged, int vanishing, String advice) {
}
