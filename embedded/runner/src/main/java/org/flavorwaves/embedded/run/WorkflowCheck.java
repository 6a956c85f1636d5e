package org.flavorwaves.embedded.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.run.PlannedNode.Source;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.flavorwaves.embedded.settings.VariableOverrides;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Checks a workflow before anything is executed, and finds an order of execution. */
public final class WorkflowCheck {

    private final Workflow m_workflow;

    private final NodeCatalog m_catalog;

    private final List<Problem> m_problems = new ArrayList<>();

    private final Map<Integer, NodeType> m_types = new LinkedHashMap<>();

    private final Map<Integer, NodeSettings> m_models = new LinkedHashMap<>();

    /**
     * Checks a workflow: kinds of nodes, settings, connections.
     *
     * @param workflow the workflow
     * @param catalog the nodes that can run here
     */
    public WorkflowCheck(final Workflow workflow, final NodeCatalog catalog) {
        m_workflow = workflow;
        m_catalog = catalog;
        for (final SavedNode node : workflow.nodes()) {
            checkType(node);
            checkModel(node);
            checkOutputs(node);
        }
    }

    /**
     * The settings of a node, to be changed before {@link #plan}.
     *
     * @param id number of the node
     * @return the tree {@code model}, if the node can run here and has one
     */
    public Optional<NodeSettings> model(final int id) {
        return Optional.ofNullable(m_models.get(id));
    }

    /**
     * The kind of a node.
     *
     * @param id number of the node
     * @return the kind, if the node can run here
     */
    public Optional<NodeType> type(final int id) {
        return Optional.ofNullable(m_types.get(id));
    }

    /**
     * What is wrong.
     *
     * @return the problems, in the order of the nodes; none if the workflow can be executed
     */
    public List<Problem> problems() {
        return List.copyOf(m_problems);
    }

    private void problem(final SavedNode node, final String what) {
        m_problems.add(new Problem(node.label(), what));
    }

    private void checkType(final SavedNode node) {
        if (node.kind() != SavedNode.Kind.NativeNode) {
            problem(node, "needs KNIME Analytics Platform, because it is a "
                + (node.kind() == SavedNode.Kind.MetaNode ? "metanode" : "component") + "; only plain nodes run here.");
            return;
        }
        try {
            final Optional<NodeType> type = m_catalog.byFactory(node.factory());
            if (type.isPresent()) {
                m_types.put(node.id(), type.get());
            } else if (isKnime(node.factory())) {
                problem(node, "needs KNIME Analytics Platform (factory " + node.factory() + ").");
            } else if (m_catalog.hasBundle(node.bundle())) {
                problem(node, "bundle " + node.bundle() + " has no node with factory " + node.factory()
                    + "; the workflow may need a newer version of the bundle.");
            } else {
                problem(node, "bundle " + (node.bundle().isEmpty() ? "(not named)" : node.bundle())
                    + " is not installed (factory " + node.factory()
                    + "); the node needs KNIME Analytics Platform with that extension.");
            }
        } catch (final IllegalStateException ex) {
            problem(node, ex.getMessage());
        }
    }

    private static boolean isKnime(final String name) {
        return name.startsWith("org.knime.");
    }

    private void checkModel(final SavedNode node) {
        if (!m_types.containsKey(node.id())) {
            return;
        }
        try {
            m_models.put(node.id(), SettingsTree.copy(node.model()));
        } catch (final InvalidSettingsException ex) {
            problem(node, "Loading model settings failed: " + ex.getMessage());
        }
    }

    private void checkOutputs(final SavedNode node) {
        if (!m_types.containsKey(node.id())) {
            return;
        }
        final int last = m_types.get(node.id()).outputs().size() + node.addedPorts().size();
        try {
            for (final int index : node.outputs()) {
                if (index < 0 || index > last) {
                    throw new InvalidSettingsException("Invalid outport index in settings: " + index);
                }
            }
        } catch (final InvalidSettingsException ex) {
            problem(node, "Unable to load port content for node \"" + node.name() + "\": " + ex.getMessage());
        }
    }

    /**
     * Checks the settings as they are now and puts the nodes into an order of execution.
     *
     * @param directory the workflow directory
     * @param variables the workflow variables with the values of this run
     * @return the plan, empty if there are problems
     */
    public Optional<Plan> plan(final Path directory, final List<FlowVariable> variables) {
        final Map<Integer, VariableOverrides> overrides = new LinkedHashMap<>();
        final NodeContext context = new NodeContext(directory, new AtomicFile());
        for (final SavedNode node : m_workflow.nodes()) {
            if (m_models.containsKey(node.id())) {
                try {
                    m_types.get(node.id()).load(m_models.get(node.id()), node.addedPorts(), context);
                    overrides.put(node.id(), node.variables().isPresent()
                        ? VariableOverrides.load(node.variables().get()) : VariableOverrides.none());
                } catch (final InvalidSettingsException ex) {
                    problem(node, "Loading model settings failed: " + ex.getMessage());
                }
            }
        }
        final ConnectionCheck connections = new ConnectionCheck(m_workflow, m_types);
        m_problems.addAll(connections.problems());
        if (!m_problems.isEmpty()) {
            return Optional.empty();
        }
        final List<PlannedNode> nodes = new ArrayList<>();
        for (final SavedNode node : connections.order()) {
            final NodeType type = m_types.get(node.id());
            final List<Source> inputs = new ArrayList<>();
            final List<Port> ports = type.inputs();
            for (int p = 1; p <= ports.size(); p++) {
                inputs.add(connections.into(node.id(), p).map(c -> new Source(c.source(), c.sourcePort() - 1))
                    .orElse(Source.NONE));
            }
            nodes.add(new PlannedNode(node, type, m_models.get(node.id()), overrides.get(node.id()),
                List.copyOf(inputs), connections.predecessors(node.id())));
        }
        return Optional.of(new Plan(directory, List.copyOf(nodes), List.copyOf(variables)));
    }
}
