package org.flavorwaves.knime.nodes.flavorwaverelaxation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node Flavor Wave Relaxation. */
class FlavorWaveRelaxationNodeTest {
    private static NodeTester node() {
        return NodeTester.of(FlavorWaveRelaxationNodeFactory::configure, FlavorWaveRelaxationNodeFactory::execute,
            new FlavorWaveRelaxationParameters());
    }

    /** Four neutrino modes in mixing equilibrium with matter, theta = 0.5 and lambda = 0.3. */
    private static Tables tilted() {
        return tilted("vx", "vy", "vz");
    }

    private static Tables tilted(final String vx, final String vy, final String vz) {
        return Tables.of("species:text", vx, vy, vz, "weight", "omega", "P0", "Px", "Py", "Pz")
            .row("nu", 0.27298068055600483, -0.7548144548445556, -0.5964366578278846, 0.602841553563351,
                0.9739487619949414, 1.0, 0.7943245146606996, 0.0, -0.09512394761070364)
            .row("nu", -0.7531367549566194, 0.5551684973273434, 0.35294895935349124, 0.7685081090021642,
                0.7464518578477002, 1.0, 0.5953551359478323, 0.0, -0.07451350280679434)
            .row("nu", -0.36758481347296884, 0.8740614290753409, 0.31764449169915626, 0.5959492712890895,
                0.5132998664640209, 1.0, 0.49899259647207805, 0.0, -0.03172362945903081)
            .row("nu", -0.475108253724376, 0.8386262430078969, -0.26641728881856325, 0.7432290794918814,
                0.3498020557760785, 1.0, 0.6999999919051235, 0.0, 0.00010645575063256721);
    }

    private static NodeTester tiltedNode() {
        return node().set("thetaMix", 0.5).set("matterPotential", 0.3).set("kMax", 1.44).set("kCount", 16);
    }

    private static NodeTester automatic() {
        return tiltedNode().set("kMax", 0.0).set("duration", 1e5).set("outputs", 1);
    }

    @Test
    void relaxesWithConservedEnergyAndMomentum() throws Exception {
        final BufferedDataTable[] out = tiltedNode().run(tilted().build());
        assertThat(Tables.numbers(out[2], "bands")).containsExactly(8);
        assertThat(Tables.numbers(out[2], "bands_left_out")).containsExactly(0);
        assertThat(Tables.numbers(out[2], "energy_drift")[0]).isLessThan(1e-10);
        assertThat(Tables.numbers(out[2], "momentum_drift")[0]).isLessThan(1e-10);
        assertThat(Tables.numbers(out[2], "imbalance_end")[0])
            .isLessThan(0.3 * Tables.numbers(out[2], "imbalance_start")[0]);
        assertThat(Tables.numbers(out[2], "negative_energies")).containsExactly(0);
        assertThat(Tables.texts(out[2], "equilibrium_possible")).containsExactly("true");
        final double[] entropy = Tables.numbers(out[1], "entropy_waves");
        for (int t = 1; t < entropy.length; t++) {
            assertThat(entropy[t]).isGreaterThan(entropy[t - 1]);
        }
        // the power of the waves of both signs of k is the square of the amplitude times sum |P|^2
        final double[] action = Tables.numbers(out[0], "action");
        final double[] kappa = Tables.numbers(out[0], "kappa");
        double power = 0;
        for (int w = 0; w < 8 * 16; w++) {
            power += 2 * 1.44 / 16 * action[w] / Math.abs(kappa[w]);
        }
        assertThat(power).isCloseTo(1e-4 * (0.64 + 0.36 + 0.25 + 0.49), within(1e-9));
        assertThat(Tables.texts(out[2], "result").get(0)).startsWith("the imbalance of resonances goes from 0.")
            .contains(" of 128 waves meet resonant partners");
        assertThat(RelaxationFigure.of(out).cells().get(0).panels()).hasSize(2);
    }

    /** The same state with its axes renamed, by vectors of any length; the automatic largest k is that of the axis. */
    @Test
    void wavesRunAlongAnyDirection() throws Exception {
        final BufferedDataTable[] along = automatic().run(tilted().build());
        final BufferedDataTable[] x =
            automatic().set("kDirX", 3.0).set("kDirZ", 0.0).run(tilted("vy", "vz", "vx").build());
        final BufferedDataTable[] y =
            automatic().set("kDirY", 0.2).set("kDirZ", 0.0).run(tilted("vz", "vx", "vy").build());
        assertThat(Tables.numbers(along[2], "k_max")[0]).isGreaterThan(1);
        for (final BufferedDataTable[] turned : new BufferedDataTable[][]{x, y}) {
            assertThat(Tables.numbers(turned[2], "k_max")[0])
                .isCloseTo(Tables.numbers(along[2], "k_max")[0], within(1e-12));
            assertThat(Tables.numbers(turned[2], "resonances")).isEqualTo(Tables.numbers(along[2], "resonances"));
            assertThat(Tables.numbers(turned[2], "imbalance_start")[0])
                .isCloseTo(Tables.numbers(along[2], "imbalance_start")[0], within(1e-12));
            assertThat(Tables.numbers(turned[0], "action"))
                .containsExactly(Tables.numbers(along[0], "action"), within(1e-12));
        }
        assertThatThrownBy(() -> tiltedNode().set("kDirZ", 0.0).run(tilted().build()))
            .hasMessageContaining("The direction (kDirX, kDirY, kDirZ) must not be (0, 0, 0).");
        assertThatThrownBy(() -> node().set("kDirX", 1.0).run(Tables.of("species:text", "mu", "weight", "P0", "Px",
            "Py", "Pz").row("nu", 0.9, 1.0, 1.0, 0.0, 0.0, 0.9).build()))
            .hasMessageContaining("The state has rings about z");
    }

    /** The waves of larger k have both signs of energy in every frame. */
    @Test
    void recognisesNegativeEnergies() throws Exception {
        final BufferedDataTable[] out = tiltedNode().set("kMax", 4.0).set("outputs", 1).set("duration", 1.0)
            .run(tilted().build());
        assertThat(Tables.numbers(out[2], "negative_energies")[0]).isPositive();
        assertThat(Tables.texts(out[2], "equilibrium_possible")).containsExactly("false");
        assertThat(Tables.texts(out[2], "result").get(0))
            .contains(" waves have negative energy, which excludes a Rayleigh-Jeans spectrum");
    }

    /** Energies are sums of Omega n: in CGS erg cm^-3, with frequencies in s^-1. */
    @Test
    void answersInUnits() throws Exception {
        final BufferedDataTable[] natural = tiltedNode().set("outputs", 1).set("duration", 1.0).run(tilted().build());
        final BufferedDataTable[] cells = tiltedNode().set("outputs", 1).run(tilted().build());
        assertThat(Tables.numbers(natural[1], "t")).containsExactly(0, 1);
        assertThat(Tables.numbers(cells[1], "t")[1]).isEqualTo(Tables.numbers(cells[2], "t_end")[0]);
        assertThat(natural[1].getDataTableSpec().getColumnSpec("E_waves").getProperties().getProperty("unit", ""))
            .isEmpty();
    }

    @Test
    void alignedStatesDoNotInteract() throws Exception {
        final BufferedDataTable[] out = node().set("kMax", 0.5).set("kCount", 8)
            .run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
                .row("nu", 0.9, 1.0, 1.0, 0.0, 0.0, 0.9).row("nu", 0.1, 0.8, 1.0, 0.0, 0.0, 0.7)
                .row("nu", -0.7, 0.6, 1.0, 0.0, 0.0, 0.5).build());
        assertThat(Tables.texts(out[2], "result").get(0))
            .startsWith("no three waves interact, as in states whose vectors all lie along one axis");
        assertThat(Tables.numbers(out[2], "resonances")).containsExactly(0);
        final double[] action = Tables.numbers(out[0], "action");
        assertThat(action[action.length - 1]).isEqualTo(action[6 * 8 - 1]);
    }

    @Test
    void stopsAfterTheMostSteps() throws Exception {
        assertThatThrownBy(() -> tiltedNode().set("maxSteps", 3).run(tilted().build()))
            .hasMessageContaining("needs more than 3 time steps; it reached t = ");
        final BufferedDataTable[] out =
            tiltedNode().set("maxSteps", 3).set("onFailure", "MISSING_VALUES").run(tilted().build());
        assertThat(Tables.texts(out[2], "complete")).containsExactly("false");
    }

    @Test
    void namesTheMissingColumn() {
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu").row("nu", 1.0).build()))
            .hasMessageContaining("Column 'weight' (double) is missing; found: species, mu");
    }
}
