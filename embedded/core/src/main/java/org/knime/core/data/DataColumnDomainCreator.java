package org.knime.core.data;

import java.util.LinkedHashSet;
import java.util.Set;

/** Builds a column domain. */
public class DataColumnDomainCreator {

    private Set<DataCell> m_values;

    private DataCell m_lowerBound;

    private DataCell m_upperBound;

    /** Starts with nothing known. */
    public DataColumnDomainCreator() {
        this((Set<DataCell>) null, null, null);
    }

    /**
     * Starts with a copy.
     *
     * @param copyFrom the domain to copy
     */
    public DataColumnDomainCreator(final DataColumnDomain copyFrom) {
        this(copyFrom.getValues(), copyFrom.getLowerBound(), copyFrom.getUpperBound());
    }

    /**
     * Starts with the bounds.
     *
     * @param lowerBound the smallest value, or null
     * @param upperBound the largest value, or null
     */
    public DataColumnDomainCreator(final DataCell lowerBound, final DataCell upperBound) {
        this((Set<DataCell>) null, lowerBound, upperBound);
    }

    /**
     * Starts with values and bounds.
     *
     * @param values the values that occur, or null
     * @param lowerBound the smallest value, or null
     * @param upperBound the largest value, or null
     */
    public DataColumnDomainCreator(final Set<? extends DataCell> values, final DataCell lowerBound,
        final DataCell upperBound) {
        m_values = values == null ? null : new LinkedHashSet<>(values);
        m_lowerBound = lowerBound;
        m_upperBound = upperBound;
    }

    /**
     * Sets the values.
     *
     * @param values the values that occur, or null
     */
    public void setValues(final Set<? extends DataCell> values) {
        m_values = values == null ? null : new LinkedHashSet<>(values);
    }

    /**
     * Sets the lower bound.
     *
     * @param lower the smallest value, or null
     */
    public void setLowerBound(final DataCell lower) {
        m_lowerBound = lower;
    }

    /**
     * Sets the upper bound.
     *
     * @param upper the largest value, or null
     */
    public void setUpperBound(final DataCell upper) {
        m_upperBound = upper;
    }

    /**
     * Builds the domain.
     *
     * @return the domain
     */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(m_lowerBound, m_upperBound, m_values);
    }
}
