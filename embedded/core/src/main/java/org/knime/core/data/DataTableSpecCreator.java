package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.util.CheckUtils;

/** Builds a table spec column by column. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> m_columnSpecs = new ArrayList<>();

    private final Map<String, String> m_properties = new LinkedHashMap<>();

    private String m_name;

    /** Starts without columns. */
    public DataTableSpecCreator() {
    }

    /**
     * Starts with a copy.
     *
     * @param spec the spec to copy
     */
    public DataTableSpecCreator(DataTableSpec spec) {
        addColumns(spec);
        setName(spec.getName());
        putProperties(spec.getProperties());
    }

    /**
     * Sets the name of the table.
     *
     * @param name the name, or null for the default
     * @return this
     */
    public DataTableSpecCreator setName(String name) {
        m_name = name;
        return this;
    }

    /**
     * Appends columns.
     *
     * @param columns the columns
     * @return this
     * @throws IllegalArgumentException if a name is taken
     */
    public DataTableSpecCreator addColumns(DataColumnSpec... columns) {
        for (DataColumnSpec column : columns) {
            int taken = indexOf(column.getName());
            if (taken >= 0) {
                throw new IllegalArgumentException(
                    "Column \"" + column.getName() + "\" already contained at index " + taken);
            }
            m_columnSpecs.add(column);
        }
        return this;
    }

    /**
     * Appends all columns of a table.
     *
     * @param fromSpec the table
     * @return this
     * @throws IllegalArgumentException if a name is taken
     */
    public DataTableSpecCreator addColumns(DataTableSpec fromSpec) {
        return addColumns(fromSpec.stream().toArray(DataColumnSpec[]::new));
    }

    /**
     * Replaces a column.
     *
     * @param index position from zero
     * @param colSpec the new column
     * @return this
     * @throws IllegalArgumentException if another column has the name, or there is no such position
     */
    public DataTableSpecCreator replaceColumn(int index, DataColumnSpec colSpec) {
        CheckUtils.checkArgument(index >= 0 && index < m_columnSpecs.size(),
            "Invalid column index %d (max allowed %d)", index, m_columnSpecs.size() - 1);
        int taken = indexOf(colSpec.getName());
        CheckUtils.checkArgument(taken < 0 || taken == index, "Invalid (duplicate) column name \"%s\"",
            colSpec.getName());
        m_columnSpecs.set(index, colSpec);
        return this;
    }

    /**
     * Sets a property of the table.
     *
     * @param key its key
     * @param value its value
     * @return this
     */
    public DataTableSpecCreator putProperty(String key, String value) {
        CheckUtils.checkArgument(key != null && !key.isEmpty(), "Invalid property key (null or empty string)");
        m_properties.put(key, value);
        return this;
    }

    /**
     * Sets properties of the table.
     *
     * @param properties keys and values
     * @return this
     */
    public DataTableSpecCreator putProperties(Map<String, String> properties) {
        properties.forEach(this::putProperty);
        return this;
    }

    /**
     * Forgets the domains of all columns.
     *
     * @return this
     */
    public DataTableSpecCreator dropAllDomains() {
        m_columnSpecs.replaceAll(c -> {
            DataColumnSpecCreator creator = new DataColumnSpecCreator(c);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    /**
     * Builds the spec.
     *
     * @return the spec
     */
    public DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_columnSpecs.toArray(new DataColumnSpec[0]), m_properties);
    }

    private int indexOf(String name) {
        for (int i = 0; i < m_columnSpecs.size(); i++) {
            if (m_columnSpecs.get(i).getName().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
