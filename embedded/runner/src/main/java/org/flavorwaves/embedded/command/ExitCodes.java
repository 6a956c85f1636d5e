package org.flavorwaves.embedded.command;

/** The exit codes, as those of KNIME's batch application. */
final class ExitCodes {

    /** Everything was executed. */
    static final int OK = 0;

    /** An argument cannot be used. */
    static final int USAGE = 2;

    /** The workflow has errors; nothing was executed. */
    static final int LOAD = 3;

    /** At least one node was not executed. */
    static final int NOT_EXECUTED = 4;

    private ExitCodes() {
    }
}
