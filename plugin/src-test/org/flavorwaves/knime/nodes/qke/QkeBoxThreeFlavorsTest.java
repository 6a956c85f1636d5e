package org.flavorwaves.knime.nodes.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node QKE Box on states of three flavors. */
class QkeBoxThreeFlavorsTest {

    private static Tables threeFlavors(final double... omega) {
        final Tables table = Tables.of("species:text", "mu", "weight", "rho_ee", "rho_mm", "rho_tt", "rho_em_re",
            "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im", "omega21", "omega31");
        return table.row("nu", 1.0, 1.0, 0.6, 0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, omega[0], omega[1]).row("nubar",
            -1.0, 0.8, 0.3, 0.25, 0.05, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, omega[0], omega[1]);
    }

    /** Reference case 22: the fastest wave of the three pairs grows with its eigenvalue. */
    @Test
    void growWithTheEigenvalue() throws Exception {
        final BufferedDataTable[] out = QkeBoxNodeTest.oneWave().set("boxLengthZ", 2 * Math.PI / 0.4)
            .set("matterPotential", 1.5).set("spectra", "MODES").run(threeFlavors(0, 0).build());
        final double[] t = Tables.numbers(out[1], "t");
        final double[] n = Tables.numbers(out[1], "n_z");
        final double[] mode = Tables.numbers(out[1], "mode");
        final double[] power = Tables.numbers(out[1], "power");
        double first = 0;
        double last = 0;
        for (int r = 0; r < t.length; r++) {
            if (n[r] == 1 && mode[r] == 0) {
                first = t[r] == 0 ? power[r] : first;
                last = t[r] == 2 ? power[r] : last;
            }
        }
        assertThat(Math.log(last / first) / 4).isCloseTo(0.5567764363, within(1e-6));
        assertThat(out[0].size()).isEqualTo(5 * 2);
        assertThat(Tables.numbers(out[0], "rho_ee")[0]).isCloseTo(0.6, within(1e-8));
        assertThat(Tables.numbers(out[3], "lepton_error")[0]).isLessThan(1e-12);
        assertThat(Tables.numbers(out[3], "length_error")[0]).isLessThan(1e-10);
        assertThat(Tables.numbers(out[3], "determinant_error")[0]).isLessThan(1e-10);
        assertThat(Tables.texts(out[3], "result").get(0)).startsWith("at t = 2.000 the mean |P| of three flavors is ");
    }

    /** The final field of three flavors continues, and its mean is that of the last output. */
    @Test
    void finalFieldContinues() throws Exception {
        final NodeTester node = QkeBoxNodeTest.node().set("pointsZ", 12).set("boxLengthZ", 3.0).set("amplitude", 0.1)
            .set("spectra", "NONE").set("matterProfile", "0.5, 0, -0.5, 0");
        final BufferedDataTable[] whole = node.set("duration", 2.0).set("outputs", 4)
            .run(threeFlavors(0.1, 0.5).build());
        final BufferedDataTable half = node.set("duration", 1.0).set("outputs", 2)
            .run(threeFlavors(0.1, 0.5).build())[2];
        final BufferedDataTable[] rest = node.run(half);
        for (final String column : new String[]{"rho_ee", "rho_tt", "rho_em_re", "rho_mt_im"}) {
            assertThat(Tables.numbers(rest[2], column))
                .containsExactly(Tables.numbers(whole[2], column), within(1e-12));
        }
        assertThat(Tables.numbers(rest[2], "rho_em_re")[0]).isNotCloseTo(0, within(1e-4));
        assertThat(Arrays.stream(Tables.numbers(whole[3], "digits")).min().orElse(0)).isPositive();
    }

    /** What two flavors in a pair do, three do: the box of the node against itself. */
    @Test
    void twoFlavorsAreASpecialCase() throws Exception {
        final NodeTester node = QkeBoxNodeTest.node().set("pointsZ", 12).set("boxLengthZ", 3.0)
            .set("perturbation", "NONE").set("duration", 3.0).set("outputs", 3).set("thetaMix", 0.3)
            .set("theta12", 0.3).set("theta13", 0.0)
            .set("theta23", 0.0).set("deltaCP", 0.0).set("matterPotential", 0.5);
        final double[] two = Tables.numbers(node.run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz",
            "omega").row("nu", 1.0, 1.0, 0.8, 0.0, 0.0, 0.4, 0.7).row("nubar", -1.0, 0.8, 0.5, 0.0, 0.0, 0.1, 0.7)
            .build())[0], "Pz");
        final BufferedDataTable three = node.run(Tables.of("species:text", "mu", "weight", "rho_ee", "rho_mm",
            "rho_tt", "rho_em_re", "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im", "omega21",
            "omega31").row("nu", 1.0, 1.0, 0.6, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.7, 0.0)
            .row("nubar", -1.0, 0.8, 0.3, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.7, 0.0).build())[0];
        for (int r = 0; r < two.length; r++) {
            assertThat(Tables.numbers(three, "rho_ee")[r] - Tables.numbers(three, "rho_mm")[r])
                .isCloseTo(two[r], within(1e-9));
        }
        assertThat(two[7]).isNotCloseTo(two[1], within(1e-3));
    }
}
