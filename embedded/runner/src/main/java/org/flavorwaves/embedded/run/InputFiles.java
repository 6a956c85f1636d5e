package org.flavorwaves.embedded.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.flavorwaves.embedded.settings.SettingsTree;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;

/** Finds the files that settings of nodes name, so that output does not replace them. */
public final class InputFiles {

    private static final String WORKFLOW_URL = "knime://knime.workflow/";

    private InputFiles() {
    }

    /**
     * Finds files.
     *
     * @param model settings of a node
     * @param workflow where relative paths start, in it or in its folder {@code data}
     * @return the existing files among the texts of the settings
     */
    public static List<Path> of(final NodeSettings model, final Path workflow) {
        final List<Path> files = new ArrayList<>();
        for (final AbstractConfigEntry entry : SettingsTree.leaves(model).values()) {
            final String text = entry.toStringValue();
            if (text != null && !text.isBlank()) {
                final String path = text.startsWith(WORKFLOW_URL) ? text.substring(WORKFLOW_URL.length()) : text;
                Stream.of(workflow, workflow.resolve("data")).forEach(start -> addFile(start, path, files));
            }
        }
        return files;
    }

    private static void addFile(final Path start, final String path, final List<Path> files) {
        try {
            final Path file = start.resolve(path);
            if (Files.isRegularFile(file)) {
                files.add(file);
            }
        } catch (final InvalidPathException ignored) {
            return;
        }
    }
}
