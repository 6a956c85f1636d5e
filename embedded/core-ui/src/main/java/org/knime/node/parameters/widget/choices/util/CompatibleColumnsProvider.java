package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** Offers the columns of an input table that can be read as one of some values. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {

    private final List<Class<? extends DataValue>> m_valueClasses;

    /**
     * Offers the columns of a value.
     *
     * @param valueClass the value
     */
    protected CompatibleColumnsProvider(Class<? extends DataValue> valueClass) {
        this(List.of(valueClass));
    }

    /**
     * Offers the columns of some values.
     *
     * @param valueClasses the values
     */
    protected CompatibleColumnsProvider(Collection<Class<? extends DataValue>> valueClasses) {
        m_valueClasses = List.copyOf(valueClasses);
    }

    @Override
    public boolean isIncluded(DataColumnSpec col) {
        return m_valueClasses.stream().anyMatch(col.getType()::isCompatible);
    }

    /** Offers texts. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {

        /** Creates the provider. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }

    /** Offers numbers. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {

        /** Creates the provider. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }
}
