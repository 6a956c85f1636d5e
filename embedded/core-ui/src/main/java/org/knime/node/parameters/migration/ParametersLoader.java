package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a parameter.
 *
 * @param <T> class of the parameter
 */
@FunctionalInterface
public interface ParametersLoader<T> {

    /**
     * Reads the parameter.
     *
     * @param settings where from
     * @return the parameter
     * @throws InvalidSettingsException if it is missing or not valid
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
