package org.flavorwaves.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workflow directories for tests. */
public final class TestWorkflows {

    private TestWorkflows() {
    }

    /**
     * A workflow that a KNIME 5.9 core saved: two CSV Readers, a CSV Writer and a Table Difference Checker.
     *
     * @return the directory; it must not be changed
     */
    public static Path sample() {
        try {
            return Path.of(TestWorkflows.class.getResource("/sample-workflow").toURI());
        } catch (final URISyntaxException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /**
     * A copy of {@link #sample()} that may be changed.
     *
     * @param target where to
     * @return the copy
     */
    public static Path copyOfSample(final Path target) {
        for (final Path file : files(sample())) {
            final Path copy = target.resolve(sample().relativize(file).toString());
            try {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            } catch (final IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
        return target;
    }

    /**
     * All files below a directory.
     *
     * @param directory the directory
     * @return the files, sorted
     */
    public static List<Path> files(final Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Replaces text in a file.
     *
     * @param file the file
     * @param from the text to find; it must be there
     * @param to the text to put
     */
    public static void edit(final Path file, final String from, final String to) {
        try {
            final String text = Files.readString(file);
            if (!text.contains(from)) {
                throw new IllegalArgumentException("'" + from + "' is not in " + file);
            }
            Files.writeString(file, text.replace(from, to));
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
