package org.flavorwaves.embedded.node;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** What a node is connected to, as far as specs tell. */
final class KnownInput implements NodeParametersInput {

    private final NodeDefinition m_definition;

    private final PortObjectSpec[] m_specs;

    KnownInput(final NodeDefinition definition, final PortObjectSpec[] specs) {
        m_definition = definition;
        m_specs = specs;
    }

    @Override
    public PortType[] getInPortTypes() {
        return m_definition.inputs().stream().map(PortDefinition::type).toArray(PortType[]::new);
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_specs;
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(m_specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(m_specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return new PortObject[m_specs.length];
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.empty();
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return new BufferedDataTable[m_specs.length];
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return Optional.empty();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_definition.outputs().stream().map(PortDefinition::type).toArray(PortType[]::new);
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        return new FixedPorts(m_definition);
    }
}
