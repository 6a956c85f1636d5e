package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.flavorwaves.build.ProjectTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as users start it: the script, its class path and its environment. */
@DisabledOnOs(OS.WINDOWS)
class CommandTest {
    private static final String TWO_BEAMS = """
        species,mu,weight,P0,Px,Py,Pz
        nu,1,1,1,0,0,1
        nubar,-1,1,1,0,0,1
        """;

    @TempDir
    private Path m_dir;

    /** Everything is built when these tests run; the script would build it again. */
    @BeforeAll
    static void markAsBuilt() throws Exception {
        final Path built = ProjectTree.root().resolve("embedded/runner/target/built");
        Files.write(built, new byte[0]);
        Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
    }

    private record Result(int code, String out, String err) {
    }

    private Result run(final Map<String, String> environment, final String... arguments) throws Exception {
        final List<String> command = new ArrayList<>(List.of(ProjectTree.root().resolve("flavorwaves").toString()));
        command.addAll(List.of(arguments));
        final File out = m_dir.resolve("stdout").toFile();
        final File err = m_dir.resolve("stderr").toFile();
        final ProcessBuilder builder =
            new ProcessBuilder(command).directory(m_dir.toFile()).redirectOutput(out).redirectError(err);
        builder.environment().putAll(environment);
        final Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private Path file(final String name, final String content) throws Exception {
        return Files.writeString(m_dir.resolve(name), content);
    }

    @Test
    void readsJson() throws Exception {
        file("state.json", """
            [{"species": "nu", "mu": 1.0, "weight": 1.0, "P0": 1.0, "Px": 0.0, "Py": 0.0, "Pz": 1.0},
             {"species": "nubar", "mu": -1.0, "weight": 1.0, "P0": 1.0, "Px": 0.0, "Py": 0.0, "Pz": 1.0}]
            """);
        final Result result =
            run(Map.of(), "node", "Distribution Reader", "--set", "path=state.json", "--out", "out");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(m_dir.resolve("out/port_1.csv")).content().contains("nubar,-1.0,1.0,1.0,0.0,0.0,1.0");
    }

    /** What the generator writes in cm^-3, the next command reads in cm^-3, so that growth comes in s^-1. */
    @Test
    void unitsGoFromOneCommandToTheNext() throws Exception {
        assertThat(run(Map.of(), "node", "Distribution Generator", "--set", "units=CGS", "--set", "density=1e32",
            "--out",
            "beams").code()).isZero();
        assertThat(m_dir.resolve("beams/port_1.csv-metadata.json")).content()
            .contains("\"schema:unitText\" : \"cm^-3\"").contains("\"dc:description\" : \"nu or nubar.\"");
        final Result result =
            run(Map.of(), "node", "Unstable Flavor Waves", "--in", "1=beams/port_1.csv", "--out", "waves");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("fastest wave grows at 3.851e10 s^-1");
        assertThat(m_dir.resolve("waves/port_1.csv-metadata.json")).content()
            .contains("\"schema:unitText\" : \"s^-1\"");
    }

    @Test
    void namesOutsideAsciiNeedNoLocale() throws Exception {
        assumeThat(new String(new ProcessBuilder("locale", "-a").start().getInputStream().readAllBytes(),
            StandardCharsets.UTF_8).toLowerCase()).contains("utf");
        final Path folder = Files.createDirectories(m_dir.resolve("\u00e9t\u00e9"));
        Files.writeString(folder.resolve("\u03bd.csv"), TWO_BEAMS);
        final Result result = run(Map.of("LC_ALL", "C"), "node", "Flavor Entropy", "--in",
            "1=" + folder.resolve("\u03bd.csv"), "--out", folder.resolve("out").toString());
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(folder.resolve("out/port_1.csv")).exists();
    }

    @Test
    void shortMemoryIsASentence() throws Exception {
        file("long.csv", "x\n" + "a".repeat(60_000_000) + "\n");
        final Result result = run(Map.of("FLAVORWAVES_JAVA_OPTS", "-Xmx24m"), "node", "Flavor Entropy", "--in",
            "1=long.csv", "--out", "out");
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).startsWith("Failed: Java ran out of memory (").contains("FLAVORWAVES_JAVA_OPTS=-Xmx")
            .doesNotContain("\tat ");
        assertThat(m_dir.resolve("out")).doesNotExist();
    }
}
