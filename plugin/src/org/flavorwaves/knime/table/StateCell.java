package org.flavorwaves.knime.table;

import java.util.Optional;

import org.flavorwaves.physics.state.FlavorState;
import org.knime.core.data.DataCell;

/** One spatial cell of a state table: its state and the rows it came from. */
public final class StateCell {
    private final Optional<DataCell> m_key;

    private final FlavorState m_state;

    private final int[] m_rows;

    StateCell(final Optional<DataCell> key, final FlavorState state, final int[] rows) {
        m_key = key;
        m_state = state;
        m_rows = rows;
    }

    /**
     * The content of the column cell.
     *
     * @return the cell's key, empty if the table is not divided into cells
     */
    public Optional<DataCell> key() {
        return m_key;
    }

    /**
     * The beginning of a sentence about this cell.
     *
     * @return "KEY: ", or nothing if the table is not divided into cells
     */
    public String prefix() {
        return m_key.map(key -> key + ": ").orElse("");
    }

    /**
     * A seed of random numbers that does not depend on what other cells the table has.
     *
     * @param seed the seed of all cells
     * @return a seed that is another one for every key
     */
    public long ownSeed(final int seed) {
        return seed + m_key.map(key -> (long) key.toString().hashCode() << Integer.SIZE).orElse(0L);
    }

    /**
     * The state in units of the potentials.
     *
     * @return the state
     */
    public FlavorState state() {
        return m_state;
    }

    /**
     * The table row of a mode.
     *
     * @param mode index of a mode of the state
     * @return index of its row in the table
     */
    public int row(final int mode) {
        return m_rows[mode];
    }
}
