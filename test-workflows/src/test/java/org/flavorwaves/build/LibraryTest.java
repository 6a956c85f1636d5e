package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
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
        assertThat(exported()).contains(FlavorState.class.getPackageName())
            .containsExactlyInAnyOrderElementsOf(imported);
    }

    /** Who uses an exported type must be able to name what it takes and gives. */
    @Test
    void exportedSignaturesNameOnlyWhatIsExported() throws Exception {
        final List<String> exported = exported();
        final Set<String> hidden = new TreeSet<>();
        try (JarFile jar = new JarFile(file(FlavorState.class).toFile())) {
            for (final String entry : jar.stream().map(JarEntry::getName).filter(n -> n.endsWith(".class"))
                .toList()) {
                final String name = entry.replaceFirst("\\.class$", "").replace('/', '.');
                if (exported.contains(name.replaceFirst("\\.[^.]+$", ""))) {
                    signatures(Class.forName(name)).filter(part -> !isKnown(part.getValue(), exported))
                        .forEach(part -> hidden.add(part.getKey() + " names " + part.getValue().getName()));
                }
            }
        }
        assertThat(hidden).isEmpty();
    }

    /** Complex numbers are those of the one library that the physics depends on. */
    private static boolean isKnown(final Class<?> type, final List<String> exported) {
        return type.isPrimitive() || type == Complex.class || type.getName().startsWith("java.")
            || exported.contains(type.getPackageName());
    }

    /** The types that a public class shows, by member; none of another class. */
    private static Stream<Map.Entry<String, Class<?>>> signatures(final Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
            if (!Modifier.isPublic(c.getModifiers()) || c.isSynthetic()) {
                return Stream.of();
            }
        }
        final Stream<Type> supers =
            Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()));
        final Stream<Field> fields = Arrays.stream(type.getDeclaredFields());
        final Stream<Executable> calls = Stream.concat(Arrays.stream(type.getDeclaredMethods()),
            Arrays.stream(type.getDeclaredConstructors()));
        return Stream.of(supers.map(t -> Map.entry("", t)),
            fields.filter(LibraryTest::isShown).map(f -> Map.entry(f.getName(), f.getGenericType())),
            calls.filter(LibraryTest::isShown).flatMap(c -> Stream.concat(
                Arrays.stream(c.getGenericParameterTypes()), c instanceof Method m
                    ? Stream.of(m.getGenericReturnType()) : Stream.of()).map(t -> Map.entry(c.getName(), t))))
            .flatMap(members -> members).flatMap(member -> named(member.getValue())
                .map(c -> Map.<String, Class<?>>entry(type.getName() + ' ' + member.getKey(), c)));
    }

    private static boolean isShown(final Member member) {
        return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0 && !member.isSynthetic();
    }

    private static Stream<Class<?>> named(final Type type) {
        if (type instanceof Class<?> c) {
            return c.isArray() ? named(c.getComponentType()) : Stream.of(c);
        } else if (type instanceof ParameterizedType p) {
            return Stream.concat(named(p.getRawType()), Arrays.stream(p.getActualTypeArguments())
                .flatMap(LibraryTest::named));
        } else if (type instanceof GenericArrayType a) {
            return named(a.getGenericComponentType());
        }
        final Type[] bounds =
            type instanceof WildcardType w ? w.getUpperBounds() : ((TypeVariable<?>) type).getBounds();
        return Arrays.stream(bounds).filter(b -> b instanceof Class<?>).flatMap(LibraryTest::named);
    }

    private static List<String> exported() throws IOException {
        final URL manifest = new URL("jar:" + FlavorState.class.getProtectionDomain().getCodeSource().getLocation()
            + "!/META-INF/MANIFEST.MF");
        return Pattern.compile("(?:^|,)(org\\.flavorwaves[\\w.]*)(?=;)")
            .matcher(new Manifest(manifest.openStream()).getMainAttributes().getValue("Export-Package")).results()
            .map((final MatchResult match) -> match.group(1)).toList();
    }

    private static Path file(final Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
