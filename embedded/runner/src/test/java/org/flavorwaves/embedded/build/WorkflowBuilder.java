package org.flavorwaves.embedded.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.SavedConnection;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.flavorwaves.embedded.settings.UsageException;
import org.knime.core.node.NodeSettings;

/**
 * Makes a workflow in code. Numbers of nodes are given in the order in which nodes are added, from 1; table ports count
 * from 1.
 */
public final class WorkflowBuilder {

    private static final int FIRST_X = 100;

    private static final int FIRST_Y = 120;

    private static final int STEP_X = 160;

    private final String m_name;

    private final List<BuiltNode> m_nodes = new ArrayList<>();

    private final List<SavedConnection> m_connections = new ArrayList<>();

    private final Map<String, FlowVariable> m_variables = new LinkedHashMap<>();

    /**
     * Starts a workflow.
     *
     * @param name its name
     */
    public WorkflowBuilder(final String name) {
        m_name = name;
    }

    /**
     * Adds a node with default settings.
     *
     * @param type kind of the node
     * @return number of the node
     */
    public int add(final NodeType type) {
        return add(type, type.defaults());
    }

    /**
     * Adds a node.
     *
     * @param type kind of the node
     * @param model its settings, the tree {@code model}
     * @return number of the node
     */
    public int add(final NodeType type, final NodeSettings model) {
        return add(type, model, FIRST_X + STEP_X * m_nodes.size(), FIRST_Y);
    }

    /**
     * Adds a node at a place of the canvas.
     *
     * @param type kind of the node
     * @param model its settings, the tree {@code model}
     * @param x horizontal place in pixels
     * @param y vertical place in pixels
     * @return number of the node
     */
    public int add(final NodeType type, final NodeSettings model, final int x, final int y) {
        final int id = m_nodes.size() + 1;
        m_nodes.add(new BuiltNode(id, type, SettingsTree.copy(model), x, y));
        return id;
    }

    private BuiltNode node(final int id) {
        if (id < 1 || id > m_nodes.size()) {
            throw new IllegalArgumentException("There is no node #" + id + "; there are " + m_nodes.size() + ".");
        }
        return m_nodes.get(id - 1);
    }

    /**
     * Sets a parameter.
     *
     * @param id number of the node
     * @param path keys of the parameter, joined by slashes
     * @param value its value as a text
     * @return this
     * @throws IllegalArgumentException if the node has no such parameter or the value does not fit
     */
    public WorkflowBuilder set(final int id, final String path, final String value) {
        try {
            SettingsTree.set(node(id).model(), path, value);
        } catch (final UsageException ex) {
            throw new IllegalArgumentException(ex.getMessage(), ex);
        }
        return this;
    }

    /**
     * Connects table ports.
     *
     * @param source number of the node that delivers
     * @param sourcePort its output port
     * @param dest number of the node that receives
     * @param destPort its input port
     * @return this
     * @throws IllegalArgumentException if there is no such node or port
     */
    public WorkflowBuilder connect(final int source, final int sourcePort, final int dest, final int destPort) {
        checkPort(sourcePort, node(source).type().outputs().size(), "output", source);
        checkPort(destPort, node(dest).type().inputs().size(), "input", dest);
        m_connections.add(new SavedConnection(source, sourcePort, dest, destPort));
        return this;
    }

    private static void checkPort(final int port, final int count, final String kind, final int node) {
        if (port < 0 || port > count) {
            throw new IllegalArgumentException(
                "Node #" + node + " has no " + kind + " port " + port + "; it has " + count + ".");
        }
    }

    /**
     * Adds a workflow variable.
     *
     * @param variable the variable with its value
     * @return this
     */
    public WorkflowBuilder variable(final FlowVariable variable) {
        m_variables.put(variable.name(), variable);
        return this;
    }

    /**
     * Lets a flow variable control a parameter.
     *
     * @param id number of the node
     * @param path keys of the parameter, joined by slashes
     * @param variable name of the variable
     * @return this
     * @throws IllegalArgumentException if the node has no such parameter
     */
    public WorkflowBuilder control(final int id, final String path, final String variable) {
        final BuiltNode node = node(id);
        if (!SettingsTree.leaves(node.model()).containsKey(path)) {
            throw new IllegalArgumentException("Node #" + id + " has no setting '" + path + "'.");
        }
        node.controlled().put(path, variable);
        return this;
    }

    /**
     * Makes the workflow.
     *
     * @param when the time to record as its creation
     * @param author the name to record as its author
     * @return the workflow, ready to be written
     */
    public Workflow build(final Instant when, final String author) {
        final List<SavedNode> nodes = new ArrayList<>();
        for (final BuiltNode node : m_nodes) {
            nodes.add(NodeDocument.of(node));
        }
        final List<FlowVariable> variables = List.copyOf(m_variables.values());
        final NodeSettings document =
            WorkflowDocument.of(m_name, when, author, m_nodes, nodes, m_connections, variables);
        return new Workflow(Optional.empty(), document, Workflow.EMPTY_METADATA, nodes, m_connections, variables);
    }
}
