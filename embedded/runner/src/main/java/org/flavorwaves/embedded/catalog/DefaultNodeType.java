package org.flavorwaves.embedded.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.node.NodeDefinition;
import org.flavorwaves.embedded.node.NodeInstance;
import org.flavorwaves.embedded.node.ParameterInfo;
import org.flavorwaves.embedded.node.PortDefinition;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.NodeInternals;

/** A node that is declared by a {@link DefaultNodeFactory}. */
public final class DefaultNodeType implements NodeType {

    private final DefaultNodeFactory m_factory;

    private final NodeDefinition m_definition;

    private final Bundle m_bundle;

    /**
     * Creates a type.
     *
     * @param factory what declares the node
     * @param bundle where it comes from
     */
    public DefaultNodeType(final DefaultNodeFactory factory, final Bundle bundle) {
        m_factory = factory;
        m_definition = NodeInternals.definitionOf(factory);
        m_bundle = bundle;
    }

    @Override
    public String factory() {
        return m_factory.getClass().getName();
    }

    @Override
    public String displayName() {
        return m_definition.name();
    }

    @Override
    public String summary() {
        return PlainText.line(m_definition.shortDescription());
    }

    /**
     * What the node does, at length.
     *
     * @return plain text
     */
    public String description() {
        return PlainText.of(m_definition.fullDescription());
    }

    @Override
    public Bundle bundle() {
        return m_bundle;
    }

    @Override
    public List<Port> inputs() {
        return ports(m_definition.inputs());
    }

    @Override
    public List<Port> outputs() {
        return ports(m_definition.outputs());
    }

    /**
     * Whether an input port is there only in nodes to which it was added.
     *
     * @param port number of the port, from 1
     * @return false for the ports that all nodes have
     */
    public boolean isAddable(final int port) {
        return m_definition.inputs().get(port - 1).addable();
    }

    private static List<Port> ports(final List<PortDefinition> ports) {
        return ports.stream().map(p -> new Port(p.name(), PlainText.of(p.description()), p.type().isOptional(),
            ColumnList.of(p.description()))).collect(Collectors.toList());
    }

    /**
     * What is known about the parameters.
     *
     * @return the parameters by path, in the order in which they are stored
     */
    public Map<String, ParameterInfo> parameters() {
        final Map<String, ParameterInfo> parameters = new LinkedHashMap<>();
        m_definition.parameters()
            .ifPresent(type -> ParameterInfo.of(type).forEach(info -> parameters.put(info.path(), info)));
        return parameters;
    }

    @Override
    public NodeSettings defaults() {
        final NodeInstance node = new NodeInstance(m_factory);
        final NodeSettings model = new NodeSettings("model");
        node.saveSettings(model);
        return model;
    }

    /**
     * The settings of a node that was just dropped on tables: choices of columns are made from them.
     *
     * @param inputs the columns of each input
     * @return the tree {@code model}
     */
    public NodeSettings defaults(final List<DataTableSpec> inputs) {
        return new NodeInstance(m_factory).newSettings(inputs.toArray(PortObjectSpec[]::new));
    }

    @Override
    public LoadedNode load(final NodeSettingsRO model, final NodeContext context) throws InvalidSettingsException {
        return load(model, List.of(), context);
    }

    @Override
    public LoadedNode load(final NodeSettingsRO model, final List<String> ports, final NodeContext context)
        throws InvalidSettingsException {
        final NodeInstance node = new NodeInstance(m_factory, ports);
        node.loadSettings(model);
        return new LoadedDefaultNode(node, context);
    }
}
