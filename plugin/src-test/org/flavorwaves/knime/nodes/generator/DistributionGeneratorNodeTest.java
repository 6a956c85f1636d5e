package org.flavorwaves.knime.nodes.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.nodes.StateFigure;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
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

    /**
     * Net lepton number and flux of the defaults by adaptive quadrature (scipy), on every grid. The default box is
     * nu_e over all directions and 0.8 nubar_e over v > 0: 1 - 0.8 and 0 - 0.8/2.
     */
    @ParameterizedTest
    @CsvSource({"POLYNOMIAL_CROSSING, 2.6466666666666665, -1.3333333333333333",
        "EXPONENTIAL_CROSSING, 1.895000000216421, -0.09450000023806321", "LINEAR, 1, -0.4666666666666667",
        "LEGENDRE, 1, -0.5", "HALF_GAUSSIAN, 0.1, -0.018339231768970756", "BOX, 0.2, -0.4", "ISOTROPIC, 0.2, 0"})
    void leptonNumberAndFluxAreTheIntegralsOnEveryGrid(final String family, final double density, final double flux)
        throws Exception {
        for (final int nTheta : new int[]{3, 8, 32, 33}) {
            for (final String rule : new String[]{"GAUSS_LEGENDRE", "MIDPOINT", "UNIFORM"}) {
                final BufferedDataTable summary =
                    node().set("family", family).set("gridRule", rule).set("nTheta", nTheta).run()[1];
                assertThat(Tables.numbers(summary, "lepton_density")[0]).as(rule + nTheta)
                    .isCloseTo(density, within(1e-12));
                assertThat(Tables.numbers(summary, "flux_z")[0]).as(rule + nTheta).isCloseTo(flux, within(1e-12));
            }
            final BufferedDataTable sphere = node().set("family", family).set("grid", "SPHERE").set("nTheta", nTheta)
                .set("nPhi", 3).run()[1];
            assertThat(Tables.numbers(sphere, "lepton_density")[0]).isCloseTo(density, within(1e-12));
            assertThat(Tables.numbers(sphere, "flux_z")[0]).isCloseTo(flux, within(1e-12));
        }
    }

    @Test
    void aFamilyBeyondTheRingsIsRefused() {
        assertThatThrownBy(() -> node().set("family", "HALF_GAUSSIAN").set("sigma", 0.01).set("nTheta", 8).run())
            .isInstanceOf(KNIMEException.class).hasMessageContaining("The nu_e have the mean cos theta 0.992021");
        assertThatThrownBy(() -> node().set("family", "LINEAR").set("grid", "SPHERE").set("nPhi", 1).configure())
            .hasMessageContaining("nPhi must be at least 2");
    }

    /** The bytes are predicted before anything is made. */
    @ParameterizedTest
    @CsvSource({"8, 134217728, 2147483648", "2, 100000000, 400000000", "10000, 1000000000, 20000000000000"})
    void gridsThatDoNotFitAreRefusedWithTheirBytes(final int nTheta, final int nPhi, final String modes) {
        assertThatThrownBy(() -> node().set("family", "LINEAR").set("grid", "SPHERE").set("nTheta", nTheta)
            .set("nPhi", nPhi).run()).isInstanceOf(KNIMEException.class)
            .hasMessageMatching("Up to " + modes + " modes need \\d+ bytes of memory .*");
    }

    @Test
    void cancellationEndsTheGeneration() {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.setExecuteCanceled();
        assertThatThrownBy(() -> node().set("family", "LINEAR").in(new ExecutionContext(monitor)).run())
            .isInstanceOf(CanceledExecutionException.class);
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
        assertThatThrownBy(() -> node().set("family", "BEAMS").set("beamCosTheta", "1d, 0x1p0").configure())
            .hasMessage("beamCosTheta must be numbers separated by commas, but \"1d\" is not a number.");
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
    void densitiesInNaturalUnitsAreDoubted() throws Exception {
        final NodeTester natural = node().set("density", 1e33);
        natural.run();
        assertThat(natural.warning().orElseThrow()).startsWith("The weights reach 1.0e+33, so they seem to be ");
        final NodeTester cgs = node().set("density", 1e33).set("units", "CGS");
        cgs.run();
        assertThat(cgs.warning()).isEmpty();
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

    /** The muon flavor is x, the tau flavor a share of it; electron flavor and weights are those of two flavors. */
    @Test
    void threeFlavorsAreMadeOfTwo() throws Exception {
        final NodeTester node = node().set("family", "ISOTROPIC").set("densityNuX", 0.4).set("perturbation", 1e-3);
        final BufferedDataTable two = node.run()[0];
        final BufferedDataTable[] out = node.set("flavors", "THREE").set("tauRatio", 0.5).run();
        final BufferedDataTable three = out[0];
        assertThat(StateFigure.of(three, out[1]).toString()).isNotEmpty();
        assertThat(three.getDataTableSpec().getColumnNames()).contains("rho_ee", "rho_mt_im").doesNotContain("P0");
        for (int i = 0; i < two.size(); i++) {
            final double x = (Tables.numbers(two, "P0")[i] - Tables.numbers(two, "Pz")[i]) / 2;
            assertThat(Tables.numbers(three, "weight")[i]).isEqualTo(Tables.numbers(two, "weight")[i]);
            assertThat(Tables.numbers(three, "rho_mm")[i]).isCloseTo(x, within(1e-15));
            assertThat(Tables.numbers(three, "rho_tt")[i]).isCloseTo(x / 2, within(1e-15));
            assertThat(Tables.numbers(three, "rho_em_re")[i]).isCloseTo(Tables.numbers(two, "Px")[i] / 2,
                within(1e-15));
        }
    }
}
