package org.flavorwaves.knime.nodes.fromtable;

import java.util.Optional;

import org.flavorwaves.physics.state.FlavorState;
import org.knime.core.data.DataCell;

/**
 * The state at one place.
 *
 * @param key content of the cell column, empty if there is none
 * @param state the modes
 * @param energies energy in MeV of each mode; zeros without energies
 */
record MappedCell(Optional<DataCell> key, FlavorState state, double[] energies) {

    /** The beginning of a sentence about this place. */
    String prefix() {
        return key.map(k -> k + ": ").orElse("");
    }
}
