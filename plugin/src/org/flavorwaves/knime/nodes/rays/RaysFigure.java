package org.flavorwaves.knime.nodes.rays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/**
 * Rays over a map of the frequency of their band by place and wave number, with their events, and the amplitude over
 * place: one drawing a band.
 */
final class RaysFigure {
    static final String TITLE = "Rays of flavor waves";

    /** Most rays of a drawing. */
    private static final int MOST = 200;

    /** Rays that the name of a drawing has one by one. */
    private static final int NAMED = 4;

    private static final double ROUNDING = 1e-10;

    /** The number of rays that have no map. */
    private static final int NO_BAND = Integer.MAX_VALUE;

    private final BufferedDataTable m_rays;

    private final Map<Integer, int[]> m_each = new TreeMap<>();

    private final CellTable m_points;

    private final CellTable m_events;

    private final CellTable m_results;

    private final CellTable m_maps;

    private RaysFigure(final BufferedDataTable... tables) {
        m_rays = tables[0];
        m_points = CellTable.whole(m_rays, "ray", "z", "kz", "omega_re", "omega_im", "amplitude");
        m_events = CellTable.whole(tables[1], "ray", "z", "kz", "event");
        m_results = CellTable.whole(tables[2], StateColumns.RESULT);
        m_maps = CellTable.whole(tables[4], "band", "z", "kz", "omega_re");
        final double[] number = m_points.numbers("ray");
        int from = 0;
        for (int r = 1; r <= number.length; r++) {
            if (r == number.length || number[r] != number[from]) {
                m_each.put((int) number[from], IntStream.range(from, r).toArray());
                from = r;
            }
        }
    }

    /** Of the tables of points, events, the summary, the bands of rays and their maps of frequencies. */
    static Figure of(final BufferedDataTable... tables) {
        final RaysFigure figure = new RaysFigure(tables);
        final CellTable members = CellTable.whole(tables[3], "band", "ray");
        final Map<Integer, Integer> bands = new TreeMap<>();
        for (int r = 0; r < members.rows(); r++) {
            bands.put((int) members.numbers("ray")[r], (int) members.numbers("band")[r]);
        }
        final Map<Integer, List<Integer>> rays = figure.m_each.keySet().stream().collect(Collectors.groupingBy(
            ray -> bands.getOrDefault(ray, NO_BAND), TreeMap::new, Collectors.toList()));
        final FigureBuilder builder = new FigureBuilder(TITLE, "there are no rays").chosenBy("Rays of a band");
        rays.forEach((band, own) -> builder.cell(rays.size() > 1 ? named(own) : "", figure.caption(own),
            () -> figure.panels(band, own)));
        return builder.build();
    }

    private static String named(final List<Integer> rays) {
        final String first = rays.stream().limit(NAMED).map(ray -> Integer.toString(ray))
            .collect(Collectors.joining(", "));
        return (rays.size() > 1 ? "rays " : "ray ") + first
            + (rays.size() > NAMED ? " and " + (rays.size() - NAMED) + " more" : "");
    }

    /** The result of one ray, or how many there are and what happens to them. */
    private String caption(final List<Integer> rays) {
        if (rays.size() == 1) {
            return m_results.words(StateColumns.RESULT)[rays.get(0)];
        }
        final Map<String, Long> counts = IntStream.of(events(rays)).mapToObj(r -> words(m_events.words("event")[r]))
            .collect(Collectors.groupingBy(event -> event, TreeMap::new, Collectors.counting()));
        return rays.size() + " rays" + (rays.size() > MOST ? ", the first " + MOST + " drawn" : "")
            + (counts.isEmpty() ? "; no events" : counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", ", "; events: ", "")));
    }

    private int[] events(final List<Integer> rays) {
        final Set<Integer> own = Set.copyOf(rays);
        return IntStream.range(0, m_events.rows()).filter(r -> own.contains((int) m_events.numbers("ray")[r]))
            .toArray();
    }

    private static String words(final String event) {
        return event.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<Panel> panels(final int band, final List<Integer> all) {
        final List<Integer> own = all.subList(0, Math.min(MOST, all.size()));
        final int[] marked = events(own);
        final Axis z = Axis.linear("z", CellTable.unit(m_rays, "z"));
        final Axis k = Axis.linear("Kz", CellTable.unit(m_rays, "kz"));
        final Series turns = Series.of("events", Kind.MARKS, Color.INK, m_events.numbers("z", marked),
            quiet(m_events.numbers("kz", marked)), IntStream.of(marked)
                .mapToObj(r -> marked.length > 6 ? "" : words(m_events.words("event")[r])).toArray(String[]::new));
        final int[] map = IntStream.range(0, m_maps.rows()).filter(r -> m_maps.numbers("band")[r] == band).toArray();
        final Panel rays = map.length > 0 ? mapped(m_maps.part(map), own, z, k, turns) : colored(own, z, k, turns);
        final Axis same = z.from(rays.x().min(), rays.x().max());
        return List.of(rays, Panel.of("", same, Axis.log("Amplitude |A|", Axis.NUMBER),
            List.of(lines(own, "", Color.BLUE, Kind.LINE, "amplitude"))));
    }

    private Panel mapped(final CellTable map, final List<Integer> own, final Axis z, final Axis k,
        final Series turns) {
        final double[] places = distinct(map, "z");
        final double[] waves = distinct(map, "kz");
        return Panel.of("Frequency of the band", z.over(places), k.over(waves),
            List.of(lines(own, "rays", Color.RED, Kind.LINE, "kz"), turns))
            .heated(HeatMap.at(places, waves, map.numbers("omega_re")),
                ColorScale.linear("Re Ω", CellTable.unit(m_rays, "omega_re"), map.numbers("omega_re")));
    }

    /** Rays without a map, by their own frequency. */
    private Panel colored(final List<Integer> own, final Axis z, final Axis k, final Series turns) {
        final int[] rows = own.stream().flatMapToInt(ray -> IntStream.of(m_each.get(ray))).toArray();
        final Series points = Series.valued("", m_points.numbers("z", rows), quiet(m_points.numbers("kz", rows)),
            m_points.numbers("omega_re", rows), IntStream.of(rows)
                .mapToObj(r -> "ray " + (int) m_points.numbers("ray")[r]).toArray(String[]::new));
        return Panel.of("", z, k, List.of(lines(own, "", Color.GREY, Kind.THIN, "kz"), points, turns))
            .colored(ColorScale.linear("Re Ω", CellTable.unit(m_rays, "omega_re"),
                m_points.numbers("omega_re", rows)));
    }

    private static double[] distinct(final CellTable map, final String column) {
        return Arrays.stream(map.numbers(column)).distinct().toArray();
    }

    /** Wave numbers beside which others are only rounding. */
    private double[] quiet(final double[] kz) {
        final double largest = Arrays.stream(m_points.numbers("kz")).map(Math::abs).max().orElse(0);
        return Arrays.stream(kz).map(x -> Math.abs(x) < ROUNDING * largest ? 0 : x).toArray();
    }

    /** Rays as the pieces of one series. */
    private Series lines(final List<Integer> own, final String name, final Color color, final Kind kind,
        final String column) {
        final List<Integer> rows = new ArrayList<>();
        for (final int ray : own) {
            IntStream.of(m_each.get(ray)).forEach(rows::add);
            rows.add(-1);
        }
        final double[] values = values(rows, column);
        return Series.of(name, kind, color, values(rows, "z"), column.equals("kz") ? quiet(values) : values,
            own.stream().map(ray -> "ray " + ray).toArray(String[]::new));
    }

    private double[] values(final List<Integer> rows, final String column) {
        return rows.stream().mapToDouble(r -> r < 0 ? Double.NaN : m_points.numbers(column)[r]).toArray();
    }
}
