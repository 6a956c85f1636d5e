package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** What executes a workflow. */
public abstract class ExecutorInfo {

    private final Path m_localWorkflowPath;

    ExecutorInfo(final Path localWorkflowPath) {
        m_localWorkflowPath = localWorkflowPath;
    }

    /**
     * Where the workflow is on the machine that executes it.
     *
     * @return the workflow directory
     */
    public Path getLocalWorkflowPath() {
        return m_localWorkflowPath;
    }
}
