package org.flavorwaves.knime.nodes.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node Flavor Entropy. */
class FlavorEntropyNodeTest {
    private static final String[] COLUMNS = {"species:text", "mu", "weight", "P0", "Px", "Py", "Pz"};

    private static NodeTester node() {
        return NodeTester.of(FlavorEntropyNodeFactory::configure, FlavorEntropyNodeFactory::execute,
            new FlavorEntropyParameters());
    }

    /** Reference case 10. */
    @Test
    void entropyAndItsDerivative() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.of(COLUMNS).row("nu", 0.0, 2.0, 0.6, 0.0, 0.3, 0.0)
            .row("nubar", 0.0, 3.0, 0.6, 0.0, 0.0, -0.3).build());
        for (int i = 0; i < 2; i++) {
            assertThat(Tables.numbers(out[0], "entropy")[i]).isCloseTo(1.1108479, within(5e-8));
            assertThat(Tables.numbers(out[0], "dS_dP")[i]).isCloseTo(-0.7669652, within(5e-8));
        }
        assertThat(Tables.numbers(out[1], "entropy")[0]).isCloseTo(5 * 1.1108479, within(5e-7));
        assertThat(Tables.numbers(out[1], "entropy_nubar")[0]).isCloseTo(3 * 1.1108479, within(5e-7));
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("species", "mu", "weight", "P0", "Px",
            "Py", "Pz", "entropy", "dS_dP");
        assertThat(out[1].getDataTableSpec().getColumnNames()).containsExactly("modes", "entropy", "entropy_nu",
            "entropy_nubar", "U", "U_vacuum", "U_matter", "U_self", "wall_time", "result");
    }

    /** (JK 94) by central differences, the error of which is below |d3s/dP3| step^2/6. */
    @Test
    void derivativeIsTheSlopeOfTheEntropy() throws Exception {
        final double step = 1e-4;
        for (final double length : new double[]{0.05, 0.3, 0.5}) {
            final Tables table = Tables.of(COLUMNS);
            for (int k = -1; k <= 1; k++) {
                table.row("nu", 0.0, 1.0, 0.7, 0.6 * (length + k * step), 0.0, 0.8 * (length + k * step));
            }
            final BufferedDataTable out = node().run(table.build())[0];
            final double[] entropy = Tables.numbers(out, "entropy");
            assertThat(Tables.numbers(out, "dS_dP")[1])
                .isCloseTo((entropy[2] - entropy[0]) / (2 * step), within(5e-7));
        }
    }

    /** A pure mode has no entropy and an infinite slope; the node works on an unconfigured state. */
    @Test
    void pureStatesHaveNoEntropy() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.twoBeams().build());
        assertThat(Tables.numbers(out[1], "entropy")).containsExactly(0);
        assertThat(Tables.numbers(out[0], "dS_dP")).containsOnly(Double.NEGATIVE_INFINITY);
    }

    /** The energy of neutrinos and antineutrinos that cancel but for rounding is called zero. */
    @Test
    void energyOfRoundingIsZero() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.of(COLUMNS).row("nu", 0.3, 1.0, 1.0, 0.0, 0.0, 0.8)
            .row("nubar", 0.3, 1.0, 1.0, 0.0, 0.0, 0.8 + 1e-16).row("nu", -0.7, 1.0, 1.0, 0.0, 0.0, 0.8)
            .row("nubar", -0.7, 1.0, 1.0, 0.0, 0.0, 0.8 + 3e-16).build());
        assertThat(Tables.numbers(out[1], "U")[0]).isNotZero();
        assertThat(Tables.texts(out[1], "result").get(0)).endsWith(", polarization energy 0");
    }

    /** The production of a pure mode that decays is infinite by the formula: missing, and the sentence says why. */
    @Test
    void infiniteProductionIsMissingWithAReason() throws Exception {
        final BufferedDataTable[] out =
            node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "D")
                .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.1).row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 0.5, 0.1)
                .row("nubar", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0).build());
        final double[] production = Tables.numbers(out[0], "entropy_production");
        assertThat(production[0]).isNaN();
        assertThat(production[1]).isPositive().isFinite();
        assertThat(production[2]).isZero();
        assertThat(Tables.numbers(out[1], "entropy_production")[0]).isNaN();
        assertThat(Tables.texts(out[1], "result").get(0)).endsWith(", entropy production not given: it is infinite at "
            + "the moment when 1 pure mode begins to decay");
    }

    /** One isotropic mode with omega, lambda: U = w/2 (omega B_z + lambda) Pz + w^2 Pz^2/4. */
    @Test
    void polarizationEnergyHasItsParts() throws Exception {
        final BufferedDataTable[] out = node().set("thetaMix", 0.3).set("matterPotential", 0.7)
            .run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
                .row("nu", 0.0, 2.0, 0.8, 0.0, 0.0, 0.5, 1.5).build());
        assertThat(Tables.numbers(out[1], "U_vacuum")[0]).isCloseTo(-1.5 * Math.cos(0.6) * 0.5, within(1e-14));
        assertThat(Tables.numbers(out[1], "U_matter")[0]).isCloseTo(0.35, within(1e-14));
        assertThat(Tables.numbers(out[1], "U_self")[0]).isCloseTo(0.25, within(1e-14));
        assertThat(Tables.numbers(out[1], "U")[0]).isCloseTo(0.6 - 0.75 * Math.cos(0.6), within(1e-14));
    }

    @Test
    void depolarizationProducesEntropy() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.of("cell:int", "species:text", "mu", "weight", "P0", "Px",
            "Py", "Pz", "D").row(4, "nu", 0.0, 2.0, 0.6, 0.3, 0.0, 0.0, 0.1).row(4, "nu", 0.0, 2.0, 0.6, 0.3, 0.0, 0.0,
                0.0).build());
        final double expected = 2 * 0.1 * 0.3 * 0.7669652;
        assertThat(Tables.numbers(out[0], "entropy_production")[0]).isCloseTo(expected, within(1e-8));
        assertThat(Tables.numbers(out[0], "entropy_production")[1]).isZero();
        assertThat(Tables.numbers(out[1], "entropy_production")[0]).isCloseTo(expected, within(1e-8));
        assertThat(Tables.texts(out[1], "cell")).containsExactly("4");
    }

    /** CGS: entropy per cm^3, energy in erg per cm^3 (1 cm^-1 is 1.98645e-16 erg / 2 pi), production per second. */
    @Test
    void cgs() throws Exception {
        final double n = 1e33;
        final BufferedDataTable[] out = node().set("units", "CGS").run(Tables.of("species:text", "mu", "weight", "P0",
            "Px", "Py", "Pz", "D").weightsIn(WeightUnit.PER_CM3).row("nu", 0.0, n, 0.6, 0.0, 0.0, 0.3, 1e-3).build());
        assertThat(Tables.numbers(out[1], "entropy")[0] / n).isCloseTo(1.1108479, within(5e-8));
        final double erg = 1.986445857e-16 / (2 * Math.PI);
        assertThat(Tables.numbers(out[1], "U_self")[0] / (n * Units.potential(n) * 0.09 / 4 * erg))
            .isCloseTo(1, within(1e-9));
        assertThat(Tables.numbers(out[1], "entropy_production")[0] / (n * 1e-3 * 2.99792458e10 * 0.3 * 0.7669652))
            .isCloseTo(1, within(1e-7));
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("entropy 1.111e33 cm^-3, polarization energy ")
            .endsWith(" erg cm^-3");
    }

    /** A weight of 1e30 is no potential in any unit; one of 1e15 may be, in s^-1. */
    @Test
    void warnsAboutDensitiesThatAreReadAsPotentials() throws Exception {
        final NodeTester node = node();
        node.run(beam(1e30).build());
        assertThat(node.warning()).contains("Column 'weight' declares no unit and reaches 1.0e+30, so it seems to hold "
            + "densities in cm^-3, but it is read in natural units. If it does, set Units to CGS.");
        node.run(beam(1e15).build());
        assertThat(node.warning()).isEmpty();
        node.set("units", "CGS").run(beam(1e30).build());
        assertThat(node.warning()).isEmpty();
        node.set("units", "NATURAL").run(beam(1e30).weightsIn(WeightUnit.PER_CM3).build());
        assertThat(node.warning()).isEmpty();
    }

    private static Tables beam(final double weight) {
        return Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz").row("nu", 1.0, weight, 1.0, 0.0, 0.0,
            0.5);
    }

    /** The viscosity adds to the depolarization, in the units of the potentials or per second as the column says. */
    @Test
    void viscosityProducesEntropy() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz",
            "D", "gamma").row("nu", 0.0, 2.0, 0.6, 0.3, 0.0, 0.0, 0.1, 0.25).row("nu", 0.0, 2.0, 0.6, 0.3, 0.0, 0.0,
                0.0, -0.05).build());
        assertThat(Tables.numbers(out[0], "entropy_production")[0]).isCloseTo(2 * 0.35 * 0.3 * 0.7669652, within(1e-7));
        assertThat(Tables.numbers(out[1], "entropy_production")[0]).isCloseTo(2 * 0.3 * 0.3 * 0.7669652, within(1e-7));
        final BufferedDataTable[] second = node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .column(TableColumns.real("gamma", "s^-1"))
            .row("nu", 0.0, 2.0, 0.6, 0.3, 0.0, 0.0, 2.99792458e10).build());
        assertThat(Tables.numbers(second[1], "entropy_production")[0]).isCloseTo(2 * 0.3 * 0.7669652, within(1e-7));
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "gamma")
            .row("nu", 0.0, 2.0, 0.6, 0.3, 0.0, 0.0, Double.NaN).build()))
                .hasMessage("Row 'Row0' has NaN in column 'gamma'; it must be a finite number.");
    }

    /**
     * One isotropic mode in matter, U = lambda w Pz/2 at fixed lambda: the largest entropy is that of P along z with
     * the same Pz.
     */
    @Test
    void comparesWithTheLargestEntropy() throws Exception {
        final NodeTester node = node().set("compareMaximum", true).set("matterPotential", 0.7)
            .set("selfInteraction", 0.0);
        final BufferedDataTable[] out = node.run(Tables.of(COLUMNS).row("nu", 0.0, 2.0, 0.6, 0.4, 0.0, 0.3).build());
        final double entropy = Tables.numbers(out[1], "entropy")[0];
        assertThat(Tables.numbers(out[1], "entropy_maximum")[0]).isCloseTo(2 * 1.1108479, within(1e-7));
        assertThat(Tables.numbers(out[1], "entropy_deficit")[0]).isCloseTo(2 * 1.1108479 - entropy, within(1e-7));
        assertThat(Tables.numbers(out[1], "beta_maximum")[0]).isCloseTo(0.7669652 / 0.7, within(1e-7));
        assertThat(Tables.texts(out[1], "result").get(0)).endsWith(" below the largest entropy found at this energy");
        final BufferedDataTable[] thermal =
            node.run(Tables.of(COLUMNS).row("nu", 0.0, 2.0, 0.6, 0.0, 0.0, 0.3).build());
        assertThat(Tables.numbers(thermal[1], "entropy_deficit")[0]).isCloseTo(0, within(1e-14));
        assertThat(Tables.texts(thermal[1], "result").get(0)).endsWith(", the largest found at this energy");
        final BufferedDataTable[] pure =
            node.run(Tables.of(COLUMNS).row("nu", 0.0, 2.0, 0.6, 0.0, 0.0, 0.6).build());
        assertThat(Tables.numbers(pure[1], "entropy_maximum")[0]).isNaN();
        assertThat(node.warning()).hasValueSatisfying(
            warning -> assertThat(warning).contains("at an energy at which no thermal state was found"));
    }

    /** Of random states, none has more entropy than the thermal state that is found at its energy. */
    @Test
    void noRandomStateHasMoreThanTheLargest() throws Exception {
        final Tables table = Tables.of("cell:int", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega");
        final Random random = new Random(7);
        final int cells = 60;
        for (int i = 0; i < 4 * cells; i++) {
            final double p0 = 0.3 + random.nextDouble();
            final double bound = 0.5 * Math.min(p0, 2 - p0);
            table.row(i / 4, i % 2 == 0 ? "nu" : "nubar", 2 * random.nextDouble() - 1, 0.1 + random.nextDouble(), p0,
                bound * (2 * random.nextDouble() - 1), bound * (2 * random.nextDouble() - 1),
                bound * (2 * random.nextDouble() - 1), random.nextDouble());
        }
        final BufferedDataTable[] out = node().set("compareMaximum", true).set("thetaMix", 0.3)
            .set("matterPotential", 0.4).run(table.build());
        final double[] deficit = Tables.numbers(out[1], "entropy_deficit");
        assertThat(deficit).hasSize(cells).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(deficit).min().orElseThrow()).isPositive();
    }

    /** Three eigenvalues in the place of two, with the energy of the eight components. */
    @Test
    void threeFlavors() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "rho_ee", "rho_mm", "rho_tt", "rho_em_re",
            "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im", "D")
            .row("nu", 0.0, 2.0, 0.5, 0.5, 0.1, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0, 0.1)
            .row("nubar", 0.0, 3.0, 0.3, 0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.numbers(out[0], "entropy")[0]).isCloseTo(fermions(0.7, 0.3, 0.1), within(1e-14));
        assertThat(Tables.numbers(out[1], "entropy")[0])
            .isCloseTo(2 * fermions(0.7, 0.3, 0.1) + 3 * fermions(0.3, 0.2, 0.1), within(1e-13));
        final double third = 1.1 / 3;
        double production = 0;
        for (final double f : new double[]{0.7, 0.3, 0.1}) {
            production += 2 * 0.1 * (f - third) * Math.log(f / (1 - f));
        }
        assertThat(Tables.numbers(out[1], "entropy_production")[0]).isCloseTo(production, within(1e-13));
        assertThat(Tables.numbers(out[1], "U_self")[0]).isCloseTo(0.25 * (Math.pow(2 * 0.4, 2)
            + Math.pow(2 * 0.0 - 3 * 0.1, 2) + Math.pow((2 * 0.8 - 3 * 0.3) / Math.sqrt(3), 2)), within(1e-13));
        assertThatThrownBy(() -> node().set("compareMaximum", true).run(table.build()))
            .hasMessageContaining("two flavors only");
    }

    private static double fermions(final double... occupations) {
        return Arrays.stream(occupations).map(f -> -f * Math.log(f) - (1 - f) * Math.log(1 - f)).sum();
    }
}
