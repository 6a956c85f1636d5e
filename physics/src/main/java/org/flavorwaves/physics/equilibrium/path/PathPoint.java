package org.flavorwaves.physics.equilibrium.path;

import org.flavorwaves.physics.state.CollectiveField;

/**
 * An equilibrium on a path.
 *
 * @param station index of the point of the track, -1 between two of them
 * @param sheet number of folds passed before
 * @param matterPotential lambda, in the units of the potentials
 * @param selfInteraction q, dimensionless
 * @param field the 12 collective numbers, in the units of the potentials
 * @param omega rate at which the frame rotates about its axis, in the units of the potentials, 0 at rest
 * @param reference signed frequency s_i omega_i near which the rotation is counted, in the units of the potentials
 * @param excess Omega - reference - q n.J^0 (and without lambda n_z where matter only rotates), which keeps its digits
 *            where H_i - Omega n of the mode at the reference nearly vanishes; 0 at rest
 * @param residual |F|_inf relative to sum_i w_i |P_i|
 * @param smallestField least |H_i| of the polarized modes (H_i - Omega n in a rotating frame), in the units of the
 *            potentials
 * @param smallestMode the mode that has it
 * @param alongMassAxis B.J^0, in the units of the potentials
 * @param index number of negative eigenvalues of the second variation; it changes at folds and bifurcations alone
 */
public record PathPoint(int station, int sheet, double matterPotential, double selfInteraction, CollectiveField field,
    double omega, double reference, double excess, double residual, double smallestField, int smallestMode,
    double alongMassAxis, int index) {
}
