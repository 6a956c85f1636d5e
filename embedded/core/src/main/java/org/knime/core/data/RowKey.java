package org.knime.core.data;

/** The identifier of a row, unique within its table. */
public final class RowKey implements RowKeyValue {

    private final String m_id;

    /**
     * Creates a key.
     *
     * @param id the text of the key
     * @throws NullPointerException if it is null
     */
    public RowKey(final String id) {
        if (id == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        m_id = id;
    }

    /**
     * The key that KNIME's readers give the row at an index: Row0, Row1, ...
     *
     * @param rowIndex index from zero
     * @return the key
     */
    public static RowKey createRowKey(final long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    @Override
    public String getString() {
        return m_id;
    }

    @Override
    public String toString() {
        return m_id;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj == this || obj instanceof RowKeyValue && ((RowKeyValue) obj).getString().equals(m_id);
    }

    @Override
    public int hashCode() {
        return m_id.hashCode();
    }
}
