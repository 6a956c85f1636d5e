package org.flavorwaves.knime.nodes.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.paper.Figure;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** The node QKE Box. */
class QkeBoxNodeTest {

    static NodeTester node() {
        return NodeTester.of(QkeBoxNodeFactory::configure, QkeBoxNodeFactory::execute, new QkeBoxParameters());
    }

    static NodeTester oneWave() {
        return node().set("pointsZ", 16).set("boxLengthZ", Math.PI).set("perturbation", "EIGENVECTOR")
            .set("amplitude", 1e-5).set("duration", 2.0).set("outputs", 4).set("tolerance", 1e-12);
    }

    /** An unconfigured node on a state. */
    @Test
    void worksUnconfigured() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.twoBeams().build());
        assertThat(out[0].size()).isEqualTo(21 * 2);
        assertThat(out[1].size()).isEqualTo(21 * 21);
        assertThat(out[2].size()).isEqualTo(64 * 2);
        assertThat(Tables.numbers(out[3], "length_error")[0]).isLessThan(1e-5);
        assertThat(Tables.numbers(out[3], "lepton_error")[0]).isLessThan(1e-12);
        assertThat(Tables.texts(out[3], "result").get(0)).startsWith("at t = 20.00 the mean |P| is ")
            .contains(" of the crossing is left, the nu_e are ",
                " of their initial number; lepton number kept to rounding, lengths kept to ");
    }

    /**
     * Reference case 1: at k = 2 the power grows with exp(2 x 2 t), and P+ of both beams carries half of it; the wave
     * is circular and so perpendicular to its field (JK 22).
     */
    @Test
    void powerGrowsWithTheEigenvalue() throws Exception {
        final BufferedDataTable[] out = oneWave().set("spectra", "MODES").run(Tables.twoBeams().build());
        final double[] t = Tables.numbers(out[1], "t");
        final double[] n = Tables.numbers(out[1], "n_z");
        final double[] mode = Tables.numbers(out[1], "mode");
        final double[] power = Tables.numbers(out[1], "power");
        int checked = 0;
        for (int r = 0; r < t.length; r++) {
            if (n[r] == 1 && mode[r] == 0) {
                assertThat(power[r]).isCloseTo(0.5e-10 * Math.exp(4 * t[r]), within(1e-5 * power[r]));
                assertThat(Tables.numbers(out[1], "k")[r]).isCloseTo(2, within(1e-14));
                assertThat(Tables.numbers(out[1], "torque_share")[r]).isCloseTo(1, within(1e-9));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(5);
    }

    /** The final field of one node continues in the next, bit by bit. */
    @ParameterizedTest
    @CsvSource({"ADAPTIVE, true", "FIXED, false"})
    void finalFieldContinues(final String control, final boolean cells) throws Exception {
        final Tables state = cells ? Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "D")
            .row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.01).row("b", "nu", 0.0, 2.0, 1.0, 0.0, 0.0, 1.0, 0.0)
            .row("a", "nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 0.8, 0.0) : Tables.twoBeams();
        final NodeTester node = node().set("pointsZ", 12).set("boxLengthZ", 3.0).set("amplitude", 0.1)
            .set("stepControl", control).set("spectra", "NONE").set("timeStep", 0.01);
        final BufferedDataTable whole = node.set("duration", 2.0).set("outputs", 4).run(state.build())[2];
        node.set("duration", 1.0).set("outputs", 2);
        final BufferedDataTable half = node.run(state.build())[2];
        final BufferedDataTable continued = node.run(half)[2];
        for (final String column : new String[]{"Px", "Py", "Pz", "weight", "z", "D"}) {
            final double[] expected = Tables.numbers(whole, column);
            final double[] found = Tables.numbers(continued, column);
            for (int r = 0; r < expected.length; r++) {
                assertThat(found[r]).isEqualTo(expected[r]);
            }
        }
    }

    private static Tables absorbing() {
        return Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "kappa", "P0_source", "Px_source",
            "Py_source", "Pz_source").row("nu", 0.5, 1.0, 0.6, 0.0, 0.0, 0.5, 2.0, 0.9, 0.0, 0.0, 0.2)
            .row("nubar", -0.5, 1.0, 1.0, 0.0, 0.0, -0.8, 0.0, 0.0, 0.0, 0.0, 0.0);
    }

    /** Without self-interaction P0 and Pz relax to the source; the final field carries the columns and goes on. */
    @Test
    void absorptionRelaxesAndContinues() throws Exception {
        final NodeTester node = node().set("pointsZ", 12).set("selfInteraction", 0.0).set("duration", 1.0)
            .set("outputs", 2).set("perturbation", "NONE").set("matterProfile", "0.5, 0, -0.5, 0");
        final BufferedDataTable[] half = node.run(absorbing().build());
        final BufferedDataTable[] whole = node.run(half[2]);
        final double decay = Math.exp(-2);
        assertThat(Tables.numbers(half[0], "P0")[4]).isCloseTo(0.9 - 0.3 * decay, within(1e-15));
        assertThat(Tables.numbers(half[0], "Pz")[4]).isCloseTo(0.2 + 0.3 * decay, within(1e-14));
        assertThat(Tables.numbers(whole[0], "P0")[4]).isCloseTo(0.9 - 0.3 * decay * decay, within(1e-15));
        assertThat(Tables.numbers(whole[0], "Pz")[4]).isCloseTo(0.2 + 0.3 * decay * decay, within(1e-14));
        assertThat(Tables.numbers(whole[0], "Pz")[5]).isCloseTo(-0.8, within(1e-14));
        assertThat(Tables.numbers(whole[3], "lepton_error")).containsExactly(Double.NaN);
        assertThat(Tables.numbers(whole[2], "kappa")[2]).isEqualTo(2);
        assertThat(Tables.numbers(whole[2], "Pz_source")[0]).isEqualTo(0.2);
    }

    /** The start returns at twice the time of the echo; with noise it returns less. */
    @Test
    void echoReturnsToTheStart() throws Exception {
        final NodeTester node = node().set("pointsZ", 16).set("boxLengthZ", Math.PI).set("amplitude", 1e-3)
            .set("duration", 5.0).set("outputs", 2).set("tolerance", 1e-11).set("echoAt", 2.5);
        final BufferedDataTable[] out = node.run(Tables.twoBeams().build());
        assertThat(Tables.numbers(out[3], "echo_distance")[0]).isLessThan(1e-7);
        assertThat(Tables.numbers(out[3], "echo_share")[0]).isCloseTo(1, within(1e-6));
        assertThat(Tables.texts(out[3], "result").get(0)).contains("after the echo the field is ");
        assertThat(Tables.numbers(node.set("echoNoise", 0.01).run(Tables.twoBeams().build())[3], "echo_distance")[0])
            .isGreaterThan(0.01);
    }

    /** The noise of an echo follows the seed, also of a start without random tilts, and that of the cell. */
    @Test
    void noiseOfTheEchoFollowsTheSeed() throws Exception {
        final NodeTester node = node().set("pointsZ", 16).set("boxLengthZ", Math.PI).set("perturbation", "WAVE")
            .set("duration", 5.0).set("outputs", 2).set("echoAt", 2.5).set("echoNoise", 0.01);
        final double first = Tables.numbers(node.run(Tables.twoBeams().build())[3], "echo_distance")[0];
        assertThat(Tables.numbers(node.run(Tables.twoBeams().build())[3], "echo_distance")).containsExactly(first);
        assertThat(Tables.numbers(node.set("seed", 3).run(Tables.twoBeams().build())[3], "echo_distance")[0])
            .isNotEqualTo(first);
        final Tables two = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("b", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        final double[] same = Tables.numbers(node.run(two.build())[3], "echo_distance");
        assertThat(same[0]).isEqualTo(same[1]);
        final double[] own = Tables.numbers(node.set("ownSeeds", true).run(two.build())[3], "echo_distance");
        assertThat(own[0]).isNotEqualTo(own[1]);
    }

    @Test
    void echoesAndProfilesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> node().set("echoAt", 11.0).run(Tables.twoBeams().build()))
            .hasMessageContaining("the start returns at 22.0, after the duration 20.0");
        assertThatThrownBy(() -> node().set("echoNoise", 0.1).run(Tables.twoBeams().build()))
            .hasMessageContaining("there is no echo");
        assertThatThrownBy(() -> node().set("matterProfile", "1e30 2").run(Tables.twoBeams().build()))
            .hasMessageContaining("matterProfile has the value 1.0E30; its size must not exceed 1.0E20");
        assertThatThrownBy(() -> node().set("matterProfile", "1, x").run(Tables.twoBeams().build()))
            .hasMessageContaining("matterProfile must be numbers separated by commas, but \"x\"");
        assertThatThrownBy(
            () -> node().set("pointsZ", 5).set("matterProfile", "1,2,3,4").run(Tables.twoBeams().build()))
            .hasMessageContaining("A matter profile of 4 values").hasMessageContaining("at least 7 points along z");
    }

    /** Densities whose potentials are no round numbers come back through the table unchanged. */
    @Test
    void finalFieldContinuesInCgs() throws Exception {
        final Tables state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .weightsIn(WeightUnit.PER_CM3).row("nu", 0.3, 1.234567e32, 1.0, 0.0, 0.0, 1.0)
            .row("nubar", -0.7, 0.98765432e32, 1.0, 0.0, 0.0, 0.7);
        final NodeTester node = node().set("units", "CGS").set("pointsZ", 10).set("boxLengthZ", 7.0)
            .set("amplitude", 0.1).set("twin", "OFF");
        final BufferedDataTable whole = node.set("duration", 3e-10).set("outputs", 6).run(state.build())[2];
        final BufferedDataTable half = node.set("duration", 1e-10).set("outputs", 2).run(state.build())[2];
        final BufferedDataTable continued = node.set("duration", 2e-10).set("outputs", 4).run(half)[2];
        for (final String column : new String[]{"Px", "Py", "Pz", "weight"}) {
            assertThat(Tables.numbers(continued, column)).containsExactly(Tables.numbers(whole, column));
        }
        assertThat(Math.abs(Tables.numbers(whole, "Px")[0] - Tables.numbers(half, "Px")[0])).isGreaterThan(1e-3);
    }

    /** Two tolerances end elsewhere, and the node says that its values carry no digit. */
    @Test
    void saysThatAnEvolutionIsChaotic() throws Exception {
        final NodeTester node = node().set("boxLengthZ", 10.0).set("duration", 30.0).set("tolerance", 1e-6);
        final BufferedDataTable[] out = node.run(Tables.twoBeams().build());
        assertThat(Tables.numbers(out[3], "digits")).containsExactly(0);
        assertThat(Tables.numbers(out[3], "lyapunov")[0]).isBetween(0.1, 2.0);
        assertThat(Tables.texts(out[3], "result").get(0))
            .contains("; chaos: a twin with slightly larger errors differs");
        assertThat(node.warning().orElseThrow()).startsWith("The evolution of the state is chaotic: ");
        final BufferedDataTable other =
            node.set("tolerance", 1e-7).set("twin", "OFF").run(Tables.twoBeams().build())[3];
        assertThat(Math.abs(Tables.numbers(other, "survival_nu")[0] - Tables.numbers(out[3], "survival_nu")[0]))
            .isGreaterThan(0.01);
        assertThat(Tables.numbers(other, "digits")[0]).isNaN();
        assertThat(node.warning()).isEmpty();
    }

    /** With neutrinos alone their electron number is fixed by conservation: what is said is what changed. */
    @Test
    void saysWhatChangedAndNotWhatIsFixed() throws Exception {
        final Tables state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nu", -1.0, 1.0, 1.0, 0.0, 0.0, -0.8);
        final BufferedDataTable out = node().set("duration", 10.0).run(state.build())[3];
        final String result = Tables.texts(out, "result").get(0);
        assertThat(result).startsWith("at t = 10.00 the mean |P| is ")
            .contains(" of the crossing is left; lepton number").doesNotContain("nu_e");
        assertThat(Tables.numbers(out, "survival_nu")[0]).isCloseTo(1, within(1e-9));
        assertThat(Tables.numbers(out, "mean_length")[0]).isLessThan(0.9);
        assertThat(Tables.numbers(out, "crossing_left")[0]).isLessThan(0.9);
    }

    /** With mixing and matter no lepton number is conserved, and nothing is said to be kept. */
    @Test
    void keepsQuietAboutWhatIsNotConserved() throws Exception {
        final Tables state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.5);
        final BufferedDataTable out = node().set("duration", 1.0).set("thetaMix", 0.3).set("matterPotential", 0.2)
            .run(state.build())[3];
        assertThat(Tables.numbers(out, "lepton_error")[0]).isNaN();
        assertThat(Tables.texts(out, "result").get(0)).contains("the nu_e are ").contains("; lengths kept to ")
            .doesNotContain("lepton number");
    }

    /** Equal states in two cells start with equal or with other random numbers, whatever other cells there are. */
    @Test
    void cellsCanHaveSeedsOfTheirOwn() throws Exception {
        final Tables two = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("b", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        final Tables one = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("b", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        final NodeTester node = node().set("pointsZ", 4).set("duration", 0.1).set("outputs", 1);
        final double[] same = Tables.numbers(node.run(two.build())[2], "Px");
        assertThat(Arrays.copyOfRange(same, 0, 4)).containsExactly(Arrays.copyOfRange(same, 4, 8));
        final double[] own = Tables.numbers(node.set("ownSeeds", true).run(two.build())[2], "Px");
        assertThat(own[0]).isNotEqualTo(own[4]);
        assertThat(Tables.numbers(node.run(one.build())[2], "Px")).containsExactly(Arrays.copyOfRange(own, 4, 8));
    }

    /** Matter is rotated exactly: as many steps without it as with 1e4. */
    @Test
    void matterCostsNoSteps() throws Exception {
        final Tables state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 0.9, 0.5, 1.0, 0.0, 0.0, 1.0).row("nu", -0.3, 1.0, 0.8, 0.0, 0.0, 0.8)
            .row("nu", 0.6, 0.7, 0.4, 0.0, 0.0, -0.4);
        final NodeTester node = node().set("duration", 5.0).set("twin", "OFF");
        final BufferedDataTable without = node.run(state.build())[3];
        final BufferedDataTable with = node.set("matterPotential", 1e4).run(state.build())[3];
        assertThat(Tables.numbers(with, "steps")[0]).isLessThanOrEqualTo(Tables.numbers(without, "steps")[0] + 2);
        assertThat(Tables.numbers(with, "mean_length")[0])
            .isCloseTo(Tables.numbers(without, "mean_length")[0], within(1e-6));
    }

    /** Without fields P_z of a mode with D stays or decays as exp(-D t), by what depolarization acts on. */
    @ParameterizedTest
    @CsvSource({"COHERENCE, 0.8", "LENGTH, 0.4"})
    void depolarizationActsOnCoherenceOrAllComponents(final String setting, final double end) throws Exception {
        final BufferedDataTable[] out = node().set("pointsZ", 1).set("perturbation", "NONE").set("outputs", 1)
            .set("depolarization", setting).set("selfInteraction", 0.0).set("duration", Math.log(2) / 0.1)
            .run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "D")
                .row("nu", 1.0, 1.0, 1.0, 0.5, 0.0, 0.8, 0.1).build());
        assertThat(Tables.numbers(out[0], "Px")[1]).isCloseTo(0.25, within(1e-8));
        assertThat(Tables.numbers(out[0], "Pz")[1]).isCloseTo(end, within(1e-8));
    }

    @Test
    void fieldsAreChecked() throws Exception {
        final BufferedDataTable field = node().set("pointsZ", 4).set("duration", 0.1).run(Tables.twoBeams().build())[2];
        assertThatThrownBy(() -> node().run(field)).hasMessage(
            "The field has 4 points but the box has 64; set the points of the box to those of the field.");
        final String[] columns = {"point:int", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz"};
        assertThatThrownBy(() -> node().run(Tables.of(columns).row(0, "nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0)
            .row(2, "nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0).build())).hasMessage("Row 'Row1' is not the next row of a "
                + "field: the modes of point 0 must follow in the same order at points 1, 2, ... of their cell.");
        assertThatThrownBy(() -> node().run(Tables.of(columns).row(0, "nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0)
            .row(0, "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row(1, "nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0).build()))
                .hasMessage("the field ends within point 1; it has 3 rows for 2 modes.");
    }

    /** Densities: the same run as in natural units of the potential. */
    @Test
    void cgs() throws Exception {
        final double n = 1 / Units.POTENTIAL_PER_DENSITY;
        final BufferedDataTable[] natural = oneWave().run(Tables.twoBeams().build());
        final BufferedDataTable[] cgs = oneWave().set("units", "CGS").set("duration", 2 / Units.SPEED_OF_LIGHT)
            .run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz").weightsIn(WeightUnit.PER_CM3)
                .row("nu", 1.0, n, 1.0, 0.0, 0.0, 1.0).row("nubar", -1.0, n, 1.0, 0.0, 0.0, 1.0).build());
        assertThat(Tables.numbers(cgs[0], "Pz")[9]).isCloseTo(Tables.numbers(natural[0], "Pz")[9], within(1e-9));
        assertThat(Tables.numbers(cgs[0], "t")[9]).isCloseTo(2 / Units.SPEED_OF_LIGHT, within(1e-20));
        assertThat(Tables.numbers(cgs[2], "weight")[0]).isCloseTo(n, within(1e-12 * n));
        assertThat(cgs[2].getDataTableSpec().getColumnSpec("weight").getProperties().getProperty("unit"))
            .isEqualTo("cm^-3");
        final BufferedDataTable[] lepton = oneWave().set("boxUnit", "LEPTON_NUMBER").set("boxLengthZ", 2 * Math.PI)
            .set("duration", 4.0).run(Tables.twoBeams().build());
        assertThat(Tables.numbers(lepton[0], "Pz")[9]).isCloseTo(Tables.numbers(natural[0], "Pz")[9], within(1e-9));
    }

    /** The plot: shells of harmonics, those with the most power, and lengths relative to their start. */
    @Test
    void view() throws Exception {
        final BufferedDataTable[] out = oneWave().run(Tables.twoBeams().build());
        final Figure few = QkeFigure.of(out[0], out[1], out[3]);
        assertThat(few.cells()).hasSize(1);
        assertThat(few.cells().get(0).caption()).isEqualTo(Tables.texts(out[3], "result").get(0));
        assertThat(few.cells().get(0).panels().get(0).series()).hasSize(5);
        assertThat(few.cells().get(0).panels().get(0).series().get(0).y()[0]).isCloseTo(0.5e-10, within(1e-15));
        final BufferedDataTable[] many = node().set("pointsZ", 150).set("duration", 0.1).run(Tables.twoBeams().build());
        final Panel power = QkeFigure.of(many[0], many[1], many[3]).cells().get(0).panels().get(0);
        assertThat(power.heat()).hasSize(1);
        assertThat(power.heat().get(0).values()).hasSize((power.heat().get(0).x().length - 1)
            * (power.heat().get(0).y().length - 1));
    }

    /** In CGS the time of a broken identity is in seconds, below the time that was asked for. */
    @Test
    void brokenIdentitiesNameTimesInTheirUnits() {
        final Tables dense = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1e32, 1.0, 0.0, 0.0, 1.0).row("nubar", -1.0, 1e32, 1.0, 0.0, 0.0, 1.0);
        final NodeTester coarse = node().set("units", "CGS").set("boxUnit", "LEPTON_NUMBER").set("stepControl", "FIXED")
            .set("timeStep", 0.2).set("identityTolerance", 1e-6).set("pointsZ", 16).set("boxLengthZ", 3.0)
            .set("amplitude", 0.1);
        assertThatThrownBy(() -> coarse.run(dense.build())).hasMessageContaining("above the tolerance 1.0E-6")
            .satisfies(e -> assertThat(e.getMessage()).matches("(?s)At t = \\d\\.\\d+e-1[01] s the .*"));
    }

    /** A broken identity stops the node with a sentence, or ends the results. */
    @Test
    void brokenIdentities() throws Exception {
        final NodeTester coarse = node().set("stepControl", "FIXED").set("timeStep", 0.2).set("identityTolerance", 1e-6)
            .set("pointsZ", 16).set("boxLengthZ", 3.0).set("amplitude", 0.1);
        assertThatThrownBy(() -> coarse.run(Tables.twoBeams().build())).hasMessageStartingWith("At t = ")
            .hasMessageContaining("above the tolerance 1.0E-6; make the time steps smaller.");
        final BufferedDataTable[] out = coarse.set("onFailure", "MISSING_VALUES").run(Tables.twoBeams().build());
        assertThat(out[0].size()).isEqualTo(42);
        assertThat(Tables.numbers(out[0], "Pz")[41]).isNaN();
        assertThat(Tables.numbers(out[0], "Pz")[0]).isNotNaN();
        assertThat(Tables.texts(out[3], "complete")).containsExactly("false");
        assertThat(coarse.warning()).hasValue(
            "The state is not evolved to the end; its results are missing values.");
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> node().set("pointsZ", 14).run(Tables.twoBeams().build()))
            .hasMessage("The number of points must be a product of 2, 3 and 5, but 14 has the factor 7.");
        assertThatThrownBy(() -> node().set("pointsZ", -5).run(Tables.twoBeams().build()))
            .hasMessage("pointsZ must be at least 1 but is -5.");
        assertThatThrownBy(() -> node().set("duration", 0.0).run(Tables.twoBeams().build()))
            .hasMessage("duration must be above 0 but is 0.0.");
        assertThatThrownBy(() -> node().set("perturbation", "WAVE").set("harmonicZ", 99).run(Tables.twoBeams().build()))
            .hasMessage("Harmonic 99 along z is beyond the largest one kept, 21 of 64 points.");
        assertThatThrownBy(() -> node().set("perturbation", "WAVE").set("harmonicZ", 0).run(Tables.twoBeams().build()))
            .hasMessage("The wave of the perturbation must have a harmonic other than 0.");
        assertThatThrownBy(() -> node().set("tolerance", 0.5).run(Tables.twoBeams().build()))
            .hasMessage("The tolerance of a step must be in [1e-15, 0.1] but is 0.5.");
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py").build()))
            .hasMessageStartingWith("Column 'Pz' (double) is missing; found: species, mu, weight");
        assertThatThrownBy(() -> node().set("pointsX", 512).set("pointsY", 512).set("pointsZ", 512)
            .run(Tables.twoBeams().build())).hasMessageContaining("The fields of 2 modes at 134217728 points need ")
                .hasMessageContaining(" bytes of memory");
    }

    @Test
    void refusesBeforeItStartsWhatNobodyCanWaitFor() throws Exception {
        assertThatThrownBy(() -> node().set("duration", 1e20).run(Tables.twoBeams().build()))
            .hasMessageStartingWith("The whole work (The fields of 2 modes at 64 points) would take at least ")
            .hasMessageEndingWith(" years, so it is not started.");
        assertThatThrownBy(() -> node().set("duration", 1e6).set("stepControl", "FIXED").set("timeStep", 1e-14)
            .run(Tables.twoBeams().build())).hasMessageEndingWith(" years, so it is not started.");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void cancellationEndsALongRun() throws Exception {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        final Thread canceller = new Thread(() -> {
            try {
                Thread.sleep(300);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            monitor.setExecuteCanceled();
        });
        canceller.start();
        assertThatThrownBy(() -> node().set("duration", 1e6).set("outputs", 1).in(new ExecutionContext(monitor))
            .run(Tables.twoBeams().build())).isInstanceOf(CanceledExecutionException.class);
        canceller.join();
    }
}
