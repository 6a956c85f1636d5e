package org.flavorwaves.knime.nodes.comparison;

import java.util.ArrayList;
import java.util.List;

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

/** Error against cost, and errors over time beside the change of the reference. */
final class CompareFigure {
    static final String TITLE = "Comparison of evolutions";

    private CompareFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final CellTable times = CellTable.whole(tables[0], "t", "change", "error_resolved", "error_theory", "scatter");
        final CellTable row = CellTable.whole(tables[1], "error_resolved", "error_theory", "wall_time_resolved",
            "wall_time_theory", "scatter", StateColumns.RESULT);
        return new FigureBuilder(TITLE, "there are no times to compare").cell("", row.word(StateColumns.RESULT),
            () -> panels(times, row, CellTable.unit(tables[0], "t"))).build();
    }

    private static List<Panel> panels(final CellTable times, final CellTable summary, final String unit) {
        final List<Series> errors = new ArrayList<>(List.of(
            Series.of("change of the reference", Kind.THIN, Color.GREY, times.numbers("t"), times.numbers("change")),
            Series.of("resolved run", Kind.LINE, Color.BLUE, times.numbers("t"), times.numbers("error_resolved")),
            Series.of("theory", Kind.LINE, Color.RED, times.numbers("t"), times.numbers("error_theory"))));
        if (summary.number("scatter") > 0) {
            errors.add(Series.of("scatter of a member", Kind.DASHED, Color.GREY, times.numbers("t"),
                times.numbers("scatter")));
        }
        return List.of(Panel.of("", Axis.log("Wall time", "s"),
            Axis.log("Error / change", Axis.NUMBER), List.of(point("resolved run", Color.BLUE, summary, "resolved"),
                point("theory", Color.RED, summary, "theory"))),
            Panel.of("", Axis.linear("t", unit), Axis.log("Root mean square of Pz", Axis.NUMBER), errors));
    }

    private static Series point(final String name, final Color color, final CellTable summary, final String which) {
        return Series.of(name, Kind.MARKS, color, new double[]{summary.number("wall_time_" + which)},
            new double[]{summary.number("error_" + which)}, name);
    }
}
