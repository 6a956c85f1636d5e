package org.flavorwaves.knime.nodes.path;

import java.util.ArrayList;
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
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** Of three flavors: electron flavor of all modes before and after, and distances of levels along the path. */
final class ThreeFlavorPathFigure {
    private static final String LAMBDA = "matterPotential";

    private static final String STRENGTH = "selfInteraction";

    private ThreeFlavorPathFigure() {
    }

    /** Of the tables of points, events, the state at the end, the summary, and the state at the start. */
    static Figure of(final BufferedDataTable[] tables) {
        final Map<String, CellTable> points = CellTable.of(tables[0], LAMBDA, STRENGTH, "smallest_gap");
        final Map<String, CellTable> events = CellTable.of(tables[1], LAMBDA, STRENGTH, "level_gap", "kind");
        final String[] state = {StateColumns.SPECIES, StateColumns.OMEGA, StateColumns.ENERGY, StateColumns.MU,
            StateColumns.VZ, "rho_ee"};
        final Map<String, CellTable> ends = CellTable.of(tables[2], state);
        final Map<String, CellTable> starts = CellTable.of(tables[4], state);
        final FigureBuilder builder = new FigureBuilder(PathFigure.TITLE, "the path has no points");
        return builder.cells(tables[3],
            name -> panels(tables, points.get(name), events.get(name), starts.get(name), ends.get(name))).build();
    }

    private static List<Panel> panels(final BufferedDataTable[] tables, final CellTable points,
        final CellTable events, final CellTable start, final CellTable end) {
        if (points == null || points.rows() == 0) {
            return List.of();
        }
        final ModePanels modes = new ModePanels(end, tables[2]);
        final List<Series> electrons = new ArrayList<>(modes.points(": before", List.of(Color.SKY, Color.ORANGE),
            r -> start.numbers("rho_ee")[r]));
        electrons.addAll(modes.points(": after", List.of(Color.BLUE, Color.RED), r -> end.numbers("rho_ee")[r]));
        final boolean alongLambda = PathFigure.changes(points.numbers(LAMBDA));
        final String parameter = alongLambda ? LAMBDA : STRENGTH;
        final double[] x = points.numbers(parameter);
        final List<Series> gaps = new ArrayList<>(List.of(Series.of("smallest of all modes", Kind.LINE, Color.GREEN, x,
            points.numbers("smallest_gap"))));
        if (events != null) {
            gaps.add(Series.of("level crossings", Kind.MARKS, Color.INK, events.numbers(parameter),
                events.numbers("level_gap"), events.words("kind")));
        }
        return List.of(modes.panel("", Axis.linear("Occupation with electron flavor", Axis.NUMBER), electrons),
            Panel.of("", PathFigure.axis(alongLambda, x, CellTable.unit(tables[0], LAMBDA)),
                Axis.log("Distance of levels", CellTable.unit(tables[0], "smallest_gap")), gaps));
    }
}
