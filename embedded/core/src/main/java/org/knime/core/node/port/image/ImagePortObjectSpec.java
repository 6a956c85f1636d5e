package org.knime.core.node.port.image;

import org.knime.core.data.DataType;
import org.knime.core.node.port.PortObjectSpec;

/** What is known about an image: the type of its cell. */
public final class ImagePortObjectSpec implements PortObjectSpec {

    private final DataType m_type;

    /**
     * Says what an image will be.
     *
     * @param type type of the cell that it becomes
     */
    public ImagePortObjectSpec(final DataType type) {
        if (type == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        m_type = type;
    }

    /**
     * The type of the cell.
     *
     * @return the type
     */
    public DataType getDataType() {
        return m_type;
    }
}
