package org.flavorwaves.embedded.catalog;

import java.nio.file.Path;

import org.flavorwaves.embedded.io.AtomicFile;

/**
 * Where a node runs.
 *
 * @param workflow the workflow directory; relative paths in settings start there or in its folder {@code data}
 * @param files writes files
 */
public record NodeContext(Path workflow, AtomicFile files) {
}
