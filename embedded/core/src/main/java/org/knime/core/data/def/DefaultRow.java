package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its key and cells. */
public class DefaultRow implements DataRow {

    private final RowKey m_rowKey;

    private final DataCell[] m_row;

    /**
     * Creates a row.
     *
     * @param rowKey key of the row
     * @param row one cell a column
     * @throws NullPointerException if the key, the array or one of the cells is null
     */
    public DefaultRow(final RowKey rowKey, final DataCell... row) {
        if (rowKey == null) {
            throw new NullPointerException("Row ID must not be null!");
        }
        if (row == null) {
            throw new NullPointerException("Row array must not be null!");
        }
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null) {
                throw new NullPointerException("Cell at index " + i + " is null!");
            }
        }
        m_rowKey = rowKey;
        m_row = row.clone();
    }

    /**
     * Creates a row.
     *
     * @param rowId key of the row
     * @param row one cell a column
     */
    public DefaultRow(final String rowId, final DataCell... row) {
        this(new RowKey(rowId), row);
    }

    /**
     * Creates a row.
     *
     * @param rowKey key of the row
     * @param row one cell a column
     */
    public DefaultRow(final RowKey rowKey, final List<DataCell> row) {
        this(rowKey, row.toArray(new DataCell[0]));
    }

    /**
     * Creates a row of double cells.
     *
     * @param rowKey key of the row
     * @param row one number a column
     */
    public DefaultRow(final RowKey rowKey, final double... row) {
        this(rowKey, Arrays.stream(row).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    /**
     * Creates a row of double cells.
     *
     * @param rowId key of the row
     * @param row one number a column
     */
    public DefaultRow(final String rowId, final double... row) {
        this(new RowKey(rowId), row);
    }

    /**
     * Creates a row of int cells.
     *
     * @param rowKey key of the row
     * @param row one integer a column
     */
    public DefaultRow(final RowKey rowKey, final int... row) {
        this(rowKey, Arrays.stream(row).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    /**
     * Creates a row of int cells.
     *
     * @param rowId key of the row
     * @param row one integer a column
     */
    public DefaultRow(final String rowId, final int... row) {
        this(new RowKey(rowId), row);
    }

    /**
     * Creates a row of string cells.
     *
     * @param rowKey key of the row
     * @param row one text a column
     */
    public DefaultRow(final RowKey rowKey, final String... row) {
        this(rowKey, Arrays.stream(row).map(StringCell::new).toArray(DataCell[]::new));
    }

    /**
     * Creates a row of string cells.
     *
     * @param rowId key of the row
     * @param row one text a column
     */
    public DefaultRow(final String rowId, final String... row) {
        this(new RowKey(rowId), row);
    }

    @Override
    public final int getNumCells() {
        return m_row.length;
    }

    @Override
    public final RowKey getKey() {
        return m_rowKey;
    }

    @Override
    public final DataCell getCell(final int index) {
        return m_row[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return List.of(m_row).iterator();
    }

    @Override
    public String toString() {
        return m_rowKey + ": " + stream().map(DataCell::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public boolean equals(final Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof DataRow)) {
            return false;
        }
        final DataRow other = (DataRow) obj;
        if (other.getNumCells() != m_row.length || !other.getKey().equals(m_rowKey)) {
            return false;
        }
        for (int i = 0; i < m_row.length; i++) {
            if (!m_row[i].equals(other.getCell(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return m_rowKey.hashCode();
    }
}
