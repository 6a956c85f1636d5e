package org.flavorwaves.knime.view.svg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.view.Figure;
import org.flavorwaves.knime.view.Panel;
import org.flavorwaves.knime.view.Series;

/** A drawing as SVG: its panels below one another, the legend at the bottom; 86 mm wide, texts of 7 and 8 points. */
public final class FigureSvg {
    /** Width of a journal's column, in points. */
    private static final double WIDTH = 243.78;

    private static final double LINE = 11;

    private static final double KEY = 14;

    private FigureSvg() {
    }

    /**
     * Writes a drawing.
     *
     * @param title what it shows
     * @param cell the drawing
     * @return the text of the file
     */
    public static String of(final String title, final Figure.Cell cell) {
        final StringBuilder body = new StringBuilder();
        final double left = cell.panels().stream().mapToDouble(PanelSvg::labels).max().orElse(0);
        final boolean bars = cell.panels().stream().anyMatch(panel -> !panel.colors().isEmpty());
        final double right = WIDTH - (bars ? 50 : 9);
        double y = 3;
        for (int p = 0; p < cell.panels().size(); p++) {
            final PanelSvg panel =
                new PanelSvg(cell.panels().get(p), p, new double[]{left, right}, y,
                    cell.panels().size() == 1 ? 150 : 108);
            body.append(panel.draw());
            y = panel.bottom();
        }
        y = legend(cell.panels(), y + 2, body);
        final String words = title + (cell.name().isEmpty() ? "" : ", " + cell.name());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"86mm\""
            + " height=\"" + Places.text(86 / WIDTH * y) + "mm\" viewBox=\"0 0 " + Places.pair(WIDTH, y)
            + "\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" font-size=\"7\" fill=\"#1d252c\""
            + " role=\"img\">\n<title>" + Words.escaped(words) + "</title>\n<desc>"
            + Words.escaped(Words.sentence(cell.caption()))
            + "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + body + "</svg>\n";
    }

    /** Writes the legend in as many lines as it needs, and returns where it ends. */
    private static double legend(final List<Panel> panels, final double top, final StringBuilder out) {
        final Map<String, Series> named = new LinkedHashMap<>();
        panels.forEach(panel -> panel.series().stream().filter(s -> !s.name().isEmpty() && s.values().length == 0)
            .forEach(s -> named.putIfAbsent(s.name(), s)));
        final List<List<String>> lines = new ArrayList<>();
        double used = WIDTH;
        for (final String name : named.keySet()) {
            final double width = KEY + Words.width(name, 7) + 10;
            if (used + width > WIDTH - 8) {
                lines.add(new ArrayList<>());
                used = 8;
            }
            used += width;
            lines.get(lines.size() - 1).add(name);
        }
        double y = top;
        for (final List<String> line : lines) {
            double x = 8;
            for (final String name : line) {
                out.append(PanelSvg.key(named.get(name), x, y + 4)).append("<text x=\"").append(Places.text(x + KEY))
                    .append("\" y=\"").append(Places.text(y + 6.5)).append("\">")
                    .append(Words.markup(Words.sentence(name), 7)).append("</text>\n");
                x += KEY + Words.width(name, 7) + 10;
            }
            y += LINE;
        }
        return y;
    }
}
