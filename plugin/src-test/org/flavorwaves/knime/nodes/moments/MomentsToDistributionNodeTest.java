package org.flavorwaves.knime.nodes.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;

import org.flavorwaves.knime.table.moments.MomentsReader;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** The node Moments to Distribution. */
class MomentsToDistributionNodeTest {
    private static final String[] COLUMNS = {"cell:text", "species:text", "n", "fx", "fy", "fz"};

    private static NodeTester node() {
        return NodeTester.of(MomentsToDistributionNodeFactory::configure, MomentsToDistributionNodeFactory::execute,
            new MomentsToDistributionParameters());
    }

    private static Tables merger() {
        return Tables.of(COLUMNS).row("NSM_1", "nu_e", 1.42e33, 0.097, 0.042, -0.134)
            .row("NSM_1", "nubar_e", 1.91e33, 0.072, 0.031, -0.345)
            .row("NSM_1", MomentsReader.SUM4, 1.96e33, -0.022, 0.074, -0.535);
    }

    /** Sums over the rows of one species: weight times P0 and Pz, alone and with the velocity. */
    private static double[] sums(final BufferedDataTable state, final String species) {
        final double[] sums = new double[5];
        for (int i = 0; i < state.size(); i++) {
            if (Tables.texts(state, "species").get(i).equals(species)) {
                final double w = Tables.numbers(state, "weight")[i];
                final double pz = Tables.numbers(state, "Pz")[i];
                sums[0] += w * Tables.numbers(state, "P0")[i];
                sums[1] += w * pz;
                sums[2] += w * pz * Tables.numbers(state, "vx")[i];
                sums[3] += w * pz * Tables.numbers(state, "vy")[i];
                sums[4] += w * pz * Tables.numbers(state, "vz")[i];
            }
        }
        return sums;
    }

    @Test
    void keepsDensitiesAndFluxes() throws Exception {
        final BufferedDataTable[] out = node().set("nTheta", 6).set("nPhi", 5).set("matching", "DENSITY_AND_FLUX")
            .run(merger().build());
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("cell", "species", "vx", "vy", "vz",
            "weight", "P0", "Px", "Py", "Pz");
        assertThat(out[0].getDataTableSpec().getColumnSpec("weight").getProperties().getProperty("unit"))
            .isEqualTo("cm^-3");
        final double x = 1.96e33 / 4;
        final double[] nu = sums(out[0], "nu");
        assertThat(nu[0]).isCloseTo(1.42e33 + x, within(1e21));
        assertThat(nu[1]).isCloseTo(1.42e33 - x, within(1e21));
        assertThat(nu[2]).isCloseTo(1.42e33 * 0.097 - x * -0.022, within(1e21));
        assertThat(nu[3]).isCloseTo(1.42e33 * 0.042 - x * 0.074, within(1e21));
        assertThat(nu[4]).isCloseTo(1.42e33 * -0.134 - x * -0.535, within(1e21));
        final double[] nubar = sums(out[0], "nubar");
        assertThat(nubar[1]).isCloseTo(1.91e33 - x, within(1e21));
        assertThat(nubar[4]).isCloseTo(1.91e33 * -0.345 - x * -0.535, within(1e21));
        assertThat(Tables.numbers(out[1], "modes")).containsExactly(60);
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("NSM_1: 60 modes");
    }

    /** The closure of a beam is infinitely peaked. */
    @Test
    void beamsHaveNoShape() throws Exception {
        final Tables table = Tables.of("species:text", "n", "fx", "fy", "fz").row("nu_e", 1.0, 0.0, 0.0, 1.0)
            .row("nubar_e", 1.0, 0.0, 0.0, 0.0);
        final BufferedDataTable summary = node().set("units", "NATURAL").run(table.build())[1];
        assertThat(Tables.numbers(summary, "max_shape")).containsExactly(Double.NaN);
    }

    /** Along the flux 1.42 f_e - 1.91 f_ebar: the x parts cancel. */
    @Test
    void polarAxisFollowsTheLeptonNumberFlux() throws Exception {
        final double[] flux = new double[3];
        final double[] nu = {0.097, 0.042, -0.134};
        final double[] nubar = {0.072, 0.031, -0.345};
        for (int a = 0; a < 3; a++) {
            flux[a] = 1.42 * nu[a] - 1.91 * nubar[a];
        }
        final double length = Math.sqrt(flux[0] * flux[0] + flux[1] * flux[1] + flux[2] * flux[2]);
        final BufferedDataTable summary = node().set("nTheta", 3).set("nPhi", 3).run(merger().build())[1];
        assertThat(Tables.numbers(summary, "axis_x")[0]).isCloseTo(flux[0] / length, within(1e-14));
        assertThat(Tables.numbers(summary, "axis_z")[0]).isCloseTo(flux[2] / length, within(1e-14));
        assertThat(Tables.numbers(node().set("polarAxis", "Z").run(merger().build())[1], "axis_z")[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ONE, 1, 1", "MU_TAU, 0.5, 0.5", "ALL_FOUR, 0.25, 0.25"})
    void nuXMeansWhatIsSaid(final String meaning, final double nu, final double nubar) throws Exception {
        final Tables table = Tables.of("species:text", "n:int", "fx", "fy", "fz").row("nu_x", 1, 0.0, 0.0, 0.0);
        final BufferedDataTable state = node().set("nuX", meaning).set("grid", "RINGS").set("units", "NATURAL")
            .set("nTheta", 2).run(table.build())[0];
        final double[] sums = new double[2];
        for (int i = 0; i < state.size(); i++) {
            sums[Tables.texts(state, "species").get(i).equals("nu") ? 0 : 1] +=
                Tables.numbers(state, "weight")[i] * Tables.numbers(state, "P0")[i];
        }
        assertThat(sums[0]).isCloseTo(nu, within(1e-14));
        assertThat(sums[1]).isCloseTo(nubar, within(1e-14));
        assertThat(Arrays.stream(Tables.numbers(state, "Pz")).max().getAsDouble()).isNegative();
        assertThat(state.getDataTableSpec().getColumnNames()).contains("mu").doesNotContain("cell", "vx", "E");
        assertThat(state.getDataTableSpec().getColumnSpec("weight").getProperties().getProperty("unit"))
            .isEqualTo("natural");
    }

    @Test
    void energiesBecomeBins() throws Exception {
        final Tables table = Tables.of("species:text", "E", "n", "fx", "fy", "fz").row("nu_e", 20.0, 1.0, 0.0, 0.0, 0.1)
            .row("nu_e", 10.0, 2.0, 0.0, 0.0, 0.2).row("nubar_e", 10.0, 1.0, 0.0, 0.0, 0.2);
        final BufferedDataTable state = node().set("grid", "RINGS").set("nTheta", 2).run(table.build())[0];
        assertThat(Tables.numbers(state, "E")).containsExactly(10, 10, 10, 10, 20, 20);
        assertThat(Tables.texts(state, "species")).containsExactly("nu", "nu", "nubar", "nubar", "nu", "nu");
    }

    private static Tables forwardPeaked() {
        return Tables.of("species:text", "n", "fx", "fy", "fz").row("nu_e", 1e33, 0.0, 0.0, 0.999)
            .row("nubar_e", 9e32, 0.0, 0.0, 0.98);
    }

    /** Flux factors near 1 get the rings that they need, and density and flux are exact. */
    @Test
    void forwardPeakedFluxesRefineTheGrid() throws Exception {
        final BufferedDataTable[] out = node().set("grid", "RINGS").run(forwardPeaked().build());
        double density = 0;
        double flux = 0;
        for (int i = 0; i < out[0].size(); i++) {
            final double g = Tables.numbers(out[0], "weight")[i] * Tables.numbers(out[0], "Pz")[i]
                * (Tables.texts(out[0], "species").get(i).equals("nu") ? 1 : -1);
            density += g;
            flux += g * Tables.numbers(out[0], "mu")[i];
        }
        assertThat(density).isCloseTo(1e32, within(1e20));
        assertThat(flux).isCloseTo(1e33 * 0.999 - 9e32 * 0.98, within(1e20));
        assertThat(Tables.numbers(out[1], "n_theta")[0]).isBetween(50.0, 100.0);
        assertThat(Tables.numbers(out[1], "resolution_error")[0]).isLessThan(1e-3);
        assertThat(Tables.numbers(out[1], "flux_error")[0]).isLessThan(1e-13);
        assertThat(Tables.texts(out[1], "result").get(0)).contains("which miss the closed distributions by ")
            .contains(" of their spread; the fluxes of the state are off by ");
    }

    @Test
    void aGridThatMissesTheDistributionIsRefused() {
        assertThatThrownBy(() -> node().set("grid", "RINGS").set("resolution", "AS_GIVEN").run(forwardPeaked().build()))
            .isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("the flux and second moment of nu_e (flux factor 0.999, a = 1000) are off by ")
            .hasMessageContaining(" of the spread of all neutrinos on 8 directions, above maxError = 0.03");
        assertThatThrownBy(() -> node().set("nTheta", 10_000).set("nPhi", 100_000_000).run(merger().build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining(" bytes of memory ");
    }

    @Test
    void badRowsAreNamed() {
        assertThatThrownBy(() -> node().run(merger().row("NSM_1", "nu_e", 1.0, 0.0, 0.0, 0.0).build()))
            .isInstanceOf(KNIMEException.class)
            .hasMessage("Row 'Row3' gives the species 'nu_e' a second time in cell 'NSM_1'.");
        assertThatThrownBy(() -> node().run(merger().row("b", "nu_mu", 1.0, 0.0, 0.0, 0.0).build()))
            .hasMessageStartingWith("Row 'Row3' has species 'nu_mu'; it must be 'nu_e', ");
        assertThatThrownBy(() -> node().run(merger().row("b", "nu_e", -1.0, 0.0, 0.0, 0.0).build()))
            .hasMessageStartingWith("Row 'Row3': The density is -1.0");
        assertThatThrownBy(() -> node().run(merger().row("b", "nu_e", 1.0, 0.8, 0.0, -0.8).build()))
            .hasMessageStartingWith("Row 'Row3': The flux factor (0.8, 0.0, -0.8) has length 1.13")
            .hasMessageContaining("above the bound 1");
        assertThatThrownBy(() -> node().run(merger().row("b", "nu_e", Double.NaN, 0.0, 0.0, 0.0).build()))
            .hasMessageStartingWith("Row 'Row3' has NaN in column 'n'");
        assertThatThrownBy(() -> node().run(merger().row("NSM_1", "nu_x", 1.0, 0.0, 0.0, 0.0).build()))
            .hasMessageStartingWith("Cell 'NSM_1' gives both 'nu_x_sum4' and 'nu_x'");
        assertThatThrownBy(() -> node().set("nuX", "ALL_FOUR")
            .run(merger().row("b", "nubar_x", 1.0, 0.0, 0.0, 0.0).build()))
            .hasMessageStartingWith("Row 'Row3' gives 'nubar_x', but nu_x is said to hold the antineutrinos too");
    }

    @Test
    void badTablesAreNamed() {
        assertThatThrownBy(() -> node().run(Tables.of(COLUMNS).build())).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("The table of moments has no rows");
        assertThatThrownBy(() -> node().configure(Tables.of("species:text", "n", "fx", "fy").spec()))
            .hasMessage("Column 'fz' (double) is missing; found: species, n, fx, fy.");
        assertThatThrownBy(() -> node().set("grid", "RINGS").run(merger().build()))
            .hasMessageStartingWith("NSM_1: The flux of nu_e has a part across the z axis");
        assertThatThrownBy(() -> node().run(Tables.of(COLUMNS).row("a", "nu_e", 0.0, 0.0, 0.0, 0.0).build()))
            .hasMessageStartingWith("a: All densities are zero");
    }

    /** Sum of weight times an occupation over the rows of a species. */
    private static double density(final BufferedDataTable state, final String species, final String column) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += Tables.texts(state, "species").get(i).equals(species)
                ? Tables.numbers(state, "weight")[i] * Tables.numbers(state, column)[i] : 0;
        }
        return sum;
    }

    @Test
    void sixSpeciesBecomeThreeFlavors() throws Exception {
        final BufferedDataTable out = node().set("nTheta", 6).set("nPhi", 5).set("maxError", 1.0).set("flavors",
            "THREE")
            .run(Tables.of(COLUMNS).row("a", "nu_e", 1.4e33, 0.1, 0.0, -0.1).row("a", "nubar_e", 1.9e33, 0.0, 0.0, -0.3)
                .row("a", "nu_mu", 3e32, 0.0, 0.0, -0.5).row("a", "nubar_mu", 4e32, 0.0, 0.1, -0.4)
                .row("a", "nu_x", 5e32, 0.0, 0.0, -0.6).build())[0];
        final String[] columns = {"rho_ee", "rho_mm", "rho_tt"};
        final double[] nu = {1.4e33, 3e32, 5e32};
        final double[] nubar = {1.9e33, 4e32, 5e32};
        for (int f = 0; f < 3; f++) {
            assertThat(density(out, "nu", columns[f])).isCloseTo(nu[f], withinPercentage(1e-10));
            assertThat(density(out, "nubar", columns[f])).isCloseTo(nubar[f], withinPercentage(1e-10));
        }
        assertThat(out.size()).isEqualTo(2 * 30);
        assertThatThrownBy(() -> node().run(Tables.of(COLUMNS).row("a", "nu_mu", 1e33, 0.0, 0.0, 0.0).build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("has species 'nu_mu'; it must be");
    }

    /** Equal heavy flavors give the electron and muon occupations of two flavors, on the same grid. */
    @Test
    void equalHeavyFlavorsAreThoseOfTwo() throws Exception {
        final BufferedDataTable two = node().set("nTheta", 6).set("nPhi", 5).run(merger().build())[0];
        final BufferedDataTable three = node().set("nTheta", 6).set("nPhi", 5).set("flavors", "THREE")
            .run(merger().build())[0];
        assertThat(three.size()).isEqualTo(two.size());
        for (int i = 0; i < two.size(); i++) {
            final double x = Tables.numbers(three, "rho_mm")[i];
            assertThat(Tables.numbers(three, "rho_ee")[i] - x).isCloseTo(Tables.numbers(two, "Pz")[i], within(1e-15));
            assertThat(Tables.numbers(three, "rho_tt")[i]).isCloseTo(x, within(1e-15));
            assertThat(Tables.numbers(three, "weight")[i]).isEqualTo(Tables.numbers(two, "weight")[i]);
            assertThat(Tables.numbers(three, "vz")[i]).isCloseTo(Tables.numbers(two, "vz")[i], within(1e-15));
        }
    }
}
