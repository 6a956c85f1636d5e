package org.flavorwaves.physics.distribution;

import org.flavorwaves.physics.state.FlavorState;

/** A state made from distributions on a grid, with the place of each mode in it. Immutable. */
public final class LoadedState {
    private final FlavorState m_state;

    private final int[] m_bin;

    private final int[] m_direction;

    LoadedState(final FlavorState state, final int[] bin, final int[] direction) {
        m_state = state;
        m_bin = bin;
        m_direction = direction;
    }

    /**
     * The state, modes ordered by energy bin, then species (nu, nubar), then direction.
     *
     * @return the state
     */
    public FlavorState state() {
        return m_state;
    }

    /**
     * The energy bin of a mode.
     *
     * @param i mode index
     * @return index of its bin, 0 if there is only one
     */
    public int bin(final int i) {
        return m_bin[i];
    }

    /**
     * The direction of a mode.
     *
     * @param i mode index
     * @return index of its direction in the grid
     */
    public int direction(final int i) {
        return m_direction[i];
    }
}
