package org.flavorwaves.knime.nodes.rays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.paper.Figure;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node Flavor Wave Rays. */
class FlavorWaveRaysNodeTest {
    private static final String[] STATE = {"z", "lambda", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz"};

    private static final String[] LAUNCH = {"z", "kx", "ky", "kz"};

    private static NodeTester node() {
        return NodeTester.of(FlavorWaveRaysNodeFactory::configure, FlavorWaveRaysNodeFactory::execute,
            new FlavorWaveRaysParameters());
    }

    /** Two neutrino beams in matter that grows along z. */
    private static BufferedDataTable background() {
        final Tables table = Tables.of(STATE);
        for (int j = -20; j <= 20; j += 5) {
            table.row((double) j, 0.03 * j, "nu", 0.9, 0.5, 0.8, 0.0, 0.0, 0.8);
            table.row((double) j, 0.03 * j, "nu", -0.3, 0.3, 0.6, 0.0, 0.0, 0.6);
        }
        return table.build();
    }

    private static BufferedDataTable launch(final double z, final double kz) {
        return Tables.of(LAUNCH).row(z, 0.0, 0.0, kz).build();
    }

    @Test
    void waveNumberMovesByTheGradientOfMatter() throws Exception {
        final NodeTester node = node();
        final BufferedDataTable[] out = node.set("tEnd", 4.0).set("outputs", 2).run(background(), launch(1, 0.2));
        assertThat(Tables.numbers(out[0], "t")).containsExactly(0, 2, 4);
        final double[] kz = Tables.numbers(out[0], "kz");
        assertThat(Math.abs(kz[2] - 0.2)).isCloseTo(0.12, within(1e-10));
        assertThat(Tables.numbers(out[0], "action")).containsExactly(1, 1, 1);
        assertThat(Tables.numbers(out[2], "omega_drift")[0]).isLessThan(1e-10);
        assertThat(Tables.texts(out[2], "end")).containsExactly("time");
    }

    @Test
    void raysLeaveAtTheEdge() throws Exception {
        final BufferedDataTable[] out = node().run(background(), launch(19, 0.2));
        assertThat(Tables.texts(out[1], "event")).endsWith("RIGHT");
        assertThat(Tables.texts(out[2], "result").get(0)).endsWith("ends at the right edge");
    }

    /** Rays 0 and 2 are one wave; ray 1 is its mirror image, in the other sector. */
    @Test
    void everyBandOfRaysHasItsDrawing() throws Exception {
        final NodeTester node = node().set("tEnd", 2.0).set("outputs", 2);
        node.run(background(), Tables.of(LAUNCH).row(1.0, 0.0, 0.0, 0.2).row(1.0, 0.0, 0.0, -0.2)
            .row(1.0, 0.0, 0.0, 0.2).build());
        final Figure figure = RaysFigure.of(node.internal());
        assertThat(figure.cells()).extracting(Figure.Cell::name).containsExactly("rays 0, 2", "ray 1");
        assertThat(figure.cells().get(0).caption()).startsWith("2 rays; ");
        assertThat(figure.cells().get(1).caption()).startsWith("ray 1 goes from z = 1.000");
        assertThat(figure.cells()).allMatch(cell -> cell.panels().get(0).heat().size() == 1);
        final HeatMap first = figure.cells().get(0).panels().get(0).heat().get(0);
        assertThat(figure.cells().get(1).panels().get(0).heat().get(0).values()).isNotEqualTo(first.values());
        assertThat(figure.cells().get(1).panels().get(1).series().get(0).labels()).containsExactly("ray 1");
    }

    /** A table without z is one uniform medium, in which rays are straight. */
    @Test
    void uniformMedium() throws Exception {
        final BufferedDataTable state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nu", -1.0, 0.5, 1.0, 0.0, 0.0, 1.0).build();
        final BufferedDataTable[] out = node().run(state, launch(0, 3.5));
        final double[] z = Tables.numbers(out[0], "z");
        assertThat(z).hasSize(101);
        assertThat(z[100]).isCloseTo(2 * z[50], within(1e-9 * Math.abs(z[100])));
        assertThat(Tables.numbers(out[0], "kz")).containsOnly(3.5);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        final BufferedDataTable cells = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).build();
        assertThatThrownBy(() -> node().run(cells, launch(0, 1)))
            .hasMessageContaining("Column 'z' (double) is missing");
        assertThatThrownBy(() -> node().run(background(), Tables.of("z", "kx", "ky").row(0.0, 0.0, 0.0).build()))
            .hasMessageContaining("Column 'kz' (double) is missing; found: z, kx, ky");
        assertThatThrownBy(() -> node().run(background(), launch(50, 1)))
            .hasMessageContaining("Ray 0 starts at z = 50.0, outside the background from -20.0 to 20.0");
        final Tables uneven = Tables.of(STATE);
        uneven.row(0.0, 1.0, "nu", 0.9, 0.5, 0.8, 0.0, 0.0, 0.8).row(0.0, 2.0, "nu", -0.9, 0.5, 0.8, 0.0, 0.0, 0.8);
        assertThatThrownBy(() -> node().run(uneven.build(), launch(0, 1)))
            .hasMessageContaining("lambda = 2.0 at z = 0.0, where another row has 1.0");
        assertThatThrownBy(() -> node().run(background(), Tables.of(LAUNCH).build()))
            .hasMessageContaining("The launch table has no rows");
    }
}
