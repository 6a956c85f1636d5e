package org.knime.core.node;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/**
 * Builds a table row by row. It checks that the cells fit the columns and that no row key occurs twice, and computes
 * the domains: bounds where cells are bounded values, and the values of nominal columns as long as they are no more
 * than 60.
 */
public class BufferedDataContainer {

    private static final int SHOWN = 30;

    private final DataTableSpec m_spec;

    private final RowKeys m_keys = new RowKeys();

    private final RowBlocks m_rows;

    private final ColumnDomain[] m_domains;

    private BufferedDataTable m_table;

    BufferedDataContainer(final DataTableSpec spec, final boolean initDomain) {
        m_spec = spec;
        m_rows = new RowBlocks(spec);
        m_domains = new ColumnDomain[spec.getNumColumns()];
        for (int c = 0; c < m_domains.length; c++) {
            m_domains[c] = new ColumnDomain(spec.getColumnSpec(c), initDomain);
        }
    }

    /**
     * Appends a row.
     *
     * @param row the row
     * @throws IllegalArgumentException if the cells do not fit the columns
     * @throws org.knime.core.util.DuplicateKeyException if there is a row of the same key already
     */
    public void addRowToTable(final DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("Cannot add row: container has not been initialized (opened).");
        }
        if (row == null) {
            throw new NullPointerException("Can't add null rows to container");
        }
        if (row.getNumCells() != m_domains.length) {
            throw new IllegalArgumentException("Cell count in row \"" + row.getKey()
                + "\" is not equal to length of column names array: " + row.getNumCells() + " vs. "
                + m_domains.length);
        }
        for (int c = 0; c < m_domains.length; c++) {
            checkType(row, c);
        }
        m_keys.add(row.getKey().getString());
        m_rows.add(row);
        for (int c = 0; c < m_domains.length; c++) {
            m_domains[c].add(row.getCell(c));
        }
    }

    private void checkType(final DataRow row, final int c) {
        final DataType expected = m_spec.getColumnSpec(c).getType();
        final DataType actual = row.getCell(c).getType();
        if (!expected.isASuperTypeOf(actual)) {
            String shown = row.getCell(c).toString();
            if (shown.length() > SHOWN) {
                shown = shown.substring(0, SHOWN) + "...";
            }
            throw new IllegalArgumentException("Runtime class of object \"" + shown + "\" (index " + c
                + ") in row \"" + row.getKey() + "\" is " + actual
                + " and does not comply with its supposed superclass " + expected);
        }
    }

    /**
     * The number of rows so far.
     *
     * @return the count
     */
    public long size() {
        return m_keys.size();
    }

    /** Ends the table. */
    public void close() {
        if (m_table == null) {
            m_table = new BufferedDataTable(ColumnDomain.apply(m_spec, m_domains), m_keys.freeze(), m_rows);
        }
    }

    /**
     * Whether the table is complete.
     *
     * @return true after {@link #close()}
     */
    public boolean isClosed() {
        return m_table != null;
    }

    /**
     * The columns, with the computed domains once the table is complete.
     *
     * @return the spec
     */
    public DataTableSpec getTableSpec() {
        return isClosed() ? m_table.getDataTableSpec() : m_spec;
    }

    /**
     * The table.
     *
     * @return the complete table
     * @throws IllegalStateException before {@link #close()}
     */
    public BufferedDataTable getTable() {
        if (!isClosed()) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        return m_table;
    }
}
