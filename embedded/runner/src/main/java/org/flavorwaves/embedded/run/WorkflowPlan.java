package org.flavorwaves.embedded.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.SavedConnection;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.flavorwaves.embedded.settings.UsageException;
import org.flavorwaves.embedded.settings.VariableOverrides;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** A workflow that was checked as a whole before anything runs: its nodes in an order in which they can be executed. */
public final class WorkflowPlan {

    private final List<PlannedNode> m_nodes;

    private WorkflowPlan(List<PlannedNode> nodes) {
        m_nodes = List.copyOf(nodes);
    }

    /** What is wrong with a workflow; one sentence a problem. */
    public static final class LoadException extends Exception {

        private final List<String> m_problems;

        LoadException(List<String> problems) {
            super(String.join("\n", problems));
            m_problems = List.copyOf(problems);
        }

        /**
         * All problems.
         *
         * @return sentences that name their node
         */
        public List<String> problems() {
            return m_problems;
        }
    }

    List<PlannedNode> nodes() {
        return m_nodes;
    }

    /**
     * Checks a workflow.
     *
     * @param workflow the workflow
     * @param catalog the nodes that can run here
     * @param context where it runs
     * @param settings changes of settings: path and value by node id
     * @param variables values for workflow variables by name
     * @return the checked workflow
     * @throws LoadException if it cannot run; names every problem
     * @throws UsageException if a change names no setting, or a variable does not exist
     */
    public static WorkflowPlan of(Workflow workflow, NodeCatalog catalog, NodeContext context,
        Map<Integer, Map<String, String>> settings, Map<String, String> variables)
        throws LoadException, UsageException {
        Map<String, FlowVariable> known = variables(workflow, variables);
        checkIds(workflow, settings);
        List<String> problems = new ArrayList<>();
        Map<Integer, NodeType> types = types(workflow, catalog, problems);
        Map<Integer, Map<Integer, PlannedNode.Source>> sources = sources(workflow, types, problems);
        List<Integer> order = order(workflow, problems);
        List<PlannedNode> nodes = new ArrayList<>();
        Map<Integer, Map<String, FlowVariable>> visible = new HashMap<>();
        for (int id : order) {
            Set<Integer> predecessors = predecessors(workflow, id);
            Map<String, FlowVariable> here = new LinkedHashMap<>(known);
            predecessors.forEach(p -> here.putAll(visible.getOrDefault(p, Map.of())));
            visible.put(id, here);
            if (types.containsKey(id)) {
                plan(workflow.node(id).orElseThrow(), types.get(id), context, settings.getOrDefault(id, Map.of()), here,
                    sources.getOrDefault(id, Map.of()), predecessors, problems).ifPresent(nodes::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
        return new WorkflowPlan(nodes);
    }

    private static Set<Integer> predecessors(Workflow workflow, int id) {
        return workflow.connections().stream().filter(c -> c.dest() == id).map(SavedConnection::source)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, FlowVariable> variables(Workflow workflow, Map<String, String> given)
        throws UsageException {
        Map<String, FlowVariable> known = new LinkedHashMap<>();
        workflow.variables().forEach(v -> known.put(v.name(), v));
        for (Map.Entry<String, String> entry : given.entrySet()) {
            FlowVariable saved = known.get(entry.getKey());
            if (saved == null) {
                known.put(entry.getKey(), new FlowVariable(entry.getKey(), inferred(entry.getValue())));
            } else {
                try {
                    known.put(entry.getKey(), new FlowVariable(saved.name(), saved.type().parse(entry.getValue())));
                } catch (IllegalArgumentException ex) {
                    throw new UsageException("'" + entry.getValue() + "' is no value for variable '" + saved.name()
                        + "' of type " + saved.type().name().toLowerCase(Locale.ROOT) + ".");
                }
            }
        }
        return known;
    }

    private static Object inferred(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException expected) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException alsoExpected) {
                return text;
            }
        }
    }

    private static void checkIds(Workflow workflow, Map<Integer, Map<String, String>> settings)
        throws UsageException {
        for (int id : settings.keySet()) {
            if (workflow.node(id).isEmpty()) {
                throw new UsageException("There is no node " + id + " in the workflow. Its nodes are "
                    + String.join(", ", workflow.nodes().stream().map(SavedNode::label).toList()) + ".");
            }
        }
    }

    private static Map<Integer, NodeType> types(Workflow workflow, NodeCatalog catalog, List<String> problems) {
        Map<Integer, NodeType> types = new HashMap<>();
        for (SavedNode node : workflow.nodes()) {
            if (node.kind() != SavedNode.Kind.NativeNode) {
                problems.add(node.label() + ": a metanode or component needs KNIME Analytics Platform.");
                continue;
            }
            try {
                Optional<NodeType> type = catalog.byFactory(node.factory());
                if (type.isPresent()) {
                    types.put(node.id(), type.get());
                } else {
                    problems.add(unknown(node, catalog));
                }
            } catch (IllegalStateException ex) {
                problems.add(node.label() + ": " + ex.getMessage());
            }
        }
        return types;
    }

    private static String unknown(SavedNode node, NodeCatalog catalog) {
        if (catalog.hasBundle(node.bundle())) {
            return node.label() + ": bundle " + node.bundle() + " has no node with the factory " + node.factory()
                + "; the workflow may come from a later version.";
        }
        return node.label() + " needs KNIME Analytics Platform: node factory " + node.factory()
            + (node.bundle().isEmpty() ? "" : " of bundle " + node.bundle()) + " is not available here.";
    }

    private static Map<Integer, Map<Integer, PlannedNode.Source>> sources(Workflow workflow,
        Map<Integer, NodeType> types, List<String> problems) {
        Map<Integer, Map<Integer, PlannedNode.Source>> sources = new HashMap<>();
        for (SavedConnection c : workflow.connections()) {
            Optional<SavedNode> from = workflow.node(c.source());
            Optional<SavedNode> to = workflow.node(c.dest());
            if (from.isEmpty() || to.isEmpty()) {
                int absent = from.isEmpty() ? c.source() : c.dest();
                problems.add("Connection " + c + ": there is no node " + absent + ".");
                continue;
            }
            if (c.isVariables() || !types.containsKey(c.source()) || !types.containsKey(c.dest())) {
                continue;
            }
            int outputs = types.get(c.source()).outputs().size();
            int inputs = types.get(c.dest()).inputs().size();
            if (c.sourcePort() > outputs) {
                problems.add(from.get().label() + " has no output port " + c.sourcePort() + ", only " + outputs + ".");
            } else if (c.destPort() > inputs) {
                problems.add(to.get().label() + " has no input port " + c.destPort() + ", only " + inputs + ".");
            } else if (sources.computeIfAbsent(c.dest(), id -> new HashMap<>())
                .putIfAbsent(c.destPort(), new PlannedNode.Source(c.source(), c.sourcePort())) != null) {
                problems.add(to.get().label() + ": two connections end at input port " + c.destPort() + ".");
            }
        }
        return sources;
    }

    /** Ids in an order in which every node comes after those that it depends on; ids decide between equals. */
    private static List<Integer> order(Workflow workflow, List<String> problems) {
        Map<Integer, Integer> waiting = new TreeMap<>();
        workflow.nodes().forEach(n -> waiting.put(n.id(), 0));
        for (SavedConnection c : workflow.connections()) {
            waiting.computeIfPresent(c.dest(), (id, count) -> count + (waiting.containsKey(c.source()) ? 1 : 0));
        }
        Deque<Integer> ready = new ArrayDeque<>(waiting.keySet().stream().filter(id -> waiting.get(id) == 0).toList());
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int id = ready.removeFirst();
            order.add(id);
            waiting.remove(id);
            for (SavedConnection c : workflow.connections()) {
                if (c.source() == id && waiting.computeIfPresent(c.dest(), (d, count) -> count - 1) != null
                    && waiting.get(c.dest()) == 0) {
                    ready.addLast(c.dest());
                }
            }
        }
        if (!waiting.isEmpty()) {
            problems.add("The connections form a cycle through " + String.join(", ", waiting.keySet().stream()
                .map(id -> workflow.node(id).orElseThrow().label()).toList()) + ".");
        }
        return order;
    }

    private static Optional<PlannedNode> plan(SavedNode saved, NodeType type, NodeContext context,
        Map<String, String> changes, Map<String, FlowVariable> variables,
        Map<Integer, PlannedNode.Source> connected, Set<Integer> predecessors, List<String> problems)
        throws UsageException {
        List<Optional<PlannedNode.Source>> sources = new ArrayList<>();
        for (int p = 1; p <= type.inputs().size(); p++) {
            if (!connected.containsKey(p) && !type.inputs().get(p - 1).optional()) {
                problems.add(saved.label() + ": input port " + p + " (" + type.inputs().get(p - 1).name()
                    + ") is not connected.");
            }
            sources.add(Optional.ofNullable(connected.get(p)));
        }
        try {
            NodeSettings model = SettingsTree.copy(saved.model());
            for (Map.Entry<String, String> change : changes.entrySet()) {
                set(saved, model, change.getKey(), change.getValue());
            }
            if (saved.variables().isPresent()) {
                VariableOverrides.load(saved.variables().get()).apply(model, variables)
                    .forEach(exposed -> variables.put(exposed.name(), exposed));
            }
            return Optional.of(new PlannedNode(saved, type, model, type.load(model, context), sources,
                predecessors));
        } catch (InvalidSettingsException ex) {
            if (!changes.isEmpty()) {
                throw new UsageException(saved.label() + " cannot be changed so: " + ex.getMessage());
            }
            problems.add(saved.label() + ": Loading model settings failed: " + ex.getMessage());
            return Optional.empty();
        }
    }

    private static void set(SavedNode saved, NodeSettings model, String path, String value) throws UsageException {
        try {
            SettingsTree.set(model, path, value);
        } catch (UsageException ex) {
            throw new UsageException(saved.label() + ": " + ex.getMessage());
        }
    }
}
