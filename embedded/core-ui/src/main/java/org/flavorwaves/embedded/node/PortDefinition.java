package org.flavorwaves.embedded.node;

import org.knime.core.node.port.PortType;

/**
 * A declared port.
 *
 * @param name its name, unique among the ports of the node
 * @param description what goes through it, as XHTML fragment
 * @param type kind of data
 * @param addable whether it is not there until a user adds it
 */
public record PortDefinition(String name, String description, PortType type, boolean addable) {

    /**
     * A port that is always there.
     *
     * @param name its name, unique among the ports of the node
     * @param description what goes through it, as XHTML fragment
     * @param type kind of data
     */
    public PortDefinition(final String name, final String description, final PortType type) {
        this(name, description, type, false);
    }
}
