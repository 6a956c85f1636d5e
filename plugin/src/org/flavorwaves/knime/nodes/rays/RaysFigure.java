package org.flavorwaves.knime.nodes.rays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.Axis;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.Color;
import org.flavorwaves.knime.view.ColorScale;
import org.flavorwaves.knime.view.Figure;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.HeatMap;
import org.flavorwaves.knime.view.Panel;
import org.flavorwaves.knime.view.Series;
import org.flavorwaves.knime.view.Series.Kind;
import org.knime.core.node.BufferedDataTable;

/** Rays over a map of the frequency by place and wave number, with their events, and the amplitude over place. */
final class RaysFigure {
    static final String TITLE = "Rays of flavor waves";

    private static final int MOST = 200;

    private final BufferedDataTable m_rays;

    private final List<int[]> m_each = new ArrayList<>();

    private final CellTable m_points;

    private final CellTable m_map;

    private RaysFigure(final BufferedDataTable rays, final BufferedDataTable map) {
        m_rays = rays;
        m_map = CellTable.whole(map, "z", "kz", "omega_re");
        m_points = CellTable.whole(rays, "ray", "z", "kz", "omega_re", "omega_im", "amplitude");
        final double[] number = m_points.numbers("ray");
        int from = 0;
        for (int r = 1; r <= number.length; r++) {
            if (r == number.length || number[r] != number[from]) {
                m_each.add(IntStream.range(from, r).toArray());
                from = r;
            }
        }
    }

    /** Of the tables of points, events, the summary, and the map of frequencies. */
    static Figure of(final BufferedDataTable... tables) {
        final RaysFigure figure = new RaysFigure(tables[0], tables[3]);
        final CellTable marks = CellTable.whole(tables[1], "ray", "z", "kz", "event");
        final CellTable results = CellTable.whole(tables[2], StateColumns.RESULT);
        final String caption = results.rows() == 1 ? results.word(StateColumns.RESULT)
            : figure.m_each.size() + " rays" + (figure.m_each.size() > MOST ? ", the first " + MOST + " drawn" : "")
                + counted(marks);
        return new FigureBuilder(TITLE, "there are no rays").cell("", caption, () -> figure.panels(marks)).build();
    }

    private static String counted(final CellTable events) {
        return List.of(events.words("event")).stream().collect(Collectors.groupingBy(RaysFigure::words,
            TreeMap::new, Collectors.counting())).entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", ", "; events: ", ""));
    }

    private static String words(final String event) {
        return event.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<Panel> panels(final CellTable events) {
        if (m_each.isEmpty()) {
            return List.of();
        }
        final int[] all = m_each.stream().limit(MOST).flatMapToInt(IntStream::of).toArray();
        final int[] marked = IntStream.range(0, events.rows()).filter(r -> events.numbers("ray")[r] < MOST).toArray();
        final Axis z = Axis.linear("z", CellTable.unit(m_rays, "z"));
        final Axis k = Axis.linear("Kz", CellTable.unit(m_rays, "kz"));
        final String rate = CellTable.unit(m_rays, "omega_re");
        final Series turns = Series.of("events", Kind.MARKS, Color.INK, events.numbers("z", marked),
            events.numbers("kz", marked), IntStream.of(marked)
                .mapToObj(r -> marked.length > 6 ? "" : words(events.words("event")[r])).toArray(String[]::new));
        final Panel rays = Arrays.stream(m_map.rows() == 0 ? new double[0] : m_map.numbers("omega_re"))
            .anyMatch(Double::isFinite)
                ? Panel.of("Frequency of the band of ray 0", z, k, List.of(lines("rays", Color.RED, Kind.LINE, "kz"),
                    turns)).heated(HeatMap.at(distinct("z"), distinct("kz"), m_map.numbers("omega_re")),
                        ColorScale.linear("Re Ω", rate, m_map.numbers("omega_re")))
                : Panel.of("", z, k, List.of(lines("", Color.GREY, Kind.THIN, "kz"),
                    Series.valued("", m_points.numbers("z", all), m_points.numbers("kz", all),
                        m_points.numbers("omega_re", all), IntStream.of(all)
                            .mapToObj(r -> "ray " + (int) m_points.numbers("ray")[r]).toArray(String[]::new)), turns))
                    .colored(ColorScale.linear("Re Ω", rate, m_points.numbers("omega_re", all)));
        final Axis same = z.from(rays.x().min(), rays.x().max());
        return List.of(rays, Panel.of("", same, Axis.log("Amplitude |A|", Axis.NUMBER),
                List.of(lines("", Color.BLUE, Kind.LINE, "amplitude"))));
    }

    private double[] distinct(final String column) {
        return Arrays.stream(m_map.numbers(column)).distinct().toArray();
    }

    /** All rays as the pieces of one series. */
    private Series lines(final String name, final Color color, final Kind kind, final String column) {
        final int[] rows = m_each.stream().limit(MOST)
            .flatMapToInt(ray -> IntStream.concat(IntStream.of(ray), IntStream.of(-1))).toArray();
        return Series.of(name, kind, color, values(rows, "z"), values(rows, column), m_each.stream().limit(MOST)
            .map(ray -> "ray " + (int) m_points.numbers("ray")[ray[0]]).toArray(String[]::new));
    }

    private double[] values(final int[] rows, final String column) {
        return IntStream.of(rows).mapToDouble(r -> r < 0 ? Double.NaN : m_points.numbers(column)[r]).toArray();
    }
}
