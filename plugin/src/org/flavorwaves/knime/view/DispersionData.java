package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;

/**
 * What the dispersion plot shows: omega over k of every band, by cell. Where a cell has more than {@value #MAX_POINTS}
 * points, only bands that grow somewhere are shown, and the page says so.
 *
 * @param waveNumberUnit unit of k, empty in natural units
 * @param rateUnit unit of omega, empty in natural units
 * @param cells one entry a cell
 */
public record DispersionData(String waveNumberUnit, String rateUnit, List<Cell> cells) {
    /** Largest number of points of one cell that are shown in full. */
    public static final int MAX_POINTS = 6000;

    /** Kinds of growing waves, of bands and of the waves of a growth map. */
    private static final Set<String> GROWING = Set.of("unstable", "fast", "slow", "collisional");

    /** Column property that names a unit. */
    public static final String UNIT = "unit";

    /**
     * One cell.
     *
     * @param name its name, empty if the table is not divided into cells
     * @param bands number of all bands
     * @param shown the bands that are shown
     * @param shift what the shifted wave number and frequency are larger by than the physical ones, so that the light
     *            cone can be drawn; empty if the table does not say
     */
    public record Cell(String name, int bands, List<Band> shown, List<Double> shift) {
    }

    /**
     * One band.
     *
     * @param number its number
     * @param kind kinds of its points
     * @param k wave numbers
     * @param re Re omega
     * @param im Im omega
     */
    public record Band(int number, List<String> kind, List<Double> k, List<Double> re, List<Double> im) {

        private Band(final int number) {
            this(number, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private boolean grows() {
            return kind.stream().anyMatch(GROWING::contains);
        }
    }

    /**
     * Reads a table of bands or branches.
     *
     * @param table with columns k, omega_re, omega_im, kind, the number of the band, and optionally cell, k_shifted and
     *            omega_shifted_re
     * @param number name of the column with the number of the band
     * @return the data of the plot; rows with missing values are left out
     */
    public static DispersionData of(final BufferedDataTable table, final String number) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int cell = spec.findColumnIndex("cell");
        final int[] columns = {spec.findColumnIndex(number), spec.findColumnIndex("k"),
            spec.findColumnIndex("omega_re"), spec.findColumnIndex("omega_im"), spec.findColumnIndex("kind")};
        final int[] shifted = {spec.findColumnIndex("k_shifted"), spec.findColumnIndex("omega_shifted_re")};
        final Map<String, Map<Integer, Band>> cells = new LinkedHashMap<>();
        final Map<String, List<Double>> shifts = new HashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final String name = cell < 0 ? "" : row.getCell(cell).toString();
                final Map<Integer, Band> bands = cells.computeIfAbsent(name, key -> new TreeMap<>());
                if (!row.getCell(columns[0]).isMissing()) {
                    final int band = ((IntCell) row.getCell(columns[0])).getIntValue();
                    add(bands.computeIfAbsent(band, Band::new), row, columns);
                    if (shifted[0] >= 0 && shifted[1] >= 0) {
                        shifts.computeIfAbsent(name,
                            key -> List.of(number(row.getCell(shifted[0])) - number(row.getCell(columns[1])),
                                number(row.getCell(shifted[1])) - number(row.getCell(columns[2]))));
                    }
                }
            }
        }
        final List<Cell> list = new ArrayList<>();
        cells.forEach((name, bands) -> list.add(new Cell(name, bands.size(), shown(bands),
            shifts.getOrDefault(name, List.of()))));
        return new DispersionData(unit(spec, "k"), unit(spec, "omega_re"), list);
    }

    private static void add(final Band band, final DataRow row, final int[] columns) {
        band.k.add(number(row.getCell(columns[1])));
        band.re.add(number(row.getCell(columns[2])));
        band.im.add(number(row.getCell(columns[3])));
        band.kind.add(row.getCell(columns[4]).toString());
    }

    private static double number(final DataCell cell) {
        return ((DoubleValue) cell).getDoubleValue();
    }

    private static List<Band> shown(final Map<Integer, Band> bands) {
        final int points = bands.values().stream().mapToInt(b -> b.k.size()).sum();
        return bands.values().stream().filter(b -> points <= MAX_POINTS || b.grows()).toList();
    }

    private static String unit(final DataTableSpec spec, final String column) {
        return spec.getColumnSpec(column).getProperties().getProperty(UNIT, "");
    }
}
