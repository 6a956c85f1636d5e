package org.flavorwaves.embedded.node;

import org.knime.core.node.port.PortType;

/**
 * A declared port.
 *
 * @param name its name, unique among the ports of the node
 * @param description what goes through it, as XHTML fragment
 * @param type kind of data
 */
public record PortDefinition(String name, String description, PortType type) {
}
