package org.flavorwaves.knime.nodes.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;

/** The node Flavor Wave Bands. */
class FlavorWaveBandsNodeTest {

    private static NodeTester node() {
        return NodeTester.of(FlavorWaveBandsNodeFactory::configure, FlavorWaveBandsNodeFactory::execute,
            new FlavorWaveBandsParameters());
    }

    /** Reference case 1: the largest growth, 2, is at K = 2. */
    @Test
    void saysThatWavesGrowFasterOutsideTheRange() throws Exception {
        assertThat(Tables.texts(node().set("kMin", -1.0).set("kMax", 1.0).run(Tables.twoBeams().build())[1], "result")
            .get(0)).startsWith("fastest wave grows at 1.732 at K = -1.000 ")
            .endsWith("; outside the range waves grow faster, at 2.000 at K = 2.000");
        assertThat(Tables.texts(node().run(Tables.twoBeams().build())[1], "result").get(0)).doesNotContain("outside");
    }

    /** Reference case 1. */
    @ParameterizedTest
    @CsvSource({"0.5, 1.322876", "1, 1.732051", "2, 2", "3, 1.732051"})
    void twoBeamsGrowAsInTheReferenceCase(final double k, final double growth) throws Exception {
        final BufferedDataTable[] out = node().set("kMin", k).set("kCount", 1).run(Tables.twoBeams().build());
        assertThat(Arrays.stream(Tables.numbers(out[0], "omega_im")).max().getAsDouble())
            .isCloseTo(growth, within(1e-6));
        assertThat(Tables.numbers(out[0], "k")).containsOnly(k);
        assertThat(out[0].size()).isEqualTo(6);
    }

    /** Reference case 6. */
    @Test
    void listsAllBandsOfTheReferenceCase() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nu", -1.0, 1.0, 1.0, 0.0, 0.0, -0.5);
        final BufferedDataTable bands = node().set("kMin", -1.5).set("kCount", 1).run(table.build())[0];
        assertThat(bands.getDataTableSpec().getColumnNames()).containsExactly("k", "kx", "ky", "kz", "band", "omega_re",
            "omega_im", "v_group", "participation", "condition", "kind", "v_group_x", "v_group_y", "v_group_z");
        final double[] re = Tables.numbers(bands, "omega_re");
        Arrays.sort(re);
        final double[] expected = {-2.14575131, -1.5, -0.5, -0.5, 1.5, 3.14575131};
        for (int b = 0; b < 6; b++) {
            assertThat(re[b]).isCloseTo(expected[b], within(1e-8));
        }
        assertThat(Arrays.stream(Tables.numbers(bands, "omega_im")).max().getAsDouble())
            .isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(Tables.texts(bands, "kind")).containsExactlyInAnyOrder("trivial", "trivial", "stable", "stable",
            "unstable", "damped");
    }

    @Test
    void summaryRefinesTheFastestWaveAndSaysSo() throws Exception {
        final BufferedDataTable[] out =
            node().set("kMin", 1.1).set("kMax", 3.0).set("kCount", 12).run(Tables.twoBeams().build());
        assertThat(Tables.numbers(out[1], "growth")[0]).isCloseTo(2, within(1e-10));
        assertThat(Tables.numbers(out[1], "k_fastest")[0]).isCloseTo(2, within(1e-6));
        assertThat(Tables.numbers(out[1], "lepton_number")[0]).isEqualTo(2);
        assertThat(Tables.texts(out[1], "result").get(0)).isEqualTo("fastest wave grows at 2.000 at K = 2.000 "
            + "(1.000 sum|G|)");
        assertThat(Tables.texts(out[1], "structure")).containsExactly("aligned");
        assertThat(out[2].size()).as("one eigenvector of two modes").isEqualTo(2);
        assertThat(Arrays.stream(Tables.numbers(out[2], "share")).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void stableStateSaysSo() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nu", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.texts(out[1], "result")).containsExactly("no wave grows at the 41 wave numbers");
        assertThat(out[2].size()).isZero();
    }

    /** CGS against natural units: the same state with densities n and with potentials sqrt(2) G_F n. */
    @Test
    void cgsGivesRatesPerSecondAndRelativeWaveNumbersFollowTheFlux() throws Exception {
        final double n = 1e33;
        final Tables table = Tables.of("cell:text", "species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz")
            .weightsIn(WeightUnit.PER_CM3).row("a", "nu", 0.6, 0.0, 0.8, n, 1.0, 0.0, 0.0, 1.0)
            .row("a", "nubar", -0.6, 0.0, -0.8, n, 1.0, 0.0, 0.0, 1.0);
        final BufferedDataTable[] out = node().set("units", "CGS").set("kDirection", "LEPTON_FLUX")
            .set("kUnit", "LEPTON_NUMBER").set("kMin", -0.25).set("kCount", 1).run(table.build());
        final double potential = Units.potential(n);
        assertThat(Tables.numbers(out[0], "k")[0]).isCloseTo(-0.5 * potential, within(1e-12));
        assertThat(Tables.numbers(out[0], "kx")[0]).isCloseTo(-0.3 * potential, within(1e-12));
        assertThat(Arrays.stream(Tables.numbers(out[0], "omega_im")).max().getAsDouble()).isCloseTo(
            Math.sqrt(4 - 1.5 * 1.5) * Units.perSecond(potential), within(1e-9 * Units.perSecond(potential)));
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("a: fastest wave grows at ")
            .contains(" s^-1 at K = ").contains(" cm^-1 (-0.2500 sum|G|)");
        assertThat(Tables.texts(out[0], "cell")).containsOnly("a");
    }

    @Test
    void everyCellHasItsBands() throws Exception {
        final Tables table = Tables.of("cell:int", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row(2, "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row(1, "nu", 1.0, 2.0, 1.0, 0.0, 0.0, 1.0)
            .row(2, "nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row(1, "nubar", -1.0, 2.0, 1.0, 0.0, 0.0, 1.0);
        final BufferedDataTable[] out = node().set("kMin", -4.0).set("kMax", 4.0).set("kCount", 3)
            .set("eigenvectors", "ALL").run(table.build());
        assertThat(Tables.texts(out[1], "cell")).containsExactly("2", "1");
        assertThat(Tables.numbers(out[1], "growth")[1]).isCloseTo(4, within(1e-9));
        assertThat(out[0].size()).isEqualTo(2 * 3 * 6);
        assertThat(out[2].size()).isEqualTo(2 * 6 * 2);
    }

    @Test
    void fluxAndLeptonNumberMustExist() {
        final Tables table = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 0.0);
        assertThatThrownBy(() -> node().set("kDirection", "LEPTON_FLUX").run(table.build()))
            .isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("a: the lepton-number flux is zero, so it gives no direction");
        assertThatThrownBy(() -> node().set("kUnit", "LEPTON_NUMBER").run(table.build()))
            .hasMessageStartingWith("a: the lepton number is zero in every direction");
    }

    @Test
    void badSettingsAreRefused() {
        final DataTableSpec spec = Tables.twoBeams().spec();
        assertThatThrownBy(() -> node().set("kMin", 3.0).configure(spec))
            .hasMessage("kMax must be above kMin but is 2.0 with kMin = 3.0.");
        assertThatThrownBy(() -> node().set("kDirZ", 0.0).configure(spec))
            .hasMessageContaining("must not be (0, 0, 0)");
        assertThatThrownBy(() -> node().set("kCount", 0).configure(spec)).hasMessageContaining("kCount");
    }

    /** The prediction needs no eigenvalue problem: 40 000 modes would need far more than any test heap. */
    @Test
    void tooLargeAProblemIsRefusedWithItsBytes() {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        for (int i = 0; i < 40_000; i++) {
            table.row("nu", i / 40_000.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        }
        assertThatThrownBy(() -> node().run(table.build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("the bands of 40000 modes, aligned structure need ")
            .hasMessageContaining(" bytes of memory");
    }

    /** Cancelled while one dense problem of some minutes is under way. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void cancellationEndsALongRun() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        for (int i = 0; i < 400; i++) {
            table.row("nu", i / 400.0, 1.0, 1.0, 0.1, 0.2, 0.3);
        }
        final BufferedDataTable input = table.build();
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        final Thread cancel = new Thread(() -> {
            try {
                Thread.sleep(1000);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            monitor.setExecuteCanceled();
        });
        cancel.start();
        assertThatThrownBy(() -> node().set("matterPotential", 1.0).set("thetaMix", 0.3).set("kCount", 1)
            .in(new ExecutionContext(monitor)).run(input)).isInstanceOf(CanceledExecutionException.class);
        cancel.join();
    }

    /** Reference case 22: sixteen bands, four of them trivial. */
    @Test
    void threeFlavorsHaveTheBandsOfTheReferenceCase() throws Exception {
        final BufferedDataTable[] out = node().set("kMin", 0.4).set("kCount", 1).set("matterPotential", 1.5)
            .run(ThreeFlavors.twoBeams());
        final double[] re = {-2.7, -2.6609993758, -1.0590006242, -0.9, -0.5495900262, -0.4, -0.4, -0.06, -0.06, 0.4,
            0.4, 0.6695900262, 1.8, 1.8, 1.86, 1.86};
        final double[] im = {0, 0, 0, 0, 0, 0, 0, -0.2107130751, 0.2107130751, 0, 0, 0, -0.5567764363, 0.5567764363,
            -0.2497999199, 0.2497999199};
        final double[] foundRe = Tables.numbers(out[0], "omega_re");
        final double[] foundIm = Tables.numbers(out[0], "omega_im");
        Arrays.sort(foundRe);
        Arrays.sort(foundIm);
        Arrays.sort(im);
        assertThat(foundRe).containsExactly(re, within(1e-9));
        assertThat(foundIm).containsExactly(im, within(1e-9));
        assertThat(Tables.texts(out[0], "kind").stream().filter("trivial"::equals)).hasSize(4);
        assertThat(Tables.numbers(out[1], "growth")[0]).isCloseTo(0.5567764363, within(1e-9));
        assertThat(out[2].getDataTableSpec().getColumnNames()).contains("psi_4_re", "psi_8_im");
        assertThat(Tables.numbers(out[2], "psi_8_re")).containsExactly(0, 0);
        assertThat(Math.abs(Tables.numbers(out[2], "psi_4_re")[0])
            + Math.abs(Tables.numbers(out[2], "psi_4_im")[0])).isGreaterThan(0.3);
    }

    /** A tilted gas with vacuum mixing in a pair of three flavors: dense, and all its bands are among the 8N. */
    @ParameterizedTest
    @EnumSource(value = FlavorPair.class, names = {"E_MU", "E_TAU"})
    void pairOfThreeFlavorsHasTheBandsOfTwo(final FlavorPair pair) throws Exception {
        final BufferedDataTable two = Tables.of("species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz",
            "omega", "D").row("nu", 0.6, 0.0, 0.8, 1.0, 0.9, 0.3, 0.1, 0.5, 0.3, 0.05)
            .row("nubar", 0.0, 0.8, -0.6, 0.8, 0.8, -0.2, 0.3, -0.4, 0.2, 0.0)
            .row("nu", 0.48, 0.6, 0.64, 0.5, 0.6, 0.1, -0.2, 0.3, -0.7, 0.2).build();
        final NodeTester node = node().set("kMin", 0.5).set("kMax", 1.0).set("kCount", 2).set("matterPotential", 1.5);
        final BufferedDataTable[] expected = node.set("thetaMix", 0.3).run(two);
        final BufferedDataTable[] out = node.set("theta12", pair == FlavorPair.E_MU ? 0.3 : 0.0)
            .set("theta13", pair == FlavorPair.E_TAU ? 0.3 : 0.0).set("theta23", 0.0).set("deltaCP", 0.0)
            .run(ThreeFlavors.embed(two, pair));
        assertThat(out[0].size()).isEqualTo(2 * 8 * 3);
        assertThat(Tables.texts(out[1], "structure")).containsExactly("general");
        for (int b = 0; b < expected[0].size(); b++) {
            final double re = Tables.numbers(expected[0], "omega_re")[b];
            final double im = Tables.numbers(expected[0], "omega_im")[b];
            final double k = Tables.numbers(expected[0], "k")[b];
            double nearest = 1;
            for (int c = 0; c < out[0].size(); c++) {
                nearest = Tables.numbers(out[0], "k")[c] != k ? nearest : Math.min(nearest,
                    Math.hypot(Tables.numbers(out[0], "omega_re")[c] - re,
                        Tables.numbers(out[0], "omega_im")[c] - im));
            }
            assertThat(nearest).as("band " + b).isLessThan(1e-12);
        }
    }

    /** The defaults of mixing are the best fit of NuFIT 6.0, and energies give frequencies with both splittings. */
    @Test
    void vacuumMixingOfThreeFlavorsComesFromEnergies() throws Exception {
        final BufferedDataTable[] out = node().set("kMin", 0.0).set("kCount", 1).set("selfInteraction", 0.0)
            .run(Tables.of("species:text", "E", "mu", "weight", "rho_ee", "rho_mm", "rho_tt", "rho_em_re", "rho_em_im",
                "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im")
                .row("nu", 10.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0).build());
        final double w21 = Units.vacuumFrequency(7.49e-5, 10);
        final double w31 = Units.vacuumFrequency(2.513e-3, 10);
        final double[] found = Tables.numbers(out[0], "omega_re");
        Arrays.sort(found);
        assertThat(found).containsExactly(new double[]{-w31, w21 - w31, -w21, 0, 0, w21, w31 - w21, w31},
            within(1e-17));
    }
}
