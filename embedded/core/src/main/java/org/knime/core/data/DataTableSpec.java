package org.knime.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table, with unique names. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";

    private final String m_name;

    private final DataColumnSpec[] m_columnSpecs;

    private final Map<String, Integer> m_index = new HashMap<>();

    /**
     * Creates a spec.
     *
     * @param colSpecs the columns
     */
    public DataTableSpec(final DataColumnSpec... colSpecs) {
        this(DEFAULT_NAME, colSpecs);
    }

    /**
     * Creates a spec.
     *
     * @param name name of the table
     * @param colSpecs the columns
     */
    public DataTableSpec(final String name, final DataColumnSpec... colSpecs) {
        m_name = name == null ? DEFAULT_NAME : name;
        m_columnSpecs = colSpecs.clone();
        for (int i = 0; i < colSpecs.length; i++) {
            final Integer before = m_index.put(colSpecs[i].getName(), i);
            if (before != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + colSpecs[i].getName()
                    + "\" at positions " + before + " and " + i + ".");
            }
        }
    }

    /**
     * Creates a spec of columns without domains.
     *
     * @param names the column names
     * @param types the column types
     */
    public DataTableSpec(final String[] names, final DataType[] types) {
        this("spec_name", createColumnSpecs(names, types));
    }

    /**
     * Columns without domains.
     *
     * @param names the column names
     * @param types the column types
     * @return the columns
     */
    public static DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException("Parameter arrays names and types must have the same length (names: "
                + names.length + ", types: " + types.length + ").");
        }
        final DataColumnSpec[] specs = new DataColumnSpec[names.length];
        for (int i = 0; i < names.length; i++) {
            specs[i] = new DataColumnSpecCreator(names[i], types[i]).createSpec();
        }
        return specs;
    }

    /**
     * The name of the table.
     *
     * @return the name
     */
    public String getName() {
        return m_name;
    }

    /**
     * The number of columns.
     *
     * @return the count
     */
    public int getNumColumns() {
        return m_columnSpecs.length;
    }

    /**
     * One column.
     *
     * @param index position from zero
     * @return the column
     */
    public DataColumnSpec getColumnSpec(final int index) {
        return m_columnSpecs[index];
    }

    /**
     * One column.
     *
     * @param column its name
     * @return the column, or null if there is none of that name
     */
    public DataColumnSpec getColumnSpec(final String column) {
        final int index = findColumnIndex(column);
        return index < 0 ? null : m_columnSpecs[index];
    }

    /**
     * The position of a column.
     *
     * @param columnName its name
     * @return the position from zero, or -1 if there is none of that name
     */
    public int findColumnIndex(final String columnName) {
        return m_index.getOrDefault(columnName, -1);
    }

    /**
     * Whether there is a column.
     *
     * @param columnName its name
     * @return true if there is one
     */
    public boolean containsName(final String columnName) {
        return findColumnIndex(columnName) >= 0;
    }

    /**
     * Whether some column can be read as a value.
     *
     * @param valueClass the value
     * @return true if there is one
     */
    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return valueClass != null && stream().anyMatch(c -> c.getType().isCompatible(valueClass));
    }

    /**
     * The names.
     *
     * @return all column names from left to right
     */
    public String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return List.of(m_columnSpecs).iterator();
    }

    /**
     * All columns.
     *
     * @return the columns from left to right
     */
    public Stream<DataColumnSpec> stream() {
        return Arrays.stream(m_columnSpecs);
    }

    /**
     * Whether a table of this spec may stand where another spec is announced.
     *
     * @param spec the announced spec
     * @return true if the columns have the same names in the same order and types that are announced or narrower
     */
    public boolean isCompatibleWith(final DataTableSpec spec) {
        if (spec == this) {
            return true;
        }
        if (spec == null || spec.m_columnSpecs.length != m_columnSpecs.length) {
            return false;
        }
        for (int i = 0; i < m_columnSpecs.length; i++) {
            if (!m_columnSpecs[i].isCompatibleWith(spec.m_columnSpecs[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(final Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof DataTableSpec)) {
            return false;
        }
        final DataTableSpec other = (DataTableSpec) obj;
        return m_name.equals(other.m_name) && Arrays.equals(m_columnSpecs, other.m_columnSpecs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_columnSpecs);
    }

    @Override
    public String toString() {
        return stream().map(DataColumnSpec::getName).collect(Collectors.joining("; ", "name=" + m_name + ",columns=[",
            "]"));
    }
}
