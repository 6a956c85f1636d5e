package org.flavorwaves.embedded.node;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/**
 * Makes, reads and writes the parameters of a node. A field is stored under its name without {@code m_}; a group is a
 * sub-tree; an array of groups a sub-tree of the sub-trees 0, 1, ...; an optional value has a second key that ends in
 * {@code _is_present}.
 */
public final class ParametersCodec {

    private static final String IS_PRESENT = "_is_present";

    private ParametersCodec() {
    }

    /**
     * Makes parameters with their defaults.
     *
     * @param <P> their class
     * @param type their class
     * @return the parameters
     */
    public static <P extends NodeParameters> P create(final Class<P> type) {
        return ParameterFields.instantiate(type);
    }

    /**
     * Makes the parameters of a new node.
     *
     * @param <P> their class
     * @param type their class
     * @param input what the node is connected to
     * @return the parameters
     */
    public static <P extends NodeParameters> P create(final Class<P> type, final NodeParametersInput input) {
        try {
            return ParameterFields.instantiate(type.getDeclaredConstructor(NodeParametersInput.class), input);
        } catch (final NoSuchMethodException ignored) {
            return create(type);
        }
    }

    /**
     * Reads parameters without validating them.
     *
     * @param <P> their class
     * @param type their class
     * @param settings where from
     * @return the parameters
     * @throws InvalidSettingsException if a key is missing or a value is none of the choices
     */
    public static <P extends NodeParameters> P load(final Class<P> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        return type.cast(loadGroup(type, settings));
    }

    /**
     * Writes parameters.
     *
     * @param parameters the parameters
     * @param settings where to
     */
    public static void save(final NodeParameters parameters, final NodeSettingsWO settings) {
        saveGroup(parameters.getClass(), parameters, settings);
    }

    private static Object loadGroup(final Class<?> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Persistor persistor = type.getAnnotation(Persistor.class);
        if (persistor != null) {
            return persistorOf(persistor).load(settings);
        }
        final Object group = ParameterFields.instantiate(type);
        for (final Field field : ParameterFields.of(type)) {
            ParameterFields.set(field, group, loadField(field, type, settings));
        }
        return group;
    }

    private static Object loadField(final Field field, final Class<?> owner, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Optional<Persistor> persistor = ParameterFields.annotation(field, owner, Persistor.class);
        if (persistor.isPresent() && field.getAnnotation(Persist.class) != null) {
            throw new IllegalStateException(String.format(
                "Cannot have both @Persistor and @Persist annotation on the same field %s.", field.getName()));
        }
        final NodeParametersPersistor<Object> custom = persistor.isPresent() ? persistorOf(persistor.get()) : null;
        final String key = ParameterFields.keyOf(field);
        if (loadsDefault(field, owner)) {
            final String[][] paths = custom == null ? new String[][] {{key}} : custom.getConfigPaths();
            if (Arrays.stream(paths).noneMatch(path -> hasPath(settings, path))) {
                return ParameterFields.get(field, ParameterFields.instantiate(owner));
            }
        }
        return custom == null ? loadValue(field, key, settings) : custom.load(settings);
    }

    private static boolean loadsDefault(final Field field, final Class<?> owner) {
        final Migrate migrate = field.getAnnotation(Migrate.class);
        return migrate != null && migrate.loadDefaultIfAbsent()
            || owner.isAnnotationPresent(LoadDefaultsForAbsentFields.class);
    }

    private static boolean hasPath(final NodeSettingsRO settings, final String[] path) {
        ConfigBaseRO at = settings;
        for (int i = 0; i < path.length; i++) {
            if (!at.containsKey(path[i])) {
                return false;
            }
            if (i < path.length - 1) {
                try {
                    at = at.getConfigBase(path[i]);
                } catch (final InvalidSettingsException ignored) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Object loadValue(final Field field, final String key, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Class<?> type = field.getType();
        if (Persistable.class.isAssignableFrom(type)) {
            return loadGroup(type, settings.getNodeSettings(key));
        }
        final Class<?> element = elementOf(field);
        if (element != null) {
            return loadArray(type, element, settings.getNodeSettings(key));
        }
        if (type == Optional.class) {
            if (!settings.getBoolean(key + IS_PRESENT, true)) {
                return Optional.empty();
            }
            return Optional.ofNullable(LeafCodec.of(contentOf(field)).load(settings, key));
        }
        return LeafCodec.of(type).load(settings, key);
    }

    private static Object loadArray(final Class<?> type, final Class<?> element, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final int size = (int) settings.keySet().stream().filter(k -> k.matches("\\d+")).count();
        final Object array = Array.newInstance(element, size);
        for (int i = 0; i < size; i++) {
            Array.set(array, i, loadGroup(element, settings.getNodeSettings(Integer.toString(i))));
        }
        return type.isArray() ? array : new ArrayList<>(List.of((Object[]) array));
    }

    private static void saveGroup(final Class<?> type, final Object group, final NodeSettingsWO settings) {
        final Persistor persistor = type.getAnnotation(Persistor.class);
        if (persistor != null) {
            persistorOf(persistor).save(group, settings);
            return;
        }
        for (final Field field : ParameterFields.of(type)) {
            final Object value = ParameterFields.get(field, group);
            final Optional<Persistor> custom = ParameterFields.annotation(field, type, Persistor.class);
            if (custom.isPresent()) {
                persistorOf(custom.get()).save(value, settings);
            } else {
                saveValue(field, value, settings);
            }
        }
    }

    private static void saveValue(final Field field, final Object value, final NodeSettingsWO settings) {
        final String key = ParameterFields.keyOf(field);
        final Class<?> type = field.getType();
        if (Persistable.class.isAssignableFrom(type)) {
            saveGroup(type, value, settings.addNodeSettings(key));
        } else if (elementOf(field) != null) {
            final NodeSettingsWO elements = settings.addNodeSettings(key);
            final Object[] array = value instanceof Collection<?> list ? list.toArray() : (Object[]) value;
            for (int i = 0; array != null && i < array.length; i++) {
                saveGroup(elementOf(field), array[i], elements.addNodeSettings(Integer.toString(i)));
            }
        } else if (type == Optional.class) {
            final LeafCodec codec = LeafCodec.of(contentOf(field));
            final Optional<?> optional = (Optional<?>) value;
            codec.save(optional.isPresent() ? optional.get() : codec.empty(), settings, key);
            settings.addBoolean(key + IS_PRESENT, optional.isPresent());
        } else {
            LeafCodec.of(type).save(value, settings, key);
        }
    }

    @SuppressWarnings("unchecked")
    private static NodeParametersPersistor<Object> persistorOf(final Persistor persistor) {
        return (NodeParametersPersistor<Object>) ParameterFields.instantiate(persistor.value());
    }

    /** The class of the groups of an array or list, or null if the field is none. */
    static Class<?> elementOf(final Field field) {
        Class<?> element = field.getType().getComponentType();
        if (Collection.class.isAssignableFrom(field.getType())) {
            element = contentOf(field);
        }
        return element != null && Persistable.class.isAssignableFrom(element) && !element.isEnum() ? element : null;
    }

    /** The class in the angle brackets of an optional or a list. */
    static Class<?> contentOf(final Field field) {
        final Type content = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        return (Class<?>) content;
    }
}
