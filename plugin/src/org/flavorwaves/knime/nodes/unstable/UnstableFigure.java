package org.flavorwaves.knime.nodes.unstable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.Axis;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.Color;
import org.flavorwaves.knime.view.ColorScale;
import org.flavorwaves.knime.view.Curves;
import org.flavorwaves.knime.view.Figure;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.Panel;
import org.flavorwaves.knime.view.Series;
import org.flavorwaves.knime.view.Series.Kind;
import org.knime.core.node.BufferedDataTable;

/** Growth rate and frequency of growing waves over the wave number, their maxima, and where these lie off the line. */
final class UnstableFigure {
    static final String TITLE = "Growing flavor waves";

    private static final List<String> KINDS = List.of("fast", "slow", "collisional");

    private static final double OFF_LINE = 1e-6;

    private final String m_wave;

    private final String m_rate;

    private UnstableFigure(final String wave, final String rate) {
        m_wave = wave;
        m_rate = rate;
    }

    static Figure of(final BufferedDataTable waves, final BufferedDataTable maxima, final BufferedDataTable summary) {
        final UnstableFigure figure =
            new UnstableFigure(CellTable.unit(waves, "k"), CellTable.unit(waves, "omega_re"));
        final Map<String, CellTable> lines = CellTable.of(waves, "k", "branch", "omega_re", "omega_im", "kind");
        final Map<String, CellTable> tops = CellTable.of(maxima, "k", "kx", "ky", "kz", "omega_re", "omega_im", "kind");
        final FigureBuilder builder = new FigureBuilder(TITLE, "no wave grows");
        CellTable.of(summary, StateColumns.RESULT).forEach((name, row) -> builder.cell(name,
            row.word(StateColumns.RESULT), () -> figure.panels(lines.get(name), tops.get(name))));
        return builder.build();
    }

    private List<Panel> panels(final CellTable waves, final CellTable maxima) {
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
        if (found.length > 0) {
            growth.add(maxima(maxima, found, "omega_im"));
            frequency.add(maxima(maxima, found, "omega_re"));
        }
        if (growth.isEmpty()) {
            return List.of();
        }
        final Axis x = Axis.linear("K", m_wave);
        final List<Panel> panels = new ArrayList<>(List.of(
            Panel.of("", x, Axis.linear("Growth rate Im Ω", m_rate), growth),
            Panel.of("", x, Axis.linear("Frequency Re Ω", m_rate), frequency)));
        final double[] across = across(maxima, found);
        if (Arrays.stream(across).anyMatch(k -> k > 0)) {
            final double[] rates = maxima.numbers("omega_im", found);
            panels.add(Panel.of("Maxima off the line", Axis.linear("K along the line", m_wave),
                Axis.linear("K across", m_wave), List.of(Series.valued("", maxima.numbers("k", found), across, rates)))
                .colored(ColorScale.linear("Growth rate", m_rate, rates)));
        }
        return panels;
    }

    private Series maxima(final CellTable maxima, final int[] rows, final String column) {
        final String[] kinds = maxima.words("kind");
        final double[] rates = maxima.numbers("omega_im");
        final String[] labels = IntStream.range(0, rows.length).mapToObj(i -> i > 0 || !column.equals("omega_im")
            ? kinds[rows[i]] : CellLoop.brief(rates[rows[i]]) + (m_rate.isEmpty() ? "" : " " + m_rate))
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
