package org.flavorwaves.knime.table;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Collects the rows of a table of results: rows are numbered, the key of a cell comes first where there is one. */
public final class ResultTable {
    private final BufferedDataContainer m_container;

    private final int m_columns;

    private long m_rows;

    /**
     * Starts a table.
     *
     * @param exec makes the table
     * @param spec its columns
     */
    public ResultTable(final ExecutionContext exec, final DataTableSpec spec) {
        m_container = exec.createDataContainer(spec);
        m_columns = spec.getNumColumns();
    }

    /**
     * Adds a row.
     *
     * @param key content of the cell column; empty if the table has none
     * @param values Double (NaN becomes a missing value), Integer, Boolean, String or DataCell
     */
    public void add(final Optional<DataCell> key, final Object... values) {
        add(key.stream().toList(), values);
    }

    /**
     * Adds a row.
     *
     * @param leading contents of the first columns, such as cell and pair
     * @param values Double (NaN becomes a missing value), Integer, Boolean, String or DataCell
     */
    public void add(final List<DataCell> leading, final Object... values) {
        final DataCell[] cells = new DataCell[m_columns];
        int c = 0;
        for (final DataCell one : leading) {
            cells[c++] = one;
        }
        for (final Object value : values) {
            cells[c++] = cell(value);
        }
        m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows++), cells));
    }

    private static DataCell cell(final Object value) {
        if (value instanceof Double number) {
            return StateWriter.number(number);
        }
        if (value instanceof Integer number) {
            return new IntCell(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? BooleanCell.TRUE : BooleanCell.FALSE;
        }
        return value instanceof DataCell cell ? cell : new StringCell((String) value);
    }

    /**
     * Leaves out what is infinite.
     *
     * @param value a value
     * @return the value; NaN, a missing value, if it is infinite
     */
    public static double finite(final double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /**
     * A value that is not known.
     *
     * @return a missing cell
     */
    public static DataCell missing() {
        return DataType.getMissingCell();
    }

    /**
     * Ends the table.
     *
     * @return the table
     */
    public BufferedDataTable close() {
        m_container.close();
        return m_container.getTable();
    }
}
