package org.flavorwaves.knime.nodes.wavekinetics;

import java.util.Optional;

import org.flavorwaves.physics.kinetics.KineticsResult;
import org.flavorwaves.physics.kinetics.waves.BoxModes;

/**
 * The evolution of one cell.
 *
 * @param box the box in the inverse of the units of the potentials
 * @param times output times in the inverse of the units of the potentials
 * @param result the evolution; empty if it could not start
 * @param problem why it did not start or not reach the end; empty if it did
 */
record CellKinetics(BoxModes box, double[] times, Optional<KineticsResult> result, String problem) {
}
