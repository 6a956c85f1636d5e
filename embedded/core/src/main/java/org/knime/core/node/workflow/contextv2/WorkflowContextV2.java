package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;
import java.util.Objects;

/** Where a workflow is and what executes it. */
public final class WorkflowContextV2 {

    private final ExecutorInfo m_executorInfo;

    private WorkflowContextV2(final ExecutorInfo executorInfo) {
        m_executorInfo = executorInfo;
    }

    /**
     * What executes the workflow.
     *
     * @return the executor
     */
    public ExecutorInfo getExecutorInfo() {
        return m_executorInfo;
    }

    /**
     * The context of a workflow in a directory of this machine.
     *
     * @param workflowFolderPath the workflow directory
     * @param sourceArchive the archive that the workflow came from, or null; not used here
     * @return the context
     */
    public static WorkflowContextV2 forTemporaryWorkflow(final Path workflowFolderPath, final Path sourceArchive) {
        return new WorkflowContextV2(new AnalyticsPlatformExecutorInfo(Objects.requireNonNull(workflowFolderPath)));
    }
}
