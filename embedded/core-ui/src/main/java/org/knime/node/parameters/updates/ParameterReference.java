package org.knime.node.parameters.updates;

/**
 * Stands for the value of a control.
 *
 * @param <V> class of the value
 */
public interface ParameterReference<V> {
}
