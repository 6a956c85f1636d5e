package org.flavorwaves.embedded.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.format.SavedConnection;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;

/** Checks the connections of a workflow and orders its nodes. */
final class ConnectionCheck {

    private final Workflow m_workflow;

    private final Map<Integer, NodeType> m_types;

    private final List<Problem> m_problems = new ArrayList<>();

    private final List<SavedNode> m_order = new ArrayList<>();

    ConnectionCheck(final Workflow workflow, final Map<Integer, NodeType> types) {
        m_workflow = workflow;
        m_types = types;
        final Set<String> taken = new LinkedHashSet<>();
        for (final SavedConnection c : workflow.connections()) {
            checkEnd(c, c.source(), c.sourcePort(), false);
            checkEnd(c, c.dest(), c.destPort(), true);
            if (c.destPort() != SavedConnection.VARIABLE_PORT && !taken.add(c.dest() + ":" + c.destPort())) {
                problem(c.dest(), "two connections lead into input port " + c.destPort() + ".");
            }
            if (m_types.get(c.source()) != null && m_types.get(c.dest()) != null
                && (c.sourcePort() == SavedConnection.VARIABLE_PORT)
                    != (c.destPort() == SavedConnection.VARIABLE_PORT)) {
                problem(c.dest(), "connection " + c + " joins a flow variable port and a table port.");
            }
        }
        for (final SavedNode node : workflow.nodes()) {
            checkInputs(node);
        }
        sort();
    }

    private void problem(final int id, final String what) {
        final String where = m_workflow.node(id).map(SavedNode::label).orElse("Workflow");
        m_problems.add(new Problem(where, what));
    }

    private void checkEnd(final SavedConnection c, final int id, final int port, final boolean input) {
        if (m_workflow.node(id).isEmpty()) {
            problem(input ? c.source() : c.dest(),
                "connection " + c + " " + (input ? "leads to" : "comes from") + " a node that does not exist.");
            return;
        }
        final NodeType type = m_types.get(id);
        if (type == null) {
            return;
        }
        final int count = (input ? type.inputs() : type.outputs()).size();
        if (port < 0 || port > count) {
            final String kind = input ? "input" : "output";
            problem(id, "connection " + c + " " + (input ? "leads into " : "comes from ") + kind + " port " + port
                + ", but the node has " + (count == 0 ? "no " + kind + " table port"
                    : count == 1 ? "only " + kind + " port 1" : "only " + kind + " ports 1 to " + count) + ".");
        } else if (input && port > 0 && type instanceof DefaultNodeType node && node.isAddable(port)
            && !m_workflow.node(id).orElseThrow().addedPorts().contains(type.inputs().get(port - 1).name())) {
            problem(id, "connection " + c + " leads into input port " + port + " ("
                + type.inputs().get(port - 1).name() + "), which was not added to the node.");
        }
    }

    private void checkInputs(final SavedNode node) {
        final NodeType type = m_types.get(node.id());
        if (type == null) {
            return;
        }
        for (int p = 1; p <= type.inputs().size(); p++) {
            final Port port = type.inputs().get(p - 1);
            if (!port.optional() && into(node.id(), p).isEmpty()) {
                problem(node.id(), "input port " + p + " (" + port.name() + ") is not connected.");
            }
        }
    }

    /** Puts each node after its predecessors; what remains is on cycles or behind them. */
    private void sort() {
        final List<SavedNode> rest = new ArrayList<>(m_workflow.nodes());
        final Set<Integer> done = new LinkedHashSet<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (final SavedNode node : List.copyOf(rest)) {
                if (done.containsAll(existing(predecessors(node.id())))) {
                    m_order.add(node);
                    done.add(node.id());
                    rest.remove(node);
                    moved = true;
                }
            }
        }
        if (!rest.isEmpty()) {
            final List<SavedNode> cycle = cycle(rest);
            problem(cycle.get(0).id(), "the connections form a cycle: "
                + cycle.stream().map(SavedNode::label).collect(Collectors.joining(" -> ")) + " -> "
                + cycle.get(0).label() + ".");
        }
    }

    private List<Integer> existing(final List<Integer> ids) {
        return ids.stream().filter(id -> m_workflow.node(id).isPresent()).collect(Collectors.toList());
    }

    /** Follows predecessors among the unordered nodes until one comes again. */
    private List<SavedNode> cycle(final List<SavedNode> rest) {
        final List<SavedNode> path = new ArrayList<>();
        SavedNode at = rest.get(0);
        while (!path.contains(at)) {
            path.add(0, at);
            final SavedNode from = at;
            at = rest.stream().filter(n -> predecessors(from.id()).contains(n.id())).findFirst().orElseThrow();
        }
        return path.subList(0, path.indexOf(at) + 1);
    }

    List<Problem> problems() {
        return m_problems;
    }

    /** The nodes, each after its predecessors. */
    List<SavedNode> order() {
        return m_order;
    }

    /** The connection into an input port, the flow variable port being 0. */
    Optional<SavedConnection> into(final int node, final int port) {
        return m_workflow.connections().stream().filter(c -> c.dest() == node && c.destPort() == port).findFirst();
    }

    List<Integer> predecessors(final int node) {
        return m_workflow.connections().stream().filter(c -> c.dest() == node).map(SavedConnection::source).distinct()
            .collect(Collectors.toList());
    }
}
