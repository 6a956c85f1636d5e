package org.flavorwaves.knime.nodes.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.Curves;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Frame;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/**
 * Growth rate and frequency of all bands over the wave number, with the light cone and the fastest wave. Where flavor
 * has the axis z, the page also shows them in the shifted frame (FR 15): the waves P^x + iP^y moved by the shifts,
 * their mirror images P^x - iP^y against them, changes of length not at all.
 */
final class BandsFigure {
    static final String TITLE = "Flavor-wave bands";

    /** Column: how often the shifts are added to a band. */
    static final String TIMES = "times";

    /** Column: shift of wave numbers. */
    static final String BY_K = "k_shift";

    /** Column: shift of frequencies. */
    static final String BY_OMEGA = "omega_shift";

    /** What stands for the number of the band of the fastest wave. */
    static final int FASTEST = -1;

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

    /** The shifts of a cell. */
    private record Shifts(double k, double omega, Map<Integer, Double> times) {
        static Shifts of(final CellTable rows) {
            final Map<Integer, Double> times = new HashMap<>();
            for (int r = 0; r < rows.rows(); r++) {
                times.put((int) rows.numbers("band")[r], rows.numbers(TIMES)[r]);
            }
            return new Shifts(rows.number(BY_K), rows.number(BY_OMEGA), times);
        }
    }

    /** Of the tables of bands, the summary, and the shifts. */
    static Figure of(final BufferedDataTable... tables) {
        final BandsFigure figure =
            new BandsFigure(CellTable.unit(tables[0], "k"), CellTable.unit(tables[0], "omega_re"));
        final Map<String, CellTable> all = CellTable.of(tables[0], "k", "band", "omega_re", "omega_im", "kind");
        all.values().forEach(cell -> {
            cell.quiet("omega_re", "omega_im");
            cell.quiet("omega_im", "omega_re");
        });
        final Map<String, CellTable> frames = CellTable.of(tables[2], "band", TIMES, BY_K, BY_OMEGA);
        final FigureBuilder builder = new FigureBuilder(TITLE, "no band was found");
        CellTable.of(tables[1], "growth", "k_fastest", "omega_re_fastest", StateColumns.RESULT).forEach((name, row) ->
            builder.cell(name, row.word(StateColumns.RESULT), () -> figure.panels(all.get(name), row,
                Optional.ofNullable(frames.get(name)).map(Shifts::of))));
        return builder.build();
    }

    private List<Panel> panels(final CellTable bands, final CellTable summary, final Optional<Shifts> shifts) {
        if (bands == null) {
            return List.of();
        }
        final Curves curves = Curves.of(bands, "band", "k", "kind");
        if (curves.isEmpty()) {
            return List.of();
        }
        shifts.ifPresent(frame -> curves.shifted(frame.times()::get));
        final List<Series> growth = new ArrayList<>();
        final List<Series> frequency = new ArrayList<>();
        final double[] k = curves.ends();
        for (int i = 0; i < KINDS.size(); i++) {
            final boolean flat = i < 2;
            curves.series(KINDS.get(i), STROKES.get(i), COLORS.get(i), "omega_re").ifPresent(frequency::add);
            if (!flat) {
                curves.series(KINDS.get(i), STROKES.get(i), COLORS.get(i), "omega_im").ifPresent(growth::add);
            }
        }
        frequency.add(cone("Ω", "K", k[0], k[1]));
        final double size = Arrays.stream(bands.numbers("omega_re")).filter(Double::isFinite).map(Math::abs).max()
            .orElse(0);
        if (summary.number("growth") > ROUNDING * size) {
            final String label = CellLoop.brief(summary.number("growth")) + (m_rate.isEmpty() ? "" : " " + m_rate);
            growth.add(fastest(summary, "growth", label, shifts));
            frequency.add(fastest(summary, "omega_re_fastest", "", shifts));
        }
        final Axis x = Axis.linear("K", m_wave);
        final Axis rate = Axis.linear("Growth rate Im Ω", m_rate);
        final Axis re = Axis.linear("Frequency Re Ω", m_rate);
        if (shifts.isEmpty()) {
            return List.of(Panel.of("", x, rate, growth), Panel.of("", x, re, frequency));
        }
        final double byK = shifts.get().k();
        final double byOmega = shifts.get().omega();
        final Axis shifted = Axis.linear("k", m_wave);
        final Series cone = cone("ω", "k", k[0] - Math.abs(byK), k[1] + Math.abs(byK));
        final String both = "Shifted: k = K " + signed(byK, Math.max(Math.abs(k[0]), Math.abs(k[1]))) + ", ω = Ω "
            + signed(byOmega, size);
        return List.of(
            Panel.of("Physical frame", x, rate, growth).alsoIn(Frame.shifted("Shifted frame; Px − iPy is mirrored",
                shifted, Axis.linear("Growth rate Im ω", m_rate), byK, 0)),
            Panel.of(both, x, re, frequency).alsoIn(Frame.shifted(both, shifted,
                Axis.linear("Frequency Re ω", m_rate), byK, byOmega, cone)));
    }

    /** A shift, and zero where it is rounding beside the size of what is shifted. */
    private static String signed(final double shift, final double size) {
        final double shown = Math.abs(shift) < ROUNDING * size ? 0 : shift;
        return (shown < 0 ? "− " : "+ ") + CellLoop.brief(Math.abs(shown));
    }

    /** The light cone between two wave numbers. */
    private Series cone(final String omega, final String wave, final double from, final double to) {
        final double slope = CellTable.coneSlope(m_rate, m_wave);
        return Series.of("light cone", Kind.DASHED, Color.INK, new double[]{from, to, Double.NaN, from, to},
            new double[]{slope * from, slope * to, Double.NaN, -slope * from, -slope * to},
            "Re " + omega + " = " + wave, "Re " + omega + " = -" + wave);
    }

    private static Series fastest(final CellTable summary, final String column, final String label,
        final Optional<Shifts> shifts) {
        final Series mark = Series.of("fastest wave", Kind.MARKS, Color.INK,
            new double[]{summary.number("k_fastest")}, new double[]{summary.number(column)}, label);
        return shifts.map(frame -> mark.shifted(frame.times().get(FASTEST))).orElse(mark);
    }
}
