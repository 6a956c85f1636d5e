package org.knime.core.data;

/** Name, type, domain and properties of a column. */
public final class DataColumnSpec {

    private final String m_name;

    private final DataType m_type;

    private final DataColumnDomain m_domain;

    private final DataColumnProperties m_properties;

    DataColumnSpec(final String name, final DataType type, final DataColumnDomain domain,
        final DataColumnProperties properties) {
        m_name = name;
        m_type = type;
        m_domain = domain;
        m_properties = properties;
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
     * The type.
     *
     * @return the type
     */
    public DataType getType() {
        return m_type;
    }

    /**
     * The domain.
     *
     * @return the domain, never null
     */
    public DataColumnDomain getDomain() {
        return m_domain;
    }

    /**
     * The annotations.
     *
     * @return the properties, never null
     */
    public DataColumnProperties getProperties() {
        return m_properties;
    }

    /**
     * Whether this column may stand where another one is announced.
     *
     * @param cspec the announced column
     * @return true if the names agree and the announced type is this type or wider
     */
    public boolean isCompatibleWith(final DataColumnSpec cspec) {
        return cspec == this
            || cspec != null && m_name.equals(cspec.m_name) && cspec.m_type.isASuperTypeOf(m_type);
    }

    /**
     * Whether names and types agree.
     *
     * @param cspec another column
     * @return true if so
     */
    public boolean equalStructure(final DataColumnSpec cspec) {
        return cspec == this || cspec != null && m_name.equals(cspec.m_name) && m_type.equals(cspec.m_type);
    }

    @Override
    public boolean equals(final Object o) {
        if (o == this) {
            return true;
        }
        return o instanceof DataColumnSpec && equalStructure((DataColumnSpec) o)
            && m_domain.equals(((DataColumnSpec) o).m_domain)
            && m_properties.equals(((DataColumnSpec) o).m_properties);
    }

    @Override
    public int hashCode() {
        return m_name.hashCode() ^ m_type.hashCode();
    }

    @Override
    public String toString() {
        return m_name + " (" + m_type + ")";
    }
}
