package org.knime.core.node.config;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Reads a settings tree. */
public interface ConfigRO extends ConfigBaseRO {

    /**
     * A sub-tree.
     *
     * @param key its key
     * @return the sub-tree
     * @throws InvalidSettingsException if there is none
     */
    Config getConfig(String key) throws InvalidSettingsException;
}
