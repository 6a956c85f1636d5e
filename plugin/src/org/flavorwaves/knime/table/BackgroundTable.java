package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.transport.rays.BackgroundProfile;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * States along an axis: a state table with the column z, whose rows of equal z are the state there, and optionally the
 * column lambda with the matter potential. Without z the whole table is a uniform medium at z = 0.
 */
public final class BackgroundTable {
    /** The column of places. */
    public static final String Z = "z";

    /** The column of matter potentials. */
    public static final String LAMBDA = "lambda";

    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final int m_z;

    private final int m_lambda;

    private BackgroundTable(final StateLayout layout, final StateUnits units, final int z, final int lambda) {
        m_layout = layout;
        m_units = units;
        m_z = z;
        m_lambda = lambda;
    }

    /**
     * Finds the columns.
     *
     * @param spec the table
     * @param units the unit system that the user chose
     * @return where they are
     * @throws InvalidSettingsException if a column is missing or has the wrong type, or if there is a column cell but
     *             none of places
     */
    public static BackgroundTable of(final DataTableSpec spec, final UnitSystem units) throws InvalidSettingsException {
        final StateLayout layout = StateLayout.of(spec);
        final int z = TableColumns.optionalNumber(spec, Z);
        if (z < 0 && layout.hasCell()) {
            throw Messages.settings("Column 'z' (double) is missing, so the places of the cells are not known; found: "
                + String.join(", ", spec.getColumnNames()) + ".", "Add the column 'z' with the place of each cell.",
                "Remove the column 'cell' for one uniform medium.");
        }
        return new BackgroundTable(layout, StateUnits.of(spec, units), z, TableColumns.optionalNumber(spec, LAMBDA));
    }

    /**
     * The units of the table.
     *
     * @return how to read and report
     */
    public StateUnits units() {
        return m_units;
    }

    /**
     * Reads a background and solves its equilibria.
     *
     * @param table the table
     * @param environment mixing, strength of the nu-nu term, and the matter potential where the table has none
     * @param deltaM2 mass-squared difference in eV^2, used with the column E
     * @param progress told of the progress
     * @return the background
     * @throws KNIMEException if a value is missing or breaks a bound, matter differs among rows of one place, or places
     *             do not fit together; names row, place and values
     */
    public BackgroundProfile read(final BufferedDataTable table, final Environment environment, final double deltaM2,
        final Progress progress) throws KNIMEException {
        final StateTable read = StateReader.read(table, m_z < 0 ? m_layout : m_layout.dividedBy(m_z), m_units, deltaM2,
            progress.part(0, 0.3));
        final Map<DataCell, Double> matter = matter(table);
        final List<StateCell> cells = new ArrayList<>(read.cells());
        cells.sort(Comparator.comparingDouble(BackgroundTable::place));
        final List<FlavorState> states = new ArrayList<>();
        final List<Environment> environments = new ArrayList<>();
        for (final StateCell cell : cells) {
            states.add(cell.state());
            final Double lambda = cell.key().map(matter::get).orElse(null);
            environments.add(lambda == null ? environment : environment.withMatterPotential(lambda));
        }
        return BackgroundProfile.of(cells.stream().mapToDouble(BackgroundTable::place).toArray(), states, environments,
            progress.part(0.3, 1));
    }

    private static double place(final StateCell cell) {
        return cell.key().map(key -> ((DoubleValue) key).getDoubleValue()).orElse(0.0);
    }

    /** The matter potential of each place; checks that it has one, and that it is one cell. */
    private Map<DataCell, Double> matter(final BufferedDataTable table) throws KNIMEException {
        final Map<DataCell, Double> matter = new LinkedHashMap<>();
        final Map<DataCell, DataCell> names = new LinkedHashMap<>();
        if (m_z < 0) {
            return matter;
        }
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final DataCell z = row.getCell(m_z);
                TableColumns.finite(row, index, m_z, Z);
                if (m_layout.hasCell()) {
                    final DataCell name = row.getCell(m_layout.cell());
                    final DataCell other = names.putIfAbsent(z, name);
                    if (other != null && !other.equals(name)) {
                        throw Messages.row("Cells '" + other + "' and '" + name + "' are both at z = " + z
                            + "; a place has one state.", index, m_z, "Give each cell a place of its own.");
                    }
                }
                if (m_lambda >= 0) {
                    final double lambda = TableColumns.finite(row, index, m_lambda, LAMBDA);
                    final Double other = Optional.ofNullable(matter.putIfAbsent(z, lambda)).orElse(lambda);
                    if (other != lambda) {
                        throw Messages.row("Row '" + row.getKey().getString() + "' has lambda = " + lambda
                            + " at z = " + z + ", where another row has " + other + ".", index, m_lambda,
                            "Give all modes of a place the same matter potential.");
                    }
                }
                index++;
            }
        }
        return matter;
    }
}
