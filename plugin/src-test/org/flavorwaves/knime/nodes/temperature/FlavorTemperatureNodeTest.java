package org.flavorwaves.knime.nodes.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The node Flavor Temperature. */
class FlavorTemperatureNodeTest {
    private static final String[] COLUMNS = {"species:text", "mu", "weight", "P0", "Px", "Py", "Pz"};

    private static final int BRANCHES = 0;

    private static final int STATES = 1;

    private static final int FIT = 2;

    private static final int SUMMARY = 3;

    private static NodeTester node() {
        return NodeTester.of(FlavorTemperatureNodeFactory::configure, FlavorTemperatureNodeFactory::execute,
            new FlavorTemperatureParameters());
    }

    /** One mode of an isotropic gas of the given strength: the mean-field magnet. */
    private static BufferedDataTable magnet(final double strength) {
        return Tables.of(COLUMNS).row("nu", 0.0, strength, 1.0, 0.0, 0.0, 0.5).build();
    }

    /** Reference case 10: beta h = 1, P0 = 0.6 in the field of matter alone. */
    @ParameterizedTest
    @ValueSource(strings = {"FULL", "DILUTE"})
    void lengthAtGivenTemperature(final String relation) throws Exception {
        final BufferedDataTable[] out = node().set("mode", "AT_BETA").set("relation", relation).set("beta", 4.0)
            .set("matterPotential", 0.25).set("selfInteraction", 0.0)
            .run(Tables.of(COLUMNS).row("nu", 0.3, 2.0, 0.6, 0.0, 0.3, 0.0)
                .row("nubar", 0.3, 2.0, 0.6, 0.0, 0.3, 0.0).build());
        final double expected = relation.equals("FULL") ? 0.3727898 : 0.4569565;
        assertThat(Tables.numbers(out[STATES], "Pz")[0]).isCloseTo(expected, within(5e-8));
        assertThat(Tables.numbers(out[STATES], "Pz")[1]).isCloseTo(-expected, within(5e-8));
        assertThat(Tables.numbers(out[STATES], "epsilon")).containsExactly(1, -1);
        assertThat(Tables.texts(out[SUMMARY], "scope")).containsExactly("unique");
    }

    /** (JK 102): m = tanh(beta J m) has one solution for beta J below 1 and three above. */
    @Test
    void magnetHasOneOrThreeStates() throws Exception {
        final NodeTester node = node().set("mode", "AT_BETA").set("relation", "DILUTE");
        final BufferedDataTable[] hot = node.set("beta", 0.999 / 2.5).run(magnet(2.5));
        assertThat(Tables.numbers(hot[SUMMARY], "branches")).containsExactly(1);
        assertThat(Tables.numbers(hot[BRANCHES], "J0z")).containsExactly(0);
        final BufferedDataTable[] cold = node.set("beta", 1.5 / 2.5).run(magnet(2.5));
        assertThat(Tables.texts(cold[SUMMARY], "scope")).containsExactly("complete");
        assertThat(Tables.numbers(cold[BRANCHES], "branch")).containsExactly(0, 1, 2);
        assertThat(Tables.texts(cold[SUMMARY], "result").get(0))
            .endsWith(" At the given beta = 0.6000: All thermal states at this beta: 3, up to rotations in flavor "
                + "space.");
        for (final double j : Tables.numbers(cold[BRANCHES], "J0z")) {
            assertThat(j / 2.5).isCloseTo(Math.tanh(1.5 * j / 2.5), within(1e-13));
        }
        assertThat(Tables.texts(cold[BRANCHES], "stable_at_beta")).containsExactly("false", "true", "true");
        assertThat(Tables.texts(cold[BRANCHES], "preferred")).containsExactly("false", "true", "false");
        assertThat(Tables.texts(cold[BRANCHES], "family")).containsExactly("single", "sphere", "sphere");
        assertThat(Tables.keys(cold[STATES])).containsExactly("Row0_0", "Row0_1", "Row0_2");
        assertThat(Tables.numbers(cold[STATES], "branch")).containsExactly(0, 1, 2);
    }

    /** Critical behaviour: m grows with the power 1/2 of beta J - 1, as a fit over three decades finds. */
    @Test
    void orderGrowsWithTheSquareRoot() throws Exception {
        final int points = 7;
        double x1 = 0;
        double y1 = 0;
        double xx = 0;
        double xy = 0;
        for (int p = 0; p < points; p++) {
            final double excess = Math.pow(10, -6 + 3.0 * p / (points - 1));
            final BufferedDataTable[] out = node().set("mode", "AT_BETA").set("relation", "DILUTE")
                .set("beta", 1 + excess).run(magnet(1));
            final double x = Math.log(excess);
            final double y = Math.log(Math.abs(Tables.numbers(out[BRANCHES], "J0z")[1]));
            x1 += x / points;
            y1 += y / points;
            xx += x * x / points;
            xy += x * y / points;
        }
        final double exponent = (xy - x1 * y1) / (xx - x1 * x1);
        assertThat(exponent).isCloseTo(0.5, within(2e-4));
        assertThat(Math.exp(y1 - 0.5 * x1)).isCloseTo(Math.sqrt(3), within(1e-3));
    }

    /** A thermal state is recognised as one, at its temperature, and is its own thermal state. */
    @ParameterizedTest
    @ValueSource(doubles = {0.8, -1.3})
    void recognisesAThermalState(final double beta) throws Exception {
        final NodeTester thermal = node().set("mode", "AT_BETA").set("beta", beta).set("thetaMix", 0.3)
            .set("matterPotential", 0.5).set("states", "PREFERRED");
        final BufferedDataTable state = thermal.run(random(12, 1).build())[STATES];
        assertThat(Tables.keys(state)).hasSize(12);
        final BufferedDataTable[] out = thermal.set("mode", "FIT").run(state);
        assertThat(Tables.numbers(out[SUMMARY], "beta_fit")[0]).isCloseTo(beta, within(1e-9));
        assertThat(Tables.numbers(out[SUMMARY], "fit_residual")[0]).isLessThan(1e-9);
        assertThat(Tables.texts(out[SUMMARY], "compatible")).containsExactly("true");
        assertThat(Tables.texts(out[SUMMARY], "result").get(0))
            .startsWith("c0: Compatible with one flavor temperature: beta = ");
        assertThat(Arrays.stream(Tables.numbers(out[FIT], "residual")).max().orElseThrow()).isLessThan(1e-9);
        final double[] argument = Tables.numbers(out[FIT], "argument");
        for (int i = 0; i < argument.length; i++) {
            assertThat(argument[i]).isCloseTo(beta * Tables.numbers(out[FIT], "h")[i], within(1e-8));
            assertThat(Tables.numbers(out[STATES], "Px")[i]).isCloseTo(Tables.numbers(state, "Px")[i], within(1e-8));
        }
    }

    /** At the energy of a state no thermal state has less entropy than it; the first one is preferred. */
    @Test
    void energyOfTheState() throws Exception {
        final NodeTester node = node().set("mode", "AT_ENERGY").set("thetaMix", 0.3).set("matterPotential", 0.5);
        final BufferedDataTable[] out = node.run(random(24, 2).build());
        assertThat(Tables.texts(out[SUMMARY], "cell")).containsExactly("c1", "c0");
        final double[] energy = Tables.numbers(out[SUMMARY], "U");
        final double[] entropy = Tables.numbers(out[SUMMARY], "entropy");
        final double[] branch = Tables.numbers(out[BRANCHES], "branch");
        for (int b = 0; b < branch.length; b++) {
            final int cell = Tables.texts(out[BRANCHES], "cell").get(b).equals("c1") ? 0 : 1;
            assertThat(Tables.numbers(out[BRANCHES], "U")[b]).isCloseTo(energy[cell], within(1e-11));
            assertThat(Tables.texts(out[BRANCHES], "preferred").get(b)).isEqualTo(String.valueOf(branch[b] == 0));
        }
        for (int cell = 0; cell < 2; cell++) {
            assertThat(Tables.numbers(out[SUMMARY], "entropy_preferred")[cell]).isGreaterThan(entropy[cell]);
            assertThat(Tables.texts(out[SUMMARY], "result").get(cell)).contains("The one with the most entropy has");
        }
        final BufferedDataTable[] same = node.set("energyFrom", "VALUE").set("energyTarget", energy[1])
            .run(random(24, 2).build());
        assertThat(Tables.numbers(same[SUMMARY], "U_preferred"))
            .satisfies(u -> assertThat(u[0]).isCloseTo(u[1], within(1e-11)));
    }

    /** Rows of interleaved cells and other columns come through, once a branch. */
    @Test
    void statesKeepRowsAndColumns() throws Exception {
        final BufferedDataTable[] out = node().set("mode", "AT_BETA").set("beta", 0.4).set("matterPotential", 0.5)
            .run(random(8, 2).build());
        assertThat(Tables.keys(out[STATES]).subList(0, 8)).containsExactly("Row0_0", "Row1_0", "Row2_0", "Row3_0",
            "Row4_0", "Row5_0", "Row6_0", "Row7_0");
        assertThat(out[STATES].getDataTableSpec().getColumnNames()).containsExactly("cell", "note", "species", "vx",
            "vy", "vz", "weight", "P0", "Px", "Py", "Pz", "omega", "Hx", "Hy", "Hz", "epsilon", "branch");
        assertThat(Tables.texts(out[STATES], "note").subList(0, 2)).containsExactly("n0", "n1");
        assertThat(out[FIT].getDataTableSpec().getColumnNames()).endsWith("h", "P", "P_thermal", "argument",
            "argument_thermal", "angle", "residual");
        assertThat(Tables.keys(out[FIT])).hasSize(8);
    }

    /** Complete polarization has no finite temperature: a finding, with the node as it is dropped on a state. */
    @Test
    void pureStatesHaveNoTemperature() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.twoBeams().build());
        assertThat(Tables.numbers(out[SUMMARY], "beta_fit")[0]).isNaN();
        assertThat(Tables.numbers(out[SUMMARY], "saturated")).containsExactly(2);
        assertThat(Tables.texts(out[SUMMARY], "compatible")).containsExactly("?");
        assertThat(Tables.texts(out[SUMMARY], "result").get(0)).startsWith("No flavor temperature can be fitted: ");
        assertThat(out[BRANCHES].size()).isZero();
        assertThat(out[STATES].size()).isZero();
        assertThat(Tables.numbers(out[FIT], "residual")).containsOnly(Double.NaN);
    }

    @Test
    void namesTheRowThatDoesNotFit() throws Exception {
        final BufferedDataTable[] out = node().set("matterPotential", 0.5).set("selfInteraction", 0.0)
            .run(Tables.of(COLUMNS).row("nu", 1.0, 1.0, 0.6, 0.0, 0.0, 0.2).row("nu", 0.2, 1.0, 0.6, 0.0, 0.0, 0.2)
                .row("nu", -1.0, 1.0, 0.6, 0.0, 0.0, -0.1).build());
        assertThat(Tables.texts(out[SUMMARY], "compatible")).containsExactly("false");
        assertThat(Tables.texts(out[SUMMARY], "worst_row")).containsExactly("Row2");
        assertThat(Tables.numbers(out[SUMMARY], "opposed")).containsExactly(1);
    }

    /** CGS: beta in cm, U in erg cm^-3, and the energy asked for in that unit. */
    @Test
    void cgs() throws Exception {
        final double n = 1e33;
        final double strength = Units.potential(n);
        final Tables table = Tables.of(COLUMNS).weightsIn(WeightUnit.PER_CM3).row("nu", 0.0, n, 1.0, 0.0, 0.0, 0.5);
        final NodeTester node = node().set("units", "CGS").set("relation", "DILUTE");
        final BufferedDataTable[] fit = node.run(table.build());
        final double beta = Math.log(3) / 2 / (0.5 * strength);
        assertThat(Tables.numbers(fit[SUMMARY], "beta_fit")[0] / beta).isCloseTo(1, within(1e-12));
        assertThat(fit[SUMMARY].getDataTableSpec().getColumnSpec("beta_fit").getProperties().getProperty("unit"))
            .isEqualTo("cm");
        final double energy = Tables.numbers(fit[SUMMARY], "U")[0];
        final double erg = 1.986445857e-16 / (2 * Math.PI);
        assertThat(energy / (n * strength * 0.25 / 4 * erg)).isCloseTo(1, within(1e-9));
        final BufferedDataTable[] out = node.set("mode", "AT_ENERGY").set("energyFrom", "VALUE")
            .set("energyTarget", energy).run(table.build());
        assertThat(Tables.numbers(out[BRANCHES], "beta")[0] / beta).isCloseTo(1, within(1e-9));
        assertThat(Tables.numbers(out[BRANCHES], "entropy")[0] / (n * Tables.numbers(fit[SUMMARY], "entropy")[0] / n))
            .isCloseTo(1, within(1e-10));
    }

    @Test
    void energyThatNoStateHas() throws Exception {
        final NodeTester node = node().set("mode", "AT_ENERGY").set("energyFrom", "VALUE").set("energyTarget", 0.3)
            .set("relation", "DILUTE");
        assertThatThrownBy(() -> node.run(magnet(1))).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("no thermal state found. No thermal state has the polarization energy 0.3000;");
        final BufferedDataTable[] out = node.set("onFailure", "MISSING_VALUES").run(magnet(1));
        assertThat(Tables.numbers(out[SUMMARY], "beta_preferred")[0]).isNaN();
        assertThat(Tables.numbers(out[SUMMARY], "branches")).containsExactly(0);
        assertThat(Tables.numbers(out[SUMMARY], "beta_fit")[0]).isPositive();
        assertThat(node.warning()).contains("The state is without a thermal state; its results are missing values.");
    }

    @Test
    void diluteOccupationsAboveOneAreNamed() {
        assertThatThrownBy(() -> node().set("relation", "DILUTE").run(Tables.of(COLUMNS)
            .row("nu", 0.0, 1.0, 0.5, 0.0, 0.0, 0.1).row("nu", 0.5, 1.0, 1.5, 0.0, 0.0, 0.1).build()))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("row 'Row1'").hasMessageContaining("1.5");
    }

    @Test
    void badSettingsAreRefused() {
        final DataTableSpec spec = Tables.twoBeams().spec();
        assertThatThrownBy(() -> node().set("tolerance", 1.0).configure(spec))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("tolerance must be above 0 and below 1 but is 1.0.");
        assertThatThrownBy(() -> node().set("fitTolerance", 0.0).configure(spec))
            .hasMessage("fitTolerance must be above 0 but is 0.0.");
        assertThatThrownBy(() -> node().set("starts", -1).configure(spec))
            .hasMessage("starts must be at least 0 but is -1.");
        assertThatThrownBy(() -> node().set("maxIterations", 0).configure(spec))
            .hasMessage("maxIterations must be at least 1 but is 0.");
        assertThatThrownBy(() -> node().set("beta", Double.NaN).configure(spec))
            .hasMessage("beta must be a finite number but is NaN.");
        assertThatThrownBy(() -> node().configure(Tables.of("species:text", "mu").spec()))
            .hasMessageContaining("Column 'weight' (double) is missing");
    }

    @Test
    void cancellationEndsIt() {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.setExecuteCanceled();
        assertThatThrownBy(() -> node().in(new ExecutionContext(monitor)).run(random(50, 1).build()))
            .isInstanceOf(CanceledExecutionException.class);
    }

    /** A random anisotropic state of both species, its rows dealt to the cells in turn from the last. */
    private static Tables random(final int n, final int cells) {
        final Tables table = Tables.of("cell:text", "note:text", "species:text", "vx", "vy", "vz", "weight", "P0",
            "Px", "Py", "Pz", "omega");
        final Random random = new Random(5);
        for (int i = 0; i < n; i++) {
            final double[] v = unit(random);
            final double[] p = unit(random);
            final double p0 = 0.4 + 0.5 * random.nextDouble();
            final double length = p0 * random.nextDouble();
            table.row("c" + (cells - 1 - i % cells), "n" + i, i / cells % 2 == 0 ? "nu" : "nubar", v[0], v[1], v[2],
                (double) cells / n, p0, length * p[0], length * p[1], length * p[2], random.nextGaussian());
        }
        return table;
    }

    private static double[] unit(final Random random) {
        final double[] u = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final double length = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]) * (1 + 1e-15);
        return new double[]{u[0] / length, u[1] / length, u[2] / length};
    }
}
