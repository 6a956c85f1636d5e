package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Every equation is found by one search from docs/theory.md to the line that implements it and back: tags name one
 * equation, stand on one line, and exist on both sides.
 */
class EquationTagsTest {
    private static final Pattern TAG = Pattern.compile("\\((JK|FR|FW) [A-Za-z0-9 .-]+\\)");

    private static final Pattern LOOSE =
        Pattern.compile("(?<![\\w(])(JK|FR) S?\\d+|\\((JK|FR) [^)]*[,;\\u2013][^)]*\\)|\\((JK|FR) S?\\d+-S?\\d+\\)");

    private static final Pattern BROKEN = Pattern.compile("\\((JK|FR|FW)\\s*$");

    private static final Path THEORY = ProjectTree.root().resolve("docs/theory.md");

    private static List<Path> sources() throws IOException {
        final List<Path> sources = new ArrayList<>();
        for (final String folder : List.of("physics/src", "plugin/src", "plugin/src-test")) {
            try (Stream<Path> files = Files.walk(ProjectTree.root().resolve(folder))) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static Set<String> tags(final Path file) throws IOException {
        final Set<String> tags = new TreeSet<>();
        final Matcher matcher = TAG.matcher(Files.readString(file));
        while (matcher.find()) {
            tags.add(matcher.group());
        }
        return tags;
    }

    @Test
    void tagsExistOnBothSides() throws IOException {
        final Set<String> code = new TreeSet<>();
        final Set<String> lines = new TreeSet<>();
        for (final Path file : sources()) {
            code.addAll(tags(file));
            if (!file.endsWith("package-info.java")) {
                lines.addAll(tags(file));
            }
        }
        final Set<String> theory = tags(THEORY);
        theory.removeAll(Set.of("(JK n)", "(FR n)", "(FR Sn)", "(FW name)"));
        assertThat(lines).as("tags of docs/theory.md, at the line that implements them").containsAll(theory);
        assertThat(theory).as("tags of the code").containsAll(code);
        assertThat(theory).hasSizeGreaterThan(80);
    }

    @Test
    void tagsNameOneEquationOnOneLine() throws IOException {
        final List<String> faults = new ArrayList<>();
        for (final Path file : sources()) {
            for (final String line : Files.readAllLines(file)) {
                if (LOOSE.matcher(line).find() || BROKEN.matcher(line).find()) {
                    faults.add(ProjectTree.root().relativize(file) + ": " + line.strip());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyEquationHasOneDefinition() throws IOException {
        final List<String> defined = new ArrayList<>();
        for (final String line : Files.readAllLines(THEORY)) {
            final Matcher matcher = TAG.matcher(line);
            String last = "";
            int end = -1;
            while (matcher.find()) {
                last = matcher.group();
                end = matcher.end();
            }
            if (end == line.stripTrailing().length() && line.contains("     (")) {
                defined.add(last);
            }
        }
        assertThat(defined).doesNotHaveDuplicates().hasSizeGreaterThan(80);
    }
}
