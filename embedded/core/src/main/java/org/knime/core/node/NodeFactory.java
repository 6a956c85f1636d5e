package org.knime.core.node;

/**
 * Makes a kind of node; the name of its class is the identity of the node in saved workflows.
 *
 * @param <T> the working part of the node
 */
public abstract class NodeFactory<T extends NodeModel> {

    /** What a node is for; it decides its colour. */
    public enum NodeType {
        /** Makes data. */
        Source,
        /** Takes data away. */
        Sink,
        /** Learns a model. */
        Learner,
        /** Applies a model. */
        Predictor,
        /** Turns data into data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Shows a control. */
        Widget,
        /** Holds nodes. */
        Meta,
        /** Starts a loop. */
        LoopStart,
        /** Ends a loop. */
        LoopEnd,
        /** Starts a scope. */
        ScopeStart,
        /** Ends a scope. */
        ScopeEnd,
        /** Configures a component. */
        Configuration,
        /** Anything else. */
        Other,
        /** Is not installed. */
        Missing,
        /** Has no declared purpose. */
        Unknown,
        /** Is a component. */
        Subnode,
        /** Is the input of a component. */
        VirtualIn,
        /** Is the output of a component. */
        VirtualOut,
        /** Exchanges data with other programs. */
        Container
    }
}
