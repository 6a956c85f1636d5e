package org.knime.core.data;

import java.util.concurrent.atomic.AtomicInteger;

/** Builds a column spec. */
public final class DataColumnSpecCreator {

    private static final AtomicInteger EMPTY_NAMES = new AtomicInteger();

    private String m_name;

    private DataType m_type;

    private DataColumnDomain m_domain;

    private DataColumnProperties m_properties;

    /**
     * Starts a column without domain and properties.
     *
     * @param name its name; blanks at either end are dropped
     * @param type its type
     */
    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
        setDomain(null);
        setProperties(null);
    }

    /**
     * Starts with a copy.
     *
     * @param cspec the column to copy
     */
    public DataColumnSpecCreator(final DataColumnSpec cspec) {
        m_name = cspec.getName();
        m_type = cspec.getType();
        m_domain = cspec.getDomain();
        m_properties = cspec.getProperties();
    }

    /**
     * Sets the name.
     *
     * @param name the name; blanks at either end are dropped, an empty name is replaced
     */
    public void setName(final String name) {
        if (name == null) {
            throw new NullPointerException("Name of DataColumnSpec must not be null!");
        }
        final String trimmed = name.trim();
        m_name = trimmed.isEmpty() ? "<empty_" + EMPTY_NAMES.incrementAndGet() + ">" : trimmed;
    }

    /**
     * Sets the type.
     *
     * @param type the type
     */
    public void setType(final DataType type) {
        if (type == null) {
            throw new NullPointerException("Type of DataColumnSpec must not be null!");
        }
        m_type = type;
    }

    /**
     * Sets the domain.
     *
     * @param domain the domain, or null for nothing known
     */
    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? new DataColumnDomain(null, null, null) : domain;
    }

    /**
     * Sets the properties.
     *
     * @param props the properties, or null for none
     */
    public void setProperties(final DataColumnProperties props) {
        m_properties = props == null ? new DataColumnProperties() : props;
    }

    /**
     * Builds the column.
     *
     * @return the column
     */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, m_type, m_domain, m_properties);
    }
}
