package org.knime.core.data.image;

import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** An image. */
public interface ImageContent {

    /**
     * The image as an entry of a table.
     *
     * @return the cell
     */
    DataCell toImageCell();

    /**
     * Writes the image.
     *
     * @param out where to
     * @throws IOException if it cannot be written
     */
    void save(OutputStream out) throws IOException;

    /**
     * One line on the image.
     *
     * @return the line
     */
    String getSummary();
}
