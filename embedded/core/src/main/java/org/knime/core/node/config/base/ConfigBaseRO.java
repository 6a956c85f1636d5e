package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/**
 * Reads a tree of typed entries. A getter without default throws if there is no entry of that key and type; a getter
 * with default returns the default then. Arrays are sub-trees with the keys {@code array-size, 0, 1, ...}.
 */
public interface ConfigBaseRO extends Iterable<String> {

    /**
     * The key of this tree.
     *
     * @return the key
     */
    String getKey();

    /**
     * The keys of the entries.
     *
     * @return the keys in the order of the entries
     */
    Set<String> keySet();

    /**
     * Whether there is an entry.
     *
     * @param key its key
     * @return true if there is one, of whatever type
     */
    boolean containsKey(String key);

    @Override
    Iterator<String> iterator();

    /**
     * A sub-tree.
     *
     * @param key its key
     * @return the sub-tree
     * @throws InvalidSettingsException if there is none
     */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /**
     * Copies all entries.
     *
     * @param config where to
     */
    void copyTo(ConfigBaseWO config);

    /**
     * Writes this tree in KNIME's XML format and closes the stream.
     *
     * @param os where to
     * @throws IOException if writing fails
     */
    void saveToXML(OutputStream os) throws IOException;

    /**
     * A int.
     *
     * @param key its key
     * @return the value
     * @throws InvalidSettingsException if there is no such entry
     */
    int getInt(String key) throws InvalidSettingsException;

    /**
     * A int.
     *
     * @param key its key
     * @param def the default
     * @return the value or the default
     */
    int getInt(String key, int def);

    /**
     * An array.
     *
     * @param key its key
     * @return the values; null if null was written
     * @throws InvalidSettingsException if there is no such array
     */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /**
     * A double.
     *
     * @param key its key
     * @return the value
     * @throws InvalidSettingsException if there is no such entry
     */
    double getDouble(String key) throws InvalidSettingsException;

    /**
     * A double.
     *
     * @param key its key
     * @param def the default
     * @return the value or the default
     */
    double getDouble(String key, double def);

    /**
     * An array.
     *
     * @param key its key
     * @return the values; null if null was written
     * @throws InvalidSettingsException if there is no such array
     */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /**
     * A long.
     *
     * @param key its key
     * @return the value
     * @throws InvalidSettingsException if there is no such entry
     */
    long getLong(String key) throws InvalidSettingsException;

    /**
     * A char.
     *
     * @param key its key
     * @return the value
     * @throws InvalidSettingsException if there is no such entry
     */
    char getChar(String key) throws InvalidSettingsException;

    /**
     * A boolean.
     *
     * @param key its key
     * @return the value
     * @throws InvalidSettingsException if there is no such entry
     */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /**
     * A boolean.
     *
     * @param key its key
     * @param def the default
     * @return the value or the default
     */
    boolean getBoolean(String key, boolean def);

    /**
     * A text.
     *
     * @param key its key
     * @return the value
     * @throws InvalidSettingsException if there is no such entry
     */
    String getString(String key) throws InvalidSettingsException;

    /**
     * A text.
     *
     * @param key its key
     * @param def the default
     * @return the value or the default
     */
    String getString(String key, String def);

    /**
     * An array.
     *
     * @param key its key
     * @return the values; null if null was written
     * @throws InvalidSettingsException if there is no such array
     */
    String[] getStringArray(String key) throws InvalidSettingsException;
}
