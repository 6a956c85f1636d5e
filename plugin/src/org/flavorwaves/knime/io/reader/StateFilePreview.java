package org.flavorwaves.knime.io.reader;

import java.util.Optional;

import org.flavorwaves.knime.io.StateFileColumns;

/**
 * What the beginning of a file tells.
 *
 * @param format what the file is
 * @param columns its columns; empty if only the whole file tells them, as with JSON
 */
public record StateFilePreview(StateFileFormat format, Optional<StateFileColumns> columns) {
}
