package org.flavorwaves.knime.table;

import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Writes a state table again with some columns replaced or appended; rows, their keys and order, and all other columns
 * stay as they are.
 */
public final class StateWriter {
    private static final int REPORT_EVERY = 4096;

    private final DataTableSpec m_spec;

    private final int[] m_targets;

    /**
     * Plans the output.
     *
     * @param spec the input table
     * @param weights the unit that the output declares on its column weight
     * @param columns the columns of numbers to replace where they exist and to append where not
     */
    public StateWriter(final DataTableSpec spec, final WeightUnit weights, final List<DataColumnSpec> columns) {
        final DataColumnSpec[] specs = new DataColumnSpec[spec.getNumColumns() + columns.size()];
        for (int c = 0; c < spec.getNumColumns(); c++) {
            final DataColumnSpec column = spec.getColumnSpec(c);
            specs[c] = StateColumns.WEIGHT.equals(column.getName()) ? weights.declareOn(column) : column;
        }
        int size = spec.getNumColumns();
        m_targets = new int[columns.size()];
        for (int c = 0; c < m_targets.length; c++) {
            final int existing = spec.findColumnIndex(columns.get(c).getName());
            m_targets[c] = existing < 0 ? size++ : existing;
            specs[m_targets[c]] = columns.get(c);
        }
        m_spec = new DataTableSpec(Arrays.copyOf(specs, size));
    }

    /**
     * The table that {@link #write} makes.
     *
     * @return its spec
     */
    public DataTableSpec spec() {
        return m_spec;
    }

    /**
     * Writes the table.
     *
     * @param exec makes the table
     * @param table the input table
     * @param values the new columns, one array over all rows each, in the order of the names; NaN becomes a missing
     *            value
     * @param progress told how far writing is
     * @return the output table
     */
    public BufferedDataTable write(final ExecutionContext exec, final BufferedDataTable table, final double[][] values,
        final Progress progress) {
        final BufferedDataContainer container = exec.createDataContainer(m_spec);
        final DataCell[] cells = new DataCell[m_spec.getNumColumns()];
        int index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) values[0].length, "writing the state");
                }
                final DataRow row = rows.next();
                for (int c = 0; c < row.getNumCells(); c++) {
                    cells[c] = row.getCell(c);
                }
                for (int c = 0; c < m_targets.length; c++) {
                    cells[m_targets[c]] = number(values[c][index]);
                }
                container.addRowToTable(new DefaultRow(row.getKey(), cells.clone()));
                index++;
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    /**
     * A number as a cell.
     *
     * @param value the number
     * @return a double without the sign of zero, or a missing value for NaN
     */
    public static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value + 0.0);
    }
}
