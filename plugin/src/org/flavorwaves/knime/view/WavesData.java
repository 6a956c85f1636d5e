package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * What the plot of flavor waves shows, by cell: the action of each wave, summed over its bands, or the power of each
 * harmonic, and the lengths of the polarization vectors relative to their start, over time. Of more than
 * {@value #MAX_MODES} modes those are shown that change most; of as many harmonics those with the most power.
 *
 * @param quantity name of what is shown of waves
 * @param timeUnit unit of t, empty in natural units
 * @param cells one entry a cell
 */
public record WavesData(String quantity, String timeUnit, List<Cell> cells) {
    /** Largest number of modes of one cell that are shown. */
    public static final int MAX_MODES = 40;

    /**
     * One cell.
     *
     * @param name its name, empty if the table is not divided into cells
     * @param modes number of all modes
     * @param waves actions of the waves
     * @param lengths relative lengths of the modes that are shown
     */
    public record Cell(String name, int modes, List<Curve> waves, List<Curve> lengths) {
    }

    /**
     * One quantity over time.
     *
     * @param number number of the wave or mode
     * @param t times
     * @param value its values
     */
    public record Curve(int number, List<Double> t, List<Double> value) {

        private Curve(final int number) {
            this(number, new ArrayList<>(), new ArrayList<>());
        }

        /** Adds to the value at a time; times come in order. */
        private void add(final double time, final double summand) {
            final int last = t.size() - 1;
            if (last >= 0 && t.get(last) == time) {
                value.set(last, value.get(last) + summand);
            } else {
                t.add(time);
                value.add(summand);
            }
        }

        private Curve relative() {
            final double start = value.get(0);
            return new Curve(number, t, value.stream().map(v -> start > 0 ? v / start : 0).toList());
        }

        private double largest() {
            return value.stream().mapToDouble(v -> v).max().orElse(0);
        }

        private double change() {
            return value.stream().mapToDouble(v -> Math.abs(v - value.get(0))).max().orElse(0);
        }
    }

    /**
     * Reads the tables of an evolution.
     *
     * @param background with columns t, mode, length, and optionally cell
     * @param actions with columns t, n, action, and optionally cell
     * @return the data of the plot; rows with missing values are left out
     */
    public static WavesData of(final BufferedDataTable background, final BufferedDataTable actions) {
        return of("Action Σ|A|²", background, curves(actions, "action", "n"));
    }

    /**
     * Reads the tables of a resolved box.
     *
     * @param means with columns t, mode, length, and optionally cell
     * @param spectra with columns t, n_x, n_y, n_z, power, and optionally cell; harmonics of about the same |n| are
     *            added up
     * @return the data of the plot; rows with missing values are left out
     */
    public static WavesData ofBox(final BufferedDataTable means, final BufferedDataTable spectra) {
        final Map<String, Map<Integer, Curve>> waves = curves(spectra, "power", "n_x", "n_y", "n_z");
        waves.replaceAll((name, curves) -> curves.values().stream()
            .sorted(Comparator.comparingDouble(Curve::largest).reversed().thenComparingInt(Curve::number))
            .limit(MAX_MODES).collect(Collectors.toMap(Curve::number, curve -> curve, (a, b) -> a, TreeMap::new)));
        return of("Power |P_n|²", means, waves);
    }

    /**
     * Reads the tables of flavomon kinetics.
     *
     * @param occupations with columns t, mode, f_e, f_x, and optionally cell
     * @param flavomons with columns t, intensity, and optionally cell; the waves of a time are numbered in their order
     * @return the data of the plot; rows with missing values are left out
     */
    public static WavesData ofFlavomons(final BufferedDataTable occupations, final BufferedDataTable flavomons) {
        final Map<String, Map<Integer, Curve>> waves = new LinkedHashMap<>();
        forEach(flavomons, (name, number, time, row) -> {
            final DataCell intensity = row.getCell(flavomons.getDataTableSpec().findColumnIndex("intensity"));
            if (!intensity.isMissing()) {
                waves.computeIfAbsent(name, key -> new TreeMap<>()).computeIfAbsent(number, Curve::new).add(time,
                    real(intensity));
            }
        });
        final int electron = occupations.getDataTableSpec().findColumnIndex("f_e");
        final int other = occupations.getDataTableSpec().findColumnIndex("f_x");
        final Map<String, Map<Integer, Curve>> lengths = new LinkedHashMap<>();
        forEach(occupations, (name, number, time, row) -> lengths.computeIfAbsent(name, key -> new TreeMap<>())
            .computeIfAbsent(number, Curve::new)
            .add(time, Math.abs(real(row.getCell(electron)) - real(row.getCell(other)))));
        return of("Intensity |A|²", occupations, waves, lengths);
    }

    /** What is done with a row: its cell, its place among the rows of its time, and the time. */
    @FunctionalInterface
    private interface RowUse {
        void use(String cell, int number, double time, DataRow row);
    }

    private static void forEach(final BufferedDataTable table, final RowUse use) {
        final int cell = table.getDataTableSpec().findColumnIndex("cell");
        final int timeColumn = table.getDataTableSpec().findColumnIndex("t");
        int number = 0;
        String lastCell = "";
        double lastTime = Double.NaN;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final String name = cell < 0 ? "" : row.getCell(cell).toString();
                final double time = real(row.getCell(timeColumn));
                number = time == lastTime && name.equals(lastCell) ? number + 1 : 0;
                lastCell = name;
                lastTime = time;
                use.use(name, number, time, row);
            }
        }
    }

    private static WavesData of(final String quantity, final BufferedDataTable means,
        final Map<String, Map<Integer, Curve>> waves) {
        return of(quantity, means, waves, curves(means, "length", "mode"));
    }

    private static WavesData of(final String quantity, final BufferedDataTable means,
        final Map<String, Map<Integer, Curve>> waves, final Map<String, Map<Integer, Curve>> lengths) {
        final List<Cell> cells = new ArrayList<>();
        lengths.forEach((name, curves) -> cells.add(new Cell(name, curves.size(),
            List.copyOf(waves.getOrDefault(name, Map.of()).values()), shown(curves))));
        return new WavesData(quantity, means.getDataTableSpec().getColumnSpec("t").getProperties()
            .getProperty(DispersionData.UNIT, ""), cells);
    }

    private static List<Curve> shown(final Map<Integer, Curve> curves) {
        return curves.values().stream().map(Curve::relative)
            .sorted(Comparator.comparingDouble(Curve::change).reversed().thenComparingInt(Curve::number))
            .limit(MAX_MODES).sorted(Comparator.comparingInt(Curve::number)).toList();
    }

    /** The values by the length, rounded, of the vector of the numbers. */
    private static Map<String, Map<Integer, Curve>> curves(final BufferedDataTable table, final String value,
        final String... numbers) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int cell = spec.findColumnIndex("cell");
        final int time = spec.findColumnIndex("t");
        final int[] numberColumns = Arrays.stream(numbers).mapToInt(spec::findColumnIndex).toArray();
        final int valueColumn = spec.findColumnIndex(value);
        final Map<String, Map<Integer, Curve>> cells = new LinkedHashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final Map<Integer, Curve> curves =
                    cells.computeIfAbsent(cell < 0 ? "" : row.getCell(cell).toString(), key -> new TreeMap<>());
                if (!row.getCell(valueColumn).isMissing()) {
                    curves.computeIfAbsent(length(row, numberColumns), Curve::new)
                        .add(real(row.getCell(time)), real(row.getCell(valueColumn)));
                }
            }
        }
        return cells;
    }

    private static int length(final DataRow row, final int[] columns) {
        return (int) Math.rint(Math.sqrt(Arrays.stream(columns).mapToDouble(c -> real(row.getCell(c)))
            .map(n -> n * n).sum()));
    }

    private static double real(final DataCell cell) {
        return ((DoubleValue) cell).getDoubleValue();
    }
}
