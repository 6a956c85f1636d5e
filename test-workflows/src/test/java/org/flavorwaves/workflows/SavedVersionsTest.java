package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.flavorwaves.build.ProjectTree;
import org.flavorwaves.embedded.format.CreatedBy;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.format.WorkflowReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** KNIME refuses workflows that are newer than itself, and can offer only extensions that a workflow names. */
class SavedVersionsTest {
    private static final CreatedBy OLDEST = CreatedBy.parse(CreatedBy.OLDEST).orElseThrow();

    @TempDir
    private Path m_temp;

    static List<String> workflows() throws IOException {
        final List<String> all = new ArrayList<>(Command.workflows("workflows"));
        all.addAll(Command.workflows("test-workflows"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyBuildOfKnimeOpensIt(final String folder) throws Exception {
        final SoftAssertions softly = new SoftAssertions();
        final Workflow workflow = WorkflowReader.read(Path.of(folder));
        final String mend = "; mend it with config/mend-workflow.py " + folder;
        softly.assertThat(version(workflow.document().getString("created_by"))).as("created_by" + mend)
            .isLessThanOrEqualTo(OLDEST);
        softly.assertThat(workflow.document().getBoolean("created_by_nightly")).isFalse();
        for (final SavedNode node : workflow.nodes()) {
            final String place = "%s of " + node.label() + mend;
            final CreatedBy bundle = version(node.settings().getString("node-bundle-version"));
            if (node.bundle().startsWith("org.flavorwaves.")) {
                softly.assertThat(bundle).as(place, "node-bundle-version")
                    .isLessThanOrEqualTo(version(feature("version")));
                softly.assertThat(node.settings().getString("node-feature-symbolic-name")).as(place, "node-feature")
                    .isEqualTo(feature("id") + ".feature.group");
                softly.assertThat(node.settings().getString("node-feature-name")).as(place, "node-feature-name")
                    .isEqualTo(feature("label"));
                softly.assertThat(node.settings().getString("node-feature-vendor")).as(place, "node-feature-vendor")
                    .isEqualTo(feature("provider-name"));
                softly.assertThat(version(node.settings().getString("node-feature-version")))
                    .as(place, "node-feature-version").isBetween(version("0.0.1"), version(feature("version")));
            } else {
                softly.assertThat(bundle).as(place, "node-bundle-version").isLessThanOrEqualTo(OLDEST);
            }
        }
        softly.assertAll();
    }

    /** What is checked is what is stored: no workflow lies elsewhere in the sources. */
    @Test
    void allWorkflowsAreChecked() throws IOException {
        for (final String folder : List.of("workflows", "test-workflows")) {
            try (Stream<Path> files = Files.walk(ProjectTree.root().resolve(folder))) {
                assertThat(files.filter(f -> f.endsWith("workflow.knime") && !f.toString().contains("target"))
                    .map(f -> f.getParent().toString())).isSubsetOf(workflows()).isNotEmpty();
            }
        }
    }

    @Test
    void aNewerWorkflowIsRefusedAsByKnime() throws IOException {
        final Path copy = m_temp.resolve("newer");
        Command.copy(ProjectTree.root().resolve("workflows/flavomon-dispersion"), copy);
        final Path file = copy.resolve("workflow.knime");
        Files.writeString(file, Files.readString(file).replace(CreatedBy.OLDEST, "5.9.0.v202601010000"));
        final Command.Output run = Command.run("run", copy.toString(), "--out", m_temp.resolve("out").toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.text()).contains("5.9.0.v202601010000").contains(CreatedBy.RUNNING);
        assertThat(m_temp.resolve("out")).doesNotExist();
    }

    private static CreatedBy version(final String text) {
        return CreatedBy.parse(text).orElseThrow();
    }

    private static String feature(final String attribute) throws IOException {
        final Matcher value = Pattern.compile("<feature[^>]* " + attribute + "=\"([^\"]*)\"")
            .matcher(Files.readString(ProjectTree.root().resolve("feature/feature.xml")));
        assertThat(value.find()).isTrue();
        return value.group(1);
    }
}
