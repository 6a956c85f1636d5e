package org.flavorwaves.knime.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.flavorwaves.knime.table.ColumnTexts.ColumnText;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Finds columns by name and type, reads their cells with checks, and makes column specs. */
public final class TableColumns {
    /** Largest size of a number: any density, length, time or rate, with room for products. */
    public static final double LARGEST = 1e60;

    private TableColumns() {
    }

    /**
     * The position of a required column of numbers (integers are numbers).
     *
     * @param spec the table
     * @param name the column
     * @return its index
     * @throws InvalidSettingsException if it is missing or not numeric
     */
    public static int number(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        return require(spec, name, "double", List.of(DoubleValue.class));
    }

    /**
     * The position of a required column of numbers of a table that only some nodes make.
     *
     * @param spec the table
     * @param name the column
     * @param input what the table must be, a clause that the error says if the column is missing
     * @return its index
     * @throws InvalidSettingsException if it is missing or not numeric
     */
    public static int number(final DataTableSpec spec, final String name, final String input)
        throws InvalidSettingsException {
        if (!spec.containsName(name)) {
            throw Messages.settings(missing(spec, name, "double", ": " + input), similar(spec, name));
        }
        return number(spec, name);
    }

    /**
     * The position of an optional column of numbers.
     *
     * @param spec the table
     * @param name the column
     * @return its index, -1 if it is absent
     * @throws InvalidSettingsException if it is present but not numeric
     */
    public static int optionalNumber(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        return spec.containsName(name) ? number(spec, name) : -1;
    }

    /**
     * The position of a required column of text.
     *
     * @param spec the table
     * @param name the column
     * @return its index
     * @throws InvalidSettingsException if it is missing or not text
     */
    public static int text(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        return require(spec, name, "string", List.of(StringValue.class));
    }

    /**
     * The position of the optional column that names cells: text or integer.
     *
     * @param spec the table
     * @param name the column
     * @return its index, -1 if it is absent
     * @throws InvalidSettingsException if it is present but neither text nor integer
     */
    public static int optionalKey(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        return spec.containsName(name)
            ? require(spec, name, "string or integer", List.of(StringValue.class, LongValue.class)) : -1;
    }

    private static int require(final DataTableSpec spec, final String name, final String type,
        final List<Class<? extends DataValue>> values) throws InvalidSettingsException {
        final int index = spec.findColumnIndex(name);
        if (index < 0) {
            throw Messages.settings(missing(spec, name, type, ""), similar(spec, name));
        }
        final DataType found = spec.getColumnSpec(index).getType();
        if (values.stream().noneMatch(found::isCompatible)) {
            throw Messages.settings("Column '" + name + "' must be " + type + " but is " + found.getName() + ".",
                "Convert the column '" + name + "' to " + type + " before this node.");
        }
        return index;
    }

    private static String missing(final DataTableSpec spec, final String name, final String type, final String why) {
        return "Column '" + name + "' (" + type + ") is missing" + why + "; found: "
            + (spec.getNumColumns() == 0 ? "no columns" : String.join(", ", spec.getColumnNames())) + ".";
    }

    private static String similar(final DataTableSpec spec, final String name) {
        for (final String other : spec.getColumnNames()) {
            if (other.trim().equalsIgnoreCase(name)) {
                return "Rename the column '" + other + "' to '" + name + "'.";
            }
        }
        return "Add the column '" + name + "', or rename the column that has this meaning.";
    }

    /**
     * Reads a finite number.
     *
     * @param row the row
     * @param index index of the row, for the message
     * @param column index of a numeric column
     * @param name name of the column, for the message
     * @return the number
     * @throws KNIMEException if the cell is missing, NaN, infinite or beyond 10^60; names the row key
     */
    public static double finite(final DataRow row, final long index, final int column, final String name)
        throws KNIMEException {
        return finite(0, row, index, column, name);
    }

    /**
     * Reads a finite number of any input table.
     *
     * @param port number of the input port, from 0
     * @param row the row
     * @param index index of the row, for the message
     * @param column index of a numeric column
     * @param name name of the column, for the message
     * @return the number
     * @throws KNIMEException if the cell is missing, NaN, infinite or beyond 10^60; names the row key
     */
    public static double finite(final int port, final DataRow row, final long index, final int column,
        final String name) throws KNIMEException {
        final DataCell cell = present(port, row, index, column, name);
        final double value = ((DoubleValue) cell).getDoubleValue();
        if (!Double.isFinite(value)) {
            throw Messages.rowOf(port, "Row '" + row.getKey().getString() + "' has " + value + " in column '" + name
                + "'; it must be a finite number.", index, column, "Remove or repair the row.");
        }
        if (Math.abs(value) > LARGEST) {
            throw Messages.rowOf(port, "Row '" + row.getKey().getString() + "' has " + value + " in column '" + name
                + "'; its size must not exceed " + LARGEST + ".", index, column,
                "Remove or repair the row, or choose units in which the numbers are smaller.");
        }
        return value;
    }

    /**
     * Reads a cell that must not be missing.
     *
     * @param row the row
     * @param index index of the row, for the message
     * @param column index of the column
     * @param name name of the column, for the message
     * @return the cell
     * @throws KNIMEException if the cell is missing; names the row key
     */
    public static DataCell present(final DataRow row, final long index, final int column, final String name)
        throws KNIMEException {
        return present(0, row, index, column, name);
    }

    private static DataCell present(final int port, final DataRow row, final long index, final int column,
        final String name) throws KNIMEException {
        final DataCell cell = row.getCell(column);
        if (cell.isMissing()) {
            throw Messages.rowOf(port, "Row '" + row.getKey().getString() + "' has a missing value in column '" + name
                + "'.", index, column, "Remove the row or fill in the value.");
        }
        return cell;
    }

    /**
     * A column of doubles that declares its unit where {@link ColumnTexts} knows one that is always the same.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec real(final String name) {
        return real(name, ColumnTexts.of(name).flatMap(ColumnText::fixedUnit).orElse(""));
    }

    /**
     * A column of doubles that declares its unit as the column property "unit".
     *
     * @param name its name
     * @param unit its unit; nothing is declared if it is empty
     * @return its spec
     */
    public static DataColumnSpec real(final String name, final String unit) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(name, DoubleCell.TYPE);
        if (!unit.isBlank()) {
            creator.setProperties(new DataColumnProperties(Map.of(WeightUnit.PROPERTY, unit.strip())));
        }
        return creator.createSpec();
    }

    /**
     * Columns of doubles of one unit.
     *
     * @param unit their unit; nothing is declared if it is empty
     * @param names their names
     * @return their specs
     */
    public static List<DataColumnSpec> reals(final String unit, final String... names) {
        return Stream.of(names).map(name -> real(name, unit)).toList();
    }

    /**
     * A column of integers.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec whole(final String name) {
        return new DataColumnSpecCreator(name, IntCell.TYPE).createSpec();
    }

    /**
     * A column of text.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec words(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }

    /**
     * A column of true and false.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec flag(final String name) {
        return new DataColumnSpecCreator(name, BooleanCell.TYPE).createSpec();
    }
}
