package org.knime.core.data.image.png;

import org.knime.core.data.DataValue;

/** An entry of a table that is an image in the format PNG. */
public interface PNGImageValue extends DataValue {

    /**
     * The image.
     *
     * @return the image
     */
    PNGImageContent getImageContent();
}
