package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.physics.state.Units;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** The rows of one cell of a table, column by column, for figures. */
public final class CellTable {
    private final Map<String, double[]> m_numbers = new HashMap<>();

    private final Map<String, String[]> m_words = new HashMap<>();

    private final int m_rows;

    private CellTable(final DataTableSpec spec, final int[] columns, final List<DataRow> rows) {
        m_rows = rows.size();
        for (final int column : columns) {
            final String name = spec.getColumnSpec(column).getName();
            m_words.put(name, rows.stream().map(row -> text(row.getCell(column))).toArray(String[]::new));
            m_numbers.put(name, rows.stream().mapToDouble(row -> number(row.getCell(column))).toArray());
        }
    }

    private static String text(final DataCell cell) {
        return cell.isMissing() || cell instanceof DoubleValue ? "" : cell.toString();
    }

    private static double number(final DataCell cell) {
        return !cell.isMissing() && cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    /**
     * Divides a table into its cells.
     *
     * @param table the table
     * @param names columns that are needed; those that the table lacks are passed over
     * @return the rows of each cell in the order of the table; the name is empty if it is not divided
     */
    public static Map<String, CellTable> of(final BufferedDataTable table, final String... names) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int cell = spec.findColumnIndex(StateColumns.CELL);
        final int[] columns = IntStream.range(0, names.length).map(i -> spec.findColumnIndex(names[i]))
            .filter(c -> c >= 0).toArray();
        final Map<String, List<DataRow>> rows = new LinkedHashMap<>();
        try (CloseableRowIterator each = table.iterator()) {
            while (each.hasNext()) {
                final DataRow row = each.next();
                rows.computeIfAbsent(cell < 0 ? "" : row.getCell(cell).toString(), key -> new ArrayList<>()).add(row);
            }
        }
        final Map<String, CellTable> cells = new LinkedHashMap<>();
        rows.forEach((name, list) -> cells.put(name, new CellTable(spec, columns, list)));
        return cells;
    }

    /**
     * The unit that a column declares.
     *
     * @param table the table
     * @param column the column
     * @return its unit, empty in natural units
     */
    public static String unit(final BufferedDataTable table, final String column) {
        return table.getDataTableSpec().getColumnSpec(column).getProperties().getProperty(WeightUnit.PROPERTY, "");
    }

    /**
     * What the speed of light is in the units of two columns.
     *
     * @param rate unit of frequencies
     * @param wave unit of wave numbers
     * @return frequency by wave number
     */
    public static double coneSlope(final String rate, final String wave) {
        return rate.equals("s^-1") && wave.equals("cm^-1") ? Units.SPEED_OF_LIGHT : 1;
    }

    /**
     * Number of rows.
     *
     * @return rows of the cell
     */
    public int rows() {
        return m_rows;
    }

    /**
     * Whether the table has a column.
     *
     * @param column its name
     * @return true if it has
     */
    public boolean has(final String column) {
        return m_numbers.containsKey(column);
    }

    /**
     * A column of numbers.
     *
     * @param column its name
     * @return its values; NaN where a value is missing
     */
    public double[] numbers(final String column) {
        return m_numbers.get(column);
    }

    /**
     * A column of texts.
     *
     * @param column its name
     * @return its values; empty where a value is missing
     */
    public String[] words(final String column) {
        return m_words.get(column);
    }

    /**
     * The first number of a column, for tables with one row a cell.
     *
     * @param column its name
     * @return the number; NaN if it is missing
     */
    public double number(final String column) {
        return m_numbers.get(column)[0];
    }

    /**
     * The first text of a column, for tables with one row a cell.
     *
     * @param column its name
     * @return the text
     */
    public String word(final String column) {
        return m_words.get(column)[0];
    }

    /**
     * Numbers of some rows.
     *
     * @param column its name
     * @param rows the rows
     * @return their values
     */
    public double[] numbers(final String column, final int[] rows) {
        final double[] all = m_numbers.get(column);
        return IntStream.of(rows).mapToDouble(r -> all[r]).toArray();
    }
}
