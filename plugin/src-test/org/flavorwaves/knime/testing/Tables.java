package org.flavorwaves.knime.testing;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.WeightUnit;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Makes tables for tests and reads them. */
public final class Tables {
    private final List<DataColumnSpec> m_columns = new ArrayList<>();

    private final List<DataRow> m_rows = new ArrayList<>();

    private Tables() {
    }

    /**
     * Starts a table.
     *
     * @param columns names of the columns; the type is "text" after a colon, or int or long, else double
     * @return an empty table
     */
    public static Tables of(final String... columns) {
        final Tables table = new Tables();
        for (final String column : columns) {
            final String[] parts = column.split(":");
            final DataType type = switch (parts.length == 1 ? "double" : parts[1]) {
                case "text" -> StringCell.TYPE;
                case "int" -> IntCell.TYPE;
                case "long" -> LongCell.TYPE;
                default -> DoubleCell.TYPE;
            };
            table.m_columns.add(new DataColumnSpecCreator(parts[0], type).createSpec());
        }
        return table;
    }

    /**
     * Declares the unit of the column weight.
     *
     * @param unit the unit
     * @return this table
     */
    public Tables weightsIn(final WeightUnit unit) {
        m_columns.replaceAll(column -> column.getName().equals("weight") ? unit.declareOn(column) : column);
        return this;
    }

    /**
     * Declares the unit of the column weight.
     *
     * @param column a column that has it
     * @return this table
     */
    Tables weightsIn(final DataColumnSpec column) {
        m_columns.replaceAll(c -> c.getName().equals("weight") ? column : c);
        return this;
    }

    /**
     * Appends a column.
     *
     * @param column the column
     * @return this table
     */
    public Tables column(final DataColumnSpec column) {
        m_columns.add(column);
        return this;
    }

    /**
     * Adds a row with the key Row0, Row1, ...
     *
     * @param values Double, Integer, Long, String, or "?" for a missing value
     * @return this table
     */
    public Tables row(final Object... values) {
        final DataCell[] cells = new DataCell[values.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(values[i], m_columns.get(i).getType());
        }
        m_rows.add(new DefaultRow("Row" + m_rows.size(), cells));
        return this;
    }

    private static DataCell cell(final Object value, final DataType type) {
        if ("?".equals(value)) {
            return DataType.getMissingCell();
        }
        if (value instanceof String text) {
            return new StringCell(text);
        }
        final Number number = (Number) value;
        if (IntCell.TYPE.equals(type)) {
            return new IntCell(number.intValue());
        }
        return LongCell.TYPE.equals(type) ? new LongCell(number.longValue()) : new DoubleCell(number.doubleValue());
    }

    /**
     * The structure of the table.
     *
     * @return its spec
     */
    public DataTableSpec spec() {
        return new DataTableSpec(m_columns.toArray(new DataColumnSpec[0]));
    }

    /**
     * Ends the table.
     *
     * @return the table
     */
    public BufferedDataTable build() {
        final BufferedDataContainer container = context().createDataContainer(spec());
        m_rows.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    /**
     * A context of execution that nobody cancels.
     *
     * @return a new context
     */
    public static ExecutionContext context() {
        return new ExecutionContext(new DefaultNodeProgressMonitor());
    }

    /**
     * Reads a column of numbers.
     *
     * @param table a table
     * @param column its name
     * @return its values, NaN where missing
     */
    public static double[] numbers(final BufferedDataTable table, final String column) {
        return rows(table).stream().map(row -> row.getCell(index(table, column)))
            .mapToDouble(cell -> cell.isMissing() ? Double.NaN : ((DoubleValue) cell).getDoubleValue()).toArray();
    }

    /**
     * Reads a column as text.
     *
     * @param table a table
     * @param column its name
     * @return its cells as text
     */
    public static List<String> texts(final BufferedDataTable table, final String column) {
        return rows(table).stream().map(row -> row.getCell(index(table, column)).toString()).toList();
    }

    private static int index(final BufferedDataTable table, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        if (index < 0) {
            throw new AssertionError("No column " + column + " in "
                + String.join(", ", table.getDataTableSpec().getColumnNames()));
        }
        return index;
    }

    /**
     * Reads the row keys.
     *
     * @param table a table
     * @return its keys in order
     */
    public static List<String> keys(final BufferedDataTable table) {
        return rows(table).stream().map(row -> row.getKey().getString()).toList();
    }

    /**
     * Reads the rows.
     *
     * @param table a table
     * @return its rows
     */
    public static List<DataRow> rows(final BufferedDataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                rows.add(iterator.next());
            }
        }
        return rows;
    }

    /**
     * Two beams along the z axis with both species, all P along z: the state of many tests.
     *
     * @return neutrinos with v = 1 and antineutrinos with v = -1, P0 = Pz = 1, weight 1
     */
    public static Tables twoBeams() {
        return of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz") //
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0) //
            .row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
    }

    /**
     * A column of numbers for a spec.
     *
     * @param name its name
     * @return the column
     */
    public static DataColumnSpec real(final String name) {
        return TableColumns.real(name);
    }
}
