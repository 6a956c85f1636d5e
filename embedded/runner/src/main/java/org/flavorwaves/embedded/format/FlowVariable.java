package org.flavorwaves.embedded.format;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A flow variable: a named scalar that overrides settings of nodes.
 *
 * @param name name of the variable
 * @param value String, Integer, Long, Double or Boolean
 */
public record FlowVariable(String name, Object value) {

    /** The scalar types of flow variables, named as in saved workflows. */
    public enum Type {
        /** A text. */
        STRING(String.class),
        /** A 32-bit integer. */
        INTEGER(Integer.class),
        /** A 64-bit integer. */
        LONG(Long.class),
        /** A 64-bit floating-point number. */
        DOUBLE(Double.class),
        /** A truth value. */
        BOOLEAN(Boolean.class);

        private final Class<?> m_class;

        Type(final Class<?> valueClass) {
            m_class = valueClass;
        }

        /**
         * Reads a value of this type.
         *
         * @param text the text of the value
         * @return the value
         * @throws IllegalArgumentException if the text is no value of this type
         */
        public Object parse(final String text) {
            switch (this) {
                case INTEGER:
                    return Integer.valueOf(text);
                case LONG:
                    return Long.valueOf(text);
                case DOUBLE:
                    return Double.valueOf(text);
                case BOOLEAN:
                    return parseBoolean(text);
                default:
                    return text;
            }
        }

        private static Boolean parseBoolean(final String text) {
            if (!"true".equals(text) && !"false".equals(text)) {
                throw new IllegalArgumentException("'" + text + "' is neither true nor false");
            }
            return Boolean.valueOf(text);
        }
    }

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is of no type of {@link Type}
     */
    public FlowVariable {
        typeOf(value);
    }

    /**
     * The type of the value.
     *
     * @return the type
     */
    public Type type() {
        return typeOf(value);
    }

    private static Type typeOf(final Object value) {
        for (final Type type : Type.values()) {
            if (type.m_class.isInstance(value)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No flow variable can hold " + value);
    }

    static FlowVariable load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final String name = settings.getString("name");
        final String kind = settings.getString("class");
        switch (kind) {
            case "STRING":
                return new FlowVariable(name, String.valueOf(settings.getString("value")));
            case "INTEGER":
                return new FlowVariable(name, settings.getInt("value"));
            case "LONG":
                return new FlowVariable(name, settings.getLong("value"));
            case "DOUBLE":
                return new FlowVariable(name, settings.getDouble("value"));
            case "BOOLEAN":
                return new FlowVariable(name, settings.getBoolean("value"));
            default:
                throw new InvalidSettingsException("Flow variables of type " + kind
                    + " need KNIME Analytics Platform; variable \"" + name + "\"");
        }
    }

    /**
     * Writes the variable as saved workflows hold it.
     *
     * @param settings where to
     */
    public void save(final NodeSettingsWO settings) {
        settings.addString("name", name);
        settings.addString("class", type().name());
        switch (type()) {
            case INTEGER:
                settings.addInt("value", (Integer) value);
                break;
            case LONG:
                settings.addLong("value", (Long) value);
                break;
            case DOUBLE:
                settings.addDouble("value", (Double) value);
                break;
            case BOOLEAN:
                settings.addBoolean("value", (Boolean) value);
                break;
            default:
                settings.addString("value", (String) value);
                break;
        }
    }
}
