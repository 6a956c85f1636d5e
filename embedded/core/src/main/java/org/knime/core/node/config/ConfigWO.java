package org.knime.core.node.config;

import org.knime.core.node.config.base.ConfigBaseWO;

/** Writes a settings tree. */
public interface ConfigWO extends ConfigBaseWO {

    /**
     * Adds an empty sub-tree.
     *
     * @param key its key
     * @return the sub-tree
     */
    Config addConfig(String key);
}
