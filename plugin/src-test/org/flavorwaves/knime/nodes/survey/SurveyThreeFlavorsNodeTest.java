package org.flavorwaves.knime.nodes.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;

/** The node Stability Survey on states of three flavors. */
class SurveyThreeFlavorsNodeTest {
    private static NodeTester node() {
        return NodeTester.of(StabilitySurveyNodeFactory::configure, StabilitySurveyNodeFactory::execute,
            new StabilitySurveyParameters());
    }

    /** Reference case 1 in each pair, with a cell of another pair beside it. */
    @ParameterizedTest
    @EnumSource(FlavorPair.class)
    void pairOfThreeFlavorsIsAGasOfTwo(final FlavorPair pair) throws Exception {
        final BufferedDataTable two = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("a", "nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0)
            .row("b", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("b", "nu", -1.0, 1.0, 1.0, 0.0, 0.0, 0.5).build();
        final BufferedDataTable[] expected = node().run(two);
        final NodeTester node = node();
        final BufferedDataTable[] out = node.set("pair", pair.name()).run(ThreeFlavors.embed(two, pair));
        ThreeFlavors.assertSame(out[0], expected[0], 1e-12);
        ThreeFlavors.assertSame(out[1], expected[1], 1e-12);
        assertThat(Tables.numbers(node.set("pair", "ALL").run(ThreeFlavors.embed(two, pair))[0], "growth")[0])
            .isCloseTo(2, within(1e-9));
    }

    /** Muon and tau flavor that are equal are no pair of their own; the fastest of two equal pairs is the first. */
    @Test
    void equalHeavyFlavorsAreThoseOfTwo() throws Exception {
        final BufferedDataTable out = node().run(ThreeFlavors.diagonal()
            .row("nu", 1.0, 1.0, 0.9, 0.1, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            .row("nubar", -1.0, 1.0, 0.9, 0.1, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0).build())[0];
        assertThat(Tables.numbers(out, "growth")[0]).isCloseTo(1.6, within(1e-9));
        assertThat(Tables.texts(out, "pair")).containsExactly("E_MU");
        final BufferedDataTable none = node().run(ThreeFlavors.diagonal()
            .row("nu", 1.0, 1.0, 0.5, 0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            .row("nu", -1.0, 1.0, 0.9, 0.1, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0).build())[0];
        assertThat(Tables.texts(none, "stable")).containsExactly("true");
    }

    private static Tables coherent() {
        return Tables.of("cell:text", "species:text", "mu", "weight", "rho_ee", "rho_mm", "rho_tt", "rho_em_re",
            "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im", "omega21", "omega31", "D")
            .row("a", "nu", 0.9, 1.0, 0.6, 0.2, 0.1, 0.12, 0.05, -0.08, 0.04, 0.03, -0.06, 0.01, 0.3, 0.02)
            .row("a", "nubar", -0.7, 0.8, 0.3, 0.25, 0.05, -0.06, 0.08, 0.05, 0.02, -0.04, 0.03, 0.01, 0.3, 0.05)
            .row("a", "nu", -0.2, 0.5, 0.2, 0.35, 0.15, 0.1, -0.07, 0.02, 0.06, 0.05, 0.02, 0.02, 0.5, 0.02)
            .row("a", "nubar", 0.4, 0.9, 0.45, 0.1, 0.2, 0.05, 0.1, -0.1, 0.03, 0.02, 0.04, 0.02, 0.5, 0.05)
            .row("b", "nu", 1.0, 1.0, 0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    }

    /** Growth and wave number of the fastest wave of an independent 9N x 9N eigenvalue problem along the line. */
    @Test
    void coherentCellOfThreeFlavorsIsSearchedAsAWhole() throws Exception {
        final BufferedDataTable out = node().set("matterPotential", 0.7).set("theta12", 0.5878).set("theta23", 0.7557)
            .set("theta13", 0.1494).set("deltaCP", 3.7).set("growthFloor", 0.02).run(coherent().build())[0];
        assertThat(Tables.texts(out, "status")).containsExactly("ok", "ok");
        assertThat(Tables.texts(out, "pair").get(0)).isEqualTo("ALL");
        assertThat(Tables.numbers(out, "growth")[0]).isCloseTo(0.3349405809, within(1e-9));
        assertThat(Math.abs(Tables.numbers(out, "kz")[0])).isCloseTo(0.92602225, within(1e-6));
    }

    @Test
    void aPairOfACoherentCellHasNoResultAndNamesItsRow() throws Exception {
        final BufferedDataTable out = node().set("pair", "E_MU").run(coherent().build())[0];
        assertThat(Tables.texts(out, "status").get(0)).contains("Row 'Row0' has a coherence of 0.12")
            .contains("(ALL)");
        assertThat(Tables.texts(out, "status").get(1)).isEqualTo("ok");
    }

    @Test
    void theFastLimitOfACoherentCellHasNoResult() throws Exception {
        final BufferedDataTable out = node().set("terms", "FAST").run(coherent().build())[0];
        assertThat(Tables.texts(out, "status").get(0)).contains("coherent");
    }
}
