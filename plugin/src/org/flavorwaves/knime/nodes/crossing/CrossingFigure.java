package org.flavorwaves.knime.nodes.crossing;

import java.util.Map;
import java.util.Optional;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.view.AngularPanels;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.paper.Figure;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.knime.core.node.BufferedDataTable;

/** The angular distribution with the zeros of G. */
final class CrossingFigure {
    static final String TITLE = "Crossings";

    private static final double[] NONE = {};

    private CrossingFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final Map<String, CellTable> states = CellTable.of(tables[0], AngularPanels.COLUMNS.toArray(String[]::new));
        final Map<String, CellTable> zeros =
            CellTable.of(tables[1], "cos_theta", StateColumns.VX, StateColumns.VY, StateColumns.VZ);
        final String unit = CellTable.unit(tables[2], "I_plus").isEmpty() ? "" : WeightUnit.PER_CM3.label();
        final FigureBuilder builder = new FigureBuilder(TITLE, "the state has no modes");
        CellTable.of(tables[2], StateColumns.RESULT, StateColumns.PAIR).forEach((name, row) -> {
            final CellTable found = zeros.get(name);
            final Optional<FlavorPair> pair = row.has(StateColumns.PAIR)
                ? Optional.of(FlavorPair.valueOf(row.word(StateColumns.PAIR))) : Optional.empty();
            builder.cell(name, row.word(StateColumns.RESULT), () -> found == null
                ? AngularPanels.of(states.get(name), unit, pair, NONE, NONE, NONE)
                : AngularPanels.of(states.get(name), unit, pair, found.numbers(StateColumns.VX),
                    found.numbers(StateColumns.VY), found.numbers("cos_theta")));
        });
        return builder.build();
    }
}
