package org.knime.core.data;

/** A missing entry, with or without the reason why it is missing. */
public final class MissingCell extends DataCell implements MissingValue {

    static final MissingCell INSTANCE = new MissingCell(null);

    private final String m_error;

    /**
     * Creates a missing cell.
     *
     * @param error the reason, or null
     */
    public MissingCell(final String error) {
        m_error = error;
    }

    @Override
    public String getError() {
        return m_error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return dc instanceof MissingCell;
    }
}
