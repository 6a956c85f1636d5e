package org.flavorwaves.knime.nodes.flavomonequilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.flavorwaves.physics.state.Species;
import org.knime.core.node.BufferedDataTable;

/** Thermal occupations over energy, and the balance of flavomons that the input leaves in each mode. */
final class EquilibriumFigure {
    static final String TITLE = "Flavomon equilibrium";

    private static final List<Color> COLORS = List.of(Color.BLUE, Color.GREEN, Color.RED, Color.PURPLE);

    /** Imbalance of a mode that is rounding. */
    private static final double ROUNDING = 1e-12;

    private EquilibriumFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final Map<String, CellTable> all =
            CellTable.of(tables[0], StateColumns.SPECIES, StateColumns.ENERGY, "f_e", "f_x", "imbalance");
        final FigureBuilder builder = new FigureBuilder(TITLE, "no thermal equilibrium was found");
        CellTable.of(tables[1], "temperature", StateColumns.RESULT).forEach((name, row) -> builder.cell(name,
            row.word(StateColumns.RESULT),
            () -> Double.isNaN(row.number("temperature")) ? List.of() : panels(all.get(name))));
        return builder.build();
    }

    private static List<Panel> panels(final CellTable modes) {
        if (modes == null) {
            return List.of();
        }
        final String[] species = modes.words(StateColumns.SPECIES);
        final List<Series> occupations = new ArrayList<>();
        final List<Series> imbalances = new ArrayList<>();
        for (final Species kind : Species.values()) {
            final int[] rows =
                IntStream.range(0, species.length).filter(i -> species[i].equals(kind.label())).toArray();
            if (rows.length > 0) {
                final double[] energies = modes.numbers(StateColumns.ENERGY, rows);
                for (final String flavor : List.of("e", "x")) {
                    occupations.add(Series.of(kind.label() + "_" + flavor, Kind.MARKS,
                        COLORS.get(2 * kind.ordinal() + ("e".equals(flavor) ? 0 : 1)), energies,
                        modes.numbers("f_" + flavor, rows)));
                }
                imbalances.add(Series.of("balance of " + kind.label(), Kind.POINTS, COLORS.get(2 * kind.ordinal()),
                    energies, Arrays.stream(modes.numbers("imbalance", rows))
                        .map(x -> Math.abs(x) < ROUNDING ? 0 : x).toArray()));
            }
        }
        final Axis energy = Axis.linear("Energy", "MeV");
        return List.of(Panel.of("", energy, Axis.linear("Thermal occupation", Axis.NUMBER), occupations),
            Panel.of("", energy, Axis.linear("Imbalance of flavomons", Axis.NUMBER), imbalances));
    }
}
