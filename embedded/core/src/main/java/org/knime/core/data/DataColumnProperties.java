package org.knime.core.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** Free key-value annotations of a column, such as its unit. */
public final class DataColumnProperties {

    private final Map<String, String> m_props;

    /** Creates empty properties. */
    public DataColumnProperties() {
        this(Map.of());
    }

    /**
     * Creates properties.
     *
     * @param content keys and values, none of them null
     */
    public DataColumnProperties(final Map<String, String> content) {
        m_props = new LinkedHashMap<>(content);
        if (m_props.containsKey(null) || m_props.containsValue(null)) {
            throw new NullPointerException("Keys and values of column properties must not be null.");
        }
    }

    /**
     * Whether there is a property.
     *
     * @param key its key
     * @return true if there is one
     */
    public boolean containsProperty(final String key) {
        return m_props.containsKey(key);
    }

    /**
     * The value of a property.
     *
     * @param key its key
     * @return the value, or null if there is none
     */
    public String getProperty(final String key) {
        return m_props.get(key);
    }

    /**
     * The value of a property.
     *
     * @param key its key
     * @param defaultValue the answer if there is none
     * @return the value or the default
     */
    public String getProperty(final String key, final String defaultValue) {
        return m_props.getOrDefault(key, defaultValue);
    }

    /**
     * The number of properties.
     *
     * @return the count
     */
    public int size() {
        return m_props.size();
    }

    /**
     * A copy with some properties added or replaced.
     *
     * @param newProperties what to add
     * @return the copy
     */
    public DataColumnProperties cloneAndOverwrite(final Map<String, String> newProperties) {
        final Map<String, String> all = new LinkedHashMap<>(m_props);
        all.putAll(newProperties);
        return new DataColumnProperties(all);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj == this
            || obj instanceof DataColumnProperties && ((DataColumnProperties) obj).m_props.equals(m_props);
    }

    @Override
    public int hashCode() {
        return m_props.hashCode();
    }

    @Override
    public String toString() {
        return m_props.toString();
    }
}
