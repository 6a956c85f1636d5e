package org.knime.core.data.image.png;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** An image in the format PNG. */
public class PNGImageContent implements ImageContent {

    /** The type of its cells. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private final byte[] m_bytes;

    private final BufferedImage m_image;

    /**
     * Takes an image.
     *
     * @param imageBytes the bytes of the file
     * @throws IllegalArgumentException if they are no image
     */
    public PNGImageContent(final byte[] imageBytes) {
        m_bytes = imageBytes.clone();
        try {
            m_image = ImageIO.read(new ByteArrayInputStream(m_bytes));
        } catch (final IOException ex) {
            throw new IllegalArgumentException("Image can't be read", ex);
        }
        if (m_image == null) {
            throw new IllegalArgumentException("ImageIO returned null while reading image bytes");
        }
    }

    /**
     * The bytes of the file.
     *
     * @return a copy
     */
    public byte[] getByteArray() {
        return m_bytes.clone();
    }

    @Override
    public DataCell toImageCell() {
        return new PNGImageCell(this);
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(m_bytes);
    }

    @Override
    public String getSummary() {
        return "PNG Image " + m_image.getWidth() + " x " + m_image.getHeight() + " with "
            + (m_bytes.length < 1000 ? m_bytes.length + " B" : m_bytes.length / 1024 + " KB");
    }
}
