package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Reads the settings of a node. */
public interface NodeSettingsRO extends ConfigRO {

    /**
     * A sub-tree.
     *
     * @param key its key
     * @return the sub-tree
     * @throws InvalidSettingsException if there is none
     */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

    /**
     * Copies all entries.
     *
     * @param dest where to
     */
    void copyTo(ConfigWO dest);
}
