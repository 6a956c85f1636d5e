package org.flavorwaves.embedded.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.NodeSettings;

/**
 * A workflow as KNIME saves it: nodes with their settings trees, connections and workflow variables. Trees are kept as
 * they were read, so that what this program does not interpret survives loading and saving.
 *
 * @param directory where it was read from; empty for a workflow made in code
 * @param document the tree of {@code workflow.knime}
 * @param metadata text of {@code workflow-metadata.xml}
 * @param nodes the nodes in the order of the document
 * @param connections the connections in the order of the document
 * @param variables the workflow variables with their saved values
 */
public record Workflow(Optional<Path> directory, NodeSettings document, String metadata, List<SavedNode> nodes,
    List<SavedConnection> connections, List<FlowVariable> variables) {

    /** The {@code workflow-metadata.xml} of a workflow without description. */
    public static final String EMPTY_METADATA = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<workflow-metadata content-type=\"text/plain\" "
        + "xmlns=\"http://www.knime.org/core/node/workflow/metadata/v1.0\">\n"
        + "    <last-modified></last-modified>\n"
        + "    <description/>\n"
        + "</workflow-metadata>";

    /** Takes copies of the lists. */
    public Workflow {
        nodes = List.copyOf(nodes);
        connections = List.copyOf(connections);
        variables = List.copyOf(variables);
    }

    /**
     * Finds a node.
     *
     * @param id number of the node
     * @return the node, if there is one
     */
    public Optional<SavedNode> node(final int id) {
        return nodes.stream().filter(n -> n.id() == id).findFirst();
    }
}
