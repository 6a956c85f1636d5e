package org.flavorwaves.knime.nodes.flavomonkinetics;

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

/** Intensities of flavomons over time and wave number, the lepton number by angle, and the entropy over time. */
final class KineticsFigure {
    static final String TITLE = "Flavomon kinetics";

    private KineticsFigure() {
    }

    /** Of the tables of flavomons, lepton number, totals, and the summary. */
    static Figure of(final BufferedDataTable[] tables) {
        final Map<String, CellTable> waves = CellTable.of(tables[0], "t", "k", "intensity");
        final Map<String, CellTable> lepton = CellTable.of(tables[1], "t", StateColumns.MU, "G");
        final Map<String, CellTable> totals = CellTable.of(tables[2], "t", "S_neutrinos", "S_flavomons", "S");
        return new FigureBuilder(TITLE, "the evolution has no output")
            .cells(tables[3], name -> panels(waves.get(name), lepton.get(name), totals.get(name), tables)).build();
    }

    private static List<Panel> panels(final CellTable waves, final CellTable lepton, final CellTable totals,
        final BufferedDataTable[] tables) {
        final String time = CellTable.unit(tables[1], "t");
        final Evolution evolution = new Evolution(time);
        final List<Panel> panels = new ArrayList<>();
        if (waves != null) {
            panels.addAll(evolution.spectrum("Intensity of flavomons", waves, "k",
                Axis.linear("k", CellTable.unit(tables[0], "k")), "intensity",
                Axis.linear("Intensity |A|²", CellTable.unit(tables[0], "intensity"))));
        }
        if (lepton != null) {
            panels.addAll(evolution.field("Lepton number", lepton, StateColumns.MU,
                Axis.linear("cos θ", Axis.NUMBER).from(-1, 1), "G", Axis.linear("G", CellTable.unit(tables[1], "G"))));
        }
        if (totals != null && !panels.isEmpty()) {
            panels.add(Panel.of("", Axis.linear("t", time),
                Axis.linear("Entropy − start", CellTable.unit(tables[2], "S")), List.of(
                rise("neutrinos", Color.BLUE, totals, "S_neutrinos"),
                rise("flavomons", Color.RED, totals, "S_flavomons"), rise("together", Color.INK, totals, "S"))));
        }
        return panels;
    }

    /** An entropy since its start: the changes are small against what there is. */
    private static Series rise(final String name, final Color color, final CellTable totals, final String column) {
        final double[] values = totals.numbers(column).clone();
        final double start = values.length > 0 ? values[0] : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= start;
        }
        return Series.of(name, Kind.LINE, color, totals.numbers("t"), values);
    }
}
