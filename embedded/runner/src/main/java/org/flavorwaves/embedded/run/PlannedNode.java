package org.flavorwaves.embedded.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.flavorwaves.embedded.catalog.LoadedNode;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.format.SavedNode;
import org.knime.core.node.NodeSettings;

/**
 * A node of a checked workflow.
 *
 * @param saved the node as saved
 * @param type its kind
 * @param model its settings, with the changes of the command line and of flow variables
 * @param node the node with these settings
 * @param sources where each input comes from; empty for an optional input without connection
 * @param predecessors ids of the nodes that must be executed before, those that only pass flow variables included
 */
record PlannedNode(SavedNode saved, NodeType type, NodeSettings model, LoadedNode node,
    List<Optional<Source>> sources, Set<Integer> predecessors) {

    /**
     * An output of another node.
     *
     * @param node id of the node
     * @param port number of its output, from 1
     */
    record Source(int node, int port) {
    }

    int id() {
        return saved.id();
    }

    /** The folder of the node's results. */
    String folder() {
        return saved.id() + "-" + saved.name().replaceAll("[\\\\/:*?\"<>|]", "_");
    }

    /** The tables that arrive, in the order of the ports. */
    <T> List<T> inputs(Map<Integer, List<T>> outputs) {
        return sources.stream().map(s -> s.map(x -> outputs.get(x.node()).get(x.port() - 1)).orElse(null)).toList();
    }
}
