package org.flavorwaves.knime.nodes.fromtable;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataCell;

/**
 * The state at one place, of two or of three flavors.
 *
 * @param key content of the cell column, empty if there is none
 * @param two the modes with two flavors
 * @param three the modes with three flavors; one of both is there
 * @param energies energy in MeV of each mode; zeros without energies
 */
record MappedCell(Optional<DataCell> key, Optional<FlavorState> two, Optional<ThreeFlavorState> three,
    double[] energies) {

    /** What the modes are. */
    MomentumModes modes() {
        return two.map(FlavorState::modes).orElseGet(() -> three.orElseThrow().modes());
    }

    /** The occupation of a mode with all flavors. */
    double trace(final int mode) {
        return two.map(state -> state.trace(mode)).orElseGet(() -> three.orElseThrow().trace(mode));
    }

    /** Adds the state to a table. */
    void write(final StateOutput output, final Progress progress) {
        final IntToDoubleFunction energy = i -> energies[i];
        two.ifPresent(state -> output.add(key, state, energy, progress));
        three.ifPresent(state -> output.add(key, state, energy, progress));
    }

    /** The beginning of a sentence about this place. */
    String prefix() {
        return key.map(k -> k + ": ").orElse("");
    }
}
