package org.flavorwaves.knime.nodes.qke;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.table.StateColumns;
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

/** Power of the harmonics over time and wave number, mean Pz by angle, and the sum of the power over time. */
final class QkeFigure {
    static final String TITLE = "Resolved evolution";

    private static final String POWER = "Power Σ|P_K|²";

    private static final String RHO_EE = "rho_ee";

    private QkeFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final String wave = CellTable.unit(tables[1], "k");
        final String time = CellTable.unit(tables[0], "t");
        final Map<String, CellTable> powers = CellTable.of(tables[1], "t", "k", "power");
        final Map<String, CellTable> modes =
            CellTable.of(tables[0], "t", "mode", StateColumns.SPECIES, StateColumns.VZ, StateColumns.PZ, RHO_EE,
                "length");
        return new FigureBuilder(TITLE, "the evolution has no output")
            .cells(tables[2], name -> panels(modes.get(name), powers.get(name), time, wave)).build();
    }

    private static List<Panel> panels(final CellTable means, final CellTable powers, final String time,
        final String wave) {
        final Evolution evolution = new Evolution(time);
        final List<Panel> panels = new ArrayList<>();
        if (powers != null) {
            panels.addAll(evolution.spectrum("Power of the harmonics", powers, "k",
                Axis.linear("|K|", wave).from(0, Double.NaN), "power", Axis.linear(POWER, Axis.NUMBER)));
        }
        if (means != null) {
            panels.addAll(means.has(RHO_EE)
                ? evolution.byAngle(means, StateColumns.VZ, RHO_EE, "length", "⟨ρ_ee⟩ / |P(0)|")
                : evolution.byAngle(means, StateColumns.VZ));
        }
        if (!panels.isEmpty() && powers != null) {
            final double[][] total = Evolution.total(powers, "power");
            panels.add(Panel.of("", Axis.linear("t", time), Axis.log("Power of all harmonics", Axis.NUMBER),
                List.of(Series.of("", Kind.LINE, Color.BLUE, total[0], total[1]))));
        }
        return panels;
    }
}
