package org.flavorwaves.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table that can still be spoiled: columns in order, each with its type, its unit and its values (null: missing). */
final class HostileTable {
    /** A column: its name, the type of its cells, its unit (none if empty) and one value a row. */
    static final class Column {
        private String m_name;
        private DataType m_type;
        private String m_unit = "";
        private final List<Object> m_values = new ArrayList<>();

        private Column(final String name, final DataType type) {
            m_name = name;
            m_type = type;
        }

        String name() {
            return m_name;
        }

        void rename(final String name) {
            m_name = name;
        }

        void unit(final String unit) {
            m_unit = unit;
        }

        boolean isNumber() {
            return m_type.equals(DoubleCell.TYPE);
        }

        List<Object> values() {
            return m_values;
        }

        /** Changes the type; numbers are rounded, texts become missing. */
        void become(final DataType type) {
            m_type = type;
        }

        private DataCell cell(final int row) {
            final Object value = m_values.get(row);
            if (m_type.equals(StringCell.TYPE)) {
                return value == null ? DataType.getMissingCell() : new StringCell(value.toString());
            }
            if (!(value instanceof Number)) {
                return DataType.getMissingCell();
            }
            final double number = ((Number) value).doubleValue();
            if (m_type.equals(IntCell.TYPE)) {
                return new IntCell((int) Math.round(number));
            }
            if (m_type.equals(LongCell.TYPE)) {
                return new LongCell(Math.round(number));
            }
            return m_type.equals(BooleanCell.TYPE) ? (number > 0 ? BooleanCell.TRUE : BooleanCell.FALSE)
                : new DoubleCell(number);
        }
    }

    private final List<Column> m_columns = new ArrayList<>();

    /** A table with columns and no rows; {@code cell} and {@code species} hold text. */
    HostileTable(final String... names) {
        for (final String name : names) {
            final boolean text = List.of("cell", "species").contains(name);
            m_columns.add(new Column(name, text ? StringCell.TYPE : DoubleCell.TYPE));
        }
    }

    List<Column> columns() {
        return m_columns;
    }

    /** The same table without some columns and with others of zeros at its end. */
    HostileTable with(final List<String> removed, final List<String> added) {
        final HostileTable table = new HostileTable();
        m_columns.stream().filter(c -> !removed.contains(c.m_name)).forEach(table.m_columns::add);
        added.forEach(name -> table.add(name, rows()));
        return table;
    }

    /** Adds a column of zeros, unless there is one of that name. */
    void add(final String name) {
        if (column(name) == null) {
            add(name, rows());
        }
    }

    private void add(final String name, final int rows) {
        final Column column = new Column(name, DoubleCell.TYPE);
        column.m_values.addAll(Collections.nCopies(rows, 0.0));
        m_columns.add(column);
    }

    /** The column of a name, or null. */
    Column column(final String name) {
        return m_columns.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    }

    int rows() {
        return m_columns.isEmpty() ? 0 : m_columns.get(0).m_values.size();
    }

    /** Sets a value if there is such a column. */
    void set(final int row, final String name, final Object value) {
        final Column column = column(name);
        if (column != null) {
            column.m_values.set(row, value);
        }
    }

    /** The number in a cell, or 0 where there is none. */
    double number(final int row, final String name) {
        final Column column = column(name);
        return column != null && column.m_values.get(row) instanceof Number
            ? ((Number) column.m_values.get(row)).doubleValue() : 0;
    }

    /** The text in a cell, empty where there is none. */
    String text(final int row, final String name) {
        final Column column = column(name);
        return column == null ? "" : String.valueOf(column.m_values.get(row));
    }

    /** Adds a row of zeros and returns its index. */
    int addRow() {
        m_columns.forEach(c -> c.m_values.add(c.isNumber() ? 0.0 : "a"));
        return rows() - 1;
    }

    /** Adds a copy of a row and returns its index. */
    int copyRow(final int row) {
        m_columns.forEach(c -> c.m_values.add(c.m_values.get(row)));
        return rows() - 1;
    }

    void keepRows(final int count) {
        m_columns.forEach(c -> c.m_values.subList(Math.min(count, c.m_values.size()), c.m_values.size()).clear());
    }

    void swapRows(final int a, final int b) {
        m_columns.forEach(c -> Collections.swap(c.m_values, a, b));
    }

    DataTableSpec spec() {
        return new DataTableSpec(m_columns.stream().map(HostileTable::spec).toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec spec(final Column column) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column.m_name, column.m_type);
        if (!column.m_unit.isEmpty()) {
            creator.setProperties(new DataColumnProperties(Map.of("unit", column.m_unit)));
        }
        return creator.createSpec();
    }

    BufferedDataTable table(final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(spec());
        for (int row = 0; row < rows(); row++) {
            final int r = row;
            container.addRowToTable(new DefaultRow(new RowKey("Row" + row),
                m_columns.stream().map(c -> c.cell(r)).collect(Collectors.toList())));
        }
        container.close();
        return container.getTable();
    }

    /** The table as a text file. */
    String csv() {
        final StringBuilder text = new StringBuilder(names()).append('\n');
        for (int row = 0; row < rows(); row++) {
            final int r = row;
            text.append(m_columns.stream().map(c -> c.m_values.get(r) == null ? "" : c.m_values.get(r).toString())
                .collect(Collectors.joining(","))).append('\n');
        }
        return text.toString();
    }

    private String names() {
        return m_columns.stream().map(Column::name).collect(Collectors.joining(","));
    }

    /** The names of the columns with a value that is not finite. */
    Map<String, Boolean> notFinite() {
        final Map<String, Boolean> found = new TreeMap<>();
        for (final Column column : m_columns) {
            found.put(column.m_name, column.m_values.stream()
                .anyMatch(v -> v instanceof Double && !Double.isFinite((Double) v)));
        }
        return found;
    }
}
