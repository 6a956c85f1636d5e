package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The type of a column or cell: the ordered set of values that its cells can be read as. A native type belongs to one
 * cell class; the common super type of two types may have none.
 */
public final class DataType {

    private static final Map<Class<? extends DataCell>, DataType> NATIVE = new ConcurrentHashMap<>();

    private static final Map<Class<? extends DataValue>, String> NAMES = Map.of(IntValue.class, "Number (Integer)",
        LongValue.class, "Number (Long Integer)",
        DoubleValue.class, "Number (Float)",
        StringValue.class, "String",
        BooleanValue.class, "Boolean");

    private final Class<? extends DataCell> m_cellClass;

    private final List<Class<? extends DataValue>> m_valueClasses;

    private DataType(final Class<? extends DataCell> cellClass, final List<Class<? extends DataValue>> valueClasses) {
        m_cellClass = cellClass;
        m_valueClasses = Collections.unmodifiableList(valueClasses);
    }

    /**
     * The native type of a cell class.
     *
     * @param cell class of the cells
     * @return the type
     */
    public static DataType getType(final Class<? extends DataCell> cell) {
        if (cell == null) {
            throw new NullPointerException("Class must not be null.");
        }
        final DataType known = NATIVE.get(cell);
        if (known != null) {
            return known;
        }
        final Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
        collectValues(values, cell);
        final DataType created = new DataType(cell, new ArrayList<>(values));
        final DataType before = NATIVE.putIfAbsent(cell, created);
        return before == null ? created : before;
    }

    private static void collectValues(final Set<Class<? extends DataValue>> values, final Class<?> type) {
        for (final Class<?> i : type.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(i)) {
                values.add(i.asSubclass(DataValue.class));
            }
            collectValues(values, i);
        }
        if (type.getSuperclass() != null) {
            collectValues(values, type.getSuperclass());
        }
    }

    /**
     * The missing cell without a reason.
     *
     * @return the one such cell
     */
    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /**
     * Whether cells of this type can be read as a value.
     *
     * @param valueClass the value
     * @return true if so; the missing type is compatible with everything
     */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return m_valueClasses.stream().anyMatch(c -> c == MissingValue.class || valueClass.isAssignableFrom(c));
    }

    /**
     * Whether every cell of another type is a cell of this type.
     *
     * @param type the other type
     * @return true if the other type has all values of this one
     */
    public boolean isASuperTypeOf(final DataType type) {
        return type == this || m_valueClasses.stream().allMatch(type::isCompatible);
    }

    /**
     * The value that cells of this type are read as first.
     *
     * @return the first value class
     */
    public Class<? extends DataValue> getPreferredValueClass() {
        return m_valueClasses.get(0);
    }

    /**
     * All values of this type.
     *
     * @return the value classes, the preferred one first
     */
    public List<Class<? extends DataValue>> getValueClasses() {
        return m_valueClasses;
    }

    /**
     * The name that KNIME shows, such as {@code Number (Float)}.
     *
     * @return the name; a question mark for a type without cell class
     */
    public String getName() {
        return m_cellClass == null ? "?" : toString();
    }

    @Override
    public String toString() {
        if (m_cellClass == null) {
            return "Non-Native " + Arrays.toString(m_valueClasses.toArray());
        }
        final String name = NAMES.get(getPreferredValueClass());
        return name == null ? m_cellClass.getSimpleName() : name;
    }

    @Override
    public boolean equals(final Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof DataType)) {
            return false;
        }
        final List<Class<? extends DataValue>> values = ((DataType) other).m_valueClasses;
        return m_valueClasses.containsAll(values) && values.containsAll(m_valueClasses)
            && (values.isEmpty() || values.get(0) == m_valueClasses.get(0));
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (final Class<? extends DataValue> c : m_valueClasses) {
            hash ^= c.hashCode();
        }
        return hash;
    }
}
