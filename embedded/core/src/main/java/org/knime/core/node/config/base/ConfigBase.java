package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/** A tree of typed entries that keeps their order. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final String CFG_ARRAY_SIZE = "array-size";

    private final Map<String, AbstractConfigEntry> m_map = new LinkedHashMap<>();

    /**
     * Creates an empty tree.
     *
     * @param key key of the tree
     */
    protected ConfigBase(final String key) {
        super(ConfigEntries.config, key);
    }

    /**
     * Creates an empty tree of the same class.
     *
     * @param key key of the new tree
     * @return the new tree
     */
    public abstract ConfigBase getInstance(String key);

    /**
     * One entry.
     *
     * @param key its key
     * @return the entry, or null if there is none
     */
    public AbstractConfigEntry getEntry(final String key) {
        return m_map.get(key);
    }

    /**
     * Adds an entry, or replaces the one of the same key.
     *
     * @param entry the entry
     */
    public void addEntry(final AbstractConfigEntry entry) {
        m_map.put(entry.getKey(), entry);
    }

    /**
     * Removes an entry.
     *
     * @param key its key
     * @return the entry, or null if there was none
     */
    public final AbstractConfigEntry removeConfig(final String key) {
        return m_map.remove(key);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        addEntry(config);
        return config;
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        final AbstractConfigEntry entry = m_map.get(key);
        if (entry instanceof ConfigBase) {
            return (ConfigBase) entry;
        }
        throw new InvalidSettingsException("ConfigBase for key \"" + key + "\" not found.");
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(m_map.keySet());
    }

    @Override
    public Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public boolean containsKey(final String key) {
        return m_map.containsKey(key);
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        for (final AbstractConfigEntry entry : m_map.values()) {
            if (entry instanceof ConfigBase) {
                ((ConfigBase) entry).copyTo(dest.addConfigBase(entry.getKey()));
            } else {
                ((ConfigBase) dest).addEntry(((ConfigEntry) entry).copy());
            }
        }
    }

    @Override
    public void saveToXML(final OutputStream os) throws IOException {
        XMLConfig.save(this, os);
    }

    @Override
    public String toStringValue() {
        return toString();
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return m_map.equals(((ConfigBase) other).m_map);
    }

    private <T> T find(final String key, final ConfigEntries type, final Class<T> as, final T def) {
        final AbstractConfigEntry entry = m_map.get(key);
        return entry != null && entry.getType() == type ? as.cast(((ConfigEntry) entry).getValue()) : def;
    }

    private <T> T get(final String key, final ConfigEntries type, final Class<T> as, final String name)
        throws InvalidSettingsException {
        final AbstractConfigEntry entry = m_map.get(key);
        if (entry == null || entry.getType() != type) {
            throw new InvalidSettingsException(name + " for key \"" + key + "\" not found.");
        }
        return as.cast(((ConfigEntry) entry).getValue());
    }

    private void put(final String key, final ConfigEntries type, final Object value) {
        addEntry(new ConfigEntry(type, key, value));
    }

    private <A> A getArray(final String key, final Class<A> as, final ConfigEntries type, final String name)
        throws InvalidSettingsException {
        final ConfigBase config = getConfigBase(key);
        final int size = config.getInt(CFG_ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final Object array = Array.newInstance(as.getComponentType(), size);
        for (int i = 0; i < size; i++) {
            Array.set(array, i, config.get(Integer.toString(i), type, Object.class, name));
        }
        return as.cast(array);
    }

    private void putArray(final String key, final ConfigEntries type, final Object array) {
        final ConfigBase config = addConfigBase(key);
        if (array != null) {
            final int size = Array.getLength(array);
            config.addInt(CFG_ARRAY_SIZE, size);
            for (int i = 0; i < size; i++) {
                config.put(Integer.toString(i), type, Array.get(array, i));
            }
        }
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xint, Integer.class, "Int");
    }

    @Override
    public int getInt(final String key, final int def) {
        return find(key, ConfigEntries.xint, Integer.class, def);
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return getArray(key, int[].class, ConfigEntries.xint, "Int");
    }

    @Override
    public void addInt(final String key, final int value) {
        put(key, ConfigEntries.xint, value);
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        putArray(key, ConfigEntries.xint, values);
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xdouble, Double.class, "Double");
    }

    @Override
    public double getDouble(final String key, final double def) {
        return find(key, ConfigEntries.xdouble, Double.class, def);
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return getArray(key, double[].class, ConfigEntries.xdouble, "Double");
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(key, ConfigEntries.xdouble, value);
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        putArray(key, ConfigEntries.xdouble, values);
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xlong, Long.class, "Long");
    }

    @Override
    public void addLong(final String key, final long value) {
        put(key, ConfigEntries.xlong, value);
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xchar, Character.class, "Char");
    }

    @Override
    public void addChar(final String key, final char value) {
        put(key, ConfigEntries.xchar, value);
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xboolean, Boolean.class, "Boolean");
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return find(key, ConfigEntries.xboolean, Boolean.class, def);
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(key, ConfigEntries.xboolean, value);
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xstring, String.class, "String");
    }

    @Override
    public String getString(final String key, final String def) {
        return find(key, ConfigEntries.xstring, String.class, def);
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return getArray(key, String[].class, ConfigEntries.xstring, "String");
    }

    @Override
    public void addString(final String key, final String value) {
        put(key, ConfigEntries.xstring, value);
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        putArray(key, ConfigEntries.xstring, values);
    }
}
