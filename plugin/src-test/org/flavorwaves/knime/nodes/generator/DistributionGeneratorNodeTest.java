package org.flavorwaves.knime.nodes.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The node Distribution Generator. */
class DistributionGeneratorNodeTest {

    private static NodeTester node() {
        return NodeTester.of(DistributionGeneratorNodeFactory::configure, DistributionGeneratorNodeFactory::execute,
            new DistributionGeneratorParameters());
    }

    @Test
    void unconfiguredItMakesTwoBeams() throws Exception {
        final BufferedDataTable[] out = node().run();
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("species", "mu", "weight", "P0", "Px",
            "Py", "Pz");
        assertThat(out[0].getDataTableSpec().getColumnSpec("weight").getProperties().getProperty("unit"))
            .isEqualTo("natural");
        assertThat(Tables.texts(out[0], "species")).containsExactly("nu", "nubar");
        assertThat(Tables.numbers(out[0], "mu")).containsExactly(1, -1);
        assertThat(Tables.numbers(out[0], "weight")).containsExactly(1, 1);
        assertThat(Tables.numbers(out[0], "Pz")).containsExactly(1, 1);
        assertThat(Tables.texts(out[1], "result")).containsExactly("2 modes with net lepton number 0");
    }

    @Test
    void heavyLeptonNeutrinosMayCarryTheNegativeNumber() throws Exception {
        final BufferedDataTable state = node().set("carrier", "X_NEUTRINOS").set("backward", 0.5).set("density", 3.0)
            .run()[0];
        assertThat(Tables.texts(state, "species")).containsExactly("nu", "nu");
        assertThat(Tables.numbers(state, "Pz")).containsExactly(1, -1);
        assertThat(Tables.numbers(state, "weight")).containsExactly(3, 1.5);
    }

    /** Every family on its defaults: a valid state whose summary agrees with its rows. */
    @ParameterizedTest
    @EnumSource(Family.class)
    void summaryAgreesWithTheState(final Family family) throws Exception {
        final BufferedDataTable[] out = node().set("family", family.name()).set("units", "CGS").set("density", 1e32)
            .run();
        final double[] weight = Tables.numbers(out[0], "weight");
        final double[] mu = Tables.numbers(out[0], "mu");
        double density = 0;
        double lepton = 0;
        double flux = 0;
        for (int i = 0; i < weight.length; i++) {
            final double g = weight[i] * Tables.numbers(out[0], "Pz")[i]
                * (Tables.texts(out[0], "species").get(i).equals("nu") ? 1 : -1);
            density += weight[i] * Tables.numbers(out[0], "P0")[i];
            lepton += g;
            flux += g * mu[i];
        }
        assertThat(Tables.numbers(out[1], "modes")[0]).isEqualTo(weight.length);
        assertThat(Tables.numbers(out[1], "number_density")[0]).isCloseTo(density, within(1e-12 * density));
        assertThat(Tables.numbers(out[1], "lepton_density")[0]).isCloseTo(lepton, within(1e-12 * density));
        assertThat(Tables.numbers(out[1], "flux_z")[0]).isCloseTo(flux, within(1e-12 * density));
        assertThat(Tables.texts(out[1], "result").get(0)).endsWith(" cm^-3");
    }

    /** The integrals of G in closed form, 8/3 - 2 s^2, 2 - A w (1 - exp(-2/w)), 2a, g_0. */
    @ParameterizedTest
    @CsvSource({"POLYNOMIAL_CROSSING, 2.6466666666666667", "EXPONENTIAL_CROSSING, 1.8950000002164", "LINEAR, 1",
        "LEGENDRE, 1", "HALF_GAUSSIAN, 0.1"})
    void leptonNumberIsTheIntegral(final String family, final double integral) throws Exception {
        final double[] density = Tables.numbers(node().set("family", family).set("nTheta", 200).run()[1],
            "lepton_density");
        assertThat(density[0]).isCloseTo(integral, within(2e-4));
    }

    @Test
    void beamsAreReadFromLists() throws Exception {
        final BufferedDataTable state = node().set("family", "BEAMS").set("beamCosTheta", "0.5; -0.25 1")
            .set("beamLeptonNumber", "2, -1, 3").run()[0];
        assertThat(Tables.numbers(state, "mu")).containsExactly(0.5, -0.25, 1);
        assertThat(Tables.numbers(state, "weight")).containsExactly(2, 1, 3);
        assertThat(Tables.texts(state, "species")).containsExactly("nu", "nubar", "nu");
        assertThatThrownBy(() -> node().set("family", "BEAMS").set("beamCosTheta", "1, x").configure())
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("beamCosTheta must be numbers separated by commas, but \"x\" is not a number.");
        assertThatThrownBy(() -> node().set("family", "BEAMS").set("beamCosTheta", "1, 0").configure())
            .hasMessageStartingWith("beamCosTheta and beamLeptonNumber must have equally many numbers");
        assertThatThrownBy(() -> node().set("family", "BEAMS").set("beamCosTheta", "1, 0, -2").run())
            .isInstanceOf(KNIMEException.class).hasMessageContaining("|v| = 2.0");
    }

    @Test
    void spheresHaveVectorsAndKeepTheLeptonNumber() throws Exception {
        final BufferedDataTable[] out = node().set("family", "LINEAR").set("grid", "SPHERE").set("nTheta", 12)
            .set("nPhi", 5).run();
        assertThat(out[0].getDataTableSpec().getColumnNames()).contains("vx", "vy", "vz").doesNotContain("mu");
        assertThat(out[0].size()).isEqualTo(60);
        assertThat(Tables.numbers(out[1], "lepton_density")[0]).isCloseTo(1, within(1e-12));
        assertThat(Tables.numbers(out[1], "flux_z")[0]).isCloseTo(-1.4 / 3, within(1e-12));
        assertThat(Tables.numbers(out[1], "flux_x")[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void spreadsModesOverABoxOfFrequencies() throws Exception {
        final BufferedDataTable box = node().set("family", "TWO_BEAM").set("spectrum", "FREQUENCY_BOX")
            .set("omegaLower", -2.0).set("omegaUpper", 0.0).set("nFrequencies", 2).run()[0];
        assertThat(Tables.numbers(box, "omega")).containsExactly(-1.5, -0.5, -1.5, -0.5);
        assertThatThrownBy(() -> node().set("spectrum", "FREQUENCY_BOX").set("omegaUpper", 0.0).configure())
            .hasMessage("A box of frequencies needs finite ascending ends but has 0.0 and 0.0.");
    }

    @Test
    void energiesFrequenciesAndRatesHaveTheirColumns() throws Exception {
        final BufferedDataTable frequency = node().set("spectrum", "FREQUENCY").set("omega", -0.3)
            .set("depolarizationNubar", 0.2).run()[0];
        assertThat(Tables.numbers(frequency, "omega")).containsExactly(-0.3, -0.3);
        assertThat(Tables.numbers(frequency, "D")).containsExactly(0, 0.2);
        assertThat(Tables.numbers(node().set("spectrum", "ENERGY").set("energy", 12.0).run()[0], "E"))
            .containsExactly(12, 12);
        final BufferedDataTable[] thermal = node().set("family", "ISOTROPIC").set("spectrum", "FERMI_DIRAC")
            .set("nEnergies", 3).set("nTheta", 2).set("energyRule", "UNIFORM").set("maxEnergy", 30.0).run();
        assertThat(Tables.numbers(thermal[0], "E")).containsExactly(5, 5, 5, 5, 15, 15, 15, 15, 25, 25, 25, 25);
        assertThat(Tables.numbers(thermal[1], "lepton_density")[0]).isCloseTo(0.2, within(1e-14));
        assertThatThrownBy(() -> node().set("spectrum", "FERMI_DIRAC").configure())
            .hasMessage("The family TWO_BEAM has no Fermi-Dirac spectrum.");
    }

    @Test
    void perturbationTiltsAndKeepsLengths() throws Exception {
        final BufferedDataTable state = node().set("perturbation", 0.6).run()[0];
        assertThat(Tables.numbers(state, "Px")).containsExactly(0.6, 0.6);
        assertThat(Tables.numbers(state, "Pz")[0]).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void equalSeedsMakeEqualStates() throws Exception {
        final double[] first = Tables.numbers(node().set("family", "RANDOM").set("seed", 7L).run()[0], "Px");
        assertThat(first).hasSize(100)
            .isEqualTo(Tables.numbers(node().set("family", "RANDOM").set("seed", 7L).run()[0], "Px"))
            .isNotEqualTo(Tables.numbers(node().set("family", "RANDOM").set("seed", 8L).run()[0], "Px"));
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> node().set("nTheta", 0).configure()).hasMessageContaining("nTheta must be at least 1");
        assertThatThrownBy(() -> node().set("gridRule", "UNIFORM").set("nTheta", 1).configure())
            .hasMessageContaining("nTheta must be at least 2");
        assertThatThrownBy(() -> node().set("perturbation", 1.5).configure())
            .hasMessage("perturbation must be at least 0 and at most 1 but is 1.5.");
        assertThatThrownBy(() -> node().set("density", -1.0).configure())
            .hasMessage("density must be above 0 but is -1.0.");
        assertThatThrownBy(() -> node().set("family", "HALF_GAUSSIAN").set("sigma", 0.0).run())
            .hasMessage("sigma must be above 0 but is 0.0.");
    }
}
