package org.knime.core.node;

/** The working part of a node. Nodes of this project describe it by a default model and never see this class. */
public abstract class NodeModel {

    NodeModel() {
    }
}
