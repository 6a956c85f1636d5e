package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.flavorwaves.workflows.Command.copy;
import static org.flavorwaves.workflows.Command.files;
import static org.flavorwaves.workflows.Command.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.flavorwaves.embedded.format.SavedConnection;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.format.WorkflowReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * KNIME's own regression framework sees of a test workflow only what Table Difference Checker nodes compare in it: each
 * expected table must be compared in the workflow, and a changed number must be found.
 */
class SelfCheckTest {
    private static final Pattern NUMBER = Pattern.compile("(?<=^|,)[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?(?=,|$)",
        Pattern.MULTILINE);

    @TempDir
    private Path m_temp;

    static List<String> workflows() throws IOException {
        return Command.workflows("test-workflows");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void eachExpectedTableIsCompared(final String folder) throws Exception {
        final Workflow workflow = WorkflowReader.read(Path.of(folder));
        final List<String> compared = new ArrayList<>();
        for (final SavedNode node : workflow.nodes()) {
            if (node.factory().endsWith("DifferenceCheckerNodeFactory")) {
                final SavedConnection tested = source(workflow, source(workflow, node.id(), 1).source(), 1);
                final SavedNode producer = workflow.node(tested.source()).orElseThrow();
                compared.add("expected/" + producer.id() + "-" + producer.name() + "/port_" + tested.sourcePort()
                    + ".csv read from " + reference(workflow, node.id()));
            }
        }
        final Path data = Path.of(folder, "data");
        final List<String> wanted = files(data.resolve("expected")).stream()
            .map(f -> data.relativize(f).toString().replace('\\', '/')).map(f -> f + " read from " + f).toList();
        assertThat(compared).as("config/mend-workflow.py %s adds what is missing", folder).isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static SavedConnection source(final Workflow workflow, final int node, final int port) {
        return workflow.connections().stream().filter(c -> c.dest() == node && c.destPort() == port).findFirst()
            .orElseThrow();
    }

    private static String reference(final Workflow workflow, final int checker) throws Exception {
        final SavedNode node = workflow.node(source(workflow, checker, 2).source()).orElseThrow();
        return node.model().getNodeSettings("settings").getNodeSettings("file_selection").getNodeSettings("path")
            .getString("path");
    }

    /** The largest number of each table is changed by a millionth, or by 1 if it is an integer. */
    @ParameterizedTest
    @MethodSource("workflows")
    void eachCheckerFindsAChangedNumber(final String folder) throws IOException {
        final Path changed = m_temp.resolve("changed");
        copy(Path.of(folder), changed);
        final List<Path> tables = files(changed.resolve("data/expected"));
        for (final Path table : tables) {
            change(table);
        }
        final Command.Output run = run("run", changed.toString(), "--out", m_temp.resolve("out").toString());
        assertThat(run.exit()).as(run.text()).isEqualTo(4);
        assertThat(Pattern.compile("Table Difference Checker .*Wrong value in row").matcher(run.text())
            .results()).as(run.text()).hasSameSizeAs(tables);
    }

    private static void change(final Path table) throws IOException {
        final String text = Files.readString(table);
        final MatchResult largest = NUMBER.matcher(text).results()
            .max((a, b) -> Double.compare(size(a), size(b))).orElseThrow();
        final String found = largest.group();
        final String other = found.matches("[-+]?\\d+") ? String.valueOf(Long.parseLong(found) + 1)
            : String.valueOf(Double.parseDouble(found) * (1 + 1e-6));
        Files.writeString(table, text.substring(0, largest.start()) + other + text.substring(largest.end()));
    }

    private static double size(final MatchResult number) {
        return Math.abs(Double.parseDouble(number.group()));
    }
}
