package org.flavorwaves.knime.io;

import java.util.Optional;

import org.flavorwaves.physics.state.FlavorState;

/**
 * One spatial cell of a file.
 *
 * @param key content of the column "cell"; empty if the file has none
 * @param state the modes in the order of the file, with weights in the unit of the file
 * @param energies energy in MeV of each mode; empty if the file has none
 * @param extras numbers of the cell beside its modes, as the columns of the file name them
 */
public record FileCell(Optional<String> key, FlavorState state, Optional<double[]> energies, double... extras) {
}
