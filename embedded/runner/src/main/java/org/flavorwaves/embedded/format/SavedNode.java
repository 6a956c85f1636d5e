package org.flavorwaves.embedded.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * A node of a saved workflow.
 *
 * @param id number of the node in the workflow
 * @param kind plain node, metanode or component
 * @param settingsFile path of its settings relative to the workflow, with slashes
 * @param settings the whole tree of its {@code settings.xml}; empty for metanodes and components
 */
public record SavedNode(int id, Kind kind, String settingsFile, NodeSettings settings) {

    private static final String CREATION = "node_creation_config";

    /** What a saved node is. */
    public enum Kind {
        /** A node with a factory. */
        NativeNode,
        /** A metanode. */
        MetaNode,
        /** A component. */
        SubNode
    }

    /**
     * The name shown in the node repository, for metanodes the name of their folder.
     *
     * @return the name
     */
    public String name() {
        final String folder = settingsFile.substring(0, Math.max(0, settingsFile.indexOf('/')));
        return settings.getString("name", settings.getString("node-name", folder.replaceFirst(" \\(#\\d+\\)$", "")));
    }

    /**
     * How messages name this node.
     *
     * @return name and id, as in {@code CSV Reader (#1)}
     */
    public String label() {
        return name() + " (#" + id + ")";
    }

    /**
     * The factory class that says what the node is.
     *
     * @return the class name, empty for metanodes and components
     */
    public String factory() {
        return settings.getString("factory", "");
    }

    /**
     * Symbolic name of the bundle that holds the factory.
     *
     * @return the name, empty if it is not recorded
     */
    public String bundle() {
        return Optional.ofNullable(settings.getString("node-bundle-symbolic-name", "")).orElse("");
    }

    /**
     * Whether the node had been executed when it was saved.
     *
     * @return true for state EXECUTED
     */
    public boolean savedAsExecuted() {
        return "EXECUTED".equals(settings.getString("state", ""));
    }

    /**
     * The parameters of the node.
     *
     * @return the tree {@code model}; it is the saved one, not a copy
     * @throws InvalidSettingsException if there is none
     */
    public NodeSettings model() throws InvalidSettingsException {
        return settings.getNodeSettings("model");
    }

    /**
     * The groups of ports to which ports were added.
     *
     * @return their names
     */
    public List<String> addedPorts() {
        final List<String> groups = new ArrayList<>();
        try {
            if (settings.containsKey(CREATION)) {
                final NodeSettings creation = settings.getNodeSettings(CREATION);
                for (final String group : creation.keySet()) {
                    if (creation.getNodeSettings(group).containsKey("port_0")) {
                        groups.add(group);
                    }
                }
            }
        } catch (final InvalidSettingsException ex) {
            return List.of();
        }
        return groups;
    }

    /**
     * The output ports of which the settings say where their content is; port 0 is the flow-variable port.
     *
     * @return their indices, in the order of the file
     * @throws InvalidSettingsException if one has no index
     */
    public List<Integer> outputs() throws InvalidSettingsException {
        final List<Integer> indices = new ArrayList<>();
        if (settings.containsKey("ports")) {
            final NodeSettings ports = settings.getNodeSettings("ports");
            for (final String port : ports.keySet()) {
                indices.add(ports.getNodeSettings(port).getInt("index"));
            }
        }
        return indices;
    }

    /**
     * The flow-variable overrides of the parameters.
     *
     * @return the tree {@code variables} beside {@code model}, if there is one
     */
    public Optional<NodeSettings> variables() {
        try {
            return settings.containsKey("variables")
                ? Optional.of(settings.getNodeSettings("variables")) : Optional.empty();
        } catch (final InvalidSettingsException ex) {
            return Optional.empty();
        }
    }
}
