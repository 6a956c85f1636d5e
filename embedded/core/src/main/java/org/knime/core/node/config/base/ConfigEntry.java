package org.knime.core.node.config.base;

import java.util.Objects;

/** An entry that holds one value. */
final class ConfigEntry extends AbstractConfigEntry {

    private final Object m_value;

    ConfigEntry(final ConfigEntries type, final String key, final Object value) {
        super(type, key);
        m_value = value;
    }

    Object getValue() {
        return m_value;
    }

    ConfigEntry copy() {
        return new ConfigEntry(getType(), getKey(), m_value);
    }

    /** The value as text; a float is written with the digits of the double that it is. */
    @Override
    public String toStringValue() {
        return Objects.toString(m_value instanceof Float ? ((Float) m_value).doubleValue() : m_value, null);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Objects.equals(m_value, ((ConfigEntry) other).m_value);
    }
}
