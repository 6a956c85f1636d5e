package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** The ports of a node, in groups. */
public interface PortsConfiguration {

    /**
     * The types of the output ports.
     *
     * @return the types in the order of the ports
     */
    PortType[] getOutputPorts();
}
