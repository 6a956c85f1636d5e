package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -Dknime.p2=URL} resolves the nodes against a p2 repository instead of the stand-ins: small repositories made
 * from stand-ins of other versions are accepted or refused by their version alone.
 */
class KnimeRepositorySwitchTest {
    private static final String PUBLISHER = """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.flavorwaves.test</groupId>
          <artifactId>publisher</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <build>
            <plugins>
              <plugin>
                <groupId>org.eclipse.tycho.extras</groupId>
                <artifactId>tycho-p2-extras-plugin</artifactId>
                <version>%s</version>
                <executions>
                  <execution>
                    <phase>package</phase>
                    <goals>
                      <goal>publish-features-and-bundles</goal>
                    </goals>
                    <configuration>
                      <sourceLocation>${project.basedir}/source</sourceLocation>
                    </configuration>
                  </execution>
                </executions>
              </plugin>
            </plugins>
          </build>
        </project>
        """;

    @TempDir
    private Path m_temp;

    @Test
    void aFittingRepositoryReplacesTheStandIns() throws IOException, InterruptedException {
        final Path project = copyOfProject();
        final Path repository = publish("5.9.42");
        final Run run = buildPlugin(project, repository);
        assertThat(run.exit()).as(run.output).isZero();
        assertThat(project.resolve("plugin/target")).isDirectoryContaining("glob:**org.flavorwaves.knime-*.jar");
        assertThat(project.resolve("embedded/core/target")).doesNotExist();
    }

    @Test
    void aRepositoryOfAnotherKnimeIsRefused() throws IOException, InterruptedException {
        final Run run = buildPlugin(copyOfProject(), publish("4.7.0"));
        assertThat(run.exit()).isNotZero();
        assertThat(run.output).contains("org.knime.core").contains("[5.9.0,6.0.0)");
    }

    private Run buildPlugin(final Path project, final Path repository) throws IOException, InterruptedException {
        return maven(project, "-Dknime.p2=" + repository.toUri(), "-pl", "physics,plugin", "-Dcheckstyle.skip",
            "-DskipTests", "package");
    }

    private Path publish(final String version) throws IOException, InterruptedException {
        final Path publisher = m_temp.resolve("publisher-" + version);
        final Path plugins = Files.createDirectories(publisher.resolve("source/plugins"));
        Files.writeString(publisher.resolve("pom.xml"), PUBLISHER.formatted(System.getProperty("tycho.version")));
        for (final String module : List.of("core", "core-ui")) {
            copyWithVersion(standIn(module), plugins.resolve("org.knime." + module + ".jar"), version);
        }
        final Run run = maven(publisher, "package");
        assertThat(run.exit()).as(run.output).isZero();
        return publisher.resolve("target/repository");
    }

    private static Path standIn(final String module) throws IOException {
        final Path target = ProjectTree.root().resolve("embedded").resolve(module).resolve("target");
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(jar -> jar.getFileName().toString().matches("org\\.knime\\..*-SNAPSHOT\\.jar"))
                .findFirst().orElseThrow();
        }
    }

    private static void copyWithVersion(final Path from, final Path to, final String version) throws IOException {
        try (JarFile jar = new JarFile(from.toFile())) {
            final Manifest manifest = jar.getManifest();
            final Attributes main = manifest.getMainAttributes();
            main.putValue("Bundle-Version", version);
            main.remove(new Attributes.Name("Require-Bundle"));
            try (OutputStream file = Files.newOutputStream(to);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (final JarEntry entry : jar.stream().filter(e -> !e.getName().equals(JarFile.MANIFEST_NAME))
                    .toList()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
        }
    }

    /** The poms of all modules, and the sources of those that are built. */
    private Path copyOfProject() throws IOException {
        final Path copy = m_temp.resolve("project");
        final Path root = ProjectTree.root();
        try (Stream<Path> files = Files.walk(root)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final Path relative = root.relativize(file);
                if (belongsToCopy(relative)) {
                    final Path target = copy.resolve(relative);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    private static boolean belongsToCopy(final Path file) {
        for (final Path part : file) {
            if (part.toString().equals("target") || part.toString().equals(".git")) {
                return false;
            }
        }
        return file.endsWith("pom.xml") || file.startsWith("physics") || file.startsWith("plugin")
            || file.startsWith(".mvn");
    }

    private static Run maven(final Path folder, final String... arguments) throws IOException, InterruptedException {
        final boolean windows = System.getProperty("os.name").startsWith("Windows");
        final Path executable = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        final List<String> command = new ArrayList<>(List.of(executable.toString(), "-B", "-ntp"));
        command.addAll(List.of(arguments));
        final Path log = Files.createTempFile(folder, "maven", ".log");
        final Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
            .redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        final int exit = process.waitFor();
        return new Run(exit, Files.readString(log));
    }

    private record Run(int exit, String output) {
    }
}
