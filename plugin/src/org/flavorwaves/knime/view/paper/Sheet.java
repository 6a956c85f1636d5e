package org.flavorwaves.knime.view.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.paper.Paper.Anchor;

/** A drawing of the width of a journal's column: panels below one another, then the legend; texts of 7 and 8 points. */
final class Sheet {
    /** Width of a journal's column, 86 mm, in points. */
    static final double WIDTH = 243.78;

    /** The same in millimeters. */
    static final double MILLIMETERS = 86;

    private static final double TEXT = 7;

    private static final double LINE = 11;

    private static final double KEY = 14;

    private Sheet() {
    }

    /** Draws below a place, and returns where the drawing ends. */
    static double draw(final Figure.Cell cell, final double top, final Paper paper) {
        final double left = cell.panels().stream().mapToDouble(PanelDrawing::labels).max().orElse(0);
        final boolean bars = cell.panels().stream().anyMatch(panel -> !panel.colors().isEmpty());
        final double[] sides = {left, WIDTH - (bars ? 50 : 9)};
        double y = top + 3;
        for (final Panel panel : cell.panels()) {
            final PanelDrawing drawing =
                new PanelDrawing(panel, paper, sides, y, cell.panels().size() == 1 ? 150 : 108);
            drawing.draw();
            y = drawing.bottom();
        }
        return legend(cell.panels(), y + 2, paper);
    }

    /** Writes the legend in as many lines as it needs, and returns where it ends. */
    private static double legend(final List<Panel> panels, final double top, final Paper paper) {
        final Map<String, Series> named = new LinkedHashMap<>();
        panels.forEach(panel -> panel.series().stream().filter(s -> !s.name().isEmpty() && s.values().length == 0)
            .forEach(s -> named.putIfAbsent(s.name(), s)));
        final List<List<String>> lines = new ArrayList<>();
        double used = WIDTH;
        for (final String name : named.keySet()) {
            final double width = KEY + Words.width(name, TEXT) + 10;
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
                PanelDrawing.key(named.get(name), paper, x, y + 4);
                paper.text(x + KEY, y + 6.5, Anchor.START, TEXT, Words.sentence(name));
                x += KEY + Words.width(name, TEXT) + 10;
            }
            y += LINE;
        }
        return y;
    }

    /** Writes a paragraph below a place, and returns where it ends. */
    static double paragraph(final String words, final double top, final Paper paper) {
        double y = top;
        StringBuilder line = new StringBuilder();
        for (final String word : Words.sentence(words).split(" ")) {
            if (line.length() > 0 && Words.width(line + " " + word, TEXT) > WIDTH - 18) {
                paper.text(9, y + 8, Anchor.START, TEXT, line.toString());
                y += LINE;
                line = new StringBuilder();
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        paper.text(9, y + 8, Anchor.START, TEXT, line.toString());
        return y + LINE;
    }
}
