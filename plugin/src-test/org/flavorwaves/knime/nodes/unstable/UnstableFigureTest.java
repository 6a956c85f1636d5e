package org.flavorwaves.knime.nodes.unstable;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.paper.Figure;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The figure of the node Unstable Flavor Waves. */
class UnstableFigureTest {
    private static final BufferedDataTable WAVES = Tables.of("cell:text", "k", "branch:int", "omega_re", "omega_im",
        "kind:text").row("A", 1.0, 0, 2.0, 0.5, "fast").row("A", 1.5, 0, 2.5, 0.6, "fast")
        .row("B", 1.0, 0, 1.0, 0.1, "collisional").row("C", "?", "?", "?", "?", "?").build();

    private static final BufferedDataTable MAXIMA = Tables.of("cell:text", "k", "kx", "ky", "kz", "omega_re",
        "omega_im", "kind:text").row("A", 1.4, 0.0, 0.0, 1.4, 2.4, 0.7, "fast")
        .row("B", 1.0, 0.5, 0.0, 1.0, 1.0, 0.1, "collisional").row("C", "?", "?", "?", "?", "?", "?", "?").build();

    private static final BufferedDataTable SUMMARY = Tables.of("cell:text", "result:text").row("A", "grows")
        .row("B", "is damped").row("C", "no result: none").build();

    private static final BufferedDataTable MAP = Tables.of("cell:text", "k", "k_across", "growth")
        .row("B", 0.0, 0.0, 0.0).row("B", 1.0, 0.0, 0.1).row("B", 0.0, 0.5, 0.05).row("B", 1.0, 0.5, 0.07)
        .row("B", 1.0, 0.5 + 1e-12, 0.08).build();

    @Test
    void roundingBesideTheGrowthIsNoFrequency() {
        final BufferedDataTable waves = Tables.of("cell:text", "k", "branch:int", "omega_re", "omega_im", "kind:text")
            .row("A", 1.0, 0, 1e-16, 0.5, "fast").row("A", 1.5, 0, -3e-17, 0.6, "fast").build();
        assertThat(UnstableFigure.of(waves, MAXIMA, SUMMARY, MAP).cells().get(0).panels().get(1).series().get(0).y())
            .containsExactly(0, 0);
    }

    @Test
    void branchesAndMaximaAreDrawnByCell() {
        final Figure figure = UnstableFigure.of(WAVES, MAXIMA, SUMMARY, MAP);
        assertThat(figure.cells()).extracting(Figure.Cell::name).containsExactly("A", "B", "C");
        assertThat(figure.cells()).extracting(Figure.Cell::caption)
            .containsExactly("grows", "is damped", "no result: none");
        final Panel growth = figure.cells().get(0).panels().get(0);
        assertThat(growth.series().get(0).y()).containsExactly(0.5, 0.6);
        assertThat(growth.series().get(1).x()).containsExactly(1.4);
        assertThat(growth.series().get(1).labels()).containsExactly("0.7000");
        assertThat(figure.cells().get(2).panels()).isEmpty();
    }

    @Test
    void theBoxHasAMapWithTheMaxima() {
        final Figure figure = UnstableFigure.of(WAVES, MAXIMA, SUMMARY, MAP);
        assertThat(figure.cells().get(0).panels()).extracting(Panel::title)
            .containsExactly("Along the line; \"Maxima in\": Box draws a map", "");
        assertThat(figure.cells().get(1).panels()).extracting(Panel::title)
            .containsExactly("Along the line", "", "In the box");
        final Panel map = figure.cells().get(1).panels().get(2);
        assertThat(map.series().get(0).y()).containsExactly(0.5);
        assertThat(map.x().quantity()).isEqualTo("K along the line");
        assertThat(map.heat().get(0).values()).containsExactly(Double.NaN, 0.1, 0.05, 0.08);
        assertThat(map.heat().get(0).x()).containsExactly(-0.5, 0.5, 1.5);
        assertThat(map.heat().get(0).y()).as("no distance is negative").containsExactly(0, 0.25, 0.75);
        assertThat(map.colors().get(0).min()).isZero();
        assertThat(map.colors().get(0).max()).isEqualTo(0.1);
    }
}
