package org.flavorwaves.knime.table;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.DoubleCell;

/** Columns of what a file says of a cell beside its neutrinos: x, y, z, rho, T, Ye and others. */
public final class FileExtras {
    private FileExtras() {
    }

    /**
     * The columns with their units.
     *
     * @param names as readers of files give them
     * @return a column each
     */
    public static List<DataColumnSpec> specs(final List<String> names) {
        return names.stream().map(name -> TableColumns.real(name, unit(name))).toList();
    }

    private static String unit(final String name) {
        return switch (name) {
            case "x", "y", "z" -> "cm";
            case "rho" -> "g cm^-3";
            case "T" -> "MeV";
            case "growth_rate_in_file" -> "s^-1";
            default -> "";
        };
    }

    /**
     * What these columns hold.
     *
     * @param values of a cell
     * @return a cell each, missing where the value is not finite
     */
    public static List<DataCell> cells(final double... values) {
        return Arrays.stream(values)
            .<DataCell>mapToObj(value -> Double.isFinite(value) ? new DoubleCell(value) : ResultTable.missing())
            .toList();
    }
}
