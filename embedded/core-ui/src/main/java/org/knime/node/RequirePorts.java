package org.knime.node;

import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;

/** The stage at which a node declares its ports. */
public interface RequirePorts {

    /**
     * Declares the ports.
     *
     * @param ports adds the ports from top to bottom
     * @return the next stage
     */
    RequireModel ports(Consumer<PortsAdder> ports);

    /** Adds ports. */
    interface PortsAdder {

        /**
         * Adds an input port.
         *
         * @param name short name, unique among the ports
         * @param description what comes in, as XHTML fragment
         * @param portType kind of data
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType portType);

        /**
         * Adds an output port.
         *
         * @param name short name, unique among the ports
         * @param description what goes out, as XHTML fragment
         * @param portType kind of data
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType portType);

        /**
         * Adds an input table.
         *
         * @param name short name, unique among the ports
         * @param description what comes in, as XHTML fragment
         * @return this
         */
        default PortsAdder addInputTable(String name, String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * Adds an output table.
         *
         * @param name short name, unique among the ports
         * @param description what goes out, as XHTML fragment
         * @return this
         */
        default PortsAdder addOutputTable(String name, String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }
}
