package org.knime.core.data.def;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;

/** A floating-point number; NaN and the infinities are values. */
public final class DoubleCell extends DataCell
    implements DoubleValue, BoundedValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private final double m_value;

    /**
     * Creates a cell.
     *
     * @param value the value
     */
    public DoubleCell(final double value) {
        m_value = value;
    }

    @Override
    public double getDoubleValue() {
        return m_value;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Double.doubleToLongBits(((DoubleCell) dc).m_value) == Double.doubleToLongBits(m_value);
    }

    @Override
    public String toString() {
        return Double.toString(m_value);
    }
}
