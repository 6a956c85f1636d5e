package org.flavorwaves.embedded.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.TestWorkflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading and writing of an authentic workflow. */
class WorkflowRoundTripTest {

    @TempDir
    private Path m_dir;

    @Test
    void readsNodesAndConnections() throws Exception {
        final Workflow w = WorkflowReader.read(TestWorkflows.sample());
        assertThat(w.nodes()).extracting(SavedNode::label).containsExactly("CSV Reader (#1)", "CSV Reader (#2)",
            "CSV Writer (#3)", "Table Difference Checker (#4)");
        assertThat(w.node(1).orElseThrow().factory())
            .isEqualTo("org.knime.base.node.io.filehandling.csv.reader.CSVTableReaderNodeFactory");
        assertThat(w.node(1).orElseThrow().bundle()).isEqualTo("org.knime.base");
        assertThat(w.connections()).containsExactly(new SavedConnection(1, 1, 3, 1), new SavedConnection(1, 1, 4, 1),
            new SavedConnection(2, 1, 4, 2));
        assertThat(w.variables()).isEmpty();
    }

    /** Saving at the time at which the sample was saved gives the sample, byte by byte. */
    @Test
    void savesWhatItRead() throws Exception {
        final Path sample = TestWorkflows.sample();
        WorkflowWriter.write(WorkflowReader.read(sample), m_dir, Instant.parse("2026-11-21T03:09:04.583Z"),
            "flavorwaves");
        final List<String> expected = TestWorkflows.files(sample).stream().map(p -> sample.relativize(p).toString())
            .filter(p -> !p.startsWith("data")).collect(Collectors.toList());
        assertThat(TestWorkflows.files(m_dir)).map(p -> m_dir.relativize(p).toString()).isEqualTo(expected);
        for (final String file : expected) {
            final String original = Files.readString(sample.resolve(file)).replace("03:09:05 UTC", "03:09:04 UTC");
            assertThat(Files.readString(m_dir.resolve(file))).as(file).isEqualTo(original);
        }
    }

    @Test
    void namesWhatIsWrong() throws Exception {
        assertThatThrownBy(() -> WorkflowReader.read(m_dir.resolve("nowhere")))
            .isInstanceOf(WorkflowFormatException.class)
            .hasMessage("There is no directory '" + m_dir.resolve("nowhere") + "'.");
        assertThatThrownBy(() -> WorkflowReader.read(m_dir)).hasMessage(
            "'" + m_dir + "' is no workflow: it has no file workflow.knime.");
        final Path copy = TestWorkflows.copyOfSample(m_dir.resolve("a b"));
        assertThatThrownBy(() -> WorkflowReader.read(m_dir))
            .hasMessageEndingWith("Workflows in it: '" + copy + "'.");
        final Path settings = copy.resolve("CSV Writer (#3)/settings.xml");
        final byte[] bytes = Files.readAllBytes(settings);
        Files.write(settings, Arrays.copyOf(bytes, 500));
        assertThatThrownBy(() -> WorkflowReader.read(copy)).hasMessageStartingWith(
            "'CSV Writer (#3)/settings.xml' is damaged. Unable to parse xml");
        Files.delete(settings);
        assertThatThrownBy(() -> WorkflowReader.read(copy))
            .hasMessage("The workflow has no file 'CSV Writer (#3)/settings.xml'.");
        Files.write(settings, bytes);
        TestWorkflows.edit(copy.resolve("workflow.knime"), "value=\"CSV Writer (#3)/", "value=\"../CSV Writer (#3)/");
        assertThatThrownBy(() -> WorkflowReader.read(copy))
            .hasMessageContaining("the settings of node #3 lie outside the workflow");
    }
}
