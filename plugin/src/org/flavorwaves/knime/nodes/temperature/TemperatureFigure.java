package org.flavorwaves.knime.nodes.temperature;

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

/** Entropy and beta of the thermal states over their energy, beside the state itself, and the fit of a temperature. */
final class TemperatureFigure {
    static final String TITLE = "Flavor temperature";

    private static final String BRANCH = "branch";

    private static final String BETA = "beta";

    private static final String ENTROPY = "entropy";

    private static final String ENERGY = "U";

    private final BufferedDataTable m_branches;

    private TemperatureFigure(final BufferedDataTable branches) {
        m_branches = branches;
    }

    static Figure of(final BufferedDataTable... tables) {
        final TemperatureFigure figure = new TemperatureFigure(tables[0]);
        final Map<String, CellTable> states =
            CellTable.of(tables[0], BRANCH, BETA, ENTROPY, ENERGY, "stable_at_energy", "preferred", "family");
        final Map<String, CellTable> modes = CellTable.of(tables[1], "P", "P_thermal");
        final FigureBuilder builder = new FigureBuilder(TITLE, "there is neither a thermal state nor a fit");
        CellTable.of(tables[2], ENTROPY, ENERGY, "beta_fit", StateColumns.RESULT).forEach((name, row) -> builder.cell(
            name, row.word(StateColumns.RESULT), () -> figure.panels(states.get(name), modes.get(name), row)));
        return builder.build();
    }

    private List<Panel> panels(final CellTable states, final CellTable modes, final CellTable summary) {
        final List<Panel> panels = new ArrayList<>();
        final Axis energy = Axis.linear("Polarization energy U", CellTable.unit(m_branches, ENERGY));
        if (states != null && Arrays.stream(states.numbers(ENERGY)).anyMatch(Double::isFinite)) {
            final List<Series> entropies = new ArrayList<>(points(states, ENTROPY));
            entropies.add(Series.of("the state itself", Kind.MARKS, Color.INK, new double[]{summary.number(ENERGY)},
                new double[]{summary.number(ENTROPY)}, "state"));
            panels.add(Panel.of("", energy, Axis.linear("Entropy S", CellTable.unit(m_branches, ENTROPY)), entropies));
            panels.add(Panel.of("", energy, Axis.linear("β", CellTable.unit(m_branches, BETA)), points(states, BETA)));
        }
        if (modes != null && Arrays.stream(modes.numbers("P_thermal")).anyMatch(Double::isFinite)) {
            final double most = Arrays.stream(modes.numbers("P_thermal")).max().orElse(0);
            panels.add(Panel.of("Fit of one temperature", Axis.linear("|P| thermal at the fitted β", Axis.NUMBER),
                Axis.linear("|P| of the state", Axis.NUMBER), List.of(
                    Series.of("", Kind.THIN, Color.GREY, new double[]{0, most}, new double[]{0, most}),
                    Series.of("modes", Kind.POINTS, Color.BLUE, modes.numbers("P_thermal"), modes.numbers("P"),
                        IntStream.range(0, modes.rows()).mapToObj(r -> "mode " + r).toArray(String[]::new)))));
        }
        return panels;
    }

    /** Thermal states that are the largest entropy near them, and others. */
    private static List<Series> points(final CellTable states, final String column) {
        final List<Series> series = new ArrayList<>();
        for (final int stable : new int[]{1, 0}) {
            final int[] rows = IntStream.range(0, states.rows())
                .filter(r -> states.numbers("stable_at_energy")[r] == stable).toArray();
            if (rows.length > 0) {
                series.add(Series.of(stable == 1 ? "stable thermal states" : "unstable thermal states",
                    Kind.POINTS, stable == 1 ? Color.GREEN : Color.GREY, states.numbers(ENERGY, rows),
                    states.numbers(column, rows), IntStream.of(rows).mapToObj(r -> "branch "
                        + (int) states.numbers(BRANCH)[r]).toArray(String[]::new)));
            }
        }
        return series;
    }
}
