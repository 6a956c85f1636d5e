package org.flavorwaves.knime.nodes.flavorwavespectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node Flavor Wave Spectrum. */
class FlavorWaveSpectrumNodeTest {
    private final FlavorWaveSpectrumParameters m_parameters = new FlavorWaveSpectrumParameters();

    private NodeTester node() {
        return NodeTester.of(FlavorWaveSpectrumNodeFactory::configure, FlavorWaveSpectrumNodeFactory::execute,
            m_parameters);
    }

    @Test
    void fitsExponentialsOfModesAndTimes() throws Exception {
        final Tables table = Tables.of("cell:text", "t", "k", "mode:int", "power");
        for (int time = 0; time < 2; time++) {
            for (int n = 0; n < 6; n++) {
                for (int mode = 0; mode < 2; mode++) {
                    table.row("a", (double) time, 0.5 * n, mode, (n == 0 ? 7 : 1 + mode)
                        * Math.exp(-0.5 * n / (0.3 + time)));
                }
            }
        }
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.numbers(out[0], "k_T")).containsExactly(new double[]{0.3, 1.3}, within(1e-12));
        assertThat(Tables.numbers(out[0], "log_amplitude")[0]).isCloseTo(Math.log(3), within(1e-12));
        assertThat(Tables.numbers(out[0], "points")).containsExactly(5, 5);
        assertThat(Tables.numbers(out[0], "k_from")).containsExactly(0.5, 0.5);
        assertThat(Tables.texts(out[1], "frequencies")).containsExactly("light cone");
        assertThat(Tables.numbers(out[0], "negative_energies")).containsOnly(Double.NaN);
        assertThat(Tables.texts(out[0], "equilibrium_possible")).containsOnly("?");
        assertThat(Tables.texts(out[0], "torque_share")).containsOnly("?");
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("a: k_T = 1.300 +- ")
            .contains("an exponential fits better");
        final List<Panel> panels = SpectrumFigure.of(out[0], out[1]).cells().get(0).panels();
        assertThat(panels.get(0).series().get(0).y()).containsExactly(new double[]{0.3, 1.3}, within(1e-6));
        assertThat(panels.get(1).series()).extracting(Series::name)
            .containsExactly("exponential", "power law", "Rayleigh-Jeans", "Planck");
        m_parameters.m_kMin = 1;
        m_parameters.m_kMax = 2;
        assertThat(Tables.numbers(node().run(table.build())[0], "points")).containsExactly(3, 3);
    }

    /** The mean over the waves of the range, weighed by their powers; rows without a share do not count. */
    @Test
    void averagesTheShareOfTheTorque() throws Exception {
        final Tables table = Tables.of("t", "k", "power", "torque_share");
        table.row(0.0, 0.0, 9.0, "?").row(0.0, 1.0, 4.0, 0.5).row(0.0, 2.0, 2.0, 0.25).row(0.0, 3.0, 1.0, 1.0)
            .row(0.0, 4.0, 0.5, "?");
        assertThat(Tables.numbers(node().run(table.build())[0], "torque_share")).containsExactly(3.5 / 7);
    }

    @Test
    void findsTheEquilibriumOfSignedActions() throws Exception {
        final Tables table = Tables.of("t", "k", "band:int", "omega_re", "kappa", "action");
        for (int n = 1; n <= 4; n++) {
            for (int band = 0; band < 2; band++) {
                final double omega = band == 0 ? 1 + 0.1 * n * n : -0.4 - 0.2 * n;
                table.row(0.0, 0.7 * n, band, omega, band == 0 ? 0.2 : -0.1, 0.05 / Math.abs(omega - 0.07 * n));
            }
        }
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.numbers(out[0], "T_rayleigh_jeans")[0]).isCloseTo(0.05, within(1e-12));
        assertThat(Tables.numbers(out[0], "u_rayleigh_jeans")[0]).isCloseTo(0.1, within(1e-12));
        assertThat(Tables.numbers(out[0], "distance_rayleigh_jeans")[0]).isCloseTo(0, within(1e-10));
        assertThat(Tables.numbers(out[0], "negative_energies")).containsExactly(0);
    }

    @Test
    void saysThatNegativeEnergiesExcludeEquilibrium() throws Exception {
        final Tables table = Tables.of("t", "k", "omega_re", "action");
        for (int n = 1; n <= 3; n++) {
            table.row(0.0, (double) n, 0.2 * n, 0.5).row(0.0, (double) -n, -0.3 * n, 0.5)
                .row(0.0, (double) n, 1.0, 0.1);
        }
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.numbers(out[0], "distance_rayleigh_jeans")).containsExactly(Double.NaN);
        assertThat(Tables.numbers(out[0], "T_rayleigh_jeans")).containsExactly(Double.NaN);
        assertThat(Tables.numbers(out[0], "T_planck")).containsExactly(Double.NaN);
        assertThat(Tables.texts(out[1], "result").get(0)).contains("waves have negative energy, which excludes");
    }

    /** One of the waves has e^30 times the action that the others ask for. */
    @Test
    void saysWhereTheVelocityIsAtTheEdge() throws Exception {
        final Tables table = Tables.of("t", "k", "omega_re", "action");
        table.row(0.0, 1.0, 1.5, 1.0).row(0.0, -1.0, 1.5, 1.0).row(0.0, -2.0, 2.5, 1.0).row(0.0, 3.0, 4.5, 1.0)
            .row(0.0, 2.0, 2.5, Math.exp(30));
        m_parameters.m_kMin = 0.5;
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.numbers(out[0], "u_rayleigh_jeans")[0]).isCloseTo(1.25, within(1e-11));
        assertThat(Tables.texts(out[1], "result").get(0))
            .contains(" with u at the edge of what is possible, where a wave moves with u (|Ω - u k| is ");
    }

    /** Waves of random phases have intensities in the place of actions. */
    @Test
    void takesTheColumnThatHasValues() throws Exception {
        final Tables table = Tables.of("t", "k", "omega_re", "action", "intensity");
        for (int n = 1; n <= 5; n++) {
            table.row(0.0, 0.5 * n, 1.0 + n, "?", Math.exp(-0.5 * n / 0.4));
        }
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.texts(out[1], "quantity")).containsExactly("intensity");
        assertThat(Tables.numbers(out[0], "k_T")[0]).isCloseTo(0.4, within(1e-12));
        m_parameters.m_quantity = "action";
        assertThat(Tables.numbers(node().run(table.build())[0], "points")).containsExactly(0);
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThatThrownBy(() -> node().run(Tables.of("t", "k", "strength").row(0.0, 1.0, 2.0).build()))
            .hasMessageContaining("None of the columns power, action, N, intensity (double) is there; found: t, k, "
                + "strength.");
        assertThatThrownBy(() -> node().run(Tables.of("t", "power").row(0.0, 1.0).build()))
            .hasMessageContaining("Column 'k' (double) is missing: the input is a spectrum of a node of dynamics");
        assertThatThrownBy(() -> node().run(Tables.of("t", "k", "power").row(0.0, 1.0, -2.0).build()))
            .hasMessageContaining("Row 'Row0' has -2.0 in column 'power'; it must be at least 0.");
        assertThatThrownBy(() -> node().run(Tables.of("t", "k", "power").build())).hasMessageContaining("no rows");
        final BufferedDataTable[] out =
            node().run(Tables.of("t", "k", "power").row(0.0, 1.0, 2.0).row(0.0, 2.0, 0.0).build());
        assertThat(Tables.numbers(out[0], "k_T")).containsExactly(Double.NaN);
        assertThat(Tables.texts(out[1], "result")).containsExactly("fewer than three waves are in the range at the "
            + "last time");
    }
}
