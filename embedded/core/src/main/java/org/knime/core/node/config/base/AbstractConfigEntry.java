package org.knime.core.node.config.base;

/** One entry of a settings tree: a key, a type and a value. */
public abstract class AbstractConfigEntry {

    private final ConfigEntries m_type;

    private String m_key;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        m_type = type;
        setKey(key);
    }

    /**
     * The key.
     *
     * @return the key
     */
    public final String getKey() {
        return m_key;
    }

    final void setKey(final String key) {
        if (key == null) {
            throw new IllegalArgumentException("Key must not be null!");
        }
        m_key = key;
    }

    /**
     * The type.
     *
     * @return the type
     */
    public final ConfigEntries getType() {
        return m_type;
    }

    /**
     * The value as text.
     *
     * @return the text, or null for a null text
     */
    public abstract String toStringValue();

    abstract boolean hasIdenticalValue(AbstractConfigEntry other);

    @Override
    public String toString() {
        return m_key + " [" + m_type.name() + "] -> " + toStringValue();
    }

    @Override
    public boolean equals(final Object o) {
        if (o == this) {
            return true;
        }
        if (o == null || o.getClass() != getClass()) {
            return false;
        }
        final AbstractConfigEntry other = (AbstractConfigEntry) o;
        return m_type == other.m_type && m_key.equals(other.m_key) && hasIdenticalValue(other);
    }

    @Override
    public int hashCode() {
        return m_key.hashCode() ^ m_type.hashCode();
    }
}
