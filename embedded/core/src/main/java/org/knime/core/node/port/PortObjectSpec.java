package org.knime.core.node.port;

/** What is known about the data at a port before the node is executed. */
public interface PortObjectSpec {
}
