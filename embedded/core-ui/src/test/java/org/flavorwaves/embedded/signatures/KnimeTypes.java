package org.flavorwaves.embedded.signatures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of KNIME, as a list of {@link SignatureList} has them. */
final class KnimeTypes {

    private static final String HIDDEN = "hidden";

    private final Map<String, Type> m_types = new LinkedHashMap<>();

    /** A type with what it declares. */
    private record Type(String kind, List<String> supers, List<String> members) {
    }

    private KnimeTypes() {
    }

    static KnimeTypes read(final String resource) {
        final KnimeTypes types = new KnimeTypes();
        try (BufferedReader lines = new BufferedReader(
            new InputStreamReader(KnimeTypes.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            Type type = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(" ")) {
                    type.members().add(line);
                } else if (!line.startsWith("#") && !line.startsWith("package ")) {
                    final String[] words = line.split(" ");
                    type = new Type(words[0], Arrays.asList(words).subList(3, words.length), new ArrayList<>());
                    types.m_types.put(words[1], type);
                }
            }
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return types;
    }

    boolean has(final String type) {
        return m_types.containsKey(type) && !HIDDEN.equals(m_types.get(type).kind());
    }

    String kind(final String type) {
        return m_types.get(type).kind();
    }

    /** All supertypes with their own, the type itself first. */
    Set<String> supertypes(final String type) {
        final Set<String> all = new LinkedHashSet<>();
        collect(type, all);
        return all;
    }

    private void collect(final String type, final Set<String> all) {
        if (!all.add(type)) {
            return;
        }
        if (m_types.containsKey(type)) {
            m_types.get(type).supers().forEach(s -> collect(s, all));
        } else {
            for (final Class<?> s : java(type).getInterfaces()) {
                collect(s.getName(), all);
            }
        }
    }

    /** A type that is not KNIME's; one of a library that is not here counts as an object. */
    private static Class<?> java(final String type) {
        try {
            return Class.forName(type);
        } catch (final ClassNotFoundException ex) {
            return Object.class;
        }
    }

    /** Declared and inherited members. */
    Set<String> members(final String type) {
        final Set<String> members = new LinkedHashSet<>();
        final Set<String> supers = supertypes(type);
        supers.add(Object.class.getName());
        for (final String s : supers) {
            if (m_types.containsKey(s)) {
                m_types.get(s).members().stream().filter(m -> s.equals(type) || !m.startsWith("  <init> "))
                    .forEach(members::add);
            } else {
                Arrays.stream(java(s).getDeclaredMethods()).map(KnimeTypes::line).forEach(members::add);
            }
        }
        return members;
    }

    private static String line(final Method method) {
        return (Modifier.isStatic(method.getModifiers()) ? "  static " : "  ") + method.getName() + " "
            + MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString();
    }
}
