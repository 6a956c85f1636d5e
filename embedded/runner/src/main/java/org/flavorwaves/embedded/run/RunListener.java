package org.flavorwaves.embedded.run;

import java.util.List;

/** Is told what a run does. Calls come from several threads, but never two at the same time. */
public interface RunListener {

    /**
     * A node is done: executed, failed, or known not to be executed.
     *
     * @param report what became of it
     */
    void nodeDone(NodeReport report);

    /**
     * What is going on now; called several times a second while nodes are executed.
     *
     * @param done how many nodes are done
     * @param total how many nodes there are
     * @param running what each running node does, as in {@code CSV Reader (#1) 40 % Reading row 400}
     */
    void progress(int done, int total, List<String> running);
}
