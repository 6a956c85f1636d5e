package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.state.FlavorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The physics is a library of its own: what docs/library.md shows works with it alone, and its inside stays inside. */
class LibraryTest {
    private static final Path DOCS = ProjectTree.root().resolve("docs");

    private static final Path EXAMPLE = DOCS.resolve("examples/GrowthRate.java");

    private static final Pattern IMPORT = Pattern
        .compile("^import (?:static )?(org\\.flavorwaves\\.physics(?:\\.[a-z]\\w*)*)\\.[A-Z]", Pattern.MULTILINE);

    /** Two opposite beams of weight 1 grow at 2 (g1 g2)^(1/2) = 2, at k = g1 + g2 = 2. */
    @Test
    void exampleFindsTheFastestWaveWithThePhysicsAlone(@TempDir final Path folder) throws Exception {
        final String classpath = file(FlavorState.class) + File.pathSeparator + file(Complex.class);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", "-Werror", "-proc:none",
            "-d", folder.toString(), "-cp", classpath, EXAMPLE.toString())).as("exit code of the compiler").isZero();
        final Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", classpath + File.pathSeparator + folder, "GrowthRate").redirectErrorStream(true).start();
        assertThat(new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
            .isEqualTo("growth 2.000000 at k = 2.0000");
        assertThat(java.waitFor()).as("exit code of the example").isZero();
    }

    @Test
    void documentShowsTheExampleThatRuns() throws IOException {
        assertThat(Files.readString(DOCS.resolve("library.md")))
            .contains("```java\n" + Files.readString(EXAMPLE) + "```\n");
    }

    /** A package that no node needs is nobody's business; one that a node needs is missing in KNIME if not exported. */
    @Test
    void exportedPackagesAreThoseThatTheNodesImport() throws IOException {
        final Set<String> imported = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ProjectTree.root().resolve("plugin/src"))) {
            for (final Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                imported.addAll(IMPORT.matcher(Files.readString(file)).results().map(match -> match.group(1))
                    .collect(Collectors.toSet()));
            }
        }
        final URL manifest = new URL("jar:" + FlavorState.class.getProtectionDomain().getCodeSource().getLocation()
            + "!/META-INF/MANIFEST.MF");
        final List<String> exported = Pattern.compile("(?:^|,)(org\\.flavorwaves[\\w.]*)(?=;)")
            .matcher(new Manifest(manifest.openStream()).getMainAttributes().getValue("Export-Package")).results()
            .map((final MatchResult match) -> match.group(1)).toList();
        assertThat(exported).contains(FlavorState.class.getPackageName()).containsExactlyInAnyOrderElementsOf(imported);
    }

    private static Path file(final Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
