package org.knime.node.parameters.widget.choices.util;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns of input tables. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    /**
     * All columns.
     *
     * @param context what the node is connected to
     * @param portIndex the input table from zero
     * @return the columns, none if the spec is unknown
     */
    public static List<DataColumnSpec> getAllColumns(NodeParametersInput context, int portIndex) {
        return getFilteredColumns(context, portIndex, c -> true);
    }

    /**
     * All columns of the first table.
     *
     * @param context what the node is connected to
     * @return the columns, none if the spec is unknown
     */
    public static List<DataColumnSpec> getAllColumnsOfFirstPort(NodeParametersInput context) {
        return getAllColumns(context, 0);
    }

    /**
     * The first column.
     *
     * @param context what the node is connected to
     * @param portIndex the input table from zero
     * @return the column, if there is one
     */
    public static Optional<DataColumnSpec> getFirstColumn(NodeParametersInput context, int portIndex) {
        return getAllColumns(context, portIndex).stream().findFirst();
    }

    /**
     * The first column of the first table.
     *
     * @param context what the node is connected to
     * @return the column, if there is one
     */
    public static Optional<DataColumnSpec> getFirstColumnOfFirstPort(NodeParametersInput context) {
        return getFirstColumn(context, 0);
    }

    /**
     * Some columns.
     *
     * @param context what the node is connected to
     * @param portIndex the input table from zero
     * @param filter which columns
     * @return the columns, none if the spec is unknown
     */
    public static List<DataColumnSpec> getFilteredColumns(NodeParametersInput context, int portIndex,
        Predicate<DataColumnSpec> filter) {
        return context.getInTableSpec(portIndex).stream().flatMap(DataTableSpec::stream).filter(filter).toList();
    }

    /**
     * The columns that can be read as one of some values.
     *
     * @param context what the node is connected to
     * @param portIndex the input table from zero
     * @param valueClasses the values
     * @return the columns, none if the spec is unknown
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static List<DataColumnSpec> getCompatibleColumns(NodeParametersInput context, int portIndex,
        Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(context, portIndex, compatibleWith(Arrays.asList(valueClasses)));
    }

    /**
     * The columns of the first table that can be read as one of some values.
     *
     * @param context what the node is connected to
     * @param valueClasses the values
     * @return the columns, none if the spec is unknown
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(NodeParametersInput context,
        Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, 0, valueClasses);
    }

    /**
     * The first column that can be read as one of some values.
     *
     * @param context what the node is connected to
     * @param portIndex the input table from zero
     * @param valueClasses the values
     * @return the column, if there is one
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(NodeParametersInput context, int portIndex,
        Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, portIndex, valueClasses).stream().findFirst();
    }

    /**
     * The first column of the first table that can be read as one of some values.
     *
     * @param context what the node is connected to
     * @param valueClasses the values
     * @return the column, if there is one
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Optional<DataColumnSpec> getFirstCompatibleColumnOfFirstPort(NodeParametersInput context,
        Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(context, 0, valueClasses);
    }

    /**
     * The text columns.
     *
     * @param context what the node is connected to
     * @param portIndex the input table from zero
     * @return the columns, none if the spec is unknown
     */
    public static List<DataColumnSpec> getStringColumns(NodeParametersInput context, int portIndex) {
        return getCompatibleColumns(context, portIndex, StringValue.class);
    }

    /**
     * The text columns.
     *
     * @param inSpec the table, or null
     * @return the columns
     */
    public static List<DataColumnSpec> getStringColumns(DataTableSpec inSpec) {
        return getCompatibleColumns(inSpec, StringValue.class);
    }

    /**
     * The text columns of the first table.
     *
     * @param context what the node is connected to
     * @return the columns, none if the spec is unknown
     */
    public static List<DataColumnSpec> getStringColumnsOfFirstPort(NodeParametersInput context) {
        return getStringColumns(context, 0);
    }

    /**
     * The first text column.
     *
     * @param inSpec the table, or null
     * @return the column, if there is one
     */
    public static Optional<DataColumnSpec> getFirstStringColumn(DataTableSpec inSpec) {
        return getFirstCompatibleColumn(inSpec, StringValue.class);
    }

    /**
     * The number columns.
     *
     * @param context what the node is connected to
     * @param portIndex the input table from zero
     * @return the columns, none if the spec is unknown
     */
    public static List<DataColumnSpec> getDoubleColumns(NodeParametersInput context, int portIndex) {
        return getCompatibleColumns(context, portIndex, DoubleValue.class);
    }

    /**
     * The number columns.
     *
     * @param inSpec the table, or null
     * @return the columns
     */
    public static List<DataColumnSpec> getDoubleColumns(DataTableSpec inSpec) {
        return getCompatibleColumns(inSpec, DoubleValue.class);
    }

    /**
     * The number columns of the first table.
     *
     * @param context what the node is connected to
     * @return the columns, none if the spec is unknown
     */
    public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(NodeParametersInput context) {
        return getDoubleColumns(context, 0);
    }

    /**
     * The first number column.
     *
     * @param inSpec the table, or null
     * @return the column, if there is one
     */
    public static Optional<DataColumnSpec> getFirstDoubleColumn(DataTableSpec inSpec) {
        return getFirstCompatibleColumn(inSpec, DoubleValue.class);
    }

    /**
     * The columns that can be read as one of some values.
     *
     * @param spec the table, or null
     * @param valueClasses the values
     * @return the columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static List<DataColumnSpec> getCompatibleColumns(DataTableSpec spec,
        Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, Arrays.asList(valueClasses));
    }

    /**
     * The columns that can be read as one of some values.
     *
     * @param spec the table, or null
     * @param valueClasses the values
     * @return the columns
     */
    public static List<DataColumnSpec> getCompatibleColumns(DataTableSpec spec,
        Collection<Class<? extends DataValue>> valueClasses) {
        return Stream.ofNullable(spec).flatMap(DataTableSpec::stream).filter(compatibleWith(valueClasses)).toList();
    }

    /**
     * The first column that can be read as one of some values.
     *
     * @param spec the table, or null
     * @param valueClasses the values
     * @return the column, if there is one
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(DataTableSpec spec,
        Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, valueClasses).stream().findFirst();
    }

    private static Predicate<DataColumnSpec> compatibleWith(Collection<Class<? extends DataValue>> valueClasses) {
        return column -> valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }
}
