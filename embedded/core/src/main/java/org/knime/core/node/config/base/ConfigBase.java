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
    protected ConfigBase(String key) {
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
    public AbstractConfigEntry getEntry(String key) {
        return m_map.get(key);
    }

    /**
     * Adds an entry, or replaces the one of the same key.
     *
     * @param entry the entry
     */
    public void addEntry(AbstractConfigEntry entry) {
        m_map.put(entry.getKey(), entry);
    }

    /**
     * Removes an entry.
     *
     * @param key its key
     * @return the entry, or null if there was none
     */
    public final AbstractConfigEntry removeConfig(String key) {
        return m_map.remove(key);
    }

    @Override
    public final ConfigBase addConfigBase(String key) {
        ConfigBase config = getInstance(key);
        addEntry(config);
        return config;
    }

    @Override
    public final ConfigBase getConfigBase(String key) throws InvalidSettingsException {
        AbstractConfigEntry entry = m_map.get(key);
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
    public boolean containsKey(String key) {
        return m_map.containsKey(key);
    }

    @Override
    public void copyTo(ConfigBaseWO dest) {
        for (AbstractConfigEntry entry : m_map.values()) {
            if (entry instanceof ConfigBase) {
                ((ConfigBase) entry).copyTo(dest.addConfigBase(entry.getKey()));
            } else {
                ((ConfigBase) dest).addEntry(((ConfigEntry) entry).copy());
            }
        }
    }

    @Override
    public void saveToXML(OutputStream os) throws IOException {
        XMLConfig.save(this, os);
    }

    @Override
    public String toStringValue() {
        return toString();
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry other) {
        return m_map.equals(((ConfigBase) other).m_map);
    }

    private <T> T find(String key, ConfigEntries type, Class<T> as, T def) {
        AbstractConfigEntry entry = m_map.get(key);
        return entry != null && entry.getType() == type ? as.cast(((ConfigEntry) entry).getValue()) : def;
    }

    private <T> T get(String key, ConfigEntries type, Class<T> as, String name) throws InvalidSettingsException {
        AbstractConfigEntry entry = m_map.get(key);
        if (entry == null || entry.getType() != type) {
            throw new InvalidSettingsException(name + " for key \"" + key + "\" not found.");
        }
        return as.cast(((ConfigEntry) entry).getValue());
    }

    private void put(String key, ConfigEntries type, Object value) {
        addEntry(new ConfigEntry(type, key, value));
    }

    private <A> A getArray(String key, Class<A> as, ConfigEntries type, String name)
        throws InvalidSettingsException {
        ConfigBase config = getConfigBase(key);
        int size = config.getInt(CFG_ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        Object array = Array.newInstance(as.getComponentType(), size);
        for (int i = 0; i < size; i++) {
            Array.set(array, i, config.get(Integer.toString(i), type, Object.class, name));
        }
        return as.cast(array);
    }

    private void putArray(String key, ConfigEntries type, Object array) {
        ConfigBase config = addConfigBase(key);
        if (array != null) {
            int size = Array.getLength(array);
            config.addInt(CFG_ARRAY_SIZE, size);
            for (int i = 0; i < size; i++) {
                config.put(Integer.toString(i), type, Array.get(array, i));
            }
        }
    }

    @Override
    public int getInt(String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xint, Integer.class, "Int");
    }

    @Override
    public int getInt(String key, int def) {
        return find(key, ConfigEntries.xint, Integer.class, def);
    }

    @Override
    public int[] getIntArray(String key) throws InvalidSettingsException {
        return getArray(key, int[].class, ConfigEntries.xint, "Int");
    }

    @Override
    public void addInt(String key, int value) {
        put(key, ConfigEntries.xint, value);
    }

    @Override
    public void addIntArray(String key, int... values) {
        putArray(key, ConfigEntries.xint, values);
    }

    @Override
    public double getDouble(String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xdouble, Double.class, "Double");
    }

    @Override
    public double getDouble(String key, double def) {
        return find(key, ConfigEntries.xdouble, Double.class, def);
    }

    @Override
    public double[] getDoubleArray(String key) throws InvalidSettingsException {
        return getArray(key, double[].class, ConfigEntries.xdouble, "Double");
    }

    @Override
    public void addDouble(String key, double value) {
        put(key, ConfigEntries.xdouble, value);
    }

    @Override
    public void addDoubleArray(String key, double... values) {
        putArray(key, ConfigEntries.xdouble, values);
    }

    @Override
    public long getLong(String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xlong, Long.class, "Long");
    }

    @Override
    public void addLong(String key, long value) {
        put(key, ConfigEntries.xlong, value);
    }

    @Override
    public char getChar(String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xchar, Character.class, "Char");
    }

    @Override
    public void addChar(String key, char value) {
        put(key, ConfigEntries.xchar, value);
    }

    @Override
    public boolean getBoolean(String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xboolean, Boolean.class, "Boolean");
    }

    @Override
    public boolean getBoolean(String key, boolean def) {
        return find(key, ConfigEntries.xboolean, Boolean.class, def);
    }

    @Override
    public void addBoolean(String key, boolean value) {
        put(key, ConfigEntries.xboolean, value);
    }

    @Override
    public String getString(String key) throws InvalidSettingsException {
        return get(key, ConfigEntries.xstring, String.class, "String");
    }

    @Override
    public String getString(String key, String def) {
        return find(key, ConfigEntries.xstring, String.class, def);
    }

    @Override
    public String[] getStringArray(String key) throws InvalidSettingsException {
        return getArray(key, String[].class, ConfigEntries.xstring, "String");
    }

    @Override
    public void addString(String key, String value) {
        put(key, ConfigEntries.xstring, value);
    }

    @Override
    public void addStringArray(String key, String... values) {
        putArray(key, ConfigEntries.xstring, values);
    }
}
