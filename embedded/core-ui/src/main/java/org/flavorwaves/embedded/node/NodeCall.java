package org.flavorwaves.embedded.node;

import java.util.Optional;

import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a configuration and an execution of a node are told and tell alike. */
abstract class NodeCall {

    private final NodeDefinition m_definition;

    private final NodeParameters m_parameters;

    private String m_warning;

    NodeCall(final NodeDefinition definition, final NodeParameters parameters) {
        m_definition = definition;
        m_parameters = parameters;
    }

    final Optional<String> warning() {
        return Optional.ofNullable(m_warning);
    }

    @SuppressWarnings("unchecked")
    public final <S extends NodeParameters> S getParameters() {
        return (S) m_parameters;
    }

    public final PortType[] getOutPortTypes() {
        return getPortsConfiguration().getOutputPorts();
    }

    public final PortsConfiguration getPortsConfiguration() {
        return new FixedPorts(m_definition);
    }

    public final void setWarningMessage(final String message) {
        m_warning = message;
    }
}
