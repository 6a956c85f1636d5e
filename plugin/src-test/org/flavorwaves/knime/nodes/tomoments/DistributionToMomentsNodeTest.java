package org.flavorwaves.knime.nodes.tomoments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.knime.nodes.moments.MomentsNodeAccess;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node Distribution to Moments. */
class DistributionToMomentsNodeTest {
    private static NodeTester node() {
        return NodeTester.of(DistributionToMomentsNodeFactory::configure, DistributionToMomentsNodeFactory::execute,
            new DistributionToMomentsParameters());
    }

    /** Moments of two cells and two energies, closed to modes and summed, are the moments again. */
    @Test
    void returnsTheMomentsThatMadeTheState() throws Exception {
        final BufferedDataTable moments = Tables.of("cell:text", "species:text", "E", "n", "fx", "fy", "fz", "z")
            .row("a", "nu_e", 5.0, 1.42e33, 0.097, 0.042, -0.134, 2.5)
            .row("a", "nubar_e", 5.0, 1.91e33, 0.0, 0.0, -0.345, 2.5)
            .row("a", "nu_x", 5.0, 0.5e33, -0.02, 0.07, -0.5, 2.5)
            .row("a", "nubar_x", 5.0, 0.4e33, 0.2, 0.0, 0.1, 2.5)
            .row("a", "nu_e", 20.0, 0.3e33, 0.3, 0.0, 0.2, 2.5)
            .row("a", "nubar_e", 20.0, 0.2e33, 0.0, 0.1, 0.6, 2.5)
            .row("a", "nu_x", 20.0, 0.1e33, 0.0, 0.0, 0.7, 2.5)
            .row("a", "nubar_x", 20.0, 0.1e33, 0.0, 0.0, 0.7, 2.5)
            .row("b", "nu_e", 5.0, 1e32, 0.0, 0.0, 0.5, -7.0)
            .row("b", "nubar_e", 5.0, 2e32, 0.0, 0.0, 0.4, -7.0)
            .row("b", "nu_x", 5.0, 1e31, 0.0, 0.0, 0.6, -7.0)
            .row("b", "nubar_x", 5.0, 1e31, 0.0, 0.0, 0.6, -7.0).build();
        final BufferedDataTable state = MomentsNodeAccess.node().run(moments)[0];
        final BufferedDataTable[] out = node().run(state);
        assertThat(Tables.texts(out[0], "cell")).isEqualTo(Tables.texts(moments, "cell"));
        assertThat(Tables.texts(out[0], "species")).isEqualTo(Tables.texts(moments, "species"));
        assertThat(Tables.numbers(out[0], "E")).containsExactly(Tables.numbers(moments, "E"));
        assertThat(Tables.numbers(out[0], "z")).containsExactly(Tables.numbers(moments, "z"));
        final double[] n = Tables.numbers(moments, "n");
        for (int i = 0; i < n.length; i++) {
            assertThat(Tables.numbers(out[0], "n")[i]).isCloseTo(n[i], within(1e-12 * n[i]));
            for (final String f : new String[]{"fx", "fy", "fz"}) {
                assertThat(Tables.numbers(out[0], f)[i]).isCloseTo(Tables.numbers(moments, f)[i], within(1e-12));
            }
        }
        assertThat(out[0].getDataTableSpec().getColumnSpec("n").getProperties().getProperty("unit"))
            .isEqualTo("cm^-3");
        assertThat(Tables.numbers(out[1], "F4t_nu_e")[0]).isCloseTo(1.72e33, within(1e21));
        assertThat(Tables.numbers(out[1], "F4z_nubar_tau")[0]).isCloseTo(0.11e33, within(1e21));
        assertThat(Tables.numbers(out[1], "F4z_nubar_mu")).containsExactly(Tables.numbers(out[1], "F4z_nubar_tau"));
        assertThat(Tables.numbers(out[2], "energies")).containsExactly(2, 1);
        assertThat(Tables.numbers(out[2], "lepton_density")[0]).isCloseTo(-0.49e33, within(1e21));
        assertThat(Tables.texts(out[2], "result").get(1))
            .isEqualTo("b: density 3.200e32 cm^-3, of which 1.000e32 nu_e and 2.000e32 nubar_e; largest flux "
                + "factor 0.6000");
    }

    /** The first axis of Rhea's array is x, y, z, t; then neutrino or antineutrino; then flavor. */
    @Test
    void theFourFluxHasRheasOrder() throws Exception {
        final BufferedDataTable state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 0.5, 2.0, 1.0, 0.3, 0.0, 0.5).row("nubar", -1.0, 1.0, 0.5, 0.0, 0.0, -0.5).build();
        final BufferedDataTable flux = node().run(state)[1];
        assertThat(Arrays.copyOfRange(flux.getDataTableSpec().getColumnNames(), 12, 24)).containsExactly("F4z_nu_e",
            "F4z_nu_mu", "F4z_nu_tau", "F4z_nubar_e", "F4z_nubar_mu", "F4z_nubar_tau", "F4t_nu_e", "F4t_nu_mu",
            "F4t_nu_tau", "F4t_nubar_e", "F4t_nubar_mu", "F4t_nubar_tau");
        final double[] row = Arrays.stream(flux.getDataTableSpec().getColumnNames()).skip(12)
            .mapToDouble(name -> Tables.numbers(flux, name)[0]).toArray();
        assertThat(row).containsExactly(0.75, 0.25, 0.25, 0, -0.5, -0.5, 1.5, 0.5, 0.5, 0, 0.5, 0.5);
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu").row("nu", 1.0).build()))
            .hasMessageContaining("Column 'weight' (double) is missing; found: species, mu");
        final Tables state = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 1.0, 1.0, 0.5, 0.0, 0.0, 0.7);
        assertThatThrownBy(() -> node().run(state.build())).hasMessageContaining("a: Row").hasMessageContaining("0.7");
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz").build()))
            .hasMessageContaining("no rows");
    }

    /** Six kinds go into a state of three flavors and come out again. */
    @Test
    void threeFlavorsGiveSixKinds() throws Exception {
        final String[] kinds = {"nu_e", "nubar_e", "nu_mu", "nubar_mu", "nu_tau", "nubar_tau"};
        final Tables table = Tables.of("species:text", "n", "fx", "fy", "fz");
        for (int k = 0; k < kinds.length; k++) {
            table.row(kinds[k], (6 - k) * 1e32, 0.0, 0.05 * k, 0.1 - 0.1 * k);
        }
        final BufferedDataTable state = MomentsNodeAccess.node().set("flavors", "THREE").run(table.build())[0];
        final BufferedDataTable[] out = node().run(state);
        assertThat(Tables.texts(out[0], "species")).containsExactly(kinds);
        for (int k = 0; k < kinds.length; k++) {
            assertThat(Tables.numbers(out[0], "n")[k]).isCloseTo((6 - k) * 1e32, within(1e21));
            assertThat(Tables.numbers(out[0], "fy")[k]).isCloseTo(0.05 * k, within(1e-12));
            assertThat(Tables.numbers(out[0], "fz")[k]).isCloseTo(0.1 - 0.1 * k, within(1e-12));
        }
        assertThat(Tables.numbers(out[1], "F4t_nu_tau")[0]).isCloseTo(2e32, within(1e21));
        assertThat(Tables.numbers(out[1], "F4t_nubar_mu")[0]).isCloseTo(3e32, within(1e21));
        assertThat(Tables.numbers(out[2], "lepton_density")[0]).isCloseTo(0, within(1e21));
        assertThat(Tables.numbers(out[2], "number_density")[0]).isCloseTo(21e32, within(1e21));
    }
}
