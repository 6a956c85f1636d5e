package org.flavorwaves.knime.nodes.unstable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** The node Unstable Flavor Waves with pairs of three flavors. */
class UnstableThreeFlavorsNodeTest {
    private static NodeTester node() {
        return NodeTester.of(UnstableFlavorWavesNodeFactory::configure, UnstableFlavorWavesNodeFactory::execute,
            new UnstableFlavorWavesParameters());
    }

    /** Reference case 22: the growing waves of each pair, and the fastest of the three. */
    @ParameterizedTest
    @CsvSource({"E_MU, 0.2497999199, E_MU", "E_TAU, 0.5567764363, E_TAU", "MU_TAU, 0.2107130751, MU_TAU",
        "ALL, 0.5567764363, E_TAU"})
    void pairsOfThreeFlavorsGrowAsInTheReferenceCase(final String pair, final double growth, final String found)
        throws Exception {
        final BufferedDataTable[] out = node().set("kMin", 0.4).set("kCount", 1).set("matterPotential", 1.5)
            .set("pair", pair).run(ThreeFlavors.twoBeams());
        assertThat(out[0].getDataTableSpec().getColumnNames()).startsWith("pair", "k");
        assertThat(Tables.numbers(out[0], "omega_im")[0]).isCloseTo(growth, within(1e-9));
        assertThat(Tables.texts(out[0], "pair")).containsOnly(found);
        assertThat(Tables.texts(out[2], "pair")).containsExactly(found);
        assertThat(Tables.texts(out[2], "result").get(0)).contains(found.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A gas with slow and collisional growth, which needs the vacuum frequencies and the damping of the pair. */
    @ParameterizedTest
    @EnumSource(value = FlavorPair.class, names = {"E_MU", "E_TAU"})
    void pairOfThreeFlavorsIsAGasOfTwo(final FlavorPair pair) throws Exception {
        final BufferedDataTable two = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega", "D")
            .row("nu", 0.0, 10.0, 1.0, 0.0, 0.0, 1.0, -1.0, 0.0).row("nubar", 0.0, 8.0, 1.0, 0.0, 0.0, 1.0, -1.0, 0.1)
            .row("nu", 0.5, 1.0, 0.5, 0.0, 0.0, -0.25, 0.5, 0.0).build();
        final NodeTester node = node().set("kMin", -1.0).set("kMax", 1.0).set("kCount", 3).set("matterPotential", 2.0)
            .set("theta12", 0.0).set("theta13", 0.0).set("theta23", 0.0);
        final BufferedDataTable[] expected = node.run(two);
        final BufferedDataTable[] out = node.set("pair", pair.name()).run(ThreeFlavors.embed(two, pair));
        assertThat(Tables.numbers(expected[2], "growth")[0]).isGreaterThan(0.1);
        for (int port = 0; port < 3; port++) {
            ThreeFlavors.assertSame(out[port], expected[port], 1e-12);
        }
        assertThat(node.warning()).isEmpty();
    }

    @Test
    void vacuumMixingThatPairsLeaveOutIsNamed() throws Exception {
        final BufferedDataTable two = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1e-3).row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1e-3).build();
        final NodeTester node = node().set("theta12", Math.PI / 4).set("theta13", 0.0).set("theta23", 0.0);
        node.run(ThreeFlavors.embed(two, FlavorPair.E_MU));
        assertThat(node.warning().orElse("")).contains("off its diagonal, up to 5.000e-4");
    }

    private static Tables coherent() {
        return Tables.of("species:text", "mu", "weight", "rho_ee", "rho_mm", "rho_tt", "rho_em_re", "rho_em_im",
            "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im", "omega21", "omega31", "D")
            .row("nu", 0.9, 1.0, 0.6, 0.2, 0.1, 0.12, 0.05, -0.08, 0.04, 0.03, -0.06, 0.01, 0.3, 0.02)
            .row("nubar", -0.7, 0.8, 0.3, 0.25, 0.05, -0.06, 0.08, 0.05, 0.02, -0.04, 0.03, 0.01, 0.3, 0.05)
            .row("nu", -0.2, 0.5, 0.2, 0.35, 0.15, 0.1, -0.07, 0.02, 0.06, 0.05, 0.02, 0.02, 0.5, 0.02)
            .row("nubar", 0.4, 0.9, 0.45, 0.1, 0.2, 0.05, 0.1, -0.1, 0.03, 0.02, 0.04, 0.02, 0.5, 0.05);
    }

    /** Mixing, matter and damping of both species; growth rates of an independent 9N x 9N eigenvalue problem. */
    @Test
    void coherentFlavorsGrowTogether() throws Exception {
        final NodeTester node = node().set("kMin", 0.6).set("kCount", 1).set("matterPotential", 0.7)
            .set("theta12", 0.5878).set("theta23", 0.7557).set("theta13", 0.1494).set("deltaCP", 3.7)
            .set("growthFloor", 1e-3);
        final BufferedDataTable[] out = node.run(coherent().build());
        assertThat(Tables.numbers(out[0], "omega_im")).containsExactly(new double[]{0.27594510323, 0.123080512007,
            0.112000466156, 0.105035308225, 0.050618896379, 0.020656817676, 0.017062918321, 0.016183414631,
            0.01537226498}, within(1e-10));
        assertThat(Tables.numbers(out[0], "omega_re")[0]).isCloseTo(0.911760398952, within(1e-10));
        assertThat(Tables.texts(out[0], "pair")).containsOnly("ALL");
        assertThat(Tables.texts(out[2], "structure")).containsExactly("general");
        assertThat(Tables.texts(out[2], "complete")).containsExactly("true");
        assertThat(Tables.numbers(out[2], "modes")).containsExactly(4);
        assertThat(node.warning()).isEmpty();
    }

    /** Two flavors that are coherent have their waves among those of three, in any pair. */
    @ParameterizedTest
    @EnumSource(FlavorPair.class)
    void tiltedTwoFlavorsHaveTheirWavesInAnyPair(final FlavorPair pair) throws Exception {
        final BufferedDataTable two = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 0.9, 1.0, 1.0, 0.3, 0.1, 0.6).row("nubar", -0.7, 0.8, 0.9, -0.2, 0.4, 0.5)
            .row("nu", -0.2, 0.5, 0.8, 0.1, -0.3, -0.4).build();
        final NodeTester node = node().set("kMin", -0.5).set("kMax", 0.5).set("kCount", 3);
        final double[] expected = Tables.numbers(node.run(two)[0], "omega_im");
        assertThat(expected.length).isGreaterThan(2);
        final double[] found = Tables.numbers(node.run(ThreeFlavors.embed(two, pair))[0], "omega_im");
        for (final double growth : expected) {
            assertThat(DoubleStream.of(found).map(x -> Math.abs(x - growth)).min().orElseThrow()).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(FlavorPair.class)
    void aPairOfCoherentFlavorsIsRefusedByItsRow(final FlavorPair pair) {
        assertThatThrownBy(() -> node().set("pair", pair.name()).run(ThreeFlavors.diagonal()
            .row("nu", 1.0, 1.0, 0.6, 0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            .row("nu", 0.5, 1.0, 0.6, 0.2, 0.1, 0.0, 0.1, 0.0, 0.0, 0.0, 0.0).build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("ow 'Row1' has a coherence of 0.1")
            .hasMessageContaining("(ALL)");
    }

    @Test
    void aContinuousSpectrumOfCoherentFlavorsIsRefused() {
        assertThatThrownBy(() -> node().set("angularSpectrum", "LEGENDRE").run(coherent().build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("flavors of this state are coherent");
    }

    /** The fiducial set-up of Emu: 92 directions in rows of equal latitude, sixteen on the equator. */
    private static List<double[]> emuDirections() {
        final List<double[]> directions = new ArrayList<>();
        final double step = Math.PI * Math.sqrt(3) / 16;
        double first = 0;
        for (int row = 0; row * step < Math.PI / 2; row++) {
            final double latitude = row * step;
            final int count = (int) Math.round(16 * Math.cos(latitude));
            for (int c = 0; c < count; c++) {
                final double phi = first + 2 * Math.PI * c / count;
                final double z = count == 1 ? 1 : Math.sin(latitude);
                final double across = Math.sqrt(1 - z * z);
                directions.add(new double[]{across * Math.cos(phi), across * Math.sin(phi), z});
                if (row > 0) {
                    directions.add(new double[]{-across * Math.cos(phi), -across * Math.sin(phi), -z});
                }
            }
            first += Math.PI / count;
        }
        return directions;
    }

    /** Densities n/92 (1 + cos) of nu_e and n/92 (1 - cos) of nubar_e, n = 4.89e32 cm^-3, flux factors of 1/3. */
    @Test
    void fiducialSimulationOfThreeFlavorsGrowsAsPublished() throws Exception {
        final Tables table = Tables.of("species:text", "vx", "vy", "vz", "weight", "rho_ee", "rho_mm", "rho_tt",
            "rho_em_re", "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im");
        final List<double[]> directions = emuDirections();
        assertThat(directions).hasSize(92);
        for (final double sign : new double[]{1, -1}) {
            for (final double[] v : directions) {
                table.row(sign > 0 ? "nu" : "nubar", v[0], v[1], v[2],
                    4.891290819e32 / 92 * Math.max(0, 1 + sign * v[2]), 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
            }
        }
        final NodeTester node = node().set("units", "CGS").set("kMin", 2.0).set("kMax", 4.0).set("kCount", 5)
            .set("growthFloor", 0.1);
        final BufferedDataTable[] out = node.run(table.build());
        assertThat(Tables.numbers(out[2], "growth")[0]).isCloseTo(6.397e10, within(0.0005e10));
        assertThat(Tables.numbers(out[2], "k_fastest")[0]).isCloseTo(2.8156, within(1e-3));
        assertThat(Tables.texts(out[2], "pair")).containsExactly("E_MU");
        assertThat(Tables.numbers(node.set("pair", "E_TAU").run(table.build())[2], "growth"))
            .containsExactly(Tables.numbers(out[2], "growth"));
        assertThat(Tables.numbers(node.set("pair", "MU_TAU").run(table.build())[2], "growth")).containsExactly(0);
    }
}
