package org.knime.node;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/** The factory of a node that is declared by a {@link DefaultNode}. */
public abstract class DefaultNodeFactory extends NodeFactory<NodeModel> {

    private final DefaultNode m_node;

    /**
     * Creates a factory.
     *
     * @param node the node
     * @throws IllegalStateException if one of the texts is no XHTML fragment
     */
    protected DefaultNodeFactory(final DefaultNode node) {
        DescriptionCheck.check(node);
        m_node = node;
    }

    final DefaultNode getNode() {
        return m_node;
    }
}
