package org.flavorwaves.knime.nodes.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.Figure;
import org.flavorwaves.knime.view.Series;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The figure of the node Flavor Wave Bands. */
class BandsFigureTest {
    private static BufferedDataTable[] run(final double kMin, final double kMax) throws Exception {
        return NodeTester.of(FlavorWaveBandsNodeFactory::configure, FlavorWaveBandsNodeFactory::execute,
            new FlavorWaveBandsParameters()).set("kMin", kMin).set("kMax", kMax).set("kCount", 12)
            .run(Tables.twoBeams().build());
    }

    private static Series named(final Figure figure, final int panel, final String name) {
        return figure.cells().get(0).panels().get(panel).series().stream().filter(s -> s.name().equals(name))
            .findFirst().orElseThrow();
    }

    /** The fastest wave, at k = 2, lies between wave numbers of the list. */
    @Test
    void captionAndMarkAreTheFastestWaveOfTheSummary() throws Exception {
        final BufferedDataTable[] out = run(1.1, 3.05);
        final Figure figure = BandsFigure.of(out[0], out[1]);
        assertThat(figure.cells().get(0).caption()).isEqualTo(Tables.texts(out[1], "result").get(0))
            .contains("grows at 2.000 at K = 2.000");
        final Series mark = named(figure, 0, "fastest wave");
        assertThat(mark.labels()).containsExactly("2.000");
        assertThat(mark.x()[0]).isCloseTo(2, within(1e-6));
        assertThat(mark.y()[0]).isCloseTo(Tables.numbers(out[1], "growth")[0], within(1e-6));
        assertThat(named(figure, 1, "fastest wave").y()[0])
            .isCloseTo(Tables.numbers(out[1], "omega_re_fastest")[0], within(1e-6));
    }

    @Test
    void lightConeHasTheSlopeOfLight() throws Exception {
        final BufferedDataTable[] out = run(1.0, 3.0);
        final Series cone = named(BandsFigure.of(out[0], out[1]), 1, "light cone");
        assertThat(cone.x()).containsExactly(1, 3, Double.NaN, 1, 3);
        assertThat(cone.y()).containsExactly(1, 3, Double.NaN, -1, -3);
    }

    /** Beyond k = 4 nothing grows. */
    @Test
    void withoutGrowthThereIsNoMark() throws Exception {
        final BufferedDataTable[] out = run(5, 6);
        final Figure figure = BandsFigure.of(out[0], out[1]);
        assertThat(figure.cells().get(0).caption()).startsWith("no wave grows");
        assertThat(figure.cells().get(0).panels().get(0).series()).isEmpty();
        assertThat(figure.cells().get(0).panels().get(1).series()).extracting(Series::name)
            .doesNotContain("fastest wave", "unstable").contains("stable");
    }

    @Test
    void drawingsAreNamedByTheirCells() throws Exception {
        final BufferedDataTable[] out = run(1.0, 3.0);
        assertThat(BandsFigure.of(out[0], out[1]).drawn("svg")).containsOnlyKeys("");
    }
}
