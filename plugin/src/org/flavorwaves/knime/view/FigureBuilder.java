package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the drawings of the cells of a node, as many as a page can carry. */
public final class FigureBuilder {
    /** Numbers of a figure, which keep a page below a megabyte. */
    private static final int MOST = 20_000;

    private final String m_title;

    private final String m_nothing;

    private final List<Figure.Cell> m_cells = new ArrayList<>();

    private int m_all;

    private int m_numbers;

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
     * Adds the drawing of a cell, unless the page is full.
     *
     * @param name name of the cell, empty if the table is not divided into cells
     * @param caption what the drawing says
     * @param panels makes the panels; none if there is nothing to show
     * @return this
     */
    public FigureBuilder cell(final String name, final String caption, final Supplier<List<Panel>> panels) {
        m_all++;
        if (m_numbers < MOST) {
            final List<Panel> made = panels.get();
            m_numbers += 30 + made.stream().mapToInt(FigureBuilder::numbers).sum();
            m_cells.add(new Figure.Cell(name, caption, made));
        }
        return this;
    }

    private static int numbers(final Panel panel) {
        return panel.heat().stream().mapToInt(h -> h.values().length).sum()
            + panel.series().stream().mapToInt(s -> 2 * s.x().length + s.values().length + s.labels().length).sum();
    }

    /**
     * Ends the figure.
     *
     * @return the figure
     */
    public Figure build() {
        return new Figure(m_title, m_nothing, m_all, m_cells);
    }
}
