package org.knime.core.node.port;

/** Makes port types. */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {
    }

    /**
     * The registry.
     *
     * @return the registry
     */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /**
     * The type of ports that need a connection.
     *
     * @param portClass class of the data
     * @return the type
     */
    public PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    /**
     * The type of ports.
     *
     * @param portClass class of the data
     * @param isOptional whether the port may stay without connection
     * @return the type
     */
    public PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        return new PortType(portClass, isOptional, portClass.getSimpleName());
    }
}
