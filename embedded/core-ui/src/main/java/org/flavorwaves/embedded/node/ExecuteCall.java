package org.flavorwaves.embedded.node;

import java.util.Arrays;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** One execution of a node. */
final class ExecuteCall extends NodeCall implements ExecuteInput, ExecuteOutput {

    private final PortObject[] m_in;

    private final ExecutionContext m_context;

    private final PortObject[] m_out;

    private PortObject[] m_internal;

    ExecuteCall(final NodeDefinition definition, final NodeParameters parameters, final PortObject[] in,
        final ExecutionContext context) {
        super(definition, parameters);
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
}
