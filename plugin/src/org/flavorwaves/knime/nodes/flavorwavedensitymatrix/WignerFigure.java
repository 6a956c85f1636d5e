package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** The trace of the Wigner function as a map over place and wave number. */
final class WignerFigure {
    static final String TITLE = "Flavor-wave density matrix";

    private WignerFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final String length = CellTable.unit(tables[0], "z");
        final String wave = CellTable.unit(tables[0], "k");
        final Map<String, CellTable> all = CellTable.of(tables[0], "z", "k", "trace");
        final FigureBuilder builder = new FigureBuilder(TITLE, "the field has no waves");
        CellTable.of(tables[1], StateColumns.RESULT).forEach((name, row) -> builder.cell(name,
            row.word(StateColumns.RESULT), () -> panels(all.get(name), length, wave)));
        return builder.build();
    }

    private static List<Panel> panels(final CellTable wigner, final String length, final String wave) {
        if (wigner == null || Arrays.stream(wigner.numbers("trace")).allMatch(trace -> trace == 0)) {
            return List.of();
        }
        final double[] places = Arrays.stream(wigner.numbers("z")).distinct().toArray();
        final double[] waves = Arrays.stream(wigner.numbers("k")).distinct().toArray();
        final double[] trace = wigner.numbers("trace");
        final double[] values = new double[trace.length];
        for (int i = 0; i < trace.length; i++) {
            values[i % waves.length * places.length + i / waves.length] = trace[i];
        }
        return List.of(Panel.of("", Axis.linear("Place z", length), Axis.linear("K", wave), List.of())
            .heated(HeatMap.at(places, waves, values),
                ColorScale.diverging("Trace of the Wigner function", Axis.NUMBER, values)));
    }
}
