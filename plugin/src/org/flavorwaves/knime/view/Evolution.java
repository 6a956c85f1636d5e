package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Rounded;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.physics.state.Direction;

/** Panels of what evolves: values over time and another quantity as heat maps, or as curves where there are few. */
public final class Evolution {
    /** Fewer than so many places are curves. */
    private static final int FEW = 6;

    /** Waves that are so many spacings of their neighbors apart have nothing between them. */
    private static final double GAP = 3;

    private static final String TIME = "t";

    private final String m_timeUnit;

    /**
     * Panels over time.
     *
     * @param timeUnit unit of time
     */
    public Evolution(final String timeUnit) {
        m_timeUnit = timeUnit;
    }

    private Axis time() {
        return Axis.linear(TIME, m_timeUnit);
    }

    /**
     * A spectrum over time: what belongs to one time and place is added up, and gaps between places stay empty.
     *
     * @param title what it shows
     * @param table rows with the column t
     * @param place column of the places, such as k
     * @param axis axis of the places, with the ends that they can have
     * @param value column of the values, which are positive
     * @param scale names quantity and unit of the values
     * @return the panel; none if there is no value
     */
    public List<Panel> spectrum(final String title, final CellTable table, final String place, final Axis axis,
        final String value, final Axis scale) {
        final Grid grid = new Grid(table, place, value, false);
        if (grid.isEmpty()) {
            return List.of();
        }
        if (grid.m_places.length < FEW) {
            return List.of(Panel.of(title, time(), Axis.log(scale.quantity(), scale.unit()),
                grid.curves(axis.quantity(), axis.unit())));
        }
        final double[] places = withGaps(grid.m_places);
        final double[] values = new double[places.length * grid.m_times.length];
        Arrays.fill(values, Double.NaN);
        for (int p = 0; p < grid.m_places.length; p++) {
            System.arraycopy(grid.m_values, p * grid.m_times.length, values,
                Arrays.binarySearch(places, grid.m_places[p]) * grid.m_times.length, grid.m_times.length);
        }
        return List.of(Panel.of(title, time().over(grid.m_times), axis, List.of()).heated(
            HeatMap.at(grid.m_times, places, values), ColorScale.log(scale.quantity(), scale.unit(), values)));
    }

    /** The places, and in gaps two more that bound them. */
    private static double[] withGaps(final double[] places) {
        final List<Double> all = new ArrayList<>();
        for (int p = 0; p < places.length; p++) {
            all.add(places[p]);
            final double below = p > 0 ? places[p] - places[p - 1] : 0;
            final double above = p + 2 < places.length ? places[p + 2] - places[p + 1] : 0;
            if (p + 1 < places.length && places[p + 1] - places[p] > GAP * Math.max(below, above)) {
                all.add(places[p] + (below > 0 ? below : above));
                all.add(places[p + 1] - (above > 0 ? above : below));
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * A quantity of both signs over time: what belongs to one time and place is averaged.
     *
     * @param title what it shows
     * @param table rows with the column t
     * @param place column of the places, such as mu
     * @param axis axis of the places, with the ends that they can have
     * @param value column of the values
     * @param scale names quantity and unit of the values
     * @return the panel; none if there is no value
     */
    public List<Panel> field(final String title, final CellTable table, final String place, final Axis axis,
        final String value, final Axis scale) {
        final Grid grid = new Grid(table, place, value, true);
        if (grid.isEmpty()) {
            return List.of();
        }
        if (grid.m_places.length < FEW) {
            return List.of(Panel.of(title, time(), scale, grid.curves(axis.quantity(), axis.unit())));
        }
        return List.of(Panel.of(title, time().over(grid.m_times), axis, List.of()).heated(
            HeatMap.at(grid.m_times, grid.m_places, grid.m_values),
            ColorScale.diverging(scale.quantity(), scale.unit(), grid.m_values)));
    }

    /**
     * Pz of the modes of each species by angle over time, relative to the length of P at the start.
     *
     * @param table rows with t, species, mode, vz or mu, Pz, length
     * @param place column of the cosines
     * @return a panel a species
     */
    public List<Panel> byAngle(final CellTable table, final String place) {
        return byAngle(table, place, StateColumns.PZ, "length", "⟨Pz⟩ / |P(0)|");
    }

    /**
     * A column over a column at t = 0, by time and direction, of each species.
     *
     * @param table one row a time and mode
     * @param place column of the direction
     * @param value the column
     * @param start what it is divided by
     * @param name what the quotient is called
     * @return a panel a species
     */
    public List<Panel> byAngle(final CellTable table, final String place, final String value, final String start,
        final String name) {
        final List<Panel> panels = new ArrayList<>();
        final String[] species = table.words(StateColumns.SPECIES);
        for (final String kind : List.of("nu", "nubar")) {
            final int[] rows = IntStream.range(0, table.rows()).filter(r -> species[r].equals(kind)).toArray();
            panels.addAll(field(kind.equals("nu") ? "Neutrinos" : "Antineutrinos",
                table.part(rows).dividedByStart(value, "mode", start), place,
                Axis.linear("cos θ", Axis.NUMBER).from(-1, 1), value, Axis.linear(name, Axis.NUMBER)));
        }
        return panels;
    }

    /** Values by time and place. */
    private static final class Grid {
        private final double[] m_times;

        private final double[] m_places;

        private final double[] m_values;

        private Grid(final CellTable table, final String place, final String value, final boolean averaged) {
            final double[] t = table.numbers(TIME);
            final double[] x = table.numbers(place);
            final double[] v = table.numbers(value);
            final int[] rows = IntStream.range(0, t.length).filter(r -> Double.isFinite(t[r]) && Double.isFinite(x[r])
                && Double.isFinite(v[r])).toArray();
            m_times = levels(t, rows);
            m_places = levels(x, rows);
            m_values = new double[m_times.length * m_places.length];
            final int[] counts = new int[m_values.length];
            for (final int r : rows) {
                final int at = level(m_places, x[r]) * m_times.length + level(m_times, t[r]);
                m_values[at] += v[r];
                counts[at]++;
            }
            for (int i = 0; i < counts.length; i++) {
                m_values[i] = counts[i] == 0 ? Double.NaN : averaged ? m_values[i] / counts[i] : m_values[i];
            }
        }

        private static double[] levels(final double[] all, final int[] rows) {
            final double[] sorted = IntStream.of(rows).mapToDouble(r -> all[r]).sorted().distinct().toArray();
            final double near = sorted.length == 0 ? 0
                : Direction.SAME * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
            return IntStream.range(0, sorted.length).filter(i -> i == 0 || sorted[i] - sorted[i - 1] > near)
                .mapToDouble(i -> sorted[i]).toArray();
        }

        private static int level(final double[] levels, final double value) {
            final int at = Arrays.binarySearch(levels, value);
            return at >= 0 ? at : Math.max(0, -at - 2);
        }

        boolean isEmpty() {
            return m_values.length == 0;
        }

        List<Series> curves(final String quantity, final String unit) {
            final List<Series> curves = new ArrayList<>();
            final String suffix = unit.isEmpty() || unit.equals(Axis.NUMBER) ? "" : " " + unit;
            for (int p = 0; p < m_places.length; p++) {
                curves.add(Series.of(quantity + " = " + Rounded.words(m_places[p]) + suffix, Kind.LINE, Color.of(p),
                    m_times, Arrays.copyOfRange(m_values, p * m_times.length, (p + 1) * m_times.length)));
            }
            return curves;
        }
    }

    /**
     * The sum of a column at each time, for totals.
     *
     * @param table rows with the column t
     * @param value the column
     * @return times and sums
     */
    public static double[][] total(final CellTable table, final String value) {
        final Map<Double, Double> sums = new TreeMap<>();
        for (int r = 0; r < table.rows(); r++) {
            if (Double.isFinite(table.numbers(value)[r])) {
                sums.merge(table.numbers(TIME)[r], table.numbers(value)[r], Double::sum);
            }
        }
        return new double[][]{sums.keySet().stream().mapToDouble(t -> t).toArray(),
            sums.values().stream().mapToDouble(v -> v).toArray()};
    }
}
