package org.flavorwaves.embedded.base;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.flavorwaves.embedded.catalog.NodeContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A file as KNIME's readers and writers name it.
 *
 * @param fileSystem LOCAL or RELATIVE
 * @param specifier what a relative path starts from, empty for LOCAL
 * @param path the path
 */
record FileLocation(String fileSystem, String specifier, String path) {

    /** The data area of the workflow: its folder {@code data}. */
    static final String WORKFLOW_DATA = "knime.workflow.data";

    private static final String WORKFLOW = "knime.workflow";

    private static final String LOCAL = "LOCAL";

    private static final String RELATIVE = "RELATIVE";

    static FileLocation inDataArea(final String path) {
        return new FileLocation(RELATIVE, WORKFLOW_DATA, path);
    }

    /** Reads the tree of a file chooser: the location with the file system it is chosen from. */
    static FileLocation load(final NodeSettingsRO chooser) throws InvalidSettingsException {
        final NodeSettingsRO dialog = chooser.getNodeSettings("file_system_chooser__Internals");
        if (dialog.getBoolean("has_fs_port")) {
            throw KnownKeys.needsKnime("A file system connection");
        }
        final NodeSettingsRO path = chooser.getNodeSettings("path");
        KnownKeys.check(path, "path", "location_present", "file_system_type", "path", "file_system_specifier");
        if (!path.getBoolean("location_present")) {
            throw new InvalidSettingsException("Please specify a file.");
        }
        final FileLocation location = new FileLocation(path.getString("file_system_type"),
            path.getString("file_system_specifier", ""), path.getString("path"));
        location.check();
        return location;
    }

    private void check() throws InvalidSettingsException {
        final boolean relative = RELATIVE.equals(fileSystem)
            && (WORKFLOW.equals(specifier) || WORKFLOW_DATA.equals(specifier));
        if (!relative && !LOCAL.equals(fileSystem)) {
            throw KnownKeys.needsKnime("A file in the file system " + fileSystem
                + (specifier.isEmpty() ? "" : " (" + specifier + ")"));
        }
        if (path == null || path.isBlank()) {
            throw new InvalidSettingsException("Please specify a file.");
        }
    }

    /** Writes what {@link #load} reads, as a new node's file chooser has it. */
    void save(final NodeSettingsWO chooser) {
        final NodeSettingsWO dialog = chooser.addNodeSettings("file_system_chooser__Internals");
        dialog.addBoolean("has_fs_port", false);
        dialog.addBoolean("overwritten_by_variable", false);
        dialog.addString("convenience_fs_category", fileSystem);
        dialog.addString("relative_to", specifier.isEmpty() ? WORKFLOW : specifier);
        dialog.addString("mountpoint", "LOCAL");
        dialog.addString("spaceId", "");
        dialog.addString("spaceName", "");
        dialog.addInt("custom_url_timeout", 10000);
        dialog.addBoolean("connected_fs", true);
        final NodeSettings tree = new NodeSettings("path");
        tree.addBoolean("location_present", true);
        tree.addString("file_system_type", fileSystem);
        tree.addString("path", path);
        if (!specifier.isEmpty()) {
            tree.addString("file_system_specifier", specifier);
        }
        chooser.addNodeSettings(tree);
    }

    /** The file in the file system of this machine. */
    Path resolve(final NodeContext context) throws InvalidSettingsException {
        try {
            if (LOCAL.equals(fileSystem)) {
                return Path.of(path);
            }
            final Path start = WORKFLOW.equals(specifier) ? context.workflow() : context.workflow().resolve("data");
            return start.resolve(path.startsWith("/") ? path.substring(1) : path).normalize();
        } catch (final InvalidPathException ex) {
            throw new InvalidSettingsException("'" + path + "' is no path: " + ex.getReason(), ex);
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
