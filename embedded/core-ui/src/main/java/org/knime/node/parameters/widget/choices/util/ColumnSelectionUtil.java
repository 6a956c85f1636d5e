package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns of input tables. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    /**
     * Some columns.
     *
     * @param context what the node is connected to
     * @param portIndex the input table from zero
     * @param filter which columns
     * @return the columns, none if the spec is unknown
     */
    public static List<DataColumnSpec> getFilteredColumns(final NodeParametersInput context, final int portIndex,
        final Predicate<DataColumnSpec> filter) {
        return context.getInTableSpec(portIndex).stream().flatMap(DataTableSpec::stream).filter(filter).toList();
    }
}
