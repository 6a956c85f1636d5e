package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.flavorwaves.build.ProjectTree;
import org.flavorwaves.embedded.command.FlavorWaves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told to end. */
class StoppedRunTest {
    @TempDir
    private Path m_out;

    /** As by Ctrl-C or kill: the program says so, leaves only complete tables, and ends with the code of the signal. */
    @Test
    void endsWithASentenceAndWithoutUnfinishedFiles() throws Exception {
        final Path workflow = ProjectTree.root().resolve("workflows/flavomon-dispersion");
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", System.getProperty("java.class.path"), FlavorWaves.class.getName(), "run", workflow.toString(),
            "--set", "2.kCount=6000", "--set", "3.kCount=6000", "--out", m_out.toString())
                .redirectErrorStream(true).start();
        assumeThat(process.supportsNormalTermination()).as("a signal that a program can answer").isTrue();
        final StringBuilder text = new StringBuilder();
        try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                if (line.startsWith("Distribution Generator (#1)")) {
                    process.toHandle().destroy();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(text).contains("Canceled.\n").doesNotContain("Exception").doesNotContain("3 of 3 nodes");
        assertThat(process.exitValue()).as(text.toString()).isEqualTo(128 + 15);
        assertThat(files()).containsExactly(".flavorwaves", "1-Distribution Generator/port_1.csv",
            "1-Distribution Generator/port_1.csv-metadata.json", "1-Distribution Generator/port_2.csv",
            "1-Distribution Generator/port_2.csv-metadata.json", "1-Distribution Generator/view.html");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(m_out)) {
            return files.filter(Files::isRegularFile).map(f -> m_out.relativize(f).toString().replace('\\', '/'))
                .sorted().toList();
        }
    }
}
