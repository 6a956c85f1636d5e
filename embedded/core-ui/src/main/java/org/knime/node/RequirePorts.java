package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/** The stage at which a node declares its ports. */
public interface RequirePorts {

    /**
     * Declares the ports.
     *
     * @param ports adds the ports from top to bottom
     * @return the next stage
     */
    RequireModel ports(Consumer<PortsAdder> ports);

    /**
     * Declares ports of which users can add some.
     *
     * @param ports adds the ports, from top to bottom
     * @return the next stage
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds ports in groups. */
    interface DynamicPortsAdder {

        /**
         * Adds input ports.
         *
         * @param groupId name of the group, unique among the groups
         * @param groupConfiguration says which ports they are
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * Adds output ports.
         *
         * @param groupId name of the group, unique among the groups
         * @param groupConfiguration says which ports they are
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);
    }

    /** The stage at which the name of ports is declared. */
    interface RequirePortName {

        /**
         * Names the ports.
         *
         * @param name short name
         * @return the next stage
         */
        RequirePortDescription name(String name);
    }

    /** The stage at which ports are described. */
    interface RequirePortDescription {

        /**
         * Describes the ports.
         *
         * @param description what goes through them, as XHTML fragment
         * @return the next stage
         */
        RequireConfigurablePortMode description(String description);
    }

    /** The stage at which it is declared whether users can add and remove ports. */
    interface RequireConfigurablePortMode {

        /**
         * One port that is always there.
         *
         * @param portType kind of data
         * @return the port
         */
        FinalConfigurablePort fixed(PortType portType);

        /**
         * A port that users can add.
         *
         * @return the next stage
         */
        RequireSupportedTypes<OptionalConfigurablePort> optional();
    }

    /**
     * The stage at which the kinds of ports are declared.
     *
     * @param <T> the next stage
     */
    interface RequireSupportedTypes<T> {

        /**
         * Says which kinds there can be.
         *
         * @param portTypes the kinds
         * @return the next stage
         */
        T supportedTypes(PortType... portTypes);
    }

    /** Declared ports. */
    sealed interface ConfigurablePort permits FinalConfigurablePort, OptionalConfigurablePort {

        /** Ports to which nothing can be added. */
        final class FinalConfigurablePort implements ConfigurablePort {
        }

        /** A port that is not there until it is added. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {
        }
    }

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
