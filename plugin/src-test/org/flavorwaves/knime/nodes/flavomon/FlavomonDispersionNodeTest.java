package org.flavorwaves.knime.nodes.flavomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;

/** The node Flavomon Dispersion. */
class FlavomonDispersionNodeTest {

    private static NodeTester node() {
        return NodeTester.of(FlavomonDispersionNodeFactory::configure, FlavomonDispersionNodeFactory::execute,
            new FlavomonDispersionParameters());
    }

    /** Gauss-Legendre rings of an isotropic medium with D^0 = 1. */
    private static Tables isotropic() {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        final GaussIntegrator rule = new GaussIntegratorFactory().legendre(8);
        for (int i = 0; i < 8; i++) {
            table.row("nu", rule.getPoint(i), rule.getWeight(i) / 2, 1.0, 0.0, 0.0, 1.0);
        }
        return table;
    }

    /** Reference case 3. */
    @Test
    void isotropicMediumHasTheReferenceModes() throws Exception {
        final BufferedDataTable[] out = node().set("kMin", 0.5).set("kCount", 1).run(isotropic().build());
        assertThat(out[0].getDataTableSpec().getColumnNames()).startsWith("branch", "k", "omega_re", "omega_im",
            "k_shifted", "omega_shifted_re", "omega_shifted_im", "Z", "e_t", "e_x", "e_y", "e_z", "kind", "sector");
        assertThat(Tables.texts(out[0], "sector").subList(0, 2)).containsOnly("longitudinal");
        final double[] omega = Tables.numbers(out[0], "omega_shifted_re");
        assertThat(omega[0]).isCloseTo(-0.5561132240, within(1e-10));
        assertThat(omega[1]).isCloseTo(1.0626920537, within(1e-10));
        assertThat(Tables.numbers(out[0], "Z")[1]).isCloseTo(0.96686081, within(1e-8));
        assertThat(Tables.numbers(out[0], "omega_re")[1]).isCloseTo(0.0626920537, within(1e-10));
        assertThat(Tables.numbers(out[0], "k")[1]).isCloseTo(0.5, within(1e-12));
        assertThat(Tables.texts(out[0], "quantum").subList(0, 2)).containsOnly("flavomon");
        assertThat(Tables.texts(out[0], "kind")).containsOnly("real");
        assertThat(Tables.texts(out[1], "angular_spectrum")).containsExactly("Legendre series");
        assertThat(Tables.texts(out[1], "result").get(0)).contains("no growing flavomon");
    }

    private static Tables linear() {
        final Tables table = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        final GaussIntegrator rule = new GaussIntegratorFactory().legendre(6);
        for (int i = 0; i < 6; i++) {
            table.row("A", "nu", rule.getPoint(i), rule.getWeight(i), 0.5, 0.0, 0.0, 0.5);
            final double nubar = 0.7 * rule.getPoint(i);
            table.row("A", "nubar", rule.getPoint(i), rule.getWeight(i), Math.abs(nubar), 0.0, 0.0, nubar);
        }
        return table;
    }

    /** Reference case 5: G = 0.5 - 0.7 v as neutrinos and antineutrinos on rings. */
    @Test
    void linearSpectrumGrowsAsInTheReferenceCase() throws Exception {
        final BufferedDataTable[] out = node().set("kFrame", "SHIFTED").set("kMin", 0.7755061).set("kCount", 1)
            .run(linear().build());
        assertThat(Tables.numbers(out[1], "growth")[0]).isCloseTo(0.168224864, within(1e-9));
        assertThat(Tables.numbers(out[1], "k_fastest")[0]).isCloseTo(0.7755061 + 1.4 / 3, within(1e-12));
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("A: fastest growth of these wave numbers 0.1682");
        assertThat(Tables.texts(out[0], "cell")).containsOnly("A");
        assertThat(Tables.texts(out[2], "point")).isEmpty();
    }

    /** The same wave in both frames: k = K + D with D = -1.4/3, omega = Omega + D0 with D0 = 1. */
    @Test
    void wavesNumbersArePhysicalUnlessAskedOtherwise() throws Exception {
        final BufferedDataTable[] out = node().set("kMin", 0.7755061 + 1.4 / 3).set("kCount", 1).run(linear().build());
        assertThat(Tables.numbers(out[1], "growth")[0]).isCloseTo(0.168224864, within(1e-9));
        final double[] k = Tables.numbers(out[0], "k");
        final double[] omega = Tables.numbers(out[0], "omega_re");
        for (int i = 0; i < k.length; i++) {
            assertThat(k[i]).isCloseTo(0.7755061 + 1.4 / 3, within(1e-12));
            assertThat(Tables.numbers(out[0], "k_shifted")[i]).isCloseTo(0.7755061, within(1e-12));
            assertThat(Tables.numbers(out[0], "omega_shifted_re")[i]).isCloseTo(omega[i] + 1, within(1e-12));
        }
    }

    @Test
    void unpolarizedBeamDoesNothing() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, 0.0)
            .row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.texts(out[1], "angular_spectrum")).containsExactly("beams");
        assertThat(Tables.numbers(out[1], "growth")[0]).isCloseTo(2, within(1e-9));
        assertThat(Tables.numbers(out[1], "failed")[0]).isZero();
    }

    @Test
    void seriesOnDirectionsWithHolesIsRefused() {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nubar", 0.2, 1.0, 1.0, 0.0, 0.0, 1.0);
        assertThatThrownBy(() -> node().set("angularSpectrum", "LEGENDRE").run(table.build()))
            .hasMessageContaining("holes").hasMessageContaining("beams");
    }

    @Test
    void coherentStateIsRefusedByItsRow() {
        final Tables table = isotropic().row("nu", 0.1, 1.0, 1.0, 0.3, 0.0, 0.5);
        assertThatThrownBy(() -> node().run(table.build())).hasMessageContaining("Row8")
            .hasMessageContaining("not along z");
    }

    @Test
    void ringsKnowOnlyTheirAxis() {
        assertThatThrownBy(() -> node().set("kDirX", 1.0).run(isotropic().build()))
            .hasMessageContaining("ring about z");
    }

    @Test
    void memoryIsPredicted() {
        final Tables beams = isotropic();
        for (int i = 0; i < 400; i++) {
            beams.row("nu", i / 400.0, 1.0, 1.0, 0.0, 0.0, 0.5);
        }
        assertThatThrownBy(() -> node().set("angularSpectrum", "BEAMS").set("kCount", 1_000_000).run(beams.build()))
            .hasMessageContaining("bytes of memory").hasMessageContaining("1000000 wave numbers");
    }

    @Test
    void negativeDampingIsRefused() {
        assertThatThrownBy(() -> node().set("maxDamping", -1.0).run(isotropic().build()))
            .hasMessageContaining("maxDamping must be at least 0");
    }

    /** Neutrinos and as many antineutrinos in each direction have no branch: the figure says so. */
    @Test
    void aCellWithoutBranchesHasAnEmptyFigure() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 0.5, 1.0, 1.0, 0.0, 0.0, 0.0).row("nubar", -0.5, 1.0, 1.0, 0.0, 0.0, 0.0).build());
        assertThat(out[0].size()).isZero();
        assertThat(FlavomonFigure.of(out[0], out[1]).cells().get(0).panels()).isEmpty();
    }

    /** Reference case 3 in each pair of three flavors. */
    @ParameterizedTest
    @EnumSource(FlavorPair.class)
    void pairOfThreeFlavorsIsAGasOfTwo(final FlavorPair pair) throws Exception {
        final Tables table = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        for (final String cell : new String[]{"a", "b"}) {
            for (int i = 0; i < 8; i++) {
                table.row(cell, "nu", -0.875 + 0.25 * i, 0.125, 1.0, 0.0, 0.0, "a".equals(cell) ? 1.0 : 0.4 - 0.1 * i);
            }
        }
        final NodeTester node =
            node().set("kMin", 0.5).set("kMax", 1.0).set("kCount", 2).set("angularSpectrum", "BEAMS");
        final BufferedDataTable[] expected = node.run(table.build());
        final BufferedDataTable[] out =
            node.set("pair", pair.name()).run(ThreeFlavors.embed(table.build(), pair));
        for (int port = 0; port < 3; port++) {
            ThreeFlavors.assertSame(out[port], expected[port], 1e-12);
        }
        assertThat(Tables.texts(out[1], "pair")).containsExactly(pair.name(), pair.name());
    }
}
