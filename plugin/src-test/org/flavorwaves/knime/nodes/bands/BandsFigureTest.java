package org.flavorwaves.knime.nodes.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Frame;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.paper.Figure;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The figure of the node Flavor Wave Bands. */
class BandsFigureTest {
    private static NodeTester node(final double kMin, final double kMax) {
        return NodeTester.of(FlavorWaveBandsNodeFactory::configure, FlavorWaveBandsNodeFactory::execute,
            new FlavorWaveBandsParameters()).set("kMin", kMin).set("kMax", kMax).set("kCount", 12);
    }

    private static BufferedDataTable[] run(final NodeTester node, final Tables state) throws Exception {
        node.run(state.build());
        return node.internal();
    }

    private static BufferedDataTable[] run(final double kMin, final double kMax) throws Exception {
        return run(node(kMin, kMax), Tables.twoBeams());
    }

    private static Series named(final Figure figure, final int panel, final String name) {
        return figure.cells().get(0).panels().get(panel).series().stream().filter(s -> s.name().equals(name))
            .findFirst().orElseThrow();
    }

    /** The fastest wave, at k = 2, lies between wave numbers of the list. */
    @Test
    void captionAndMarkAreTheFastestWaveOfTheSummary() throws Exception {
        final BufferedDataTable[] out = run(1.1, 3.05);
        final Figure figure = BandsFigure.of(out);
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
        final Series cone = named(BandsFigure.of(out), 1, "light cone");
        assertThat(cone.x()).containsExactly(1, 3, Double.NaN, 1, 3);
        assertThat(cone.y()).containsExactly(1, 3, Double.NaN, -1, -3);
    }

    /** Beyond k = 4 nothing grows. */
    @Test
    void withoutGrowthThereIsNoMark() throws Exception {
        final BufferedDataTable[] out = run(5, 6);
        final Figure figure = BandsFigure.of(out);
        assertThat(figure.cells().get(0).caption()).startsWith("no wave grows");
        assertThat(figure.cells().get(0).panels().get(0).series()).isEmpty();
        assertThat(figure.cells().get(0).panels().get(1).series()).extracting(Series::name)
            .doesNotContain("fastest wave", "unstable").contains("stable");
    }

    /** As many neutrinos forwards as backwards have no flux; what rounding leaves of it is no shift. */
    @Test
    void shiftsOfRoundingAreZero() throws Exception {
        final Figure figure = BandsFigure.of(run(node(-2, 2),
            Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz").row("nu", 0.5, 0.5, 1.0, 0.0, 0.0, 1.0)
                .row("nu", -0.5, 0.5 + 1e-16, 1.0, 0.0, 0.0, 1.0)));
        assertThat(figure.cells().get(0).panels().get(1).title()).isEqualTo("Shifted: k = K + 0, ω = Ω + 1.000");
    }

    @Test
    void drawingsAreNamedByTheirCells() throws Exception {
        final BufferedDataTable[] out = run(1.0, 3.0);
        assertThat(BandsFigure.of(out).drawn("svg")).containsOnlyKeys("");
    }

    /** What a curve is in the other frame of its panel, as the page moves it. */
    private static double[][] moved(final Panel panel, final Series series) {
        final Frame frame = panel.frames().get(0);
        final double[][] points = {series.x().clone(), series.y().clone()};
        int piece = 0;
        for (int i = 0; i < points[0].length; i++) {
            piece += Double.isNaN(points[0][i]) ? 1 : 0;
            points[0][i] += series.shifts()[piece] * frame.byX();
            points[1][i] += series.shifts()[piece] * frame.byY();
        }
        return points;
    }

    /**
     * Beams with v = 1 and -1 of the lepton numbers a and -b obey omega^2 = k^2 - 4 a b with the shifted frequency
     * omega = Omega + a - b + lambda and wave number k = K + a + b; their mirror images too, and changes of length
     * Omega = v K stay on the cone.
     */
    @Test
    void wavesOfTwoBeamsAreHyperbolasInTheShiftedFrame() throws Exception {
        final double a = 1.5;
        final double b = 0.4;
        final Figure figure = BandsFigure.of(run(node(-5, 5).set("kCount", 41).set("matterPotential", 0.7),
            Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz").row("nu", 1.0, a, 1.0, 0.0, 0.0, 1.0)
                .row("nubar", -1.0, b, 1.0, 0.0, 0.0, 1.0)));
        final Panel panel = figure.cells().get(0).panels().get(1);
        assertThat(panel.title()).isEqualTo("Shifted: k = K + 1.900, ω = Ω + 1.800");
        final double[][] stable = moved(panel, named(figure, 1, "stable"));
        for (int i = 0; i < stable[0].length; i++) {
            if (!Double.isNaN(stable[0][i])) {
                assertThat(stable[1][i] * stable[1][i])
                    .isCloseTo(stable[0][i] * stable[0][i] - 4 * a * b, within(1e-5));
            }
        }
        final Panel above = figure.cells().get(0).panels().get(0);
        final double[][] growing = moved(above, named(figure, 0, "unstable"));
        int inside = 0;
        for (int i = 0; i < growing[0].length; i++) {
            if (growing[1][i] > 0) {
                assertThat(growing[1][i] * growing[1][i])
                    .isCloseTo(4 * a * b - growing[0][i] * growing[0][i], within(1e-5));
                inside++;
            }
        }
        assertThat(inside).isGreaterThan(20);
        final double[][] trivial = moved(panel, named(figure, 1, "trivial"));
        assertThat(Math.abs(trivial[1][3])).isCloseTo(Math.abs(trivial[0][3]), within(1e-6));
        final Series cone = panel.frames().get(0).own().get(0);
        assertThat(cone.x()).startsWith(-6.9, 6.9);
        assertThat(cone.y()).startsWith(-6.9, 6.9);
    }

    /** Where P has no common axis z, frequencies have no shift. */
    @Test
    void tiltedStatesHaveThePhysicalFrameOnly() throws Exception {
        final Figure figure = BandsFigure.of(run(node(-1, 1),
            Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz").row("nu", 1.0, 1.0, 1.0, 0.6, 0.0, 0.8)
                .row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0)));
        assertThat(figure.cells().get(0).panels()).hasSize(2).allMatch(panel -> panel.frames().isEmpty());
    }
}
