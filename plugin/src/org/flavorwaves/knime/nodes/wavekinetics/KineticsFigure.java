package org.flavorwaves.knime.nodes.wavekinetics;

import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * Actions of the waves over time and wave number, Pz by angle, and the sum of the actions over time; of random phases
 * their intensities.
 */
final class KineticsFigure {
    static final String TITLE = "Flavor-wave kinetics";

    private KineticsFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final String wave = CellTable.unit(tables[1], "k");
        final String time = CellTable.unit(tables[0], "t");
        final Map<String, CellTable> waves = CellTable.of(tables[1], "t", "k", "action", "intensity");
        final Map<String, CellTable> modes =
            CellTable.of(tables[0], "t", "mode", StateColumns.SPECIES, StateColumns.VZ, StateColumns.PZ, "length");
        return new FigureBuilder(TITLE, "the evolution has no output")
            .cells(tables[2], name -> panels(modes.get(name), waves.get(name), time, wave)).build();
    }

    private static List<Panel> panels(final CellTable background, final CellTable waves, final String time,
        final String wave) {
        final Evolution evolution = new Evolution(time);
        final List<Panel> panels = new ArrayList<>();
        final boolean random = waves != null && Arrays.stream(waves.numbers("action")).allMatch(Double::isNaN);
        final String value = random ? "intensity" : "action";
        if (waves != null) {
            panels.addAll(evolution.spectrum(random ? "Intensities of the waves" : "Actions of the waves", waves,
                "k", Axis.linear("K", wave), value,
                Axis.linear(random ? "Intensity |A|² per k" : "Action Σ|A|²", Axis.NUMBER)));
        }
        if (background != null) {
            panels.addAll(evolution.byAngle(background, StateColumns.VZ));
        }
        if (waves != null && !panels.isEmpty()) {
            final double[][] total = Evolution.total(waves, value);
            panels.add(Panel.of("", Axis.linear("t", time),
                Axis.log(random ? "Sum of all intensities" : "Action of all waves", Axis.NUMBER),
                List.of(Series.of("", Kind.LINE, Color.BLUE, total[0], total[1]))));
        }
        return panels;
    }
}
