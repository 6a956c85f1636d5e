package org.flavorwaves.knime.table.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.flavorwaves.knime.table.CellRows;
import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.knime.table.PlaceColumns;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.PairSector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Reads a state table cell by cell. Cells whose rows do not follow each other are gathered where they first appear, or
 * refused, see {@link SplitCells}.
 */
public final class StateStream extends CellStream<StateStream.Cell> {
    private final StateLayout m_layout;

    private final SplitCells m_split;

    private final Set<DataCell> m_gathered = new HashSet<>();

    /**
     * The rows of one cell, not yet checked as a whole.
     */
    public static final class Cell {
        private final Optional<DataCell> m_key;

        private final CellRows m_cellRows;

        private final List<String> m_rowKeys = new ArrayList<>();

        private final PlaceColumns m_places;

        private Optional<List<DataCell>> m_place = Optional.empty();

        private String m_problem = "";

        Cell(final Optional<DataCell> key, final StateLayout layout) {
            m_key = key;
            m_cellRows = new CellRows(layout);
            m_places = PlaceColumns.of(layout.spec());
        }

        /** A cell that is refused. */
        static Cell refused(final DataCell key, final StateLayout layout, final String problem) {
            final Cell cell = new Cell(Optional.of(key), layout);
            cell.m_problem = problem;
            return cell;
        }

        void add(final DataRow row) {
            m_place = m_place.or(() -> Optional.of(m_places.cells(row)));
            try {
                if (m_problem.isEmpty()) {
                    m_cellRows.add(row, m_rowKeys.size());
                    m_rowKeys.add(row.getKey().getString());
                }
            } catch (final KNIMEException e) {
                m_problem = e.getMessage();
            }
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
         * The place of the cell.
         *
         * @return what its first row has in {@link PlaceColumns}; missing cells if too many rows were gathered
         */
        public List<DataCell> place() {
            return m_place.orElseGet(m_places::missing);
        }

        /**
         * The number of rows.
         *
         * @return good rows up to the first bad one
         */
        public int size() {
            return m_rowKeys.size();
        }

        /**
         * The energies of the good rows.
         *
         * @return energies in MeV, empty without the column E
         */
        public double[] energies() {
            return m_cellRows.energies();
        }

        /**
         * Checks the cell and makes its state.
         *
         * @param units how weights become potentials
         * @param deltaM2 mass-squared difference in eV^2, used with the column E
         * @return the state in units of the potentials
         * @throws IllegalArgumentException if a row or the cell is bad; names the row key, the value and the bound
         */
        public FlavorState state(final StateUnits units, final double deltaM2) {
            return checked(rows -> rows.state(units, deltaM2));
        }

        /**
         * Checks the cell and makes its state of three flavors.
         *
         * @param units how weights become potentials
         * @param splittings mass-squared differences, used with the column E
         * @return the state in units of the potentials
         * @throws IllegalArgumentException if a row or the cell is bad; names the row key, the value and the bound
         */
        public ThreeFlavorState threeFlavors(final StateUnits units, final MassSplittings splittings) {
            return checked(rows -> rows.threeFlavors(units, splittings));
        }

        /**
         * Checks a cell of three flavors and takes pairs out of it.
         *
         * @param units how weights become potentials
         * @param splittings mass-squared differences, used with the column E
         * @param environment mixing, matter and the strength of the nu-nu term
         * @param pairs the pairs
         * @return the pairs whose flavors differ, at least one, in units of the potentials
         * @throws IllegalArgumentException if a row or the cell is bad, or a row has coherence between flavors; names
         *             the row key, the value and the bound
         */
        public List<PairSector> sectors(final StateUnits units, final MassSplittings splittings,
            final ThreeFlavorEnvironment environment, final List<FlavorPair> pairs) {
            return checked(rows -> PairSector.ofAll(rows.threeFlavors(units, splittings), environment, pairs));
        }

        private <S> S checked(final Function<CellRows, S> make) {
            if (!m_problem.isEmpty()) {
                throw new IllegalArgumentException(m_problem);
            }
            try {
                return make.apply(m_cellRows);
            } catch (final InvalidModeException e) {
                throw new IllegalArgumentException("Row '" + m_rowKeys.get(e.mode()) + "' " + e.problem() + ".", e);
            }
        }
    }

    /**
     * Opens a table, whose cells are looked through once.
     *
     * @param table the table
     * @param layout where its columns are
     * @param progress told how far looking through the cells is
     * @throws KNIMEException if too many cells are split; names two of their rows
     */
    public StateStream(final BufferedDataTable table, final StateLayout layout, final Progress progress)
        throws KNIMEException {
        this(table, layout, SplitCells.find(table, layout, progress));
    }

    private StateStream(final BufferedDataTable table, final StateLayout layout, final SplitCells split) {
        super(table, layout.cell());
        m_layout = layout;
        m_split = split;
    }

    @Override
    public Cell next() {
        final Optional<DataCell> key = key();
        final Optional<Cell> gathered = key.flatMap(m_split::take);
        final Cell cell = gathered.orElseGet(() -> new Cell(key, m_layout));
        if (key.isPresent() && key.get().isMissing()) {
            cell.m_problem = "Row '" + ahead().getKey().getString() + "' has a missing value in column '"
                + StateColumns.CELL + "'.";
        }
        while (continues(key)) {
            final DataRow row = take();
            if (gathered.isEmpty()) {
                cell.add(row);
            }
        }
        if (gathered.isPresent()) {
            m_gathered.add(key.get());
        }
        while (hasNext() && key().filter(m_gathered::contains).isPresent()) {
            take();
        }
        return cell;
    }
}
