package org.knime.core.node;

import java.util.Iterator;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A complete table, as it goes through ports. It may be read by many threads at the same time. */
public final class BufferedDataTable implements DataTable, PortObject {

    /** The type of table ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of table ports that may stay without connection. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final DataTableSpec m_spec;

    private final RowKeys m_keys;

    private final RowBlocks m_rows;

    BufferedDataTable(final DataTableSpec spec, final RowKeys keys, final RowBlocks rows) {
        m_spec = spec;
        m_keys = keys;
        m_rows = rows;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public DataTableSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + m_spec.getNumColumns();
    }

    /**
     * The number of rows.
     *
     * @return the count
     */
    public long size() {
        return m_keys.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return new Rows();
    }

    /** A row that makes its cells when they are asked for. */
    private final class Row implements DataRow {

        private final ColumnStore[] m_block;

        private final int m_row;

        Row(final ColumnStore[] block, final int row) {
            m_block = block;
            m_row = row;
        }

        @Override
        public int getNumCells() {
            return m_block.length;
        }

        @Override
        public RowKey getKey() {
            return m_keys.get(m_row);
        }

        @Override
        public DataCell getCell(final int index) {
            return m_block[index].get(m_row % m_rows.rowsOfBlock());
        }

        @Override
        public Iterator<DataCell> iterator() {
            return materialize().iterator();
        }

        private DataRow materialize() {
            final DataCell[] cells = new DataCell[m_block.length];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = getCell(c);
            }
            return new DefaultRow(getKey(), cells);
        }

        @Override
        public boolean equals(final Object obj) {
            return obj == this || materialize().equals(obj);
        }

        @Override
        public int hashCode() {
            return getKey().hashCode();
        }

        @Override
        public String toString() {
            return materialize().toString();
        }
    }

    private final class Rows extends CloseableRowIterator {

        private ColumnStore[] m_block;

        private int m_next;

        private int m_end = m_keys.size();

        @Override
        public boolean hasNext() {
            return m_next < m_end;
        }

        @Override
        public DataRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (m_next % m_rows.rowsOfBlock() == 0) {
                m_block = m_rows.block(m_next / m_rows.rowsOfBlock());
            }
            return new Row(m_block, m_next++);
        }

        @Override
        public void close() {
            m_end = 0;
        }
    }
}
