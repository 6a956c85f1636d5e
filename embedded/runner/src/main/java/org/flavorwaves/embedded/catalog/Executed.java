package org.flavorwaves.embedded.catalog;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.workflow.NodeMessage;

/**
 * What came of executing a node.
 *
 * @param successful whether the node is executed
 * @param tables the table of each output; none if not successful
 * @param view the page of the node's view, complete in itself, if the node has one
 * @param message a warning or an error, or {@link NodeMessage#NONE}
 */
public record Executed(boolean successful, List<BufferedDataTable> tables, Optional<String> view,
    NodeMessage message) {

    /**
     * The execution failed or was canceled.
     *
     * @param message why
     * @return the outcome
     */
    public static Executed failed(final NodeMessage message) {
        return new Executed(false, List.of(), Optional.empty(), message);
    }
}
