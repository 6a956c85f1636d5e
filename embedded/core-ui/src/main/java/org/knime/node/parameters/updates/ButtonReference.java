package org.knime.node.parameters.updates;

/** Stands for a button. */
public interface ButtonReference {
}
