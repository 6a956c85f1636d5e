package org.flavorwaves.knime.table;

import java.util.List;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/**
 * The columns that ride along with cells, whatever they hold: their place and the matter there.
 *
 * @param spec the table
 * @param indices where the columns are that it has
 */
public record PlaceColumns(DataTableSpec spec, List<Integer> indices) {
    /** What these columns are, for the texts of ports. */
    public static final String TEXT =
        "x, y, z, rho, T, Ye: Place and matter of the cell, as in its first row, where the table has such columns.";

    private static final List<String> NAMES = List.of("x", "y", "z", "rho", "T", "Ye");

    /**
     * Finds the columns.
     *
     * @param spec a table
     * @return those that it has
     */
    public static PlaceColumns of(final DataTableSpec spec) {
        return new PlaceColumns(spec, NAMES.stream().map(spec::findColumnIndex).filter(c -> c >= 0).toList());
    }

    /**
     * The columns of a table of results.
     *
     * @return their specs, with type and unit
     */
    public List<DataColumnSpec> specs() {
        return indices.stream().map(spec::getColumnSpec).toList();
    }

    /**
     * What a row has in these columns.
     *
     * @param row a row
     * @return its cells
     */
    public List<DataCell> cells(final DataRow row) {
        return indices.stream().map(row::getCell).toList();
    }

    /**
     * What a cell without rows has.
     *
     * @return missing cells
     */
    public List<DataCell> missing() {
        return Stream.generate(ResultTable::missing).limit(indices.size()).toList();
    }
}
