package org.flavorwaves.embedded.run;

import java.util.List;

import org.knime.core.node.workflow.NodeMessage;

/** Is told how a run goes; calls come one at a time. */
public interface RunListener {

    /**
     * A node works.
     *
     * @param label name and id of the node
     * @param fraction share of its work that is done
     * @param message what it does
     */
    void progress(String label, double fraction, String message);

    /**
     * A node is done with.
     *
     * @param label name and id of the node
     * @param state EXECUTED, CONFIGURED (the execution failed), IDLE (not configured or not reached)
     * @param seconds how long it took
     * @param message its warning or error, or {@link NodeMessage#NONE}
     */
    void finished(String label, String state, double seconds, NodeMessage message);

    /**
     * Sentences of result of a node.
     *
     * @param label name and id of the node
     * @param sentences the sentences in the order of its table
     */
    void results(String label, List<String> sentences);
}
