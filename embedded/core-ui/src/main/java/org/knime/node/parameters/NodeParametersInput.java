package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What a node is connected to while its parameters are made or shown. Ports count from zero. */
public interface NodeParametersInput {

    /**
     * The types of the input ports.
     *
     * @return one type a port
     */
    PortType[] getInPortTypes();

    /**
     * All input specs.
     *
     * @return one spec a port; null where it is unknown
     */
    PortObjectSpec[] getInPortSpecs();

    /**
     * One input spec.
     *
     * @param portIndex the port
     * @return the spec, if it is known
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /**
     * All input specs of a node that has only tables.
     *
     * @return one spec a port; null where it is unknown
     */
    DataTableSpec[] getInTableSpecs();

    /**
     * The spec of an input table.
     *
     * @param portIndex the port
     * @return the spec, if it is known
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /**
     * All input data.
     *
     * @return the data of each port; null where there are none
     */
    PortObject[] getInPortObjects();

    /**
     * The data of a port.
     *
     * @param portIndex the port
     * @return the data, if there are any
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /**
     * All input data of a node that has only tables.
     *
     * @return one table a port; null where there is none
     */
    BufferedDataTable[] getInTables();

    /**
     * An input table.
     *
     * @param portIndex the port
     * @return the table, if there is one
     */
    Optional<BufferedDataTable> getInTable(int portIndex);

    /**
     * The types of the output ports.
     *
     * @return one type a port
     */
    PortType[] getOutPortTypes();

    /**
     * The ports.
     *
     * @return the ports in groups
     */
    PortsConfiguration getPortsConfiguration();
}
