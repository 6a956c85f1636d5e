package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of reference cases in docs/validation.md names the tests that assert them, with their tolerances. */
class ReferenceCasesTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+e-\\d+");

    private static final Pattern MENTIONED = Pattern.compile("\\b[Rr]eference cases? (\\d+)(?: and (\\d+))?");

    private static Map<String, String> s_sources;

    @BeforeAll
    static void read() throws IOException {
        s_sources = new HashMap<>();
        try (Stream<Path> files = Stream.of("physics/src/test", "plugin/src-test", "test-workflows/src/test")
            .flatMap(folder -> walk(ProjectTree.root().resolve(folder)))) {
            for (final Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                s_sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
    }

    private static Stream<Path> walk(final Path folder) {
        try {
            return Files.walk(folder);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows: case, medium, what is known, source, agreement, tests. */
    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(ProjectTree.root().resolve("docs/validation.md")).stream()
            .dropWhile(line -> !line.startsWith("| case | medium")).skip(2).takeWhile(line -> line.startsWith("|"))
            .map(line -> line.substring(2, line.length() - 2).split(" \\| ")).toList();
    }

    @Test
    void everyCaseIsAssertedByTheTestsThatAreNamed() throws IOException {
        final TreeSet<Integer> cases = new TreeSet<>();
        for (final String[] row : rows()) {
            assertThat(row).as("case " + row[0]).hasSize(6);
            cases.add(Integer.valueOf(row[0]));
            final StringBuilder all = new StringBuilder();
            for (final String name : row[5].replace("`", "").split(", ")) {
                final String[] test = name.split("\\.");
                assertThat(s_sources).as("tests of case " + row[0]).containsKey(test[0]);
                final String source = s_sources.get(test[0]);
                assertThat(source).as("tests of case " + row[0]).contains(" void " + test[1] + "(");
                assertThat(mentioned(source)).as("reference cases in " + test[0]).contains(Integer.valueOf(row[0]));
                all.append(source);
            }
            NUMBER.matcher(row[4]).results().map(MatchResult::group).forEach(tolerance -> assertThat(all)
                .as("tolerances of " + row[5] + ", case " + row[0]).containsPattern("\\b" + tolerance + "\\b"));
        }
        assertThat(cases).containsExactlyElementsOf(IntStream.rangeClosed(1, 27).boxed().toList());
    }

    @Test
    void testsSpeakOfCasesThatAreInTheTable() throws IOException {
        final List<Integer> cases = rows().stream().map(row -> Integer.valueOf(row[0])).toList();
        s_sources.forEach((name, source) -> assertThat(cases).as(name).containsAll(mentioned(source)));
    }

    private static TreeSet<Integer> mentioned(final String source) {
        final TreeSet<Integer> cases = new TreeSet<>();
        MENTIONED.matcher(source.replaceAll("\\s+(?:\\* )?", " ")).results().forEach(found -> {
            cases.add(Integer.valueOf(found.group(1)));
            if (found.group(2) != null) {
                cases.add(Integer.valueOf(found.group(2)));
            }
        });
        return cases;
    }
}
