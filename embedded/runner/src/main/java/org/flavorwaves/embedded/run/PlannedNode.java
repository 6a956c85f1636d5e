package org.flavorwaves.embedded.run;

import java.util.List;

import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.settings.VariableOverrides;
import org.knime.core.node.NodeSettings;

/**
 * A node that passed the checks.
 *
 * @param saved the node as it was saved
 * @param type what its factory declares
 * @param model its settings, with the changes of the command line
 * @param overrides the flow variables that control settings
 * @param inputs where the table of each input comes from, in the order of the ports
 * @param predecessors ids of all nodes that have to be executed before, through any kind of connection
 */
record PlannedNode(SavedNode saved, NodeType type, NodeSettings model, VariableOverrides overrides,
    List<Source> inputs, List<Integer> predecessors) {

    /**
     * Where a table comes from.
     *
     * @param node id of the node; 0 for an optional input without connection
     * @param port its output port, counted from 0 without the flow variable port
     */
    record Source(int node, int port) {

        /** An optional input without connection. */
        static final Source NONE = new Source(0, 0);

        boolean isConnected() {
            return node != 0;
        }
    }

    int id() {
        return saved.id();
    }

    String label() {
        return saved.label();
    }
}
