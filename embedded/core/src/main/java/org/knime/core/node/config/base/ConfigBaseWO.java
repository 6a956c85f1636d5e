package org.knime.core.node.config.base;

/** Writes a tree of typed entries; an entry of a key that is taken is replaced. */
public interface ConfigBaseWO {

    /**
     * The key of this tree.
     *
     * @return the key
     */
    String getKey();

    /**
     * Adds an empty sub-tree.
     *
     * @param key its key
     * @return the sub-tree
     */
    ConfigBase addConfigBase(String key);

    /**
     * Adds a int.
     *
     * @param key its key
     * @param value the value
     */
    void addInt(String key, int value);

    /**
     * Adds an array.
     *
     * @param key its key
     * @param values the values, or null
     */
    void addIntArray(String key, int... values);

    /**
     * Adds a double.
     *
     * @param key its key
     * @param value the value
     */
    void addDouble(String key, double value);

    /**
     * Adds an array.
     *
     * @param key its key
     * @param values the values, or null
     */
    void addDoubleArray(String key, double... values);

    /**
     * Adds a long.
     *
     * @param key its key
     * @param value the value
     */
    void addLong(String key, long value);

    /**
     * Adds a char.
     *
     * @param key its key
     * @param value the value
     */
    void addChar(String key, char value);

    /**
     * Adds a boolean.
     *
     * @param key its key
     * @param value the value
     */
    void addBoolean(String key, boolean value);

    /**
     * Adds a text.
     *
     * @param key its key
     * @param value the value; may be null
     */
    void addString(String key, String value);

    /**
     * Adds an array.
     *
     * @param key its key
     * @param values the values, or null
     */
    void addStringArray(String key, String... values);
}
