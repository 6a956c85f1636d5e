package org.flavorwaves.knime.nodes.flavorwaverelaxation;

import org.flavorwaves.physics.kinetics.relaxation.ActionBands;
import org.flavorwaves.physics.kinetics.relaxation.ThreeWaveResult;

/**
 * The run of one cell.
 *
 * @param bands the bands that carry actions
 * @param triads number of resonances between wave numbers
 * @param coupled number of waves that take part in one
 * @param result the actions over time
 */
record CellRelaxation(ActionBands bands, int triads, int coupled, ThreeWaveResult result) {
}
