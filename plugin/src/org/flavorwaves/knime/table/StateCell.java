package org.flavorwaves.knime.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.StringCell;

/** One spatial cell of a state table: its state, of two or of three flavors, and the rows it came from. */
public final class StateCell {
    private final Optional<DataCell> m_key;

    private final Optional<FlavorState> m_state;

    private final Optional<ThreeFlavorState> m_threeFlavors;

    private final Optional<FlavorPair> m_pair;

    /** Content of the column pair. */
    private final Optional<String> m_pairName;

    private final int[] m_rows;

    StateCell(final Optional<DataCell> key, final FlavorState state, final int[] rows) {
        this(key, Optional.of(state), Optional.empty(), Optional.empty(), Optional.empty(), rows);
    }

    StateCell(final Optional<DataCell> key, final ThreeFlavorState state, final int[] rows) {
        this(key, Optional.empty(), Optional.of(state), Optional.empty(), Optional.empty(), rows);
    }

    private StateCell(final Optional<DataCell> key, final Optional<FlavorState> state,
        final Optional<ThreeFlavorState> threeFlavors, final Optional<FlavorPair> pair,
        final Optional<String> pairName, final int[] rows) {
        m_key = key;
        m_state = state;
        m_threeFlavors = threeFlavors;
        m_pair = pair;
        m_pairName = pairName;
        m_rows = rows;
    }

    /**
     * The gas of two flavors that a pair of this cell's three flavors is.
     *
     * @param pair the pair
     * @param state its gas
     * @return a cell of two flavors that knows its pair
     */
    public StateCell ofPair(final FlavorPair pair, final FlavorState state) {
        return new StateCell(m_key, Optional.of(state), m_threeFlavors, Optional.of(pair), Optional.of(pair.name()),
            m_rows);
    }

    /**
     * All pairs of this cell's three flavors together.
     *
     * @return the cell, whose column pair says so
     */
    public StateCell ofAllPairs() {
        return new StateCell(m_key, m_state, m_threeFlavors, m_pair, Optional.of(StateColumns.ALL_PAIRS), m_rows);
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
     * The pair of flavors whose gas this is.
     *
     * @return the pair; empty if the cell is not one of a pair
     */
    public Optional<FlavorPair> pair() {
        return m_pair;
    }

    /**
     * What stands in front of the columns of a result, see {@link StateLayout#withCell} and
     * {@link StateLayout#withPair}.
     *
     * @return the contents of the columns cell and pair, as far as there are any
     */
    public List<DataCell> leading() {
        return Stream.concat(m_key.stream(), m_pairName.stream().map(StringCell::new)).toList();
    }

    /**
     * The beginning of a sentence about this cell.
     *
     * @return "KEY: ", or nothing if the table is not divided into cells; a pair of flavors is named likewise
     */
    public String prefix() {
        return m_key.map(key -> key + ": ").orElse("") + m_pair.map(pair -> pair.label() + ": ").orElse("");
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
     * The state of two flavors, in units of the potentials.
     *
     * @return the state
     * @throws IllegalStateException if the cell has three flavors; nodes that read such tables ask first
     */
    public FlavorState state() {
        return m_state.orElseThrow(() -> new IllegalStateException("The cell has three flavors."));
    }

    /**
     * The state of three flavors, in units of the potentials.
     *
     * @return the state; empty if the cell has two flavors
     */
    public Optional<ThreeFlavorState> threeFlavors() {
        return m_threeFlavors;
    }

    /**
     * What the modes are.
     *
     * @return the modes of the state, of two or of three flavors
     */
    public MomentumModes modes() {
        return m_state.map(FlavorState::modes).orElseGet(() -> m_threeFlavors.orElseThrow().modes());
    }

    /**
     * The number of modes.
     *
     * @return N of the state
     */
    public int size() {
        return modes().size();
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
