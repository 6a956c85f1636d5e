package org.flavorwaves.knime.nodes.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.paper.Figure;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The figure of the node Stability Survey. */
class SurveyFigureTest {
    private static final BufferedDataTable CELLS = Tables.of("cell:int", "kind:text", "growth", "crossing_depth")
        .row(1, "fast", 2e10, 0.1).row(2, "fast", 3e10, 0.2).row(3, "?", 0.0, 0.0).row(4, "slow", 2.5e7, 0.0)
        .row(5, "?", "?", "?").build();

    private static final BufferedDataTable SUMMARY = Tables.of("result:text").row("3 of 5 cells are unstable").build();

    private static List<Panel> panels(final Tables states) {
        return SurveyFigure.of(CELLS, SUMMARY, states.build()).cells().get(0).panels();
    }

    @Test
    void everyGrowingCellIsInTheHistogram() {
        final List<Panel> panels = panels(Tables.of("cell:int", "mu").row(1, 0.5));
        assertThat(panels).hasSize(2);
        final double[] y = panels.get(0).series().get(0).y();
        double sum = 0;
        for (int i = 1; i < y.length - 1; i += 2) {
            sum += y[i];
        }
        assertThat(sum).isEqualTo(3);
        assertThat(panels.get(1).series()).extracting(s -> s.x().length).containsExactly(2, 1);
    }

    @Test
    void cellsWithPlacesHaveAMap() {
        final Panel map = panels(Tables.of("cell:int", "x", "y").row(1, 10.0, -1.0).row(1, 99.0, 99.0)
            .row(2, 20.0, -2.0).row(3, 30.0, -3.0).row(4, 40.0, -4.0).row(5, 50.0, -5.0)).get(0);
        assertThat(map.series().get(0).x()).containsExactly(30);
        assertThat(map.series().get(1).x()).containsExactly(10, 20, 40);
        assertThat(map.series().get(1).y()).containsExactly(-1, -2, -4);
        assertThat(map.series().get(1).values()).containsExactly(2e10, 3e10, 2.5e7);
    }

    /** Two cells of each of two slices along z; x and y differ too, so that there are slices along all axes. */
    @Test
    void volumesHaveSlicesToChooseFrom() {
        final BufferedDataTable cells = Tables.of("cell:int", "kind:text", "growth", "crossing_depth", "x", "y", "z")
            .row(1, "fast", 2.0, 0.1, 0.0, 0.0, -1.0).row(2, "fast", 3.0, 0.2, 1.0, 0.0, -1.0)
            .row(3, "?", 0.0, 0.0, 0.0, 1.0, -1.0).row(4, "fast", 4.0, 0.0, 1.0, 1.0, -1.0)
            .row(5, "fast", 5.0, 0.1, 0.0, 0.0, 2.5).build();
        final Figure figure = SurveyFigure.of(cells, SUMMARY, Tables.of("cell:int", "mu").row(1, 0.5).build());
        assertThat(figure.choice()).isEqualTo("Slice");
        assertThat(figure.cells()).extracting(Figure.Cell::name).containsExactly("all cells", "z = -1.000", "z = 2.500",
            "y = 0", "y = 1.000", "x = 0", "x = 1.000");
        assertThat(figure.cells().get(0).panels()).hasSize(4);
        final Panel slice = figure.cells().get(1).panels().get(0);
        assertThat(slice.heat().get(0).values()).containsExactly(2, 3, Double.NaN, 4);
        assertThat(slice.series().get(0).x()).as("stable").containsExactly(0);
        assertThat(figure.cells().get(2).panels().get(0).series().get(1).values()).containsExactly(5);
        assertThat(figure.cells()).extracting(Figure.Cell::caption).containsOnly("3 of 5 cells are unstable");
    }

    @Test
    void cellsAlongALineAreDrawnOverIt() {
        final Panel line = panels(Tables.of("cell:int", "x", "y").row(1, 10.0, 0.0).row(2, 20.0, 0.0)
            .row(3, 30.0, 0.0).row(4, 40.0, 0.0)).get(0);
        assertThat(line.x().quantity()).isEqualTo("x");
        assertThat(line.series().get(0).y()).containsExactly(2e10, 3e10, 2.5e7);
    }

    @Test
    void withoutGrowthThereIsNothingToShow() {
        final BufferedDataTable stable =
            Tables.of("cell:int", "kind:text", "growth", "crossing_depth").row(1, "?", 0.0, 0.0).build();
        assertThat(SurveyFigure.of(stable, SUMMARY, stable).cells().get(0).panels()).isEmpty();
    }
}
