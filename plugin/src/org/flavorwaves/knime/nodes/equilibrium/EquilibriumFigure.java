package org.flavorwaves.knime.nodes.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.ModePanels;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** Directions of P and of H, and the length of H, mode by mode. */
final class EquilibriumFigure {
    static final String TITLE = "Mixing equilibrium";

    private static final List<String> LEVELS = List.of("level1", "level2", "level3");

    private static final int FEW = 60;

    /** Colors of the levels. */
    private static final List<Color> SHADES = List.of(Color.BLUE, Color.RED, Color.GREEN);

    private EquilibriumFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final Map<String, CellTable> cells = CellTable.of(tables[0], StateColumns.SPECIES, StateColumns.OMEGA,
            StateColumns.ENERGY, StateColumns.MU, StateColumns.VZ, StateColumns.PX, StateColumns.PY, StateColumns.PZ,
            StateColumns.HX, StateColumns.HY, StateColumns.HZ, "rho_ee", LEVELS.get(0), LEVELS.get(1), LEVELS.get(2));
        return new FigureBuilder(TITLE, "no equilibrium was found")
            .cells(tables[1], name -> panels(cells.get(name), tables[0])).build();
    }

    private static List<Panel> panels(final CellTable modes, final BufferedDataTable state) {
        if (modes != null && modes.has(LEVELS.get(0))) {
            return threeFlavors(modes, state);
        }
        if (modes == null || Arrays.stream(modes.numbers(StateColumns.HZ)).noneMatch(Double::isFinite)) {
            return List.of();
        }
        final ModePanels panels = new ModePanels(modes, state);
        final List<Series> fields = panels.points(": H", List.of(Color.SKY, Color.ORANGE),
            r -> cosine(modes, r, StateColumns.HX, StateColumns.HY, StateColumns.HZ));
        final List<Series> states = panels.points(": P", List.of(Color.BLUE, Color.RED),
            r -> cosine(modes, r, StateColumns.PX, StateColumns.PY, StateColumns.PZ));
        final List<Panel> all = new ArrayList<>();
        for (int s = 0; s < states.size(); s++) {
            all.add(panels.panel(states.get(s).name().startsWith("anti") ? "Antineutrinos" : "Neutrinos",
                Axis.linear("Cosine to the flavor axis", Axis.NUMBER).from(-1.05, 1.05),
                List.of(behind(fields.get(s)), states.get(s))));
        }
        all.add(panels.panel("", Axis.linear("|H|", CellTable.unit(state, StateColumns.HX)),
                panels.points(": H", List.of(Color.SKY, Color.ORANGE),
                    r -> length(modes, r, StateColumns.HX, StateColumns.HY, StateColumns.HZ))));
        return all;
    }

    /** The levels of H, and what of each mode is of electron flavor. */
    private static List<Panel> threeFlavors(final CellTable modes, final BufferedDataTable state) {
        if (Arrays.stream(modes.numbers(LEVELS.get(0))).noneMatch(Double::isFinite)) {
            return List.of();
        }
        final ModePanels panels = new ModePanels(modes, state);
        final List<Series> levels = new ArrayList<>();
        for (int l = 0; l < LEVELS.size(); l++) {
            final String level = LEVELS.get(l);
            final List<Series> both = panels.points(": level " + (l + 1), List.of(SHADES.get(l), SHADES.get(l)),
                r -> modes.numbers(level)[r]);
            both.forEach(series -> levels.add(series.name().startsWith("anti") ? series : behind(series)));
        }
        return List.of(panels.panel("", Axis.linear("Levels of H", CellTable.unit(state, LEVELS.get(0))), levels),
            panels.panel("", Axis.linear("Occupation with electron flavor", Axis.NUMBER),
                panels.points(": ρee", List.of(Color.ORANGE, Color.PURPLE), r -> modes.numbers("rho_ee")[r])));
    }

    /** Few points are drawn larger than those that may lie on them. */
    private static Series behind(final Series points) {
        return points.x().length > FEW ? points : points.marked();
    }

    private static double length(final CellTable modes, final int row, final String x, final String y,
        final String z) {
        return Math.hypot(Math.hypot(modes.numbers(x)[row], modes.numbers(y)[row]), modes.numbers(z)[row]);
    }

    private static double cosine(final CellTable modes, final int row, final String x, final String y,
        final String z) {
        return modes.numbers(z)[row] / length(modes, row, x, y, z);
    }
}
