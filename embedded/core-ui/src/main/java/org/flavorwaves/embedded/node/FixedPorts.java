package org.flavorwaves.embedded.node;

import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;

/** Ports that are all there is: every port is a group of its own. */
record FixedPorts(NodeDefinition definition) implements PortsConfiguration {

    @Override
    public PortType[] getOutputPorts() {
        return definition.outputs().stream().map(PortDefinition::type).toArray(PortType[]::new);
    }
}
