package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Writes the settings of a node. */
public interface NodeSettingsWO extends ConfigWO {

    /**
     * Adds an empty sub-tree.
     *
     * @param key its key
     * @return the sub-tree
     */
    NodeSettingsWO addNodeSettings(String key);

    /**
     * Adds a sub-tree, or replaces the one of the same key.
     *
     * @param settings the sub-tree
     */
    void addNodeSettings(NodeSettings settings);
}
