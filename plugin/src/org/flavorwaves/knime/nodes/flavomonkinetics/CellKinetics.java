package org.flavorwaves.knime.nodes.flavomonkinetics;

import org.flavorwaves.physics.flavomon.kinetics.WaveNumberGrid;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;

/**
 * The run of one cell.
 *
 * @param directions the directions of its modes
 * @param grid the wave numbers
 * @param history what came of it
 */
record CellKinetics(AngularCells directions, WaveNumberGrid grid, FlavomonHistory history) {
}
