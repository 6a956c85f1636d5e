package org.flavorwaves.embedded.node;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectSpec;
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
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(m_specs[portIndex]);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        return new FixedPorts(m_definition);
    }
}
