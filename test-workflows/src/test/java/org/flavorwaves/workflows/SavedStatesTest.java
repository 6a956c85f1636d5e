package org.flavorwaves.workflows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.flavorwaves.embedded.format.SavedConnection;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.format.WorkflowReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * KNIME configures what it can when it loads a workflow and warns of each node whose state is not the one that was
 * saved. It can configure a node whose input columns are known; those of a CSV Reader are if it has saved them.
 */
class SavedStatesTest {
    static List<String> workflows() throws IOException {
        return SavedVersionsTest.workflows();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void knimeFindsTheSavedStates(final String folder) throws Exception {
        final SoftAssertions softly = new SoftAssertions();
        final Workflow workflow = WorkflowReader.read(Path.of(folder));
        final String mend = "; mend it with config/mend-workflow.py " + folder;
        boolean all = true;
        for (final SavedNode node : workflow.nodes()) {
            final boolean configured = isConfigured(workflow, node);
            all &= configured;
            softly.assertThat(node.settings().getString("state")).as("state of " + node.label() + mend)
                .isEqualTo(name(configured));
        }
        softly.assertThat(workflow.document().getString("state")).as("state of the workflow" + mend)
            .isEqualTo(name(all));
        softly.assertAll();
    }

    private static String name(final boolean configured) {
        return configured ? "CONFIGURED" : "IDLE";
    }

    private static boolean isConfigured(final Workflow workflow, final SavedNode node) throws Exception {
        for (final SavedConnection connection : workflow.connections()) {
            if (connection.dest() == node.id()) {
                final SavedNode source = workflow.node(connection.source()).orElseThrow();
                if (!isConfigured(workflow, source) || !knowsColumns(source)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean knowsColumns(final SavedNode node) throws Exception {
        return !node.factory().endsWith("CSVTableReaderNodeFactory")
            || node.model().containsKey("table_spec_config_Internals");
    }
}
