package org.flavorwaves.embedded.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.node.DefaultNode;
import org.knime.node.NodeInternals;

/** Everything public in the stand-in is in KNIME, by the same name, with the same descriptor. */
class SignaturesTest {

    /** What is public for the runner and the tests, and not for nodes. */
    private static final Set<String> DOORS = Set.of(
        "org.knime.core.node.ExecutionContext has no '  <init> (Lorg/knime/core/node/NodeProgressMonitor;)V'",
        "org.knime.core.webui.page.Page has no '  resources ()Ljava/util/Map;'");

    private final KnimeTypes m_knime = KnimeTypes.read("knime-5.9.0.txt");

    private final List<String> m_problems = new ArrayList<>();

    @Test
    void theStandInIsAPartOfKnime() throws Exception {
        final List<Class<?>> types = new ArrayList<>(standIn(DataCell.class));
        types.addAll(standIn(DefaultNode.class));
        assertThat(types).hasSizeGreaterThan(100);
        types.forEach(this::check);
        assertThat(m_problems).containsExactlyInAnyOrderElementsOf(DOORS);
    }

    /** The check itself: what is not in KNIME is found. */
    @Test
    void findsWhatKnimeDoesNotHave() {
        check(Invented.class);
        checkMembers(Invented.class, "org.knime.core.data.DataCell");
        assertThat(m_problems).containsExactlyInAnyOrder(
            Invented.class.getName() + " is no type of KNIME",
            "org.knime.core.data.DataCell has no '  more (I)V'",
            "org.knime.core.data.DataCell has no '  static MORE I'",
            "org.knime.core.data.DataCell has no '  static isMissing ()Z'",
            "org.knime.core.data.DataCell has no '  <init> (I)V'");
    }

    /** Has members that {@link DataCell} does not have, and some that it has. */
    public static class Invented {

        /** A field. */
        public static final int MORE = 1;

        private final int m_hidden;

        /**
         * A constructor.
         *
         * @param hidden anything
         */
        protected Invented(final int hidden) {
            m_hidden = hidden;
        }

        /**
         * Not static in KNIME.
         *
         * @return true
         */
        public static boolean isMissing() {
            return true;
        }

        /**
         * A method.
         *
         * @param n anything
         */
        public void more(final int n) {
            throw new IllegalStateException("" + n + m_hidden);
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public boolean equals(final Object obj) {
            return obj == this;
        }
    }

    private static List<Class<?>> standIn(final Class<?> inside) throws Exception {
        final URI place = inside.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(place))) {
            return types(Path.of(place));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
            return types(jar.getPath("/"));
        }
    }

    private static List<Class<?>> types(final Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            final List<Class<?>> types = new ArrayList<>();
            for (final Path file : walk.filter(f -> f.toString().endsWith(".class")).toList()) {
                final String name = root.relativize(file).toString().replace('\\', '/').replace('/', '.');
                if (name.startsWith("org.knime.")) {
                    final Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                    if (isVisible(type) && type != NodeInternals.class) {
                        types.add(type);
                    }
                }
            }
            return types;
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        } catch (final ClassNotFoundException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static boolean isVisible(final Class<?> type) {
        for (Class<?> t = type; t != null; t = t.getEnclosingClass()) {
            if (t.isSynthetic() || t.isAnonymousClass() || !isVisible(t.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(final int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private void check(final Class<?> type) {
        if (!m_knime.has(type.getName())) {
            m_problems.add(type.getName() + " is no type of KNIME");
            return;
        }
        final String kind = type.isAnnotation() ? "annotation" : type.isInterface() ? "interface" : type.isEnum()
            ? "enum"
            : "class";
        final String real = m_knime.kind(type.getName()).replace("record", "class");
        if (!real.equals(kind)) {
            m_problems.add(type.getName() + " is a " + kind + ", in KNIME it is a " + real);
        }
        final Set<Class<?>> supers = new LinkedHashSet<>(Arrays.asList(type.getInterfaces()));
        if (type.getSuperclass() != null && type.getSuperclass().getName().startsWith("org.knime.")) {
            supers.add(type.getSuperclass());
        }
        for (final Class<?> s : supers) {
            if (isVisible(s) && !type.isAnnotation() && !m_knime.supertypes(type.getName()).contains(s.getName())) {
                m_problems.add(type.getName() + " is no " + s.getName() + " in KNIME");
            }
        }
        checkMembers(type, type.getName());
    }

    private void checkMembers(final Class<?> type, final String name) {
        final Set<String> known = m_knime.members(name);
        for (final Field field : type.getDeclaredFields()) {
            checkMember(field, field.getName(), field.getType().descriptorString(), known, name);
        }
        for (final Method method : type.getDeclaredMethods()) {
            checkMember(method, method.getName(), MethodType.methodType(method.getReturnType(),
                method.getParameterTypes()).descriptorString(), known, name);
        }
        for (final Constructor<?> constructor : type.getDeclaredConstructors()) {
            checkMember(constructor, "<init>", MethodType.methodType(void.class, constructor.getParameterTypes())
                .descriptorString(), known, name);
        }
    }

    private void checkMember(final Member member, final String name, final String descriptor, final Set<String> known,
        final String type) {
        if (!isVisible(member.getModifiers()) || member.isSynthetic()) {
            return;
        }
        final boolean isStatic = Modifier.isStatic(member.getModifiers());
        final String line = (isStatic ? "  static " : "  ") + name + " " + descriptor;
        if (!known.contains(line)) {
            m_problems.add(type + " has no '" + line + "'");
        }
    }
}
