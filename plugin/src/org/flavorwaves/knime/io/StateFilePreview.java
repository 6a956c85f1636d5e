package org.flavorwaves.knime.io;

import java.util.Optional;

/**
 * What the beginning of a file tells.
 *
 * @param format what the file is
 * @param columns its columns; empty if only the whole file tells them, as with JSON
 */
public record StateFilePreview(StateFileFormat format, Optional<StateFileColumns> columns) {
}
