package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** A local program that executes a workflow. */
public class AnalyticsPlatformExecutorInfo extends ExecutorInfo {

    AnalyticsPlatformExecutorInfo(Path localWorkflowPath) {
        super(localWorkflowPath);
    }
}
