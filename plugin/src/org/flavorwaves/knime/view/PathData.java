package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * What the plot of an equilibrium path shows, by cell: the polarization J^0, the rate of rotation and the smallest
 * field along the path, with its events.
 *
 * @param potentialUnit unit of J^0, fields and matter potential, empty in natural units
 * @param rateUnit unit of the rate of rotation, empty in natural units
 * @param cells one entry a cell
 */
public record PathData(String potentialUnit, String rateUnit, List<Cell> cells) {

    /**
     * One cell.
     *
     * @param name its name, empty if the table is not divided into cells
     * @param points the path
     * @param events folds, bifurcations, zero fields and splits
     */
    public record Cell(String name, List<Point> points, List<Point> events) {
    }

    /**
     * A place on the path.
     *
     * @param label kind of the event, or number of the point
     * @param lambda matter potential
     * @param q self-interaction factor
     * @param jx first component of J^0
     * @param jy second component
     * @param jz third component
     * @param omega rate of rotation
     * @param field smallest |H|
     */
    public record Point(String label, double lambda, double q, double jx, double jy, double jz, double omega,
        double field) {
    }

    /**
     * Reads the tables of a path.
     *
     * @param path with columns point, matterPotential, selfInteraction, J0x to J0z, omega_corotating, smallest_field,
     *            and optionally cell
     * @param events with the same columns, but kind instead of point
     * @return the data of the plot
     */
    public static PathData of(final BufferedDataTable path, final BufferedDataTable events) {
        final Map<String, List<Point>> places = places(events, "kind");
        final List<Cell> cells = new ArrayList<>();
        places(path, "point").forEach((name, points) -> cells.add(new Cell(name, points,
            places.getOrDefault(name, List.of()))));
        return new PathData(unit(path, "J0x"), unit(path, "omega_corotating"), cells);
    }

    private static String unit(final BufferedDataTable table, final String column) {
        return table.getDataTableSpec().getColumnSpec(column).getProperties().getProperty(DispersionData.UNIT, "");
    }

    private static Map<String, List<Point>> places(final BufferedDataTable table, final String label) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int cell = spec.findColumnIndex("cell");
        final int[] columns = spec.columnsToIndices(label, "matterPotential", "selfInteraction", "J0x", "J0y", "J0z",
            "omega_corotating", "smallest_field");
        final Map<String, List<Point>> cells = new LinkedHashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final double[] numbers = new double[columns.length];
                for (int c = 1; c < columns.length; c++) {
                    numbers[c] = real(row.getCell(columns[c]));
                }
                cells.computeIfAbsent(cell < 0 ? "" : row.getCell(cell).toString(), key -> new ArrayList<>())
                    .add(new Point(row.getCell(columns[0]).toString(), numbers[1], numbers[2], numbers[3], numbers[4],
                        numbers[5], numbers[6], numbers[7]));
            }
        }
        return cells;
    }

    private static double real(final DataCell cell) {
        return ((DoubleValue) cell).getDoubleValue();
    }
}
