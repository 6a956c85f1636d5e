package org.flavorwaves.knime.io;

import java.util.Optional;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * One spatial cell of a file, of two or of three flavors.
 *
 * @param key content of the column "cell"; empty if the file has none
 * @param two the modes of two flavors in the order of the file, with weights in the unit of the file
 * @param three the modes of three flavors; one of both is there
 * @param energies energy in MeV of each mode; empty if the file has none
 * @param extras numbers of the cell beside its modes, as the columns of the file name them
 */
public record FileCell(Optional<String> key, Optional<FlavorState> two, Optional<ThreeFlavorState> three,
    Optional<double[]> energies, double... extras) {

    /**
     * A cell of two flavors.
     *
     * @param key content of the column "cell"; empty if the file has none
     * @param state the modes in the order of the file, with weights in the unit of the file
     * @param energies energy in MeV of each mode; empty if the file has none
     * @param extras numbers of the cell beside its modes, as the columns of the file name them
     */
    public FileCell(final Optional<String> key, final FlavorState state, final Optional<double[]> energies,
        final double... extras) {
        this(key, Optional.of(state), Optional.empty(), energies, extras);
    }

    /**
     * A cell of three flavors.
     *
     * @param key content of the column "cell"; empty if the file has none
     * @param state the modes in the order of the file, with weights in the unit of the file
     * @param energies energy in MeV of each mode; empty if the file has none
     * @param extras numbers of the cell beside its modes, as the columns of the file name them
     */
    public FileCell(final Optional<String> key, final ThreeFlavorState state, final Optional<double[]> energies,
        final double... extras) {
        this(key, Optional.empty(), Optional.of(state), energies, extras);
    }

    /**
     * The state of two flavors.
     *
     * @return the modes in the order of the file
     * @throws IllegalStateException if the cell has three flavors
     */
    public FlavorState state() {
        return two.orElseThrow(() -> new IllegalStateException("The cell has three flavors."));
    }

    /**
     * What the modes are.
     *
     * @return the modes in the order of the file
     */
    public MomentumModes modes() {
        return two.map(FlavorState::modes).orElseGet(() -> three.orElseThrow().modes());
    }
}
