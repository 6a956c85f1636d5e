package org.flavorwaves.knime.nodes.flavomonequilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.flavomonequilibrium.FlavomonEquilibriumParameters.Source;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node Flavomon Equilibrium. */
class FlavomonEquilibriumNodeTest {
    private static final double[] CASE = {0.731058578630, 0.354343693774, 0.047425873178, 0.197816111441};

    private final FlavomonEquilibriumParameters m_parameters = new FlavomonEquilibriumParameters();

    private NodeTester node() {
        return NodeTester.of(FlavomonEquilibriumNodeFactory::configure, FlavomonEquilibriumNodeFactory::execute,
            m_parameters);
    }

    private static Tables state() {
        return Tables.of("cell:text", "species:text", "E", "mu", "weight", "P0", "Px", "Py", "Pz");
    }

    /** Case 21 at E = 5 MeV, in directions that are isotropic to second moments. */
    private static Tables thermal() {
        final Tables state = state();
        for (final double mu : new double[]{-1 / Math.sqrt(3), 1 / Math.sqrt(3)}) {
            for (int s = 0; s < 2; s++) {
                state.row("a", s == 0 ? "nu" : "nubar", 5.0, mu, 2.0, CASE[2 * s] + CASE[2 * s + 1], 0.0, 0.0,
                    CASE[2 * s] - CASE[2 * s + 1]);
            }
        }
        return state;
    }

    @Test
    void fitsAThermalState() throws Exception {
        final BufferedDataTable[] out = node().run(thermal().build());
        assertThat(Tables.numbers(out[2], "temperature")[0]).isCloseTo(5, within(1e-9));
        assertThat(Tables.numbers(out[2], "mu_e")[0]).isCloseTo(10, within(1e-9));
        assertThat(Tables.numbers(out[2], "mu_x")[0]).isCloseTo(2, within(1e-9));
        assertThat(Tables.numbers(out[2], "N")[0]).isCloseTo(0.252970351022, within(1e-10));
        assertThat(Tables.numbers(out[2], "misplaced")[0]).isLessThan(1e-10);
        assertThat(Tables.numbers(out[2], "resonant_rate")).containsExactly(0.0);
        final double lepton = 4 * (CASE[0] - CASE[1] - CASE[2] + CASE[3]);
        assertThat(Tables.numbers(out[1], "omega_shifted_re")[0]).isCloseTo(lepton, within(1e-9));
        assertThat(Tables.numbers(out[1], "omega_shifted_re")[1]).isCloseTo(-lepton / 3, within(1e-9));
        final List<Panel> panels = EquilibriumFigure.of(out[0], out[2]).cells().get(0).panels();
        assertThat(panels.get(0).series()).extracting(Series::name)
            .containsExactly("nu_e", "nu_x", "nubar_e", "nubar_x");
        assertThat(panels.get(0).series().get(2).y()[0]).isCloseTo(CASE[2], within(1e-6));
        assertThat(panels.get(1).series()).hasSize(2);
        assertThat(Tables.numbers(out[0], "imbalance")).containsExactly(new double[4], within(1e-11));
        assertThat(Tables.texts(out[2], "result").get(0)).startsWith("a: T = 5.000 MeV, mu_e = 10.00 MeV, mu_x = "
            + "2.000 MeV: 0.2530 flavomons in each state; ").endsWith("superluminal");
    }

    @Test
    void givesTheThermalStateOfGivenValues() throws Exception {
        m_parameters.m_source = Source.GIVEN;
        m_parameters.m_muX = 2;
        final BufferedDataTable[] out = node().run(state().row("a", "nu", 5.0, 1.0, 1.0, 0.5, 0.3, 0.0, 0.4).build());
        assertThat(Tables.numbers(out[0], "f_e")[0]).isCloseTo(CASE[0], within(1e-12));
        assertThat(Tables.numbers(out[0], "f_x")[0]).isCloseTo(CASE[1], within(1e-12));
        assertThat(Tables.numbers(out[0], "Px")).containsExactly(0.0);
        assertThat(Tables.numbers(out[0], "imbalance")[0])
            .isCloseTo(0.05 * 0.55 * 1.252970351022 - 0.45 * 0.95 * 0.252970351022, within(1e-12));
        assertThat(Tables.numbers(out[1], "omega_shifted_re")).containsOnly(Double.NaN);
        assertThat(Tables.numbers(out[2], "lepton_continuum")[0])
            .isCloseTo(50.0851023622 / Math.pow(1.973269804e-11, 3), within(1e22));
        assertThat(Tables.texts(out[2], "result").get(0)).contains("not isotropic");
        m_parameters.m_muE = -3;
        assertThat(Tables.texts(node().run(thermal().build())[2], "quantum")).containsExactly("antiflavomon");
    }

    @Test
    void saysWhatHasNoTemperature() throws Exception {
        final Tables full = thermal().row("b", "nu", 5.0, 1.0, 1.0, 2.0, 0.0, 0.0, 0.0);
        assertThatThrownBy(() -> node().run(full.build())).hasMessageContaining("b: No temperature gives these modes");
        m_parameters.m_onFailure = OnFailure.MISSING_VALUES;
        final BufferedDataTable[] out = node().run(full.build());
        assertThat(Tables.numbers(out[2], "temperature")[1]).isNaN();
        assertThat(Tables.numbers(out[0], "f_e")[4]).isNaN();
        assertThat(EquilibriumFigure.of(out[0], out[2]).cells().get(1).panels()).isEmpty();
        assertThatThrownBy(() -> node().run(state().row("a", "nu", -5.0, 1.0, 1.0, 0.5, 0.0, 0.0, 0.4).build()))
            .hasMessageContaining("'Row0' has energy E = -5.0 MeV");
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).build())).hasMessageContaining(
                "Column 'E' (double) is missing: thermal occupations need the energy of every mode in "
                    + "MeV; found: species");
    }
}
