package org.flavorwaves.knime.nodes.flavomonkinetics;

import org.flavorwaves.physics.flavomon.kinetics.Closure;
import org.flavorwaves.physics.flavomon.kinetics.WaveNumberGrid;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;

/**
 * The run of one cell.
 *
 * @param directions the directions of its modes
 * @param asymmetry how far its lepton number is from symmetry about z
 * @param closure the closure that was used
 * @param reason why, if that was automatic; otherwise empty
 * @param grid the wave numbers
 * @param history what came of it
 */
record CellKinetics(AngularCells directions, double asymmetry, Closure closure, String reason, WaveNumberGrid grid,
    FlavomonHistory history) {
}
