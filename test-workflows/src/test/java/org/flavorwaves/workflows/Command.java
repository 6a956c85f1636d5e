package org.flavorwaves.workflows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.flavorwaves.build.ProjectTree;
import org.flavorwaves.embedded.command.FlavorWaves;

/** The command as users call it, and the saved workflows. */
final class Command {
    private Command() {
    }

    /**
     * What a call left.
     *
     * @param exit the exit code
     * @param text all that was written
     */
    record Output(int exit, String text) {
    }

    static Output run(final String... arguments) {
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        final PrintStream printer = new PrintStream(text, true, StandardCharsets.UTF_8);
        return new Output(FlavorWaves.execute(printer, printer, arguments), text.toString(StandardCharsets.UTF_8));
    }

    /** The workflows in a folder of the project. */
    static List<String> workflows(final String folder) throws IOException {
        try (Stream<Path> folders = Files.list(ProjectTree.root().resolve(folder))) {
            return folders.filter(f -> Files.exists(f.resolve("workflow.knime"))).map(Path::toString).sorted().toList();
        }
    }

    /** The files below a folder, sorted. */
    static List<Path> files(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void copy(final Path from, final Path to) throws IOException {
        for (final Path file : files(from)) {
            final Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
