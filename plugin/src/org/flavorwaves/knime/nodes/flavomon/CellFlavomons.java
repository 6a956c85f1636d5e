package org.flavorwaves.knime.nodes.flavomon;

import org.flavorwaves.physics.flavomon.FlavomonBranches;
import org.flavorwaves.physics.flavomon.StateMedium;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The flavomons of one cell.
 *
 * @param direction unit vector of propagation
 * @param leptonNumber sum |G|, in the units of the potentials
 * @param medium the medium and its shifts
 * @param result branches, special points and failures
 */
record CellFlavomons(WaveVector direction, double leptonNumber, StateMedium medium,
    FlavomonBranches.Result result) {
}
