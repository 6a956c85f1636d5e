package org.flavorwaves.knime.nodes.qke;

import java.util.Optional;

import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * The evolution of one cell.
 *
 * @param grid the box
 * @param times output times that were asked for, in the inverse of the units of the potentials
 * @param run what was reached; empty if nothing was
 * @param problem why the evolution ended early; empty if it did not
 */
record CellBox(BoxGrid grid, double[] times, Optional<QkeRun> run, String problem) {
}
