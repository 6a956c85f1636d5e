package org.knime.core.node.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

class NodeContextTest {

    private static Optional<Path> workflow() {
        return NodeContext.getContextOptional().flatMap(c -> c.getContextObjectForClass(WorkflowContextV2.class))
            .map(c -> c.getExecutorInfo().getLocalWorkflowPath());
    }

    @Test
    void theLastPushedContextCounts() {
        assertThat(NodeContext.getContext()).isNull();
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(Path.of("outer"), null));
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(Path.of("inner"), null));
        assertThat(workflow()).contains(Path.of("inner"));
        NodeContext.removeLastContext();
        assertThat(workflow()).contains(Path.of("outer"));
        NodeContext.removeLastContext();
        assertThat(workflow()).isEmpty();
        assertThatThrownBy(NodeContext::removeLastContext).isInstanceOf(IllegalStateException.class)
            .hasMessage("No node context registered with the current thread");
    }

    @Test
    void otherThreadsDoNotInheritTheContext() {
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(Path.of("here"), null));
        try {
            assertThat(CompletableFuture.supplyAsync(NodeContextTest::workflow).join()).isEmpty();
            assertThat(workflow()).contains(Path.of("here"));
        } finally {
            NodeContext.removeLastContext();
        }
    }

    @Test
    void aContextKnowsOnlyWhatWasPushed() {
        NodeContext.pushContext("something else");
        try {
            assertThat(workflow()).isEmpty();
        } finally {
            NodeContext.removeLastContext();
        }
    }
}
