package org.flavorwaves.embedded.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;

/** Ports that are all there is: every port is a group of its own. */
record FixedPorts(NodeDefinition definition) implements PortsConfiguration {

    @Override
    public PortType[] getInputPorts() {
        return definition.inputs().stream().map(PortDefinition::type).toArray(PortType[]::new);
    }

    @Override
    public PortType[] getOutputPorts() {
        return definition.outputs().stream().map(PortDefinition::type).toArray(PortType[]::new);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locate(definition.inputs());
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locate(definition.outputs());
    }

    @Override
    public List<String> getPortGroupNames() {
        return Stream.concat(definition.inputs().stream(), definition.outputs().stream()).map(PortDefinition::name)
            .toList();
    }

    private static Map<String, int[]> locate(List<PortDefinition> ports) {
        Map<String, int[]> locations = new LinkedHashMap<>();
        for (int i = 0; i < ports.size(); i++) {
            locations.put(ports.get(i).name(), new int[] {i});
        }
        return locations;
    }
}
