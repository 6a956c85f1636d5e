package org.knime.core.node.port.image;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** An image at a port. */
public class ImagePortObject implements PortObject {

    /** The kind of its ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ImagePortObject.class);

    private final ImageContent m_content;

    private final ImagePortObjectSpec m_spec;

    /**
     * Takes an image.
     *
     * @param content the image
     * @param spec the type of its cell
     */
    public ImagePortObject(final ImageContent content, final ImagePortObjectSpec spec) {
        if (spec == null || content == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        m_content = content;
        m_spec = spec;
    }

    /**
     * The image as an entry of a table.
     *
     * @return the cell; missing if it is not of the type that the spec has
     */
    public DataCell toDataCell() {
        final DataCell cell = m_content.toImageCell();
        return m_spec.getDataType().isASuperTypeOf(cell.getType()) ? cell : DataType.getMissingCell();
    }

    @Override
    public String getSummary() {
        return m_content.getSummary();
    }

    @Override
    public ImagePortObjectSpec getSpec() {
        return m_spec;
    }
}
