package org.flavorwaves.knime.view.paper;

import java.util.Map;
import java.util.TreeMap;

import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Palette;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Paper.Anchor;
import org.flavorwaves.knime.view.paper.Paper.Pen;

/** Draws a panel. */
final class PanelDrawing {
    private static final double NAME = 8;

    private static final double TICK = 7;

    private static final double BAR = 6;

    private static final double LEAST = 108;

    private static final int SHADES = 64;

    /** White around marks, which may stand on dark colors. */
    private static final Pen HALO = new Pen("#ffffff", 1.2, false, false);

    private final Panel m_panel;

    private final Scale m_x;

    private final Scale m_y;

    private final double m_left;

    private final double m_right;

    private final double m_top;

    private final double m_base;

    private final Paper m_paper;

    /** A panel between two places, below a third one. */
    PanelDrawing(final Panel panel, final Paper paper, final double[] sides, final double top, final double height) {
        m_panel = panel;
        m_paper = paper;
        m_top = top + (panel.title().isEmpty() ? 5 : 14) + (panel.map() ? 8 : 0);
        final Scale x = scale(panel, panel.x(), Series::x);
        final Scale y = scale(panel, panel.y(), Series::y);
        m_left = panel.map() ? 8 : sides[0];
        m_right = sides[1];
        m_base = panel.map() ? m_top + (m_right - m_left) * (y.max() - y.min()) / (x.max() - x.min()) : m_top + height;
        m_x = x.between(m_left, m_right);
        m_y = y.between(m_base, m_top);
    }

    private interface Numbers {
        double[] of(Series series);
    }

    /** The room that the labels of the vertical axis need. */
    static double labels(final Panel panel) {
        return panel.map() ? 0 : 18 + scale(panel, panel.y(), Series::y).between(0, LEAST).ticks(18).stream()
            .mapToDouble(t -> Words.width(t.text(), TICK)).max().orElse(0);
    }

    private static Scale scale(final Panel panel, final Axis axis, final Numbers numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (final Series series : panel.series()) {
            for (final double value : numbers.of(series)) {
                if (Double.isFinite(value) && (!axis.log() || value > 0)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        final double[] data = low <= high ? new double[]{low, high} : new double[]{axis.log() ? 0.1 : 0, 1};
        return Scale.of(axis.log(), data, new double[]{axis.min(), axis.max()});
    }

    double bottom() {
        return m_base + (m_panel.map() ? 8 : 25);
    }

    void draw() {
        if (!m_panel.title().isEmpty()) {
            m_paper.text(m_left, m_top - (m_panel.map() ? 12 : 4), Anchor.START, NAME, Words.sentence(m_panel.title()));
        }
        if (!m_panel.map()) {
            axes();
        }
        m_paper.clip(m_left, m_top, m_right, m_base, () -> {
            m_panel.heat().forEach(map -> heat(map, m_panel.colors().get(0)));
            m_panel.series().forEach(this::series);
        });
        if (!m_panel.map()) {
            m_paper.stroke('M' + Places.pair(m_left, m_top) + 'V' + Places.text(m_base) + 'H' + Places.text(m_right),
                Pen.AXIS);
        }
        m_panel.series().stream().filter(s -> s.kind() == Kind.MARKS).forEach(this::marks);
        m_panel.colors().forEach(this::bar);
    }

    private void axes() {
        final StringBuilder lines = new StringBuilder();
        for (final Scale.Tick tick : m_x.ticks(34)) {
            lines.append('M').append(Places.pair(tick.place(), m_base)).append("v2.5");
            m_paper.text(tick.place(), m_base + 10, Anchor.MIDDLE, TICK, tick.text());
        }
        for (final Scale.Tick tick : m_y.ticks(18)) {
            lines.append('M').append(Places.pair(m_left, tick.place())).append("h-2.5");
            m_paper.text(m_left - 4, tick.place() + 2.5, Anchor.END, TICK, tick.text());
        }
        m_paper.stroke(lines, Pen.AXIS);
        m_paper.text((m_left + m_right) / 2, m_base + 20, Anchor.MIDDLE, NAME,
            Words.axis(m_panel.x().quantity(), m_panel.x().unit(), m_x.power()));
        upwards(9, Words.axis(m_panel.y().quantity(), m_panel.y().unit(), m_y.power()));
    }

    /** The name of an upright axis, smaller where it would be longer than the axis. */
    private void upwards(final double x, final String words) {
        final double room = m_base - m_top + 24;
        m_paper.upwards(x, (m_top + m_base) / 2, Math.min(NAME, NAME * room / Words.width(words, NAME)), words);
    }

    /** Rectangles of one shade are one path; neighbors in a row are one rectangle. */
    private void heat(final HeatMap map, final ColorScale colors) {
        final Map<Integer, StringBuilder> shades = new TreeMap<>();
        final int columns = map.x().length - 1;
        final double[] values = map.values();
        for (int r = 0; r < map.y().length - 1; r++) {
            int from = 0;
            for (int c = 0; c < columns; c++) {
                final int shade = shade(colors, values[r * columns + c]);
                if (c + 1 == columns || shade(colors, values[r * columns + c + 1]) != shade) {
                    if (shade >= 0) {
                        rectangle(shades.computeIfAbsent(shade, key -> new StringBuilder()), map, r, from, c + 1);
                    }
                    from = c + 1;
                }
            }
        }
        m_paper.seamless(() -> shades.forEach((shade, path) -> m_paper.fill(path,
            Palette.color(colors.diverging(), shade / (SHADES - 1.0)), 1)));
    }

    private static int shade(final ColorScale colors, final double value) {
        final double share = colors.share(value);
        return Double.isNaN(share) ? -1 : (int) Math.round(share * (SHADES - 1));
    }

    private void rectangle(final StringBuilder path, final HeatMap map, final int row, final int from, final int to) {
        final double left = m_x.place(map.x()[from]);
        final double low = m_y.place(map.y()[row]);
        path.append('M').append(Places.pair(left, low)).append('H').append(Places.text(m_x.place(map.x()[to])))
            .append('V').append(Places.text(m_y.place(map.y()[row + 1]))).append('H').append(Places.text(left))
            .append('z');
    }

    private void series(final Series series) {
        if (series.kind() == Kind.POINTS) {
            points(series);
        } else if (series.kind() != Kind.MARKS) {
            if (series.kind() == Kind.AREA) {
                final double zero = Math.max(m_top, Math.min(m_base, m_y.log() ? m_base : m_y.place(0)));
                m_paper.fill(path(series, zero), series.color().light(), 0.25);
            }
            m_paper.stroke(path(series, Double.NaN), pen(series));
        }
    }

    private static Pen pen(final Series series) {
        return new Pen(series.color().light(), series.kind() == Kind.THIN ? 0.5 : 1, series.kind() == Kind.DASHED,
            false);
    }

    private boolean drawable(final Series series, final int i) {
        return Double.isFinite(series.x()[i]) && Double.isFinite(series.y()[i]) && (!m_x.log() || series.x()[i] > 0)
            && (!m_y.log() || series.y()[i] > 0);
    }

    /** The pieces of a curve; each is closed along a height if there is one. */
    private String path(final Series series, final double closing) {
        final StringBuilder path = new StringBuilder();
        boolean open = false;
        String last = "";
        for (int i = 0; i < series.x().length; i++) {
            if (!drawable(series, i)) {
                close(path, open, closing);
                open = false;
                continue;
            }
            final double x = m_x.place(series.x()[i]);
            final String at = Places.pair(x, near(m_y.place(series.y()[i])));
            if (!open) {
                path.append('M').append(Double.isNaN(closing) ? at : Places.pair(x, closing) + 'L' + at);
            } else if (!at.equals(last)) {
                path.append('L').append(at);
            }
            final boolean alone = !open && (i + 1 == series.x().length || !drawable(series, i + 1));
            path.append(alone ? "h0.8" : "");
            open = true;
            last = at;
            if (!Double.isNaN(closing) && (i + 1 == series.x().length || !drawable(series, i + 1))) {
                path.append('V').append(Places.text(closing));
            }
        }
        close(path, open, closing);
        return path.toString();
    }

    private static void close(final StringBuilder path, final boolean open, final double closing) {
        if (open && !Double.isNaN(closing)) {
            path.append('z');
        }
    }

    /** Places far outside the panel are not farther than some programs can draw. */
    private static double near(final double place) {
        return Math.max(-5000, Math.min(5000, place));
    }

    /** Points of one color are one path of strokes without length and with round ends. */
    private void points(final Series series) {
        final Map<String, StringBuilder> paths = new TreeMap<>();
        for (int i = 0; i < series.x().length; i++) {
            if (drawable(series, i)) {
                final String color = series.values().length == 0 ? series.color().light()
                    : valueColor(series.values()[i]);
                paths.computeIfAbsent(color, key -> new StringBuilder()).append('M')
                    .append(Places.pair(m_x.place(series.x()[i]), near(m_y.place(series.y()[i])))).append("h0");
            }
        }
        final double width = series.x().length > 1500 ? 1.2 : series.x().length > 200 ? 1.8 : 2.8;
        paths.forEach((color, path) -> m_paper.stroke(path, new Pen(color, width, false, true)));
    }

    private String valueColor(final double value) {
        final int shade = shade(m_panel.colors().get(0), value);
        return shade < 0 ? "#cccccc"
            : Palette.color(m_panel.colors().get(0).diverging(), shade / (SHADES - 1.0));
    }

    private void marks(final Series series) {
        for (int i = 0; i < series.x().length; i++) {
            if (drawable(series, i)) {
                final double x = m_x.place(series.x()[i]);
                final double y = m_y.place(series.y()[i]);
                m_paper.stroke(diamond(x, y), HALO);
                m_paper.fill(diamond(x, y), series.color().light(), 1);
                final boolean left = x > m_left + 0.6 * (m_right - m_left);
                if (i < series.labels().length && !series.labels()[i].isEmpty()) {
                    final double above = m_panel.map() && y > (m_top + m_base) / 2 ? y + 6
                        : y - 2.5 < m_top && !m_panel.map() ? y + 7 : y - 2.5;
                    m_paper.label(left ? x - 5 : x + 5, above, left ? Anchor.END : Anchor.START, TICK,
                        Words.sentence(series.labels()[i]));
                }
            }
        }
    }

    private static String diamond(final double x, final double y) {
        return 'M' + Places.pair(x - 3, y) + "l3 -3l3 3l-3 3z";
    }

    private void bar(final ColorScale colors) {
        final double left = m_right + 7;
        final Scale scale = Scale.of(colors.log(), new double[]{colors.min(), colors.max()},
            new double[]{colors.min(), colors.max()}).between(m_base, m_top);
        final double step = (m_base - m_top) / SHADES;
        m_paper.seamless(() -> {
            for (int s = 0; s < SHADES; s++) {
                m_paper.fill('M' + Places.pair(left, m_base - s * step) + 'H' + Places.text(left + BAR) + 'V'
                    + Places.text(m_base - (s + 1) * step) + 'H' + Places.text(left) + 'z',
                    Palette.color(colors.diverging(), s / (SHADES - 1.0)), 1);
            }
        });
        for (final Scale.Tick tick : scale.ticks(18)) {
            m_paper.stroke('M' + Places.pair(left + BAR, tick.place()) + "h2", Pen.AXIS);
            m_paper.text(left + BAR + 3.5, tick.place() + 2.5, Anchor.START, TICK, tick.text());
        }
        upwards(left + 40, Words.axis(colors.quantity(), colors.unit(), scale.power()));
    }

    /** How a series is drawn, beside its name in the legend. */
    static void key(final Series series, final Paper paper, final double x, final double y) {
        if (series.kind() == Kind.MARKS) {
            paper.fill(diamond(x + 5, y), series.color().light(), 1);
        } else if (series.kind() == Kind.POINTS) {
            paper.stroke('M' + Places.pair(x + 5, y) + "h0", new Pen(series.color().light(), 3, false, true));
        } else {
            paper.stroke('M' + Places.pair(x, y) + "h10", pen(series));
        }
    }
}
