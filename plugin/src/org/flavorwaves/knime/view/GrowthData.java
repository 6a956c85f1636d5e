package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * What the growth map shows: growth rate and frequency of every growing branch over k, by cell, and the maxima. The
 * script of the dispersion plot draws it. Cells in which nothing grows are not in it.
 *
 * @param waveNumberUnit unit of k, empty in natural units
 * @param rateUnit unit of omega, empty in natural units
 * @param cells one entry a cell
 */
public record GrowthData(String waveNumberUnit, String rateUnit, List<Cell> cells) {

    /**
     * One cell.
     *
     * @param name its name, empty if the table is not divided into cells
     * @param bands number of all branches
     * @param shown the branches
     * @param maxima the maxima of the growth
     */
    public record Cell(String name, int bands, List<DispersionData.Band> shown, List<Maximum> maxima) {
    }

    /**
     * A maximum.
     *
     * @param k wave number along the line
     * @param re Re omega
     * @param im Im omega
     * @param kind its kind
     * @param atEdge whether it lies at the edge of the range
     */
    public record Maximum(double k, double re, double im, String kind, boolean atEdge) {
    }

    /**
     * Reads the tables of the node Unstable Flavor Waves.
     *
     * @param waves growing waves along the line
     * @param maxima their maxima
     * @return the data of the plot; rows with missing values are left out
     */
    public static GrowthData of(final BufferedDataTable waves, final BufferedDataTable maxima) {
        final DispersionData lines = DispersionData.of(waves, "branch");
        final Map<String, List<Maximum>> tops = maxima(maxima);
        final List<Cell> cells = new ArrayList<>();
        for (final DispersionData.Cell cell : lines.cells()) {
            cells.add(new Cell(cell.name(), cell.bands(), cell.shown(), tops.getOrDefault(cell.name(), List.of())));
        }
        return new GrowthData(lines.waveNumberUnit(), lines.rateUnit(), cells);
    }

    private static Map<String, List<Maximum>> maxima(final BufferedDataTable table) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int cell = spec.findColumnIndex("cell");
        final Map<String, List<Maximum>> tops = new HashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (!row.getCell(spec.findColumnIndex("k")).isMissing()) {
                    tops.computeIfAbsent(cell < 0 ? "" : row.getCell(cell).toString(), name -> new ArrayList<>())
                        .add(new Maximum(number(row, spec, "k"), number(row, spec, "omega_re"),
                            number(row, spec, "omega_im"), cell(row, spec, "kind").toString(),
                            Boolean.parseBoolean(cell(row, spec, "at_edge").toString())));
                }
            }
        }
        return tops;
    }

    private static double number(final DataRow row, final DataTableSpec spec, final String column) {
        return ((DoubleValue) cell(row, spec, column)).getDoubleValue();
    }

    private static DataCell cell(final DataRow row, final DataTableSpec spec, final String column) {
        return row.getCell(spec.findColumnIndex(column));
    }
}
