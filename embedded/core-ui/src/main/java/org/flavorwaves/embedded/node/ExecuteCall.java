package org.flavorwaves.embedded.node;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** One execution of a node. */
final class ExecuteCall implements ExecuteInput, ExecuteOutput {

    private final NodeDefinition m_definition;

    private final NodeParameters m_parameters;

    private final PortObject[] m_in;

    private final ExecutionContext m_context;

    private final PortObject[] m_out;

    private PortObject[] m_internal;

    private String m_warning;

    ExecuteCall(final NodeDefinition definition, final NodeParameters parameters, final PortObject[] in,
        final ExecutionContext context) {
        m_definition = definition;
        m_parameters = parameters;
        m_in = in;
        m_context = context;
        m_out = new PortObject[definition.outputs().size()];
    }

    PortObject[] outObjects() {
        return m_out;
    }

    PortObject[] internalObjects() {
        return m_internal;
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
    public ExecutionContext getExecutionContext() {
        return m_context;
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(m_in).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public BufferedDataTable getInTable(final int portIndex) {
        return (BufferedDataTable) m_in[portIndex];
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
    public <D extends PortObject> void setOutData(final int index, final D data) {
        m_out[index] = data;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <D extends PortObject> void setOutData(final D... data) {
        System.arraycopy(data, 0, m_out, 0, data.length);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <D extends PortObject> void setInternalData(final D... data) {
        m_internal = data;
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning = message;
    }
}
