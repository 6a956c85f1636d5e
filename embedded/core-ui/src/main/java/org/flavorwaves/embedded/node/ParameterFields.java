package org.flavorwaves.embedded.node;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.persistence.Persist;

/**
 * The fields of a parameter class that are stored: those of super classes first, none that is private, static or
 * transient.
 */
public final class ParameterFields {

    /** KNIME's mark of keys that no flow variable can control. */
    private static final String INTERNAL = "_Internals";

    private ParameterFields() {
    }

    /**
     * The stored fields of a class.
     *
     * @param type the class
     * @return the fields in the order in which they are stored, accessible
     */
    public static List<Field> of(final Class<?> type) {
        final List<Field> fields = new ArrayList<>();
        if (type.getSuperclass() != null) {
            fields.addAll(of(type.getSuperclass()));
        }
        for (final Field field : type.getDeclaredFields()) {
            final int excluded = Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT;
            if ((field.getModifiers() & excluded) == 0 && !field.isSynthetic()) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return fields;
    }

    /**
     * The key under which a field is stored.
     *
     * @param field the field
     * @return its name without {@code m_}, or what {@link Persist} says
     */
    public static String keyOf(final Field field) {
        final String name = field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
        final Persist persist = field.getAnnotation(Persist.class);
        if (persist == null) {
            return name;
        }
        return (persist.configKey().isEmpty() ? name : persist.configKey()) + (persist.hidden() ? INTERNAL : "");
    }

    /** An annotation of the field or, where a super class declares the field, of that class. */
    static <A extends Annotation> Optional<A> annotation(final Field field, final Class<?> owner,
        final Class<A> annotation) {
        A onField = field.getAnnotation(annotation);
        if (onField == null && field.getDeclaringClass() != owner) {
            onField = field.getDeclaringClass().getAnnotation(annotation);
        }
        return Optional.ofNullable(onField);
    }

    static Object get(final Field field, final Object owner) {
        try {
            return field.get(owner);
        } catch (final IllegalAccessException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static void set(final Field field, final Object owner, final Object value) {
        try {
            field.set(owner, value);
        } catch (final IllegalAccessException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static <T> T instantiate(final Class<T> type) {
        try {
            return instantiate(type.getDeclaredConstructor());
        } catch (final NoSuchMethodException ex) {
            throw new IllegalStateException(
                String.format("The class '%s' has no constructor without arguments.", type.getName()), ex);
        }
    }

    static <T> T instantiate(final Constructor<T> constructor, final Object... arguments) {
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (final InvocationTargetException ex) {
            throw new IllegalStateException(String.format("Failed to instantiate class %s: %s",
                constructor.getDeclaringClass().getName(), ex.getCause()), ex.getCause());
        } catch (final InstantiationException | IllegalAccessException ex) {
            throw new IllegalStateException(
                String.format("Failed to instantiate class %s.", constructor.getDeclaringClass().getName()), ex);
        }
    }
}
