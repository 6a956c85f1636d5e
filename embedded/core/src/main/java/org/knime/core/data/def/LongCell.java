package org.knime.core.data.def;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;

/** A 64-bit integer; also a double value. */
public class LongCell extends DataCell
    implements LongValue, DoubleValue, BoundedValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(LongCell.class);

    private final long m_value;

    /**
     * Creates a cell.
     *
     * @param value the value
     */
    public LongCell(final long value) {
        m_value = value;
    }

    @Override
    public long getLongValue() {
        return m_value;
    }

    @Override
    public double getDoubleValue() {
        return m_value;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return ((LongCell) dc).m_value == m_value;
    }

    @Override
    public String toString() {
        return Long.toString(m_value);
    }
}
