package org.flavorwaves.knime.nodes.flavorwaverelaxation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.Evolution;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** Actions over time and wave number, and the distance from equilibrium over time. */
final class RelaxationFigure {
    static final String TITLE = "Flavor-wave relaxation";

    private RelaxationFigure() {
    }

    /** Of the tables of actions, balance and summary. */
    static Figure of(final BufferedDataTable[] tables) {
        final Map<String, CellTable> actions = CellTable.of(tables[0], "t", "k", "action");
        final Map<String, CellTable> balance =
            CellTable.of(tables[1], "t", "imbalance", "distance_rayleigh_jeans");
        return new FigureBuilder(TITLE, "no wave carries an action")
            .cells(tables[2], name -> panels(actions.get(name), balance.get(name), tables)).build();
    }

    private static List<Panel> panels(final CellTable actions, final CellTable balance,
        final BufferedDataTable[] tables) {
        final List<Panel> panels = new ArrayList<>();
        if (actions == null || balance == null) {
            return panels;
        }
        final String time = CellTable.unit(tables[0], "t");
        panels.addAll(new Evolution(time).spectrum("Action of all bands", actions, "k",
            Axis.linear("K", CellTable.unit(tables[0], "k")), "action", Axis.linear("Action n", Axis.NUMBER)));
        final double[] t = balance.numbers("t");
        if (DoubleStream.concat(Arrays.stream(balance.numbers("imbalance")),
            Arrays.stream(balance.numbers("distance_rayleigh_jeans"))).noneMatch(x -> x > 0)) {
            return panels;
        }
        panels.add(Panel.of("", Axis.linear("t", time), Axis.log("Distance from equilibrium", Axis.NUMBER), List.of(
            Series.of("imbalance of resonances", Kind.LINE, Color.BLUE, t, balance.numbers("imbalance")),
            Series.of("from Rayleigh-Jeans, rms of ln", Kind.LINE, Color.RED, t,
                balance.numbers("distance_rayleigh_jeans")))));
        return panels;
    }
}
