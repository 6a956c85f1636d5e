package org.flavorwaves.knime.nodes.unstable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.Curves;
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

/** Growth rate and frequency of growing waves over the wave number, their maxima, and where these lie off the line. */
final class UnstableFigure {
    static final String TITLE = "Growing flavor waves";

    private static final List<String> KINDS = List.of("fast", "slow", "collisional");

    private static final String LINE_ONLY = "Along the line; \"Maxima in\": Box draws a map";

    private static final String ACROSS = "k_across";

    /** Maxima that are labeled each. */
    private static final int FEW = 4;

    /** Share of the wave number by which a maximum may be off the line and still be shown on it. */
    private static final double NEAR = 0.1;

    private static final double OFF_LINE = 1e-6;

    private final String m_wave;

    private final String m_rate;

    private UnstableFigure(final String wave, final String rate) {
        m_wave = wave;
        m_rate = rate;
    }

    /** Of the tables of waves, maxima, the summary, and the growth in the box. */
    static Figure of(final BufferedDataTable... tables) {
        final BufferedDataTable waves = tables[0];
        final UnstableFigure figure =
            new UnstableFigure(CellTable.unit(waves, "k"), CellTable.unit(waves, "omega_re"));
        final Map<String, CellTable> lines = CellTable.of(waves, "k", "branch", "omega_re", "omega_im", "kind");
        lines.values().forEach(line -> line.quiet("omega_re", "omega_im"));
        final Map<String, CellTable> tops =
            CellTable.of(tables[1], "k", "kx", "ky", "kz", "omega_re", "omega_im", "kind");
        tops.values().forEach(top -> top.quiet("omega_re", "omega_im"));
        final Map<String, CellTable> maps = CellTable.of(tables[3], "k", ACROSS, "growth");
        return new FigureBuilder(TITLE, "no growing wave was found")
            .cells(tables[2], name -> figure.panels(lines.get(name), tops.get(name), maps.get(name))).build();
    }

    private List<Panel> panels(final CellTable waves, final CellTable maxima, final CellTable map) {
        final int[] found = maxima == null ? new int[0] : IntStream.range(0, maxima.rows())
            .filter(r -> Double.isFinite(maxima.numbers("k")[r])).toArray();
        final List<Series> growth = new ArrayList<>();
        final List<Series> frequency = new ArrayList<>();
        if (waves != null) {
            final Curves curves = Curves.of(waves, "branch", "k", "kind");
            for (int i = 0; i < KINDS.size(); i++) {
                curves.series(KINDS.get(i), Kind.LINE, Color.of(i + 1), "omega_im").ifPresent(growth::add);
                curves.series(KINDS.get(i), Kind.LINE, Color.of(i + 1), "omega_re").ifPresent(frequency::add);
            }
        }
        final double[] across = across(maxima, found);
        final int[] near = IntStream.range(0, found.length).filter(i -> i == 0
            || across[i] * across[i] <= NEAR * NEAR * maxima.numbers("k")[found[i]] * maxima.numbers("k")[found[i]])
            .map(i -> found[i]).toArray();
        if (near.length > 0) {
            growth.add(maxima(maxima, near, "omega_im"));
            frequency.add(maxima(maxima, near, "omega_re"));
        }
        if (growth.isEmpty()) {
            return List.of();
        }
        final Axis x = Axis.linear("K", m_wave);
        final List<Panel> panels = new ArrayList<>(List.of(
            Panel.of(map == null ? LINE_ONLY : "Along the line", x,
                Axis.linear("Growth rate Im Ω", m_rate).from(0, Double.NaN), growth),
            Panel.of("", x, Axis.linear("Frequency Re Ω", m_rate), frequency)));
        if (map != null) {
            panels.add(map(map, maxima, found));
        }
        return panels;
    }

    /** The fastest growth at each wave number along the line and distance from it, with the maxima. */
    private Panel map(final CellTable map, final CellTable maxima, final int[] found) {
        final double[] along = levels(map.numbers("k"));
        final double[] across = levels(map.numbers(ACROSS));
        final double[] growth = new double[along.length * across.length];
        Arrays.fill(growth, Double.NaN);
        for (int r = 0; r < map.rows(); r++) {
            final int at = level(across, map.numbers(ACROSS)[r]) * along.length + level(along, map.numbers("k")[r]);
            if (map.numbers("growth")[r] > 0) {
                growth[at] = Double.isNaN(growth[at]) ? map.numbers("growth")[r]
                    : Math.max(growth[at], map.numbers("growth")[r]);
            }
        }
        final double[] fromZero = Arrays.copyOf(growth, growth.length + 1);
        return Panel.of("In the box", Axis.linear("K along the line", m_wave),
            Axis.linear("K across", m_wave).from(0, Double.NaN),
            List.of(Series.of("maxima", Kind.MARKS, Color.INK, maxima.numbers("k", found), across(maxima, found))))
            .heated(HeatMap.at(along, across, growth), ColorScale.linear("Growth rate Im Ω", m_rate, fromZero));
    }

    /** Levels that differ by more than rounding, rising. */
    private static double[] levels(final double[] values) {
        final double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
        final double near = OFF_LINE * (sorted[sorted.length - 1] - sorted[0]);
        return IntStream.range(0, sorted.length).filter(i -> i == 0 || sorted[i] - sorted[i - 1] > near)
            .mapToDouble(i -> sorted[i]).toArray();
    }

    private static int level(final double[] levels, final double value) {
        final int at = Arrays.binarySearch(levels, value);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    private Series maxima(final CellTable maxima, final int[] rows, final String column) {
        final String[] kinds = maxima.words("kind");
        final double[] rates = maxima.numbers("omega_im");
        final String unit = m_rate.isEmpty() ? "" : " " + m_rate;
        final boolean alike = IntStream.of(rows).mapToObj(r -> kinds[r]).distinct().count() == 1;
        final String[] labels = IntStream.range(0, rows.length).mapToObj(i -> i == 0 && column.equals("omega_im")
            ? CellLoop.brief(rates[rows[i]]) + unit : alike || rows.length > FEW ? "" : kinds[rows[i]])
            .toArray(String[]::new);
        return Series.of("maxima", Kind.MARKS, Color.INK, maxima.numbers("k", rows), maxima.numbers(column, rows),
            labels);
    }

    /** The part of the wave vector across the line; 0 if it is rounding. */
    private static double[] across(final CellTable maxima, final int[] rows) {
        return IntStream.of(rows).mapToDouble(r -> {
            final double along = maxima.numbers("k")[r];
            final double square = IntStream.range(0, 3)
                .mapToDouble(c -> maxima.numbers(List.of("kx", "ky", "kz").get(c))[r]).map(k -> k * k).sum();
            final double across = Math.sqrt(Math.max(0, square - along * along));
            return across * across > OFF_LINE * square ? across : 0;
        }).toArray();
    }
}
