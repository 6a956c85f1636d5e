package org.knime.core.data;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/** What is known about the values of a column: bounds, and the values that occur. Each of them may be unknown. */
public final class DataColumnDomain {

    private final DataCell m_lowerBound;

    private final DataCell m_upperBound;

    private final Set<DataCell> m_values;

    DataColumnDomain(final DataCell lower, final DataCell upper, final Set<DataCell> values) {
        m_lowerBound = lower;
        m_upperBound = upper;
        m_values = values == null ? null : Collections.unmodifiableSet(values);
    }

    /**
     * The values that occur.
     *
     * @return the values in order of appearance, or null if they are unknown
     */
    public Set<DataCell> getValues() {
        return m_values;
    }

    /**
     * Whether the values are known.
     *
     * @return true if so
     */
    public boolean hasValues() {
        return m_values != null;
    }

    /**
     * The smallest value.
     *
     * @return the lower bound, or null if it is unknown
     */
    public DataCell getLowerBound() {
        return m_lowerBound;
    }

    /**
     * The largest value.
     *
     * @return the upper bound, or null if it is unknown
     */
    public DataCell getUpperBound() {
        return m_upperBound;
    }

    @Override
    public boolean equals(final Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof DataColumnDomain)) {
            return false;
        }
        final DataColumnDomain other = (DataColumnDomain) obj;
        return Objects.equals(m_lowerBound, other.m_lowerBound) && Objects.equals(m_upperBound, other.m_upperBound)
            && Objects.equals(m_values, other.m_values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_lowerBound, m_upperBound, m_values);
    }

    @Override
    public String toString() {
        return "lower=" + m_lowerBound + ",upper=" + m_upperBound + ",values=" + m_values;
    }
}
