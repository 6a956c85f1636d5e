package org.flavorwaves.embedded.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.flavorwaves.embedded.io.FileFailure;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Reads a workflow directory in KNIME's format. */
public final class WorkflowReader {

    /** The file that makes a directory a workflow. */
    public static final String WORKFLOW_FILE = "workflow.knime";

    static final String METADATA_FILE = "workflow-metadata.xml";

    private WorkflowReader() {
    }

    /**
     * Reads a workflow.
     *
     * @param directory the workflow directory
     * @return the workflow
     * @throws WorkflowFormatException if it is no workflow, or a file of it is missing or damaged
     */
    public static Workflow read(final Path directory) throws WorkflowFormatException {
        final Path file = directory.resolve(WORKFLOW_FILE);
        if (!Files.isRegularFile(file)) {
            throw new WorkflowFormatException(noWorkflow(directory));
        }
        final NodeSettings document = readTree(file, WORKFLOW_FILE);
        try {
            final List<SavedNode> nodes = readNodes(directory, document);
            return new Workflow(Optional.of(directory), document, readMetadata(directory), nodes,
                readConnections(document), readVariables(document));
        } catch (final InvalidSettingsException ex) {
            throw new WorkflowFormatException(WORKFLOW_FILE + ": " + ex.getMessage(), ex);
        }
    }

    private static String noWorkflow(final Path directory) {
        if (!Files.isDirectory(directory)) {
            return "There is no directory '" + directory + "'.";
        }
        final String message = "'" + directory + "' is no workflow: it has no file " + WORKFLOW_FILE + ".";
        try (Stream<Path> children = Files.list(directory)) {
            final String inside = children.filter(p -> Files.isRegularFile(p.resolve(WORKFLOW_FILE)))
                .map(p -> "'" + p + "'").sorted().collect(Collectors.joining(", "));
            return inside.isEmpty() ? message : message + " Workflows in it: " + inside + ".";
        } catch (final IOException ex) {
            return message;
        }
    }

    private static List<SavedNode> readNodes(final Path directory, final NodeSettings document)
        throws InvalidSettingsException, WorkflowFormatException {
        final List<SavedNode> nodes = new ArrayList<>();
        final Set<Integer> ids = new HashSet<>();
        final NodeSettings all = document.getNodeSettings("nodes");
        for (final String key : all) {
            final NodeSettings entry = all.getNodeSettings(key);
            final int id = entry.getInt("id");
            if (!ids.add(id)) {
                throw new WorkflowFormatException(WORKFLOW_FILE + ": two nodes have the number " + id + ".");
            }
            final SavedNode.Kind kind = kind(entry, id);
            final String settingsFile = entry.getString("node_settings_file");
            final Path file = settingsPath(directory, settingsFile, id);
            final NodeSettings settings = kind == SavedNode.Kind.NativeNode
                ? readTree(file, settingsFile) : new NodeSettings("settings.xml");
            nodes.add(new SavedNode(id, kind, settingsFile, settings));
        }
        return nodes;
    }

    private static SavedNode.Kind kind(final NodeSettings entry, final int id)
        throws InvalidSettingsException, WorkflowFormatException {
        final String fallback = entry.getBoolean("node_is_meta") ? "MetaNode" : "NativeNode";
        final String kind = entry.getString("node_type", fallback);
        try {
            return SavedNode.Kind.valueOf(kind);
        } catch (final IllegalArgumentException ex) {
            throw new WorkflowFormatException(WORKFLOW_FILE + ": node #" + id + " is of unknown type '" + kind + "'.",
                ex);
        }
    }

    private static Path settingsPath(final Path directory, final String settingsFile, final int id)
        throws WorkflowFormatException {
        final Path root = directory.toAbsolutePath().normalize();
        final Path file = root.resolve(settingsFile).normalize();
        if (!file.startsWith(root)) {
            throw new WorkflowFormatException(WORKFLOW_FILE + ": the settings of node #" + id
                + " lie outside the workflow: '" + settingsFile + "'.");
        }
        return file;
    }

    private static List<SavedConnection> readConnections(final NodeSettings document) throws InvalidSettingsException {
        final List<SavedConnection> connections = new ArrayList<>();
        final NodeSettings all = document.getNodeSettings("connections");
        for (final String key : all) {
            final NodeSettings c = all.getNodeSettings(key);
            connections.add(new SavedConnection(c.getInt("sourceID"), c.getInt("sourcePort"), c.getInt("destID"),
                c.getInt("destPort")));
        }
        return connections;
    }

    private static List<FlowVariable> readVariables(final NodeSettings document) throws InvalidSettingsException {
        final List<FlowVariable> variables = new ArrayList<>();
        if (document.containsKey("workflow_variables")) {
            final NodeSettings all = document.getNodeSettings("workflow_variables");
            for (final String key : all) {
                variables.add(FlowVariable.load(all.getNodeSettings(key)));
            }
        }
        return variables;
    }

    private static String readMetadata(final Path directory) throws WorkflowFormatException {
        final Path file = directory.resolve(METADATA_FILE);
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : Workflow.EMPTY_METADATA;
        } catch (final IOException ex) {
            throw new WorkflowFormatException("Cannot read " + METADATA_FILE + ": " + FileFailure.reason(ex) + ".", ex);
        }
    }

    private static NodeSettings readTree(final Path file, final String shown) throws WorkflowFormatException {
        if (!Files.isRegularFile(file)) {
            throw new WorkflowFormatException("The workflow has no file '" + shown + "'.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return (NodeSettings) NodeSettings.loadFromXML(in);
        } catch (final IOException ex) {
            throw new WorkflowFormatException("'" + shown + "' is damaged. " + FileFailure.reason(ex), ex);
        }
    }
}
