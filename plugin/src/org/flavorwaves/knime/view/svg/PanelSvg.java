package org.flavorwaves.knime.view.svg;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.flavorwaves.knime.view.Axis;
import org.flavorwaves.knime.view.ColorScale;
import org.flavorwaves.knime.view.HeatMap;
import org.flavorwaves.knime.view.Palette;
import org.flavorwaves.knime.view.Panel;
import org.flavorwaves.knime.view.Series;
import org.flavorwaves.knime.view.Series.Kind;

/** A panel as SVG. */
final class PanelSvg {
    private static final double NAME = 8;

    private static final double TICK = 7;

    private static final double BAR = 6;

    private static final double LEAST = 108;

    private static final int SHADES = 64;

    private final Panel m_panel;

    private final int m_number;

    private final Scale m_x;

    private final Scale m_y;

    private final double m_left;

    private final double m_right;

    private final double m_top;

    private final double m_base;

    private final StringBuilder m_out = new StringBuilder();

    /** A panel between two places, below a third one. */
    PanelSvg(final Panel panel, final int number, final double[] sides, final double top, final double height) {
        m_panel = panel;
        m_number = number;
        m_top = top + (panel.title().isEmpty() ? 5 : 14);
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
        return m_base + (m_panel.map() ? 6 : 25);
    }

    String draw() {
        final String clip = "p" + m_number;
        m_out.append("<g><clipPath id=\"").append(clip).append("\"><rect x=\"").append(Places.text(m_left))
            .append("\" y=\"").append(Places.text(m_top)).append("\" width=\"").append(Places.text(m_right - m_left))
            .append("\" height=\"").append(Places.text(m_base - m_top)).append("\"/></clipPath>\n");
        if (!m_panel.title().isEmpty()) {
            text(m_left, m_top - 4, "start", NAME, m_panel.title());
        }
        if (!m_panel.map()) {
            axes();
        }
        m_out.append("<g clip-path=\"url(#").append(clip).append(")\" fill=\"none\" stroke-linejoin=\"round\">\n");
        for (final HeatMap map : m_panel.heat()) {
            heat(map, m_panel.colors().get(0));
        }
        m_panel.series().forEach(this::series);
        m_out.append("</g>\n");
        if (!m_panel.map()) {
            m_out.append("<path d=\"M").append(Places.pair(m_left, m_top)).append('V').append(Places.text(m_base))
                .append('H').append(Places.text(m_right))
                .append("\" fill=\"none\" stroke=\"#1d252c\" stroke-width=\"0.6\"/>\n");
        }
        m_panel.series().stream().filter(s -> s.kind() == Kind.MARKS).forEach(this::marks);
        m_panel.colors().forEach(this::bar);
        return m_out.append("</g>\n").toString();
    }

    private void axes() {
        final StringBuilder lines = new StringBuilder();
        for (final Scale.Tick tick : m_x.ticks(34)) {
            lines.append('M').append(Places.pair(tick.place(), m_base)).append("v2.5");
            text(tick.place(), m_base + 10, "middle", TICK, tick.text());
        }
        for (final Scale.Tick tick : m_y.ticks(18)) {
            lines.append('M').append(Places.pair(m_left, tick.place())).append("h-2.5");
            text(m_left - 4, tick.place() + 2.5, "end", TICK, tick.text());
        }
        m_out.append("<path d=\"").append(lines).append("\" stroke=\"#1d252c\" stroke-width=\"0.6\"/>\n");
        text((m_left + m_right) / 2, m_base + 20, "middle", NAME,
            Words.axis(m_panel.x().quantity(), m_panel.x().unit(), m_x.power()));
        turned(9, (m_top + m_base) / 2, Words.axis(m_panel.y().quantity(), m_panel.y().unit(), m_y.power()));
    }

    private void text(final double x, final double y, final String anchor, final double size, final String words) {
        m_out.append("<text x=\"").append(Places.text(x)).append("\" y=\"").append(Places.text(y))
            .append("\" text-anchor=\"").append(anchor).append("\" font-size=\"").append(Places.text(size))
            .append("\">").append(Words.markup(words, size)).append("</text>\n");
    }

    private void turned(final double x, final double y, final String words) {
        final double room = m_base - m_top + 24;
        final double size = Math.min(NAME, NAME * room / Words.width(words, NAME));
        m_out.append("<text transform=\"translate(").append(Places.pair(x, y))
            .append(") rotate(-90)\" text-anchor=\"middle\" font-size=\"")
            .append(Places.text(size)).append("\">").append(Words.markup(words, size))
            .append("</text>\n");
    }

    /** Rectangles of one shade are one path; neighbors in a row are one rectangle. */
    private void heat(final HeatMap map, final ColorScale colors) {
        final Map<Integer, StringBuilder> shades = new TreeMap<>();
        final int columns = map.x().length - 1;
        for (int r = 0; r < map.y().length - 1; r++) {
            int from = 0;
            for (int c = 0; c < columns; c++) {
                final int shade = shade(colors, map.values()[r * columns + c]);
                if (c + 1 == columns || shade(colors, map.values()[r * columns + c + 1]) != shade) {
                    if (shade >= 0) {
                        rectangle(shades.computeIfAbsent(shade, key -> new StringBuilder()), map, r, from, c + 1);
                    }
                    from = c + 1;
                }
            }
        }
        m_out.append("<g shape-rendering=\"crispEdges\">\n");
        shades.forEach((shade, path) -> m_out.append("<path d=\"").append(path).append("\" fill=\"")
            .append(Palette.color(colors.diverging(), shade / (SHADES - 1.0))).append("\"/>\n"));
        m_out.append("</g>\n");
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
                m_out.append("<path d=\"").append(path(series, zero)).append("\" fill=\"")
                    .append(series.color().light()).append("\" fill-opacity=\"0.25\"/>\n");
            }
            m_out.append("<path d=\"").append(path(series, Double.NaN)).append("\" ").append(stroke(series))
                .append("/>\n");
        }
    }

    private static String stroke(final Series series) {
        return "stroke=\"" + series.color().light() + "\" stroke-width=\"" + (series.kind() == Kind.THIN ? "0.5" : "1")
            + '"' + (series.kind() == Kind.DASHED ? " stroke-dasharray=\"3 2\"" : "");
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
        final String width = series.x().length > 1500 ? "1.2" : series.x().length > 200 ? "1.8" : "2.8";
        paths.forEach((color, path) -> m_out.append("<path d=\"").append(path).append("\" stroke=\"").append(color)
            .append("\" stroke-linecap=\"round\" stroke-width=\"").append(width).append("\"/>\n"));
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
                m_out.append(diamond(series.color().light(), x, y));
                final boolean left = x > m_left + 0.6 * (m_right - m_left);
                if (i < series.labels().length && !series.labels()[i].isEmpty()) {
                    m_out.append("<g stroke=\"#ffffff\" stroke-width=\"1.6\" paint-order=\"stroke\">");
                    text(left ? x - 5 : x + 5, y - 2.5 < m_top ? y + 7 : y - 2.5, left ? "end" : "start", TICK,
                        Words.sentence(series.labels()[i]));
                    m_out.append("</g>\n");
                }
            }
        }
    }

    private static String diamond(final String color, final double x, final double y) {
        return "<path d=\"M" + Places.pair(x - 3, y) + "l3 -3l3 3l-3 3z\" fill=\"" + color + "\"/>\n";
    }

    private void bar(final ColorScale colors) {
        final double left = m_right + 7;
        final Scale scale = Scale.of(colors.log(), new double[]{colors.min(), colors.max()},
            new double[]{colors.min(), colors.max()}).between(m_base, m_top);
        final double step = (m_base - m_top) / SHADES;
        m_out.append("<g shape-rendering=\"crispEdges\">\n");
        for (int s = 0; s < SHADES; s++) {
            m_out.append("<rect x=\"").append(Places.text(left)).append("\" y=\"")
                .append(Places.text(m_base - (s + 1) * step)).append("\" width=\"").append(Places.text(BAR))
                .append("\" height=\"").append(Places.text(step)).append("\" fill=\"")
                .append(Palette.color(colors.diverging(), s / (SHADES - 1.0))).append("\"/>\n");
        }
        m_out.append("</g>\n");
        final List<Scale.Tick> ticks = scale.ticks(18);
        for (final Scale.Tick tick : ticks) {
            m_out.append("<path d=\"M").append(Places.pair(left + BAR, tick.place()))
                .append("h2\" stroke=\"#1d252c\" stroke-width=\"0.6\"/>\n");
            text(left + BAR + 3.5, tick.place() + 2.5, "start", TICK, tick.text());
        }
        turned(left + 40, (m_top + m_base) / 2, Words.axis(colors.quantity(), colors.unit(), scale.power()));
    }

    /** How a series is drawn, beside its name in the legend. */
    static String key(final Series series, final double x, final double y) {
        if (series.kind() == Kind.MARKS) {
            return diamond(series.color().light(), x + 5, y);
        }
        if (series.kind() == Kind.POINTS) {
            return "<path d=\"M" + Places.pair(x + 5, y) + "h0\" stroke=\"" + series.color().light()
                + "\" stroke-linecap=\"round\" stroke-width=\"3\"/>\n";
        }
        return "<path d=\"M" + Places.pair(x, y) + "h10\" " + stroke(series) + "/>\n";
    }
}
