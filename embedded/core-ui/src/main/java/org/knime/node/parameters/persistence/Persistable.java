package org.knime.node.parameters.persistence;

/** A class whose fields are stored in settings. */
public interface Persistable {
}
