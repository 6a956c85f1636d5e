package org.flavorwaves.knime.nodes.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.nodes.moments.MomentsNodeAccess;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** The node Stability Survey on moments, and beside what they become. */
class SurveyOfMomentsNodeTest {
    private static NodeTester node() {
        return NodeTester.of(StabilitySurveyNodeFactory::configure, StabilitySurveyNodeFactory::execute,
            new StabilitySurveyParameters());
    }

    /** Reference case 13, from published moments through two nodes. */
    @Test
    void mergerMomentsGrowAsInTheContinuum() throws Exception {
        final BufferedDataTable state = MomentsNodeAccess.node().set("nTheta", 16).set("nPhi", 16)
            .run(Tables.of("cell:text", "species:text", "n", "fx", "fy", "fz")
                .row("NSM_1", "nu_e", 1.421954234999705e33, 0.0974572, 0.04217632, -0.13433261)
                .row("NSM_1", "nubar_e", 1.9146237131657563e33, 0.07237959, 0.03132354, -0.3446878)
                .row("NSM_1", "nu_x_sum4", 1.9645407875568215e33, -0.02165833, 0.07431613, -0.53545951).build())[0];
        final BufferedDataTable[] out = node().set("units", "CGS").run(state);
        assertThat(Tables.numbers(out[0], "growth")[0]).isCloseTo(6.253e10, within(0.002 * 6.253e10));
        assertThat(Tables.texts(out[1], "result").get(0))
            .startsWith("1 of 1 cell is unstable; the fastest wave grows at 6.25").endsWith(" s^-1 in NSM_1");
    }

    /** Place and matter of the first row of a cell go from moments to modes, to the survey and back to moments. */
    @Test
    void placesRideAlong() throws Exception {
        final BufferedDataTable moments = Tables.of("rho", "cell:text", "species:text", "n", "fx", "fy", "fz", "z", "x")
            .row(1e11, "a", "nu_e", 1.0, 0.0, 0.0, 0.2, 30.0, 10.0)
            .row(2e11, "a", "nubar_e", 1.1, 0.0, 0.0, 0.6, 40.0, 20.0)
            .row(3e11, "bad", "nu_e", 1.0, 0.0, 0.0, 1.2, 60.0, 50.0)
            .row(4e11, "c", "nu_e", 1.0, 0.0, 0.0, 0.3, 80.0, 70.0).build();
        final BufferedDataTable direct = node().run(moments)[0];
        assertThat(direct.getDataTableSpec().getColumnNames()).startsWith("cell", "x", "z", "rho", "stable");
        assertThat(Tables.numbers(direct, "x")).containsExactly(10, 50, 70);
        assertThat(Tables.numbers(direct, "z")).containsExactly(30, 60, 80);
        assertThat(Tables.numbers(direct, "rho")).containsExactly(1e11, 3e11, 4e11);
        assertThat(Tables.texts(direct, "stable")).containsExactly("false", "?", "true");

        final BufferedDataTable good = Tables.of("rho", "cell:text", "species:text", "n", "fx", "fy", "fz", "z", "x")
            .row(1e11, "a", "nu_e", 1.0, 0.0, 0.0, 0.2, 30.0, 10.0)
            .row(2e11, "c", "nu_e", 1.0, 0.0, 0.0, 0.3, 80.0, 70.0)
            .row(3e11, "a", "nubar_e", 1.1, 0.0, 0.0, 0.6, 40.0, 20.0).build();
        final BufferedDataTable state = MomentsNodeAccess.node().set("nTheta", 4).run(good)[0];
        assertThat(state.getDataTableSpec().getColumnNames()).endsWith("Pz", "x", "z", "rho");
        final BufferedDataTable closed = node().run(state)[0];
        assertThat(Tables.texts(closed, "cell")).containsExactly("a", "c");
        assertThat(Tables.numbers(closed, "x")).containsExactly(10, 70);
        assertThat(Tables.numbers(closed, "z")).containsExactly(30, 80);
        assertThat(Tables.numbers(closed, "rho")).containsExactly(1e11, 2e11);
    }

    private static Tables moments() {
        return Tables.of("cell:text", "species:text", "n", "fx", "fy", "fz")
            .row("NSM_1", "nu_e", 1.421954234999705e33, 0.0974572, 0.04217632, -0.13433261)
            .row("NSM_1", "nubar_e", 1.9146237131657563e33, 0.07237959, 0.03132354, -0.3446878)
            .row("NSM_1", "nu_x_sum4", 1.9645407875568215e33, -0.02165833, 0.07431613, -0.53545951)
            .row("one sign", "nu_e", 1e33, 0.0, 0.0, 0.3)
            .row("too long", "nu_e", 1e33, 0.0, 0.8, 0.7)
            .row("beam", "nu_e", 1e33, 0.0, 0.0, 1.0)
            .row("beam", "nubar_e", 1e33, 0.0, 0.0, 0.5)
            .row("axis", "nu_e", 1e33, 0.0, 0.0, 0.2)
            .row("axis", "nubar_e", 1e33, 0.0, 0.0, 0.5);
    }

    /** Reference case 13 from the moments alone, and what is wrong with single cells in their rows. */
    @Test
    void momentsNeedNoModes() throws Exception {
        final NodeTester node = node().set("units", "CGS");
        final BufferedDataTable[] out = node.run(moments().build());
        assertThat(Tables.texts(out[0], "cell")).containsExactly("NSM_1", "one sign", "too long", "beam", "axis");
        assertThat(Tables.texts(out[0], "stable")).containsExactly("false", "true", "?", "?", "false");
        assertThat(Tables.texts(out[0], "search")).containsExactly("complete", "no crossing", "?", "?", "complete");
        assertThat(Tables.numbers(out[0], "growth")[0]).isCloseTo(6.2529e10, within(2e-4 * 6.2529e10));
        assertThat(Tables.texts(out[0], "status").get(2)).startsWith("Row 'Row4': The flux factor (0.0, 0.8, 0.7)");
        assertThat(Tables.texts(out[0], "status").get(3)).startsWith("The flux factor 1.0 is so near to");
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("2 of 5 cells are unstable, 2 without a result")
            .endsWith("; moments closed by maximum entropy, without beams");
        assertThat(node.warning().orElseThrow()).startsWith("2 of 5 cells have no result");
    }

    @Test
    void momentsAreSurveyedInTheFastLimitAlongTheFlux() {
        final DataTableSpec spec = Tables.of("cell:text", "species:text", "E", "n", "fx", "fy", "fz").spec();
        assertThatThrownBy(() -> node().set("directions", "ALL").configure(spec))
            .hasMessageContaining("directions is ALL");
        assertThatThrownBy(() -> node().set("terms", "ALL").configure(spec)).hasMessageContaining("terms is ALL");
        assertThatThrownBy(() -> node().set("units", "CGS").set("deltaM2", 2.5e-3).configure(spec))
            .hasMessageContaining("deltaM2 = 0.0025");
        assertThatThrownBy(() -> node().configure(Tables.of("species:text", "n", "fx", "fy").spec()))
            .hasMessageContaining("is missing; found: ");
        final Tables split = moments().row("NSM_1", "nubar_x", 1e33, 0.0, 0.0, 0.5);
        assertThatThrownBy(() -> node().run(split.build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("The rows of the cell 'NSM_1' do not follow each other: it appears again in row "
                + "'Row9'");
    }
}
