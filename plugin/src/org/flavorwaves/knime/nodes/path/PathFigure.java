package org.flavorwaves.knime.nodes.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.knime.core.node.BufferedDataTable;

/** Spectra before and after with the split, and the polarization along the path with its events. */
final class PathFigure {
    static final String TITLE = "Equilibrium path";

    /** Modes between which a line would claim what is not there. */
    private static final int FEW = 30;

    private static final String LAMBDA = "matterPotential";

    private static final String STRENGTH = "selfInteraction";

    private static final List<String> FIELDS = List.of("J0x", "J0y", "J0z");

    private final BufferedDataTable[] m_tables;

    private PathFigure(final BufferedDataTable[] tables) {
        m_tables = tables;
    }

    /** Of the tables of points, events, the state at the end, the summary, and the state at the start. */
    static Figure of(final BufferedDataTable[] tables) {
        if (tables[0].getDataTableSpec().containsName("smallest_gap")) {
            return ThreeFlavorPathFigure.of(tables);
        }
        final PathFigure figure = new PathFigure(tables);
        final String[] state = {StateColumns.SPECIES, StateColumns.OMEGA, "E", StateColumns.P0, StateColumns.PX,
            StateColumns.PY, StateColumns.PZ};
        final Map<String, CellTable> points =
            CellTable.of(tables[0], LAMBDA, STRENGTH, "J0x", "J0y", "J0z", "omega_corotating", "smallest_field");
        final Map<String, CellTable> events = CellTable.of(tables[1], "kind", LAMBDA, STRENGTH, "J0x", "J0y", "J0z");
        final Map<String, CellTable> ends = CellTable.of(tables[2], state);
        final Map<String, CellTable> starts = CellTable.of(tables[4], state);
        final FigureBuilder builder = new FigureBuilder(TITLE, "the path has no points");
        CellTable.of(tables[3], "split_state", "omega_corotating", StateColumns.RESULT).forEach((name, row) -> builder
            .cell(name, row.word(StateColumns.RESULT), () -> figure.panels(points.get(name), events.get(name),
                new CellTable[]{starts.get(name), ends.get(name)}, row)));
        return builder.build();
    }

    private List<Panel> panels(final CellTable points, final CellTable events, final CellTable[] states,
        final CellTable summary) {
        if (points == null || points.rows() == 0) {
            return List.of();
        }
        final List<Panel> panels = new ArrayList<>(spectra(states, summary));
        final boolean alongLambda = changes(points.numbers(LAMBDA));
        final String parameter = alongLambda ? LAMBDA : STRENGTH;
        final double[] x = points.numbers(parameter);
        final Axis axis = axis(alongLambda, x);
        final List<Series> fields = new ArrayList<>();
        for (int c = 0; c < FIELDS.size(); c++) {
            fields.add(Series.of(FIELDS.get(c), Kind.LINE, Color.of(c), x, points.numbers(FIELDS.get(c))));
        }
        if (events != null) {
            fields.add(Series.of("events", Kind.MARKS, Color.INK, events.numbers(parameter), events.numbers("J0z"),
                events.words("kind")));
        }
        panels.add(Panel.of("", axis, Axis.linear("J⁰", CellTable.unit(m_tables[0], "J0x")), fields));
        if (changes(points.numbers("omega_corotating"))) {
            panels.add(Panel.of("", axis,
                Axis.linear("Co-rotation Ω", CellTable.unit(m_tables[0], "omega_corotating")),
                List.of(Series.of("", Kind.LINE, Color.GREEN, x, points.numbers("omega_corotating")))));
        } else {
            panels.add(Panel.of("", axis, Axis.log("Smallest |H|", CellTable.unit(m_tables[0], "smallest_field")),
                List.of(Series.of("", Kind.LINE, Color.GREEN, x, points.numbers("smallest_field")))));
        }
        return panels;
    }

    private Axis axis(final boolean alongLambda, final double[] x) {
        return axis(alongLambda, x, CellTable.unit(m_tables[0], LAMBDA));
    }

    /** The axis of what changes along a path. */
    static Axis axis(final boolean alongLambda, final double[] x, final String potential) {
        final String name = alongLambda ? "Matter potential λ" : "Self-interaction q";
        final String unit = alongLambda ? potential : Axis.NUMBER;
        final double[] sizes = Arrays.stream(x).filter(v -> v > 0).sorted().toArray();
        final boolean zero = sizes.length == x.length - 1 && Arrays.stream(x).anyMatch(v -> v == 0);
        final boolean wide = sizes.length > 1 && (zero || sizes.length == x.length)
            && sizes[sizes.length - 1] > 100 * sizes[0];
        return wide ? Axis.log(zero ? name + ", without 0" : name, unit) : Axis.linear(name, unit);
    }

    static boolean changes(final double[] values) {
        return Arrays.stream(values).anyMatch(v -> Math.abs(v - values[0]) > 1e-12 * Math.abs(values[0]));
    }

    /** Pz before and after over s omega, s = -1 for antineutrinos, by which modes are driven alike. */
    private List<Panel> spectra(final CellTable[] states, final CellTable summary) {
        if (states[1] == null || !states[1].has(StateColumns.OMEGA)) {
            return List.of();
        }
        final List<Series> series = new ArrayList<>();
        for (int end = 0; end < 2; end++) {
            if (states[end] != null && states[end].has(StateColumns.PZ) && states[end].has(StateColumns.OMEGA)) {
                series.add(spectrum(states[end], end == 0));
            }
        }
        final double split = summary.number("split_state");
        if (Double.isFinite(split)) {
            series.add(Series.of("split", Kind.DASHED, Color.INK, new double[]{split, split}, new double[]{-1, 1}));
        }
        return List.of(Panel.of("", Axis.linear("s ω", CellTable.unit(m_tables[2], StateColumns.OMEGA)),
            Axis.linear("Pz/|P|", Axis.NUMBER).from(-1.05, 1.05), series));
    }

    private static Series spectrum(final CellTable state, final boolean before) {
        final double[] signs = Arrays.stream(state.words(StateColumns.SPECIES))
            .mapToDouble(s -> s.equals("nu") ? 1 : -1).toArray();
        final int[] order = IntStream.range(0, state.rows()).boxed().sorted((a, b) -> Double.compare(
            signs[a] * state.numbers(StateColumns.OMEGA)[a], signs[b] * state.numbers(StateColumns.OMEGA)[b]))
            .mapToInt(i -> i).toArray();
        final double[] x = new double[order.length];
        final double[] y = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            final int r = order[i];
            final double length = Math.hypot(Math.hypot(state.numbers(StateColumns.PX)[r],
                state.numbers(StateColumns.PY)[r]), state.numbers(StateColumns.PZ)[r]);
            x[i] = signs[r] * state.numbers(StateColumns.OMEGA)[r];
            y[i] = state.numbers(StateColumns.PZ)[r] / length;
        }
        return Series.of(before ? "before" : "after", !before ? Kind.POINTS : x.length < FEW ? Kind.MARKS : Kind.THIN,
            before ? Color.GREY : Color.RED, x, y);
    }
}
