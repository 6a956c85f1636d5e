package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The parameters of a node, one a field. Without further ado a field {@code m_offset} or {@code offset} is stored as
 * {@code offset}. A class needs a constructor without arguments, which sets the defaults; one that takes a
 * {@link NodeParametersInput} sets the parameters of a new node from what it is connected to.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Checks what can be checked without knowing the input.
     *
     * @throws InvalidSettingsException if the node cannot work with these parameters
     */
    default void validate() throws InvalidSettingsException {
    }
}
