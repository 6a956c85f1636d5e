package org.knime.core.data.def;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A text. */
public final class StringCell extends DataCell
    implements StringValue, NominalValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private final String m_value;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public StringCell(final String value) {
        if (value == null) {
            throw new NullPointerException("String value must not be null.");
        }
        m_value = value;
    }

    @Override
    public String getStringValue() {
        return m_value;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return ((StringCell) dc).m_value.equals(m_value);
    }

    @Override
    public String toString() {
        return m_value;
    }
}
