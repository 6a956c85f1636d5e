package org.flavorwaves.embedded.run;

/** How far a node is, with KNIME's names. */
public enum RunState {
    /** Not configured. */
    IDLE,
    /** Ready to execute, or failed while executing. */
    CONFIGURED,
    /** Being executed. */
    EXECUTING,
    /** Has its output. */
    EXECUTED
}
