package org.flavorwaves.embedded.run;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.workflow.NodeMessage;

/**
 * What became of a node.
 *
 * @param label name and id, as in {@code CSV Reader (#1)}
 * @param state how far it is
 * @param message what it has to say, or {@link NodeMessage#NONE}
 * @param seconds how long it was executed; negative if it was not
 * @param rows how many rows each output table has
 * @param waitsFor the node whose output it did not get
 * @param results the sentences of its output tables
 */
public record NodeReport(String label, RunState state, NodeMessage message, double seconds, List<Long> rows,
    Optional<String> waitsFor, List<String> results) {

    /**
     * Whether the node is executed.
     *
     * @return true if so
     */
    public boolean isExecuted() {
        return state == RunState.EXECUTED;
    }
}
