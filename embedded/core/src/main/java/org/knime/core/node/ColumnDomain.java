package org.knime.core.node;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** The domain of one column while its rows come in. NaN and missing cells do not count. */
final class ColumnDomain {

    private static final int MAX_VALUES = 60;

    private final DataColumnSpec m_spec;

    private final boolean m_keep;

    private final boolean m_bounded;

    private final boolean m_nominal;

    private final Comparator<DataCell> m_order;

    private DataCell m_lower;

    private DataCell m_upper;

    private Set<DataCell> m_values;

    ColumnDomain(final DataColumnSpec spec, final boolean initDomain) {
        m_spec = spec;
        m_keep = initDomain;
        m_bounded = spec.getType().isCompatible(BoundedValue.class);
        m_nominal = spec.getType().isCompatible(NominalValue.class);
        m_order = orderOf(spec.getType());
        final DataColumnDomain start = spec.getDomain();
        if (initDomain) {
            m_lower = start.getLowerBound();
            m_upper = start.getUpperBound();
        }
        if (m_nominal) {
            m_values = initDomain && start.hasValues() ? new LinkedHashSet<>(start.getValues())
                : new LinkedHashSet<>();
        }
    }

    private static Comparator<DataCell> orderOf(final DataType type) {
        if (type.isCompatible(BooleanValue.class)) {
            return Comparator.comparing(c -> ((BooleanValue) c).getBooleanValue());
        }
        if (type.isCompatible(LongValue.class)) {
            return Comparator.comparingLong(c -> ((LongValue) c).getLongValue());
        }
        if (type.isCompatible(DoubleValue.class)) {
            return Comparator.comparingDouble(c -> ((DoubleValue) c).getDoubleValue());
        }
        return Comparator.comparing(DataCell::toString);
    }

    void add(final DataCell cell) {
        if (cell.isMissing()) {
            return;
        }
        if (m_values != null && m_values.add(cell) && m_values.size() > MAX_VALUES) {
            m_values = null;
        }
        if (m_bounded && !isNaN(cell)) {
            if (m_lower == null || m_order.compare(cell, m_lower) < 0) {
                m_lower = cell;
            }
            if (m_upper == null || m_order.compare(cell, m_upper) > 0) {
                m_upper = cell;
            }
        }
    }

    private static boolean isNaN(final DataCell cell) {
        return cell instanceof DoubleValue && Double.isNaN(((DoubleValue) cell).getDoubleValue());
    }

    private DataColumnSpec toSpec() {
        final DataColumnDomainCreator domain =
            m_keep ? new DataColumnDomainCreator(m_spec.getDomain()) : new DataColumnDomainCreator();
        if (m_nominal) {
            domain.setValues(m_values);
        }
        if (m_bounded) {
            domain.setLowerBound(m_lower);
            domain.setUpperBound(m_upper);
        }
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(m_spec);
        creator.setDomain(domain.createDomain());
        return creator.createSpec();
    }

    /** The spec with the domains of all columns; the properties of the table are not kept. */
    static DataTableSpec apply(final DataTableSpec spec, final ColumnDomain[] domains) {
        final DataColumnSpec[] columns = new DataColumnSpec[domains.length];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = domains[c].toSpec();
        }
        return new DataTableSpec(spec.getName(), columns);
    }
}
