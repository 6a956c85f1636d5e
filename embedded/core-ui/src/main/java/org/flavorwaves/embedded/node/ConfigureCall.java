package org.flavorwaves.embedded.node;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;

/** One configuration of a node. */
final class ConfigureCall implements ConfigureInput, ConfigureOutput {

    private final NodeDefinition m_definition;

    private final NodeParameters m_parameters;

    private final PortObjectSpec[] m_in;

    private final PortObjectSpec[] m_out;

    private String m_warning;

    ConfigureCall(final NodeDefinition definition, final NodeParameters parameters, final PortObjectSpec[] in) {
        m_definition = definition;
        m_parameters = parameters;
        m_in = in;
        m_out = new PortObjectSpec[definition.outputs().size()];
    }

    PortObjectSpec[] outSpecs() {
        return m_out;
    }

    Optional<String> warning() {
        return Optional.ofNullable(m_warning);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
        return (S) m_parameters;
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(m_in).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(final int portIndex) {
        return (DataTableSpec) m_in[portIndex];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return getPortsConfiguration().getOutputPorts();
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        return new FixedPorts(m_definition);
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
        m_out[index] = spec;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
        System.arraycopy(specs, 0, m_out, 0, specs.length);
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning = message;
    }
}
