package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;

import org.knime.core.node.port.PortType;

/** The ports of a node, in groups. */
public interface PortsConfiguration {

    /**
     * The types of the input ports.
     *
     * @return the types in the order of the ports
     */
    PortType[] getInputPorts();

    /**
     * The types of the output ports.
     *
     * @return the types in the order of the ports
     */
    PortType[] getOutputPorts();

    /**
     * Where the input ports of the groups are.
     *
     * @return positions from zero by name of the group
     */
    Map<String, int[]> getInputPortLocation();

    /**
     * Where the output ports of the groups are.
     *
     * @return positions from zero by name of the group
     */
    Map<String, int[]> getOutputPortLocation();

    /**
     * The groups.
     *
     * @return the names
     */
    List<String> getPortGroupNames();
}
