package org.flavorwaves.embedded.catalog;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** A kind of node: what its factory declares. */
public interface NodeType {

    /**
     * The class name of the factory, which is the identity of the node in saved workflows.
     *
     * @return the class name
     */
    String factory();

    /**
     * The name in the node repository.
     *
     * @return the name
     */
    String displayName();

    /**
     * One line on what the node does.
     *
     * @return plain text
     */
    String summary();

    /**
     * The bundle that holds the factory.
     *
     * @return the bundle
     */
    Bundle bundle();

    /**
     * The input table ports; the first has number 1.
     *
     * @return the ports
     */
    List<Port> inputs();

    /**
     * The output table ports; the first has number 1.
     *
     * @return the ports
     */
    List<Port> outputs();

    /**
     * The settings of a node that was just created.
     *
     * @return the tree {@code model}
     */
    NodeSettings defaults();

    /**
     * Loads settings.
     *
     * @param model the tree {@code model}
     * @param context where the node runs
     * @return a node with these settings
     * @throws InvalidSettingsException if a setting is missing or its value is not allowed
     */
    LoadedNode load(NodeSettingsRO model, NodeContext context) throws InvalidSettingsException;

    /**
     * Loads settings of a node to which ports were added.
     *
     * @param model the tree {@code model}
     * @param ports names of the added ports; a node that has no such ports passes over them
     * @param context where the node runs
     * @return a node with these settings
     * @throws InvalidSettingsException if a setting is missing or its value is not allowed
     */
    default LoadedNode load(final NodeSettingsRO model, final List<String> ports, final NodeContext context)
        throws InvalidSettingsException {
        return load(model, context);
    }
}
