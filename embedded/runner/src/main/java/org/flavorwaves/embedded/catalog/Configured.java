package org.flavorwaves.embedded.catalog;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.workflow.NodeMessage;

/**
 * What came of configuring a node.
 *
 * @param successful whether the node can be executed
 * @param specs the columns of each output, empty where they are known only after execution; none if not successful
 * @param message a warning or an error, or {@link NodeMessage#NONE}
 */
public record Configured(boolean successful, List<Optional<DataTableSpec>> specs, NodeMessage message) {

    /**
     * The node cannot be executed.
     *
     * @param message why
     * @return the outcome
     */
    public static Configured failed(final NodeMessage message) {
        return new Configured(false, List.of(), message);
    }
}
