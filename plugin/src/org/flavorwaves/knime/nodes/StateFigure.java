package org.flavorwaves.knime.nodes;

import java.util.Map;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.AngularPanels;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** The angular distribution of a state, for the nodes that make states. */
public final class StateFigure {
    /** What the figure shows. */
    public static final String TITLE = "Angular distribution";

    private StateFigure() {
    }

    /**
     * Describes the figure.
     *
     * @param tables the state, and one row a cell with the sentence of result
     * @return the figure
     */
    public static Figure of(final BufferedDataTable... tables) {
        final Map<String, CellTable> cells = CellTable.of(tables[0], AngularPanels.COLUMNS.toArray(String[]::new));
        final FigureBuilder builder = new FigureBuilder(TITLE, "the state has no modes");
        return builder.cells(tables[1],
            name -> AngularPanels.of(cells.get(name), CellTable.unit(tables[0], StateColumns.WEIGHT))).build();
    }
}
