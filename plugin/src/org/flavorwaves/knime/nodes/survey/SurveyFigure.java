package org.flavorwaves.knime.nodes.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** How many cells grow how fast, and growth against the depth of the crossing; a map where cells have places. */
final class SurveyFigure {
    static final String TITLE = "Stability survey";

    private static final String GROWTH = "growth";

    private static final String DEPTH = "crossing_depth";

    private static final List<String> KINDS = List.of("fast", "slow", "collisional");

    private static final String ALL = "all cells";

    private static final int BINS_A_DECADE = 5;

    private static final int DECADES = 12;

    private static final int MOST = 8000;

    private final BufferedDataTable m_table;

    private final String m_rate;

    private final CellTable m_cells;

    private final TreeMap<Integer, Integer> m_bins;

    private SurveyFigure(final BufferedDataTable table) {
        m_table = table;
        m_rate = CellTable.unit(table, GROWTH);
        m_cells = CellTable.sample(table, MOST, StateColumns.CELL, "kind", GROWTH, DEPTH);
        m_bins = bins();
    }

    static Figure of(final BufferedDataTable... tables) {
        final FigureBuilder builder = new FigureBuilder(TITLE, "no cell has a wave that grows");
        final SurveyFigure figure = new SurveyFigure(tables[0]);
        final SurveyMap map = figure.map(tables[0].getDataTableSpec().containsName("x") ? tables[0] : tables[2]);
        final String caption = CellTable.whole(tables[1], StateColumns.RESULT).word(StateColumns.RESULT);
        final Map<String, Panel> slices = figure.isStable() ? Map.of() : map.slices();
        builder.chosenBy(slices.isEmpty() ? "Cell" : "Slice").cell(slices.isEmpty() ? "" : ALL, caption,
            () -> figure.panels(map.panels()));
        slices.forEach((name, slice) -> builder.cell(name, caption, () -> List.of(slice)));
        return builder.build();
    }

    private SurveyMap map(final BufferedDataTable places) {
        return new SurveyMap(places, names(IntStream.range(0, m_cells.rows()).toArray()), m_cells.numbers(GROWTH),
            m_rate);
    }

    private boolean isStable() {
        return m_bins.isEmpty();
    }

    private List<Panel> panels(final List<Panel> maps) {
        final double[] growth = m_cells.numbers(GROWTH);
        final int[] unstable = IntStream.range(0, growth.length).filter(r -> growth[r] > 0).toArray();
        if (isStable()) {
            return List.of();
        }
        final List<Panel> panels = new ArrayList<>(maps);
        panels.add(histogram(m_bins));
        panels.add(Panel.of("", Axis.linear("Depth of the crossing, min(I₊, I₋)/max", Axis.NUMBER),
            Axis.log("Growth rate", m_rate), byKind(unstable)));
        return panels;
    }

    private String[] names(final int[] rows) {
        return m_cells.has(StateColumns.CELL) ? IntStream.of(rows).mapToObj(r -> name(r)).toArray(String[]::new)
            : new String[0];
    }

    /** Cells are named by texts or by integers. */
    private String name(final int row) {
        final String[] names = m_cells.words(StateColumns.CELL);
        return names.length > 0 ? names[row] : Long.toString((long) m_cells.numbers(StateColumns.CELL)[row]);
    }

    private List<Series> byKind(final int[] unstable) {
        final List<Series> series = new ArrayList<>();
        for (int i = 0; i < KINDS.size(); i++) {
            final String kind = KINDS.get(i);
            final int[] rows = IntStream.of(unstable).filter(r -> m_cells.words("kind")[r].equals(kind)).toArray();
            if (rows.length > 0) {
                series.add(Series.of(kind, Kind.POINTS, Color.of(i + 1), m_cells.numbers(DEPTH, rows),
                    m_cells.numbers(GROWTH, rows), names(rows)));
            }
        }
        return series;
    }

    /** Numbers of all cells in intervals of equal ratio. */
    private TreeMap<Integer, Integer> bins() {
        final int column = m_table.getDataTableSpec().findColumnIndex(GROWTH);
        final TreeMap<Integer, Integer> bins = new TreeMap<>();
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext()) {
                final DataCell cell = rows.next().getCell(column);
                if (!cell.isMissing() && ((DoubleValue) cell).getDoubleValue() > 0) {
                    bins.merge((int) Math.floor(BINS_A_DECADE * Math.log10(((DoubleValue) cell).getDoubleValue())), 1,
                        Integer::sum);
                }
            }
        }
        return bins;
    }

    /** The outline of bars. */
    private Panel histogram(final TreeMap<Integer, Integer> bins) {
        final int first = Math.max(bins.firstKey(), bins.lastKey() - BINS_A_DECADE * DECADES);
        final int count = bins.lastKey() - first + 1;
        final double[] x = new double[2 * count + 2];
        final double[] y = new double[x.length];
        for (int i = 0; i <= count; i++) {
            x[2 * i] = Math.pow(10, (double) (first + i) / BINS_A_DECADE);
            x[2 * i + 1] = x[2 * i];
            y[2 * i] = i == 0 ? 0 : bins.getOrDefault(first + i - 1, 0);
            y[2 * i + 1] = i == count ? 0 : bins.getOrDefault(first + i, 0);
        }
        return Panel.of("", Axis.log("Growth rate", m_rate), Axis.linear("Cells", Axis.NUMBER),
            List.of(Series.of("cells", Kind.AREA, Color.BLUE, x, y)));
    }
}
