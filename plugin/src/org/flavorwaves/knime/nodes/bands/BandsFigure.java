package org.flavorwaves.knime.nodes.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.Axis;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.Color;
import org.flavorwaves.knime.view.Curves;
import org.flavorwaves.knime.view.Figure;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.Panel;
import org.flavorwaves.knime.view.Series;
import org.flavorwaves.knime.view.Series.Kind;
import org.knime.core.node.BufferedDataTable;

/** Growth rate and frequency of all bands over the wave number, with the light cone and the fastest wave. */
final class BandsFigure {
    static final String TITLE = "Flavor-wave bands";

    private static final List<String> KINDS = List.of("trivial", "stable", "damped", "unstable", "defective");

    private static final List<Kind> STROKES = List.of(Kind.THIN, Kind.THIN, Kind.DASHED, Kind.LINE, Kind.POINTS);

    private static final List<Color> COLORS = List.of(Color.GREY, Color.BLUE, Color.GREEN, Color.RED, Color.PURPLE);

    private static final double ROUNDING = 1e-12;

    private final String m_wave;

    private final String m_rate;

    private BandsFigure(final String wave, final String rate) {
        m_wave = wave;
        m_rate = rate;
    }

    static Figure of(final BufferedDataTable bands, final BufferedDataTable summary) {
        final BandsFigure figure = new BandsFigure(CellTable.unit(bands, "k"), CellTable.unit(bands, "omega_re"));
        final Map<String, CellTable> all = CellTable.of(bands, "k", "band", "omega_re", "omega_im", "kind");
        all.values().forEach(cell -> cell.quiet("omega_re", "omega_im"));
        final FigureBuilder builder = new FigureBuilder(TITLE, "no band was found");
        CellTable.of(summary, "growth", "k_fastest", "omega_re_fastest", StateColumns.RESULT).forEach((name, row) ->
            builder.cell(name, row.word(StateColumns.RESULT), () -> figure.panels(all.get(name), row)));
        return builder.build();
    }

    private List<Panel> panels(final CellTable bands, final CellTable summary) {
        if (bands == null) {
            return List.of();
        }
        final Curves curves = Curves.of(bands, "band", "k", "kind");
        if (curves.isEmpty()) {
            return List.of();
        }
        final List<Series> growth = new ArrayList<>();
        final List<Series> frequency = new ArrayList<>();
        final double[] k = curves.ends();
        final double cone = CellTable.coneSlope(m_rate, m_wave);
        frequency.add(Series.of("light cone", Kind.DASHED, Color.INK, new double[]{k[0], k[1], Double.NaN, k[0], k[1]},
            new double[]{cone * k[0], cone * k[1], Double.NaN, -cone * k[0], -cone * k[1]}, "Re Ω = K", "Re Ω = -K"));
        for (int i = 0; i < KINDS.size(); i++) {
            final boolean flat = i < 2;
            curves.series(KINDS.get(i), STROKES.get(i), COLORS.get(i), "omega_re").ifPresent(frequency::add);
            if (!flat) {
                curves.series(KINDS.get(i), STROKES.get(i), COLORS.get(i), "omega_im").ifPresent(growth::add);
            }
        }
        final double size = Arrays.stream(bands.numbers("omega_re")).filter(Double::isFinite).map(Math::abs).max()
            .orElse(0);
        if (summary.number("growth") > ROUNDING * size) {
            final String label = CellLoop.brief(summary.number("growth")) + (m_rate.isEmpty() ? "" : " " + m_rate);
            growth.add(fastest(summary, "growth", label));
            frequency.add(fastest(summary, "omega_re_fastest", ""));
        }
        final Axis x = Axis.linear("K", m_wave);
        return List.of(Panel.of("", x, Axis.linear("Growth rate Im Ω", m_rate), growth),
            Panel.of(curves.stride() > 1 ? "Of the stable bands one in " + curves.stride() + " is drawn" : "", x,
                Axis.linear("Frequency Re Ω", m_rate), frequency));
    }

    private static Series fastest(final CellTable summary, final String column, final String label) {
        return Series.of("fastest wave", Kind.MARKS, Color.INK, new double[]{summary.number("k_fastest")},
            new double[]{summary.number(column)}, label);
    }
}
