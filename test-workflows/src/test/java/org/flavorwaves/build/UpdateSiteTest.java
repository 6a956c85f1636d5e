package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * What users install must be complete, carry its licences, and must not bring what KNIME has: a second jackson-core,
 * for one, can be wired to KNIME's own databind. Which bundles KNIME 5.9 has is listed in {@code knime-bundles.txt}.
 */
class UpdateSiteTest {
    private static final Path SITE = ProjectTree.root().resolve("update-site/target/repository");

    private static final Path LICENSES = ProjectTree.root().resolve("plugin/licenses");

    /** Packages of every Java. */
    private static final List<String> JAVA = List.of("java.", "javax.", "org.w3c.", "org.xml.");

    @Test
    void siteHoldsOurBundles() throws IOException {
        assertThat(symbolicNames()).contains("org.flavorwaves.knime", "org.flavorwaves.physics");
        assertThat(SITE.resolve("features")).isDirectoryContaining("glob:**org.flavorwaves.feature_*.jar");
    }

    @Test
    void siteHoldsNothingOfKnime() throws IOException {
        assertThat(symbolicNames()).doesNotContainAnyElementsOf(knimeBundles());
        try (Stream<Path> files = Files.walk(SITE)) {
            final List<String> names = files.map(f -> f.getFileName().toString()).toList();
            for (final String bundle : knimeBundles()) {
                assertThat(names).noneMatch(name -> name.startsWith(bundle + "_"));
            }
        }
    }

    @Test
    void ourBundlesAndTheFeatureCarryTheLicences() throws IOException {
        final Path root = ProjectTree.root();
        try (Stream<Path> files = Files.walk(SITE)) {
            final List<Path> ours =
                files.filter(f -> f.getFileName().toString().startsWith("org.flavorwaves.")).toList();
            assertThat(ours).hasSize(3);
            for (final Path jar : ours) {
                final String folder = jar.startsWith(SITE.resolve("features")) ? "" : "META-INF/";
                assertHolds(jar, folder + "LICENSE", root.resolve("LICENSE"));
                assertHolds(jar, folder + "NOTICE", root.resolve("NOTICE"));
                if (jar.getFileName().toString().startsWith("org.flavorwaves.knime_")) {
                    for (final String name : List.of("LICENSE", "NOTICE", "LICENSE-d3", "LICENSE-zrender")) {
                        assertHolds(jar, "licenses/echarts/" + name, LICENSES.resolve("echarts").resolve(name));
                    }
                    assertHolds(jar, "licenses/jhdf/LICENSE", LICENSES.resolve("jhdf/LICENSE"));
                }
            }
        }
        assertThat(Files.readString(root.resolve("NOTICE")).replaceAll("\\s+", " "))
            .as("what ECharts wants said").contains(
                Files.readString(LICENSES.resolve("echarts/NOTICE")).strip().replaceAll("\\s+", " "));
    }

    private static void assertHolds(final Path jar, final String entry, final Path original) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getEntry(entry)).as("%s in %s", entry, jar).isNotNull();
            assertThat(file.getInputStream(file.getEntry(entry)).readAllBytes()).as("%s in %s", entry, jar)
                .isEqualTo(Files.readAllBytes(original));
        }
    }

    @Test
    void everyRequiredBundleIsInTheSiteOrInKnime() throws IOException {
        final Set<String> present = symbolicNames();
        present.addAll(knimeBundles());
        for (final Attributes bundle : bundles()) {
            for (final String required : headerEntries(bundle, "Require-Bundle")) {
                assertThat(present.contains(required))
                    .as("%s requires bundle %s, which the site lacks", name(bundle), required).isTrue();
            }
        }
    }

    @Test
    void everyImportedPackageIsInTheSiteOrInKnime() throws IOException {
        final Set<String> exported = new HashSet<>();
        for (final Attributes bundle : bundles()) {
            exported.addAll(headerEntries(bundle, "Export-Package"));
        }
        for (final Attributes bundle : bundles()) {
            for (final String imported : headerEntries(bundle, "Import-Package")) {
                assertThat(exported.contains(imported) || isProvided(imported))
                    .as("%s imports package %s, which the site lacks", name(bundle), imported).isTrue();
            }
        }
    }

    private static boolean isProvided(final String name) throws IOException {
        return JAVA.stream().anyMatch(name::startsWith)
            || knimeBundles().stream().anyMatch(bundle -> (name + ".").startsWith(bundle + "."));
    }

    private static List<String> knimeBundles() throws IOException {
        try (InputStream in = UpdateSiteTest.class.getResourceAsStream("knime-bundles.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                .toList();
        }
    }

    private static Set<String> symbolicNames() throws IOException {
        final Set<String> names = new HashSet<>();
        for (final Attributes bundle : bundles()) {
            names.add(name(bundle));
        }
        return names;
    }

    private static String name(final Attributes bundle) {
        return headerEntries(bundle, "Bundle-SymbolicName").get(0);
    }

    private static List<Attributes> bundles() throws IOException {
        final List<Attributes> manifests = new ArrayList<>();
        try (Stream<Path> jars = Files.list(SITE.resolve("plugins"))) {
            for (final Path jar : jars.toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    manifests.add(file.getManifest().getMainAttributes());
                }
            }
        }
        return manifests;
    }

    /** The names in a manifest header, without attributes; optional entries are left out. */
    private static List<String> headerEntries(final Attributes manifest, final String header) {
        final String value = manifest.getValue(header);
        if (value == null) {
            return List.of();
        }
        final List<String> names = new ArrayList<>();
        for (final String entry : value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            if (!entry.contains("resolution:=optional") && !entry.contains("resolution:=\"optional\"")) {
                names.add(entry.split(";")[0].trim());
            }
        }
        return names;
    }
}
