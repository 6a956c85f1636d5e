package org.flavorwaves.embedded.parquet;

import java.util.Arrays;
import java.util.List;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** Puts the values of a row of a Parquet file into cells. */
final class RowAssembly extends RecordMaterializer<DataCell[]> {

    private final Converter[] m_converters;

    private final DataCell[] m_cells;

    private final GroupConverter m_root = new GroupConverter() {

        @Override
        public Converter getConverter(final int fieldIndex) {
            return m_converters[fieldIndex];
        }

        @Override
        public void start() {
            Arrays.fill(m_cells, DataType.getMissingCell());
        }

        @Override
        public void end() {
            // The row is complete.
        }
    };

    RowAssembly(final MessageType schema, final List<ParquetColumn> columns) {
        m_cells = new DataCell[columns.size()];
        m_converters = new Converter[columns.size()];
        for (int c = 0; c < m_converters.length; c++) {
            m_converters[c] = new Cell(c, columns.get(c), ParquetColumn.isUnsigned(schema.getType(c)));
        }
    }

    /** The cells of the current row, which the next row replaces. */
    @Override
    public DataCell[] getCurrentRecord() {
        return m_cells;
    }

    @Override
    public GroupConverter getRootConverter() {
        return m_root;
    }

    /** The cells of one column. */
    private final class Cell extends PrimitiveConverter {

        private final int m_at;

        private final ParquetColumn m_column;

        private final boolean m_unsigned;

        Cell(final int at, final ParquetColumn column, final boolean unsigned) {
            m_at = at;
            m_column = column;
            m_unsigned = unsigned;
        }

        @Override
        public void addDouble(final double value) {
            m_cells[m_at] = new DoubleCell(value);
        }

        @Override
        public void addFloat(final float value) {
            m_cells[m_at] = new DoubleCell(value);
        }

        @Override
        public void addInt(final int value) {
            m_cells[m_at] = m_column == ParquetColumn.INT ? new IntCell(value)
                : new LongCell(m_unsigned ? Integer.toUnsignedLong(value) : value);
        }

        @Override
        public void addLong(final long value) {
            m_cells[m_at] = new LongCell(value);
        }

        @Override
        public void addBoolean(final boolean value) {
            m_cells[m_at] = value ? BooleanCell.TRUE : BooleanCell.FALSE;
        }

        @Override
        public void addBinary(final Binary value) {
            m_cells[m_at] = new StringCell(value.toStringUsingUTF8());
        }
    }
}
