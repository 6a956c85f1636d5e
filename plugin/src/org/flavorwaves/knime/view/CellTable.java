package org.flavorwaves.knime.view;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
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
    private static final double ROUNDING = 1e-11;

    private final Map<String, Column> m_columns = new LinkedHashMap<>();

    private int m_rows;

    /** The values of a column: numbers, or texts of which equal ones are kept once. */
    private static final class Column {
        private final boolean m_isText;

        private final Map<String, String> m_known = new HashMap<>();

        private double[] m_numbers = {};

        private String[] m_words = {};

        private Column(final boolean isText) {
            m_isText = isText;
        }

        private void add(final int row, final DataCell cell) {
            if (m_isText) {
                m_words = row < m_words.length ? m_words : Arrays.copyOf(m_words, Math.max(16, 2 * row));
                m_words[row] = cell.isMissing() ? "" : m_known.computeIfAbsent(cell.toString(), text -> text);
            } else {
                m_numbers = row < m_numbers.length ? m_numbers : Arrays.copyOf(m_numbers, Math.max(16, 2 * row));
                m_numbers[row] =
                    !cell.isMissing() && cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
            }
        }

        private Column end(final int rows) {
            m_words = Arrays.copyOf(m_words, m_isText ? rows : 0);
            m_numbers = Arrays.copyOf(m_numbers, m_isText ? 0 : rows);
            m_known.clear();
            return this;
        }

        private Column part(final int[] rows) {
            final Column part = new Column(m_isText);
            part.m_words = m_isText ? IntStream.of(rows).mapToObj(r -> m_words[r]).toArray(String[]::new) : m_words;
            part.m_numbers = m_isText ? m_numbers : pick(m_numbers, rows);
            return part;
        }
    }

    private CellTable() {
    }

    private CellTable(final DataTableSpec spec, final String[] names) {
        Arrays.stream(names).filter(spec::containsName).forEach(name -> m_columns.put(name,
            new Column(!spec.getColumnSpec(name).getType().isCompatible(DoubleValue.class))));
    }

    private void add(final DataTableSpec spec, final DataRow row) {
        m_columns.forEach((name, column) -> column.add(m_rows, row.getCell(spec.findColumnIndex(name))));
        m_rows++;
    }

    private CellTable end() {
        m_columns.values().forEach(column -> column.end(m_rows));
        return this;
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
        final Map<String, CellTable> cells = new LinkedHashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                cells.computeIfAbsent(cell < 0 ? "" : row.getCell(cell).toString(), key -> new CellTable(spec, names))
                    .add(spec, row);
            }
        }
        cells.values().forEach(CellTable::end);
        return cells;
    }

    /**
     * Takes a table as one, with its column of cells as text if that is named.
     *
     * @param table the table
     * @param names columns that are needed; those that the table lacks are passed over
     * @return all rows
     */
    public static CellTable whole(final BufferedDataTable table, final String... names) {
        return sample(table, Integer.MAX_VALUE, names);
    }

    /**
     * Takes rows of a table at equal distances.
     *
     * @param table the table
     * @param most most rows to take
     * @param names columns that are needed; those that the table lacks are passed over
     * @return the rows
     */
    public static CellTable sample(final BufferedDataTable table, final int most, final String... names) {
        final DataTableSpec spec = table.getDataTableSpec();
        final long step = (table.size() + most - 1) / most;
        final CellTable taken = new CellTable(spec, names);
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (index++ % step == 0) {
                    taken.add(spec, row);
                }
            }
        }
        return taken.end();
    }

    /**
     * The unit that a column declares.
     *
     * @param table the table
     * @param column the column
     * @return its unit, empty in natural units
     */
    public static String unit(final BufferedDataTable table, final String column) {
        final String unit =
            table.getDataTableSpec().getColumnSpec(column).getProperties().getProperty(WeightUnit.PROPERTY, "");
        return unit.equals(WeightUnit.NATURAL.label()) ? "" : unit;
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
        return m_columns.containsKey(column);
    }

    /**
     * A column of numbers.
     *
     * @param column its name
     * @return its values; NaN where a value is missing
     */
    public double[] numbers(final String column) {
        return m_columns.get(column).m_numbers;
    }

    /**
     * A column of texts.
     *
     * @param column its name
     * @return its values; empty where a value is missing
     */
    public String[] words(final String column) {
        return m_columns.get(column).m_words;
    }

    /**
     * The first number of a column, for tables with one row a cell.
     *
     * @param column its name
     * @return the number; NaN if it is missing
     */
    public double number(final String column) {
        return numbers(column)[0];
    }

    /**
     * The first text of a column, for tables with one row a cell.
     *
     * @param column its name
     * @return the text
     */
    public String word(final String column) {
        return words(column)[0];
    }

    /**
     * Numbers of some rows.
     *
     * @param column its name
     * @param rows the rows
     * @return their values
     */
    public double[] numbers(final String column, final int[] rows) {
        return pick(numbers(column), rows);
    }

    private static double[] pick(final double[] all, final int[] rows) {
        return IntStream.of(rows).mapToDouble(r -> all[r]).toArray();
    }

    /**
     * Divides a column by what another one has in the first row of the same number.
     *
     * @param column what is divided
     * @param number column of the numbers, such as that of the mode
     * @param divisor column of the divisors; where one is zero, the value is not known
     * @return the same rows with the quotients in place of the column
     */
    public CellTable dividedByStart(final String column, final String number, final String divisor) {
        final Map<Integer, Double> starts = new HashMap<>();
        final double[] quotients = new double[m_rows];
        for (int r = 0; r < m_rows; r++) {
            final double start = starts.computeIfAbsent((int) numbers(number)[r], key -> 0.0);
            final double known = start > 0 ? start : numbers(divisor)[r];
            starts.put((int) numbers(number)[r], known);
            quotients[r] = known > 0 ? numbers(column)[r] / known : Double.NaN;
        }
        final CellTable divided = part(IntStream.range(0, m_rows).toArray());
        divided.m_columns.get(column).m_numbers = quotients;
        return divided;
    }

    /**
     * Sets numbers of a column to zero that are only rounding beside those of another column: below {@value #ROUNDING}
     * of the largest of both.
     *
     * @param column the column
     * @param beside the other one, of the same unit
     */
    public void quiet(final String column, final String beside) {
        final double[] values = numbers(column);
        final double largest = DoubleStream.concat(Arrays.stream(values), Arrays.stream(numbers(beside)))
            .filter(Double::isFinite).map(Math::abs).max().orElse(0);
        m_columns.get(column).m_numbers =
            Arrays.stream(values).map(x -> Math.abs(x) < ROUNDING * largest ? 0 : x).toArray();
    }

    /**
     * Some of the rows.
     *
     * @param rows the rows
     * @return a table of them
     */
    public CellTable part(final int[] rows) {
        final CellTable part = new CellTable();
        part.m_rows = rows.length;
        m_columns.forEach((name, column) -> part.m_columns.put(name, column.part(rows)));
        return part;
    }
}
