package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages need each other one way. */
class PackagesTest {
    private static final Pattern PACKAGE = Pattern.compile("^package ([a-z.\\d]+);", Pattern.MULTILINE);

    private static final Pattern IMPORT =
        Pattern.compile("^import (?:static )?(org\\.flavorwaves\\.[a-z.\\d]+)\\.[A-Z]", Pattern.MULTILINE);

    /** The packages that need, over others, themselves, and those that need such; each with what it needs of them. */
    private static Map<String, Set<String>> tangled(final Map<String, Set<String>> needs) {
        final Map<String, Set<String>> left = new TreeMap<>(needs);
        do {
            left.replaceAll((name, others) -> {
                final Set<String> kept = new TreeSet<>(others);
                kept.retainAll(left.keySet());
                return kept;
            });
        } while (left.values().removeIf(Set::isEmpty));
        return left;
    }

    @ParameterizedTest
    @ValueSource(strings = {"physics/src/main/java", "plugin/src", "embedded/core/src/main/java",
        "embedded/core-ui/src/main/java", "embedded/runner/src/main/java"})
    void noPackagesNeedEachOther(final String folder) throws IOException {
        final Map<String, Set<String>> needs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ProjectTree.root().resolve(folder))) {
            for (final Path file : files.filter(f -> f.toString().endsWith(".java")
                && !f.endsWith("package-info.java")).toList()) {
                final String text = Files.readString(file);
                final Matcher home = PACKAGE.matcher(text);
                assertThat(home.find()).as("package of %s", file).isTrue();
                final Set<String> others = needs.computeIfAbsent(home.group(1), p -> new TreeSet<>());
                IMPORT.matcher(text).results().map(found -> found.group(1)).forEach(others::add);
                others.remove(home.group(1));
            }
        }
        assertThat(needs).hasSizeGreaterThan(1);
        assertThat(tangled(needs)).isEmpty();
    }

    @Test
    void seesPackagesThatNeedEachOther() {
        assertThat(tangled(Map.of("a", Set.of("b", "d"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("e"),
            "e", Set.of()))).isEqualTo(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a")));
    }
}
