package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectSpec;

/** What a node is connected to while its parameters are made or shown. Ports count from zero. */
public interface NodeParametersInput {

    /**
     * One input spec.
     *
     * @param portIndex the port
     * @return the spec, if it is known
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /**
     * The spec of an input table.
     *
     * @param portIndex the port
     * @return the spec, if it is known
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /**
     * The ports.
     *
     * @return the ports in groups
     */
    PortsConfiguration getPortsConfiguration();
}
