package org.flavorwaves.knime.nodes.entropy;

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
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** Entropy, and its production where it is known, mode by mode. */
final class EntropyFigure {
    static final String TITLE = "Flavor entropy";

    private static final String ENTROPY = "entropy";

    private static final String PRODUCTION = "entropy_production";

    private static final List<Color> COLORS = List.of(Color.BLUE, Color.ORANGE);

    private EntropyFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final Map<String, CellTable> cells = CellTable.of(tables[0], StateColumns.SPECIES, StateColumns.OMEGA,
            StateColumns.ENERGY, StateColumns.MU, StateColumns.VZ, ENTROPY, PRODUCTION);
        return new FigureBuilder(TITLE, "the state has no modes")
            .cells(tables[1], name -> panels(cells.get(name), tables[0])).build();
    }

    private static List<Panel> panels(final CellTable modes, final BufferedDataTable state) {
        if (modes == null) {
            return List.of();
        }
        final ModePanels panels = new ModePanels(modes, state);
        final List<Panel> list = new ArrayList<>(List.of(panels.panel("",
            Axis.linear("Entropy s of the mode", Axis.NUMBER).from(0, Double.NaN),
            panels.points("", COLORS, r -> modes.numbers(ENTROPY)[r]))));
        if (modes.has(PRODUCTION)) {
            list.add(panels.panel("", Axis.linear("Entropy production", CellTable.unit(state, PRODUCTION)),
                panels.points("", COLORS, r -> modes.numbers(PRODUCTION)[r])));
        }
        return list;
    }
}
