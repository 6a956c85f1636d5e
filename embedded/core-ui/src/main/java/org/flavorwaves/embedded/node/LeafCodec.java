package org.flavorwaves.embedded.node;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Reads and writes one value under one key. */
interface LeafCodec {

    /** Reads the value. */
    Object load(NodeSettingsRO settings, String key) throws InvalidSettingsException;

    /** Writes the value. */
    void save(Object value, NodeSettingsWO settings, String key);

    /** The value that stands where an optional value is not there. */
    Object empty();

    /** The codec of a type that is no group. */
    static LeafCodec of(Class<?> type) {
        if (type.isEnum()) {
            return new EnumCodec(type);
        }
        final LeafCodec codec = CODECS.get(type);
        if (codec == null) {
            throw new IllegalArgumentException(
                String.format("No default persistor available for type '%s'.", type));
        }
        return codec;
    }

    /** Reads a value. */
    interface Loader {

        /** Reads the value. */
        Object load(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    /**
     * Writes a value.
     *
     * @param <T> its class
     */
    interface Saver<T> {

        /** Writes the value. */
        void save(NodeSettingsWO settings, String key, T value);
    }

    /** The codecs of the types that settings know. */
    Map<Class<?>, LeafCodec> CODECS = Map.ofEntries(
        entry(int.class, NodeSettingsRO::getInt, (s, k, v) -> s.addInt(k, (int) v), 0),
        entry(Integer.class, NodeSettingsRO::getInt, (s, k, v) -> s.addInt(k, (int) v), 0),
        entry(double.class, NodeSettingsRO::getDouble, (s, k, v) -> s.addDouble(k, (double) v), 0.0),
        entry(Double.class, NodeSettingsRO::getDouble, (s, k, v) -> s.addDouble(k, (double) v), 0.0),
        entry(long.class, NodeSettingsRO::getLong, (s, k, v) -> s.addLong(k, (long) v), 0L),
        entry(Long.class, NodeSettingsRO::getLong, (s, k, v) -> s.addLong(k, (long) v), 0L),
        entry(boolean.class, NodeSettingsRO::getBoolean, (s, k, v) -> s.addBoolean(k, (boolean) v), false),
        entry(Boolean.class, NodeSettingsRO::getBoolean, (s, k, v) -> s.addBoolean(k, (boolean) v), false),
        entry(String.class, NodeSettingsRO::getString, (s, k, v) -> s.addString(k, (String) v), null),
        entry(int[].class, NodeSettingsRO::getIntArray, (s, k, v) -> s.addIntArray(k, (int[]) v), new int[0]),
        entry(double[].class, NodeSettingsRO::getDoubleArray, (s, k, v) -> s.addDoubleArray(k, (double[]) v),
            new double[0]),
        entry(String[].class, NodeSettingsRO::getStringArray, (s, k, v) -> s.addStringArray(k, (String[]) v),
            new String[0]));

    private static Map.Entry<Class<?>, LeafCodec> entry(Class<?> type, Loader loader, Saver<Object> saver,
        Object empty) {
        return Map.entry(type, new LeafCodec() {
            @Override
            public Object load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
                return loader.load(settings, key);
            }

            @Override
            public void save(final Object value, final NodeSettingsWO settings, final String key) {
                saver.save(settings, key, value);
            }

            @Override
            public Object empty() {
                return empty;
            }
        });
    }

    /**
     * The constants of an enum, by name.
     *
     * @param type the enum
     */
    record EnumCodec(Class<?> type) implements LeafCodec {

        @Override
        public Object load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final String name = settings.getString(key);
            for (final Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new InvalidSettingsException(String.format("Invalid value '%s'. Possible values: %s", name,
                Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name())
                    .collect(Collectors.joining(", "))));
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings, final String key) {
            settings.addString(key, value == null ? null : ((Enum<?>) value).name());
        }

        @Override
        public Object empty() {
            return null;
        }
    }
}
