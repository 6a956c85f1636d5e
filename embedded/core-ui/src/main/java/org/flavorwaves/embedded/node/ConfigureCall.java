package org.flavorwaves.embedded.node;

import java.util.Arrays;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;

/** One configuration of a node. */
final class ConfigureCall extends NodeCall implements ConfigureInput, ConfigureOutput {

    private final PortObjectSpec[] m_in;

    private final PortObjectSpec[] m_out;

    ConfigureCall(final NodeDefinition definition, final NodeParameters parameters, final PortObjectSpec[] in) {
        super(definition, parameters);
        m_in = in;
        m_out = new PortObjectSpec[definition.outputs().size()];
    }

    PortObjectSpec[] outSpecs() {
        return m_out;
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
    public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
        m_out[index] = spec;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
        System.arraycopy(specs, 0, m_out, 0, specs.length);
    }
}
