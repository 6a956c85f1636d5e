package org.flavorwaves.knime.nodes.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Where the cells of a survey lie: along a line, in a plane, or in slices of a volume. */
final class SurveyMap {
    private static final List<String> NAMES = List.of("x", "y", "z");

    private static final long MOST_ROWS = 5_000_000;

    /** Levels along an axis that are slices each; of more, so many slabs are. */
    private static final int SLICES = 24;

    /** Share of the places of a grid that must have a cell for a map without gaps. */
    private static final double FILLED = 0.5;

    private final Map<String, double[]> m_places = new LinkedHashMap<>();

    private final Map<String, String> m_units = new HashMap<>();

    private final double[] m_growth;

    private final String[] m_names;

    private final ColorScale m_scale;

    /**
     * Reads the places of cells.
     *
     * @param table has the columns cell and x, y, z, as many as there are
     * @param names the cells
     * @param growth their growth rates; 0 of stable ones, NaN if not known
     * @param rate unit of the growth rates
     */
    SurveyMap(final BufferedDataTable table, final String[] names, final double[] growth, final String rate) {
        m_names = names;
        m_growth = growth;
        m_scale = ColorScale.log("Growth rate", rate, growth);
        final DataTableSpec spec = table.getDataTableSpec();
        final List<String> there = NAMES.stream().filter(spec::containsName).toList();
        if (names.length == 0 || there.isEmpty() || !spec.containsName(StateColumns.CELL)
            || table.size() > MOST_ROWS) {
            return;
        }
        final Map<String, double[]> known = read(table, there);
        for (int a = 0; a < there.size(); a++) {
            final int axis = a;
            final double[] places = Arrays.stream(names)
                .mapToDouble(name -> known.containsKey(name) ? known.get(name)[axis] : Double.NaN).toArray();
            if (levels(places, IntStream.range(0, places.length).toArray()).length > 1) {
                m_places.put(there.get(a), places);
                m_units.put(there.get(a), CellTable.unit(table, there.get(a)));
            }
        }
    }

    /** What the first row of each cell has in columns. */
    private static Map<String, double[]> read(final BufferedDataTable table, final List<String> columns) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int cell = spec.findColumnIndex(StateColumns.CELL);
        final int[] at = columns.stream().mapToInt(spec::findColumnIndex).toArray();
        final Map<String, double[]> known = new HashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                known.computeIfAbsent(row.getCell(cell).toString(), name -> IntStream.of(at).mapToDouble(
                    c -> row.getCell(c) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN).toArray());
            }
        }
        return known;
    }

    private static double[] levels(final double[] places, final int[] rows) {
        return IntStream.of(rows).mapToDouble(r -> places[r]).filter(Double::isFinite).sorted().distinct().toArray();
    }

    /** All cells: over the line, in the plane, or projected on two planes. */
    List<Panel> panels() {
        final int[] all = IntStream.range(0, m_growth.length).toArray();
        final List<String> axes = List.copyOf(m_places.keySet());
        return switch (axes.size()) {
            case 0 -> List.of();
            case 1 -> List.of(line(axes.get(0)));
            case 2 -> List.of(plane(axes.get(0), axes.get(1), all));
            default -> List.of(points(axes.get(0), axes.get(1), all), points(axes.get(0), axes.get(2), all));
        };
    }

    /** The slices of a volume by their names; none of what has fewer dimensions. */
    Map<String, Panel> slices() {
        final Map<String, Panel> slices = new LinkedHashMap<>();
        final List<String> axes = List.copyOf(m_places.keySet());
        for (int across = axes.size() - 1; across >= 0 && axes.size() == 3; across--) {
            final List<String> plane = new ArrayList<>(axes);
            final String axis = plane.remove(across);
            final double[] places = m_places.get(axis);
            final double[] levels = levels(places, IntStream.range(0, places.length).toArray());
            final int count = Math.min(SLICES, levels.length);
            for (int s = 0; s < count; s++) {
                final double from = levels[s * levels.length / count];
                final double to = levels[(s + 1) * levels.length / count - 1];
                final int[] rows = IntStream.range(0, places.length)
                    .filter(r -> places[r] >= from && places[r] <= to).toArray();
                slices.put(axis + " = " + CellLoop.brief(from) + (to > from ? " to " + CellLoop.brief(to) : "")
                    + (m_units.get(axis).isEmpty() ? "" : " " + m_units.get(axis)),
                    plane(plane.get(0), plane.get(1), rows));
            }
        }
        return slices;
    }

    private Panel line(final String axis) {
        final int[] growing = growing(IntStream.range(0, m_growth.length).toArray());
        return Panel.of("", axis(axis), Axis.log(m_scale.quantity(), m_scale.unit()), List.of(Series.of("",
            Kind.POINTS, Color.RED, pick(m_places.get(axis), growing), pick(m_growth, growing), names(growing))));
    }

    private Axis axis(final String name) {
        return Axis.linear(name, m_units.get(name));
    }

    private int[] growing(final int[] rows) {
        return IntStream.of(rows).filter(r -> m_growth[r] > 0).toArray();
    }

    /** A map without gaps of cells on a grid, else points. */
    private Panel plane(final String across, final String up, final int[] rows) {
        final double[] x = levels(m_places.get(across), rows);
        final double[] y = levels(m_places.get(up), rows);
        if (x.length < 2 || y.length < 2 || rows.length < FILLED * x.length * y.length) {
            return points(across, up, rows);
        }
        final double[] growth = new double[x.length * y.length];
        Arrays.fill(growth, Double.NaN);
        for (final int r : rows) {
            final int column = Arrays.binarySearch(x, m_places.get(across)[r]);
            final int row = Arrays.binarySearch(y, m_places.get(up)[r]);
            if (column >= 0 && row >= 0 && m_growth[r] > 0) {
                final int at = row * x.length + column;
                growth[at] = Double.isNaN(growth[at]) ? m_growth[r] : Math.max(growth[at], m_growth[r]);
            }
        }
        return Panel.of("", axis(across), axis(up), List.of(stable(across, up, rows)))
            .heated(HeatMap.at(x, y, growth), m_scale);
    }

    private Panel points(final String across, final String up, final int[] rows) {
        final int[] growing = growing(rows);
        return Panel.of("", axis(across), axis(up), List.of(stable(across, up, rows),
            Series.valued("", pick(m_places.get(across), growing), pick(m_places.get(up), growing),
                pick(m_growth, growing), names(growing)))).colored(m_scale);
    }

    private Series stable(final String across, final String up, final int[] rows) {
        final int[] stable = IntStream.of(rows).filter(r -> m_growth[r] == 0).toArray();
        return Series.of("stable", Kind.POINTS, Color.GREY, pick(m_places.get(across), stable),
            pick(m_places.get(up), stable), names(stable));
    }

    private static double[] pick(final double[] all, final int[] rows) {
        return IntStream.of(rows).mapToDouble(r -> all[r]).toArray();
    }

    private String[] names(final int[] rows) {
        return IntStream.of(rows).mapToObj(r -> m_names[r]).toArray(String[]::new);
    }
}
