package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** A local program that executes a workflow. */
public class AnalyticsPlatformExecutorInfo extends ExecutorInfo {

    AnalyticsPlatformExecutorInfo(final Path localWorkflowPath) {
        super(localWorkflowPath);
    }
}
