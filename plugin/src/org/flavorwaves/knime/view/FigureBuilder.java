package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** Collects the drawings of the cells of a node, as many as a page can carry. */
public final class FigureBuilder {
    /** Letters of all data, which keep a page below a megabyte. */
    private static final int ROOM = 260_000;

    /** Names of cells without drawing that a page lists. */
    private static final int NAMES = 400;

    private final String m_title;

    private final String m_nothing;

    private final List<Figure.Cell> m_cells = new ArrayList<>();

    private final List<String> m_left = new ArrayList<>();

    private String m_choice = "Cell";

    private int m_all;

    private int m_letters;

    /**
     * Starts a figure.
     *
     * @param title what it shows
     * @param nothing why there may be nothing to show, as the end of a sentence
     */
    public FigureBuilder(final String title, final String nothing) {
        m_title = title;
        m_nothing = nothing;
    }

    /**
     * Says what the drawings are if they are not those of cells.
     *
     * @param choice one of them: "Slice"
     * @return this
     */
    public FigureBuilder chosenBy(final String choice) {
        m_choice = choice;
        return this;
    }

    /**
     * Adds the drawing of a cell, unless the page is full.
     *
     * @param name name of the cell, empty if the table is not divided into cells
     * @param caption what the drawing says
     * @param panels makes the panels; none if there is nothing to show
     * @return this
     */
    public FigureBuilder cell(final String name, final String caption, final Supplier<List<Panel>> panels) {
        m_all++;
        if (m_letters < ROOM) {
            final List<Panel> made = distinct(panels.get());
            final int letters = 100 + caption.length() + made.stream().mapToInt(FigureBuilder::letters).sum();
            if (m_cells.isEmpty() || m_letters + letters <= ROOM) {
                m_cells.add(new Figure.Cell(name, caption, made));
            } else {
                m_left.add(name);
            }
            m_letters += letters;
        } else if (m_left.size() < NAMES) {
            m_left.add(name);
        }
        return this;
    }

    /**
     * Adds the cells of a summary, each with its sentence of result.
     *
     * @param summary table with a column of results
     * @param panels makes the panels of a cell from its name
     * @return this
     */
    public FigureBuilder cells(final BufferedDataTable summary, final Function<String, List<Panel>> panels) {
        CellTable.of(summary, StateColumns.RESULT)
            .forEach((name, row) -> cell(name, row.word(StateColumns.RESULT), () -> panels.apply(name)));
        return this;
    }

    /** How much room the data of a panel take. */
    private static int letters(final Panel panel) {
        int letters = 400;
        for (final HeatMap heat : panel.heat()) {
            letters += letters(heat.x()) + letters(heat.y()) + letters(heat.levels()) + heat.cells().length();
        }
        for (final Series series : panel.series()) {
            letters += 140 + letters(series.x()) + letters(series.y()) + letters(series.values())
                + Arrays.stream(series.labels()).mapToInt(label -> label.length() + 3).sum()
                + 4 * series.shifts().length;
        }
        return letters;
    }

    private static int letters(final double[] numbers) {
        return Arrays.stream(numbers).mapToInt(x -> Double.isFinite(x) ? Double.toString(x).length() + 1 : 6).sum();
    }

    /** Gives another color to a name of the legend that would look like an earlier one. */
    private static List<Panel> distinct(final List<Panel> panels) {
        final Map<String, String> looks = new HashMap<>();
        final Map<String, Color> colors = new HashMap<>();
        for (final Panel panel : panels) {
            for (final Series series : panel.series()) {
                if (!series.name().isEmpty() && series.values().length == 0 && !colors.containsKey(series.name())) {
                    Color color = series.color();
                    for (int i = 0; i < Color.values().length && looks.containsKey(look(series, color)); i++) {
                        color = Color.of(i);
                    }
                    looks.put(look(series, color), series.name());
                    colors.put(series.name(), color);
                }
            }
        }
        return panels.stream().map(panel -> panel.with(panel.series().stream()
            .map(series -> series.in(colors.getOrDefault(series.name(), series.color()))).toList())).toList();
    }

    private static String look(final Series series, final Color color) {
        return switch (series.kind()) {
            case LINE, AREA, THIN -> "line";
            case DASHED -> "dashed";
            case POINTS -> "point";
            case MARKS -> "mark";
        } + color;
    }

    /**
     * Ends the figure.
     *
     * @return the figure
     */
    public Figure build() {
        return new Figure(m_title, m_choice, m_nothing, m_all, m_cells, m_left);
    }
}
