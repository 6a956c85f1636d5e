package org.flavorwaves.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program for spark-submit. */
class SurveyJobTest {
    @TempDir
    private Path m_folder;

    private String run(final String... arguments) throws Exception {
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        SurveyJob.run(LocalSpark.session(), SurveyArguments.of(arguments), new PrintStream(text, true));
        return text.toString();
    }

    private Path input(final int files) {
        for (int f = 0; f < files; f++) {
            LocalSpark.moments(f + 1).filter("x = " + f).write().mode("append")
                .parquet(m_folder.resolve("in").toString());
        }
        return m_folder.resolve("in");
    }

    private List<String> cells(final Path output) {
        return LocalSpark.session().read().parquet(output.toString()).collectAsList().stream()
            .map(row -> row.<String>getAs("cell")).sorted().toList();
    }

    /** A run that was stopped goes on: complete batches stay as they are, incomplete ones are made again. */
    @Test
    void goesOnWhereItWasStopped() throws Exception {
        final Path input = input(3);
        final Path out = m_folder.resolve("out");
        assertThat(run(input.toString(), out.toString(), "--files-per-batch=1"))
            .contains("batch 1 of 3: 3 cells of 1 files, 2 unstable, 0 without a result").contains("batch 3 of 3");
        final List<String> all = cells(out);
        assertThat(all).hasSize(9).doesNotHaveDuplicates();
        Files.delete(out.resolve("batch=1/_inputs"));
        Files.delete(out.resolve("batch=1/_SUCCESS"));
        final Object kept = Files.getLastModifiedTime(out.resolve("batch=0/_SUCCESS"));
        assertThat(run(input.toString(), out.toString())).startsWith("2 files are done, 1 remain")
            .contains("batch 1 of 1: 3 cells of 1 files");
        assertThat(cells(out)).isEqualTo(all);
        assertThat(Files.getLastModifiedTime(out.resolve("batch=0/_SUCCESS"))).isEqualTo(kept);
        assertThat(out.resolve("batch=1")).doesNotExist();
        assertThat(run(input.toString(), out.toString())).isEqualTo("3 files are done, 0 remain\n");
        LocalSpark.moments(4).filter("x = 3").write().mode("append").parquet(input.toString());
        assertThat(run(input.toString(), out.toString())).contains("3 files are done, 1 remain");
        assertThat(cells(out)).hasSize(12).doesNotHaveDuplicates().containsAll(all);
    }

    /** Files are one task each, so that cells are whole, although Spark would cut the file. */
    @Test
    void cellsOfAFileAreNotCut() throws Exception {
        final Path input = m_folder.resolve("in");
        LocalSpark.moments(200).write().option("parquet.block.size", 2048).parquet(input.toString());
        LocalSpark.session().conf().set("spark.sql.files.maxPartitionBytes", "4096");
        assertThat(run(input.toString(), m_folder.resolve("out").toString()))
            .contains("600 cells of 1 files, 400 unstable, 0 without a result");
    }

    /** The command writes moments and growth; Spark reads both, and its own rows have the same bits. */
    @Test
    void theCommandGivesTheSameBits() throws Exception {
        final Path root = Path.of(System.getProperty("flavorwaves.root"));
        final String merger = root.resolve("workflows/merger-map/data/merger.h5").toString();
        command(root, "node", "Moments Reader", "--set", "path=" + merger, "--out", m_folder.resolve("in").toString(),
            "--out-format", "parquet");
        final Path moments = m_folder.resolve("in/port_1.parquet");
        command(root, "node", "Stability Survey", "--in", "1=" + moments, "--set", "units=CGS", "--out",
            m_folder.resolve("node").toString(), "--out-format", "parquet");
        run(moments.toString(), m_folder.resolve("spark").toString());
        final Dataset<Row> expected =
            LocalSpark.session().read().parquet(m_folder.resolve("node/port_1.parquet").toString());
        final Dataset<Row> found = LocalSpark.session().read().parquet(m_folder.resolve("spark").toString())
            .drop("batch");
        assertThat(found.columns()).isEqualTo(expected.columns());
        assertThat(Arrays.stream(found.schema().fields()).map(f -> f.dataType().typeName()))
            .isEqualTo(Arrays.stream(expected.schema().fields()).map(f -> f.dataType().typeName()).toList());
        assertThat(found.collectAsList()).hasSize(659).isEqualTo(expected.collectAsList());
    }

    private static void command(final Path root, final String... arguments) throws Exception {
        final List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
            .toString(), "-Xmx1g", "-cp", String.join(java.io.File.pathSeparator,
            jar(root.resolve("plugin/target"), "org.flavorwaves.knime-"),
            jar(root.resolve("embedded/runner/target"), "flavorwaves-runner-"),
            root.resolve("embedded/runner/target/lib/*").toString()), "org.flavorwaves.embedded.command.FlavorWaves"));
        line.addAll(List.of(arguments));
        final Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        final String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(text).isZero();
    }

    private static String jar(final Path folder, final String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(name)
                && f.toString().endsWith(".jar") && !f.toString().endsWith("-sources.jar")).findFirst().orElseThrow()
                .toString();
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        final Path input = input(1);
        final String out = m_folder.resolve("out").toString();
        run(input.toString(), out);
        assertThatThrownBy(() -> run(input.toString(), out, "--resolution=32"))
            .hasMessageContaining("holds results of other settings").hasMessageContaining("resolution=24");
        assertThatThrownBy(() -> run(input.toString(), m_folder.toString()))
            .hasMessageContaining("holds something else than results");
        assertThatThrownBy(() -> run(m_folder.resolve("no").toString(), m_folder.resolve("new").toString()))
            .hasMessageStartingWith("There is no input");
        assertThatThrownBy(() -> run("a")).hasMessageContaining("there are 1 arguments");
        assertThatThrownBy(() -> run("a", "b", "--units=SI")).hasMessageContaining("'SI' must be CGS or NATURAL");
        assertThatThrownBy(() -> run("a", "b", "--resolution")).hasMessageContaining("has no value");
        assertThatThrownBy(() -> run("a", "b", "--resolution=x")).hasMessageContaining("is no number of this kind");
        assertThatThrownBy(() -> run("a", "b", "--resolution=4")).hasMessageContaining("must be at least 8");
        assertThatThrownBy(() -> run("a", "b", "--colour=red")).hasMessageContaining("no option --colour");
        assertThatThrownBy(() -> run("a", "b", "--files-per-batch=0")).hasMessageContaining("at least 1");
    }
}
