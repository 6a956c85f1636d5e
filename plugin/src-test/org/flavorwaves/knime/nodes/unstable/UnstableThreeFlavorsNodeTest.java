package org.flavorwaves.knime.nodes.unstable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    @Test
    void coherenceBetweenFlavorsIsNamedByItsRow() {
        assertThatThrownBy(() -> node().run(ThreeFlavors.diagonal()
            .row("nu", 1.0, 1.0, 0.6, 0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            .row("nu", 0.5, 1.0, 0.6, 0.2, 0.1, 0.0, 0.1, 0.0, 0.0, 0.0, 0.0).build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("ow 'Row1' has a coherence of 0.1");
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
