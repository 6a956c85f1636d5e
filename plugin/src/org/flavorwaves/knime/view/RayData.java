package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * What the plot of rays shows.
 *
 * @param lengthUnit unit of places, empty in natural units
 * @param waveUnit unit of wave numbers, empty in natural units
 * @param timeUnit unit of times, empty in natural units
 * @param all number of all rays
 * @param cells the rays that are drawn, the first ones, and the events of each
 */
public record RayData(String lengthUnit, String waveUnit, String timeUnit, int all, List<Ray> cells) {
    /** Most rays in a plot. */
    private static final int MOST = 200;

    /**
     * One ray.
     *
     * @param number its number
     * @param points time, place, wave number, frequency, growth rate and amplitude at each time
     * @param events what happened, where
     */
    public record Ray(int number, List<double[]> points, List<Event> events) {
    }

    /**
     * An event.
     *
     * @param kind what happened
     * @param t when
     * @param z where
     * @param kz wave number along z
     */
    public record Event(String kind, double t, double z, double kz) {
    }

    /**
     * Reads the tables of rays.
     *
     * @param rays with columns ray, t, z, kz, omega_re, omega_im and amplitude
     * @param events with columns ray, t, z, kz and event
     * @return the data of the plot
     */
    public static RayData of(final BufferedDataTable rays, final BufferedDataTable events) {
        final Map<Integer, Ray> known = new LinkedHashMap<>();
        final int[] columns = rays.getDataTableSpec().columnsToIndices("ray", "t", "z", "kz", "omega_re", "omega_im",
            "amplitude");
        int all = 0;
        try (CloseableRowIterator rows = rays.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final int number = ((IntValue) row.getCell(columns[0])).getIntValue();
                all = Math.max(all, number + 1);
                if (number < MOST) {
                    final double[] point = new double[columns.length - 1];
                    for (int c = 1; c < columns.length; c++) {
                        point[c - 1] = row.getCell(columns[c]).isMissing() ? Double.NaN : real(row, columns[c]);
                    }
                    known.computeIfAbsent(number, n -> new Ray(n, new ArrayList<>(), new ArrayList<>())).points()
                        .add(point);
                }
            }
        }
        addEvents(events, known);
        final DataTableSpec spec = rays.getDataTableSpec();
        return new RayData(unit(spec, "z"), unit(spec, "kz"), unit(spec, "t"), all, List.copyOf(known.values()));
    }

    private static void addEvents(final BufferedDataTable events, final Map<Integer, Ray> known) {
        final int[] columns = events.getDataTableSpec().columnsToIndices("ray", "event", "t", "z", "kz");
        try (CloseableRowIterator rows = events.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final Ray ray = known.get(((IntValue) row.getCell(columns[0])).getIntValue());
                if (ray != null) {
                    ray.events().add(new Event(row.getCell(columns[1]).toString(), real(row, columns[2]),
                        real(row, columns[3]), real(row, columns[4])));
                }
            }
        }
    }

    private static String unit(final DataTableSpec spec, final String column) {
        return spec.getColumnSpec(column).getProperties().getProperty(DispersionData.UNIT, "");
    }

    private static double real(final DataRow row, final int column) {
        return ((DoubleValue) row.getCell(column)).getDoubleValue();
    }
}
