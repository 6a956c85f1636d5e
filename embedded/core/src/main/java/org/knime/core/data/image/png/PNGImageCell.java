package org.knime.core.data.image.png;

import java.util.Arrays;

import org.knime.core.data.DataCell;

/** An image in the format PNG. */
public class PNGImageCell extends DataCell implements PNGImageValue {

    private final transient PNGImageContent m_content;

    PNGImageCell(final PNGImageContent content) {
        m_content = content;
    }

    @Override
    public PNGImageContent getImageContent() {
        return m_content;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Arrays.equals(m_content.getByteArray(), ((PNGImageCell) dc).m_content.getByteArray());
    }

    @Override
    public String toString() {
        return m_content.getSummary();
    }
}
