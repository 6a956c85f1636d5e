package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a parameter.
 *
 * @param <T> class of the parameter
 */
@FunctionalInterface
public interface ParametersSaver<T> {

    /**
     * Writes the parameter.
     *
     * @param param the parameter
     * @param nodeSettings where to
     */
    void save(T param, NodeSettingsWO nodeSettings);
}
