package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** What users install must be complete, and must not contain the stand-ins for KNIME's bundles. */
class UpdateSiteTest {
    private static final Path SITE = ProjectTree.root().resolve("update-site/target/repository");

    /** What KNIME Analytics Platform brings itself. */
    private static final List<String> PROVIDED = List.of("org.knime.", "java.", "javax.", "org.w3c.", "org.xml.");

    @Test
    void siteHoldsOurBundles() throws IOException {
        assertThat(symbolicNames()).contains("org.flavorwaves.knime", "org.flavorwaves.physics");
        assertThat(SITE.resolve("features")).isDirectoryContaining("glob:**org.flavorwaves.feature_*.jar");
    }

    @Test
    void siteHoldsNothingOfKnime() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(name -> name.startsWith("org.knime."));
        }
        assertThat(symbolicNames()).noneMatch(name -> name.startsWith("org.knime."));
    }

    @Test
    void everyRequiredBundleIsInTheSiteOrInKnime() throws IOException {
        final Set<String> present = symbolicNames();
        for (final Attributes bundle : bundles()) {
            for (final String required : headerEntries(bundle, "Require-Bundle")) {
                assertThat(present.contains(required) || isProvided(required))
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

    private static boolean isProvided(final String name) {
        return PROVIDED.stream().anyMatch(name::startsWith);
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
