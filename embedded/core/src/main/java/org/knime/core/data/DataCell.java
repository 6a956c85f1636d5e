package org.knime.core.data;

import java.io.Serializable;

/** One immutable entry of a table. */
public abstract class DataCell implements DataValue, Serializable {

    /**
     * The type of this cell.
     *
     * @return the native type of the cell class
     */
    public final DataType getType() {
        return DataType.getType(getClass());
    }

    /**
     * Whether this is a missing cell.
     *
     * @return true for a missing cell
     */
    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    /**
     * Compares with another cell of the same class that is not missing.
     *
     * @param dc the other cell
     * @return whether both hold the same value
     */
    protected abstract boolean equalsDataCell(DataCell dc);

    /**
     * Compares with a cell of another class but of the same preferred value class.
     *
     * @param otherValue the other cell
     * @return whether both hold the same value; false by default
     */
    protected boolean equalContent(final DataValue otherValue) {
        return false;
    }

    @Override
    public final boolean equals(final Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof DataCell)) {
            return false;
        }
        final DataCell other = (DataCell) o;
        if (isMissing() || other.isMissing()) {
            return isMissing() && other.isMissing();
        }
        if (getClass() == other.getClass()) {
            return equalsDataCell(other);
        }
        return getType().getPreferredValueClass() == other.getType().getPreferredValueClass() && equalContent(other);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
