package org.flavorwaves.knime.nodes.flavomon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.Curves;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.Frame;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** Branches of flavomons over the wave number, with the light cone and Z as color, as in figure S4 of the theory. */
final class FlavomonFigure {
    static final String TITLE = "Flavomon dispersion";

    private static final List<String> KINDS = List.of("real", "Landau-damped", "damped", "unstable");

    private static final List<Kind> STROKES = List.of(Kind.THIN, Kind.DASHED, Kind.DASHED, Kind.LINE);

    private static final List<Color> COLORS = List.of(Color.GREY, Color.GREEN, Color.GREEN, Color.RED);

    private final String m_wave;

    private final String m_rate;

    private FlavomonFigure(final String wave, final String rate) {
        m_wave = wave;
        m_rate = rate;
    }

    static Figure of(final BufferedDataTable... tables) {
        final FlavomonFigure figure =
            new FlavomonFigure(CellTable.unit(tables[0], "k"), CellTable.unit(tables[0], "omega_re"));
        final Map<String, CellTable> all =
            CellTable.of(tables[0], "branch", "k", "omega_re", "omega_im", "kind", "Z", "quantum", "light_cone");
        final FigureBuilder builder = new FigureBuilder(TITLE, "there is no branch in this range of wave numbers");
        CellTable.of(tables[1], "omega_shift", "k_shift", StateColumns.RESULT).forEach((name, row) -> builder.cell(name,
            row.word(StateColumns.RESULT), () -> figure.panels(all.get(name), row)));
        return builder.build();
    }

    private List<Panel> panels(final CellTable branches, final CellTable summary) {
        if (branches == null) {
            return List.of();
        }
        final Curves curves = Curves.of(branches, "branch", "k", "kind");
        if (curves.isEmpty()) {
            return List.of();
        }
        final List<Series> frequency = new ArrayList<>();
        final List<Series> growth = new ArrayList<>();
        curves.shifted(branch -> 1);
        frequency.add(cone(curves.ends(), summary));
        for (int i = 0; i < KINDS.size(); i++) {
            curves.series(KINDS.get(i), STROKES.get(i), COLORS.get(i), "omega_re").ifPresent(frequency::add);
            if (i > 0) {
                curves.series(KINDS.get(i), STROKES.get(i), COLORS.get(i), "omega_im").ifPresent(growth::add);
            }
        }
        final double byK = summary.number("k_shift");
        final double byOmega = summary.number("omega_shift");
        final Axis x = Axis.linear("K", m_wave);
        final Axis shifted = Axis.linear("k", m_wave);
        final String frames = "Shifted: k = K " + signed(byK) + ", ω = Ω " + signed(byOmega);
        final List<Panel> panels = new ArrayList<>(List.of(
            quanta(branches, frames, x, Axis.linear("Frequency Re Ω", m_rate), frequency).alsoIn(
                Frame.shifted(frames, shifted, Axis.linear("Frequency Re ω", m_rate), byK, byOmega))));
        if (!growth.isEmpty()) {
            panels.add(Panel.of("Physical frame", x, Axis.linear("Growth rate Im Ω", m_rate), growth).alsoIn(
                Frame.shifted("Shifted frame", shifted, Axis.linear("Growth rate Im ω", m_rate), byK, 0)));
        }
        return panels;
    }

    private static String signed(final double shift) {
        return (shift < 0 ? "− " : "+ ") + CellLoop.brief(Math.abs(shift));
    }

    /** The light cone has its apex where the shifted wave number and frequency are zero. */
    private Series cone(final double[] ends, final CellTable summary) {
        final double apex = -summary.number("k_shift");
        final double from = Math.min(ends[0], apex);
        final double to = Math.max(ends[1], apex);
        final double slope = CellTable.coneSlope(m_rate, m_wave);
        final double rest = -summary.number("omega_shift");
        return Series.of("light cone", Kind.DASHED, Color.INK, new double[]{from, to, Double.NaN, from, to},
            new double[]{rest + slope * (from - apex), rest + slope * (to - apex), Double.NaN,
                rest - slope * (from - apex), rest - slope * (to - apex)}).shifted(1);
    }

    /** The real branches, colored by Z: flavomons are positive, antiflavomons negative. */
    private Panel quanta(final CellTable branches, final String title, final Axis x, final Axis y,
        final List<Series> curves) {
        final double[] z = branches.numbers("Z");
        final int[] real = IntStream.range(0, z.length).filter(r -> Double.isFinite(z[r])
            && branches.words("kind")[r].equals("real")).toArray();
        if (real.length == 0) {
            return Panel.of(title, x, y, curves);
        }
        final String[] labels = IntStream.of(real).mapToObj(r -> branches.words("quantum")[r] + ", "
            + branches.words("light_cone")[r] + ", branch " + (int) branches.numbers("branch")[r])
            .toArray(String[]::new);
        final List<Series> all = new ArrayList<>(curves);
        all.add(Series.valued("quanta", branches.numbers("k", real), branches.numbers("omega_re", real),
            branches.numbers("Z", real), labels).shifted(1));
        return Panel.of(title, x, y, all).colored(ColorScale.diverging("Z", m_wave, branches.numbers("Z", real)));
    }
}
