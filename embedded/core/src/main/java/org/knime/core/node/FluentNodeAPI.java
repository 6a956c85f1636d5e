package org.knime.core.node;

/** Marks the types by which a node is declared stage by stage. */
public interface FluentNodeAPI {
}
