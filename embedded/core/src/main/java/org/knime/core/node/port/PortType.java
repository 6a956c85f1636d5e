package org.knime.core.node.port;

/** The kind of data that goes through a port. */
public final class PortType {

    private final Class<? extends PortObject> m_objectClass;

    private final Class<? extends PortObjectSpec> m_specClass;

    private final String m_name;

    private final boolean m_optional;

    PortType(final Class<? extends PortObject> objectClass, final boolean optional, final String name) {
        m_objectClass = objectClass;
        m_specClass = specClassOf(objectClass);
        m_optional = optional;
        m_name = name;
    }

    private static Class<? extends PortObjectSpec> specClassOf(final Class<? extends PortObject> objectClass) {
        try {
            return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
        } catch (final NoSuchMethodException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String getName() {
        return m_name;
    }

    /**
     * The class of the data.
     *
     * @return the class
     */
    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    /**
     * The class of the specs.
     *
     * @return the class
     */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return m_specClass;
    }

    /**
     * Whether the port may stay without connection.
     *
     * @return true if so
     */
    public boolean isOptional() {
        return m_optional;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj == this || obj instanceof PortType && ((PortType) obj).m_objectClass == m_objectClass;
    }

    @Override
    public int hashCode() {
        return m_objectClass.hashCode();
    }

    @Override
    public String toString() {
        return "PortType(" + m_specClass.getSimpleName() + "," + m_objectClass.getSimpleName() + ")";
    }
}
