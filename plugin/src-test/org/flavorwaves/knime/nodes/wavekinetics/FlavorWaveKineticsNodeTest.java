package org.flavorwaves.knime.nodes.wavekinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;

import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The node Flavor Wave Kinetics. */
class FlavorWaveKineticsNodeTest {
    private static final String[] COLUMNS = {"species:text", "mu", "weight", "P0", "Px", "Py", "Pz"};

    private static NodeTester node() {
        return NodeTester.of(FlavorWaveKineticsNodeFactory::configure, FlavorWaveKineticsNodeFactory::execute,
            new FlavorWaveKineticsParameters());
    }

    private static Tables unequalBeams() {
        return Tables.of(COLUMNS).row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 0.5);
    }

    private static NodeTester single(final double k) {
        return node().set("boxLength", 2 * Math.PI / k).set("nMax", 1).set("initialWaves", "SINGLE")
            .set("amplitude", 1e-6).set("duration", 4.0).set("outputs", 2).set("window", "INFINITE");
    }

    /**
     * Reference case 6: the action grows by exp(2 sqrt(2) t) at K = 1.5, and the viscosity with it. The waves' share of
     * |P|^2, 1e-12, slows the growth by as much.
     */
    @Test
    void actionsGrowAsInTheReferenceCase() throws Exception {
        final BufferedDataTable[] out = single(1.5).run(unequalBeams().build());
        final double[] action = Tables.numbers(out[1], "action");
        final double[] growth = Tables.numbers(out[1], "omega_im");
        assertThat(out[1].size()).isEqualTo(3 * 6);
        int rows = 0;
        for (int b = 0; b < 6; b++) {
            if (action[b] > 1e-20) {
                rows++;
                assertThat(growth[b]).isCloseTo(Math.sqrt(2), within(3e-12));
                assertThat(Math.log(action[b + 12] / action[b])).isCloseTo(8 * Math.sqrt(2), within(1e-6));
            }
        }
        assertThat(rows).isEqualTo(1);
        final double[] gamma = Tables.numbers(out[0], "gamma");
        assertThat(gamma[4] / gamma[0]).isCloseTo(Math.exp(8 * Math.sqrt(2)), within(0.1));
        assertThat(Tables.numbers(out[3], "growth_start")[0]).isCloseTo(Math.sqrt(2), within(3e-12));
        assertThat(Tables.texts(out[3], "result").get(0))
            .startsWith("the fastest wave grows at 1.414, and no |P| falls; ");
        assertThat(out[2].size()).isZero();
    }

    /** In a box that grows fast all products as fields: saturation, reversal and what follows, to the end. */
    @Test
    void strongGrowthInABoxKeepsAllProducts() throws Exception {
        final NodeTester node = node().set("boxLength", 20.0);
        final BufferedDataTable[] out = node.run(unequalBeams().build());
        assertThat(node.warning()).isEmpty();
        assertThat(out[0].size()).isEqualTo(21 * 2);
        assertThat(out[2].size()).isZero();
        assertThat(Tables.texts(out[3], "method")).containsExactly("full");
        assertThat(Tables.texts(out[3], "method_reason").get(0)).contains("4.50 of the spacing").contains("above 0.3");
        assertThat(Tables.numbers(out[3], "t_end")[0]).isEqualTo(20);
        assertThat(Tables.numbers(out[3], "waves")[0]).isBetween(18.0, 22.0);
        assertThat(Tables.numbers(out[3], "least_length")[0]).isLessThan(0.5);
        assertThat(Tables.numbers(out[3], "lepton_drift")[0]).isLessThan(1e-6);
        assertThat(Tables.numbers(out[3], "length_drift")[0]).isLessThan(1e-6);
        final NodeTester narrow = node().set("boxLength", 20.0).set("nMax", 6).set("duration", 1.0);
        final BufferedDataTable[] few = narrow.run(unequalBeams().build());
        assertThat(Tables.numbers(few[3], "left_out")[0]).isEqualTo(3);
        assertThat(narrow.warning()).hasValueSatisfying(w -> assertThat(w)
            .contains("3 waves grow beyond the largest wave n = 6").contains("set nMax to 0"));
    }

    /** With one kappa the lepton number relaxes by exp(-kappa t) in both treatments, and P0 with it. */
    @Test
    void strongWavesAreAbsorbedAndEmitted() throws Exception {
        for (final String waves : new String[]{"AUTO", "SECULAR"}) {
            final BufferedDataTable[] out = node().set("boxLength", 6.0).set("nMax", 3).set("waves", waves)
                .set("duration", 4.0).set("outputs", 1).set("amplitude", 0.03)
                .run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "kappa", "P0_source",
                    "Px_source", "Py_source", "Pz_source")
                    .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.1, 0.6, 0.0, 0.0, 0.3)
                    .row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 0.5, 0.1, 1.2, 0.0, 0.0, 0.7).build());
            final double[] pz = Tables.numbers(out[0], "Pz");
            final double decay = Math.exp(-0.4);
            assertThat(pz[2] - pz[3]).isCloseTo(-0.4 + (pz[0] - pz[1] + 0.4) * decay, within(1e-7));
            assertThat(Tables.numbers(out[0], "P0")[3]).isCloseTo(1.2 - 0.2 * decay, within(1e-14));
            assertThat(pz[2]).isLessThan(0.3 + 0.7 * decay - 0.01);
            assertThat(Tables.texts(out[3], "method")).containsExactly(waves.equals("AUTO") ? "full" : "secular");
            assertThat(Tables.numbers(out[3], "lepton_drift")[0]).isLessThan(1e-7);
            assertThat(Tables.numbers(out[3], "length_drift")[0]).isNaN();
            assertThat(Tables.texts(out[3], "result").get(0)).contains("lepton number relaxes to that of the sources");
        }
    }

    /** Without a box the waves have random phases; the node says that two beams are no medium for that. */
    @Test
    void runsUnconfigured() throws Exception {
        final NodeTester node = node();
        final BufferedDataTable[] out = node.run(unequalBeams().build());
        assertThat(node.warning()).hasValueSatisfying(w -> assertThat(w).contains("faster than they lose"));
        assertThat(out[0].size()).isEqualTo(21 * 2);
        assertThat(Tables.texts(out[3], "method")).containsExactly("random_phase");
        assertThat(Tables.texts(out[3], "method_reason")).containsExactly("no box is given");
        assertThat(Tables.numbers(out[3], "growth_start")[0]).isCloseTo(Math.sqrt(2), within(0.01));
        assertThat(Tables.numbers(out[3], "box_length")[0]).isNaN();
        assertThat(Tables.numbers(out[3], "length_drift")[0]).isLessThan(1e-6);
        assertThat(Tables.numbers(out[1], "intensity")[0]).isPositive();
        assertThat(Tables.numbers(out[1], "action")[0]).isNaN();
    }

    /** The intensity of the field is that of Flavomon Kinetics; what grows slower than the cut is left out. */
    @Test
    void startsFromAFlavorField() throws Exception {
        final BufferedDataTable[] out = node().set("waves", "RANDOM_PHASE").set("initialWaves", "FIELD")
            .set("amplitude", 1e-9).set("cut", 1.4).set("outputs", 1).set("duration", 1.0)
            .run(unequalBeams().build());
        assertThat(Tables.numbers(out[1], "omega_im")[0]).isGreaterThan(1.4);
        assertThat(Tables.texts(out[3], "method")).containsExactly("random_phase");
    }

    /** Growth 1.4 is no weak instability: the secular approximation fails at saturation, and the node says so. */
    @Test
    void secularWavesStopWhereTheyFail() throws Exception {
        final NodeTester node = node().set("waves", "SECULAR").set("boxLength", 20.0).set("nMax", 6)
            .set("maxTriads", 100);
        final BufferedDataTable[] out = node.run(unequalBeams().build());
        assertThat(out[0].size()).isEqualTo(21 * 2);
        assertThat(out[2].size()).isBetween(1L, 100L);
        assertThat(Tables.numbers(out[3], "lepton_drift")[0]).isLessThan(1e-12);
        assertThat(Tables.numbers(out[3], "viscosity_residual")[0]).isLessThan(1e-12);
        assertThat(Tables.texts(out[3], "result").get(0)).startsWith("the evolution stopped at t = ")
            .contains("The second identity").contains("above 0.3: no products are slow there. Take all products.");
        assertThat(node.warning()).isPresent();
        final NodeTester wide = node().set("waves", "SECULAR").set("window", "INFINITE").set("duration", 4.0)
            .set("boxLength", 20.0).set("nMax", 6);
        final BufferedDataTable[] all = wide.run(unequalBeams().build());
        assertThat(wide.warning()).hasValueSatisfying(w -> assertThat(w).startsWith("3 waves grow beyond"));
        assertThat(all[1].size()).isEqualTo(21 * 6 * 6);
        assertThat(Tables.numbers(all[3], "t_end")[0]).isEqualTo(4);
        assertThat(Tables.numbers(all[3], "length_drift")[0]).isLessThan(0.01);
    }

    /** A state that is no equilibrium is solved for; each P is then along its H, and stays so. */
    @Test
    void equilibriumIsSolvedFor() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
            .row("nu", 0.9, 1.0, 1.0, 0.0, 0.0, 1.0, 0.5).row("nu", -0.4, 0.3, 1.0, 0.0, 0.0, 0.8, 1.0)
            .row("nubar", 0.1, 0.6, 1.0, 0.0, 0.0, 0.9, 0.75);
        final BufferedDataTable[] out = node().set("thetaMix", 0.3).set("matterPotential", 0.2).set("nMax", 2)
            .set("amplitude", 1e-4).set("duration", 5.0).set("outputs", 1).run(table.build());
        assertThat(Tables.texts(out[3], "structure")).containsExactly("equilibrium");
        assertThat(Tables.numbers(out[0], "Px")[0]).isNotCloseTo(0, within(1e-3));
        assertThat(Tables.numbers(out[0], "length")[1]).isCloseTo(0.8, within(1e-6));
    }

    /** The same state with densities n in cm^-3 and with potentials sqrt(2) G_F n. */
    @Test
    void cgsMeasuresInSecondsAndCentimetres() throws Exception {
        final double n = 1e33;
        final Tables table = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .weightsIn(WeightUnit.PER_CM3).row("a", "nu", 1.0, n, 1.0, 0.0, 0.0, 1.0)
            .row("a", "nubar", -1.0, n, 1.0, 0.0, 0.0, 0.5);
        final BufferedDataTable[] out = single(1.0).set("units", "CGS").set("boxUnit", "LEPTON_NUMBER")
            .run(table.build());
        final double sum = 1.5 * Units.potential(n);
        assertThat(Tables.numbers(out[3], "box_length")[0]).isCloseTo(2 * Math.PI / sum, within(1e-12 / sum));
        assertThat(Tables.numbers(out[3], "t_end")[0]).isCloseTo(4 / Units.perSecond(sum),
            within(1e-12 / Units.perSecond(sum)));
        assertThat(Tables.numbers(out[3], "growth_start")[0])
            .isCloseTo(Math.sqrt(2) * Units.perSecond(Units.potential(n)), within(1e-9 * Units.perSecond(sum)));
        assertThat(Tables.texts(out[3], "result").get(0)).startsWith("a: the fastest wave grows at ")
            .contains(" s^-1, and no |P| falls; ");
        final double seconds = 4 / Units.perSecond(sum);
        final BufferedDataTable[] absolute = single(sum).set("units", "CGS").set("duration", seconds)
            .run(table.build());
        assertThat(Tables.numbers(absolute[0], "t")[5]).isCloseTo(seconds, within(1e-12 * seconds));
        assertThat(Tables.numbers(absolute[0], "gamma")[5]).isCloseTo(Tables.numbers(out[0], "gamma")[5],
            within(1e-6 * Math.abs(Tables.numbers(out[0], "gamma")[5])));
    }

    @Test
    void endedEvolutionsFailOrGiveMissingValues() throws Exception {
        final NodeTester stopping =
            single(1.5).set("amplitude", 0.01).set("reversal", false).set("onFailure", "FAIL");
        assertThatThrownBy(() -> stopping.run(unequalBeams().build())).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("the evolution stopped at t = 3.").hasMessageContaining("|P| of mode 1 reached 0");
        final BufferedDataTable[] out = stopping.set("onFailure", "MISSING_VALUES").run(unequalBeams().build());
        assertThat(out[0].size()).isEqualTo(3 * 2);
        assertThat(Tables.numbers(out[0], "Pz")[5]).isNaN();
        assertThat(Tables.texts(out[3], "result").get(0)).contains("reached 0");
        assertThat(stopping.warning()).hasValueSatisfying(w -> assertThat(w).contains("not evolved to the end"));
    }

    /** K = 4 of two equal beams is the edge of growth, an exceptional point. */
    @Test
    void exceptionalPointsFailOrGiveMissingValues() throws Exception {
        final NodeTester node = single(4).set("onFailure", "FAIL");
        assertThatThrownBy(() -> node.run(Tables.twoBeams().build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("exceptional point").hasMessageContaining("n = 1");
        final BufferedDataTable[] out = node.set("onFailure", "MISSING_VALUES").run(Tables.twoBeams().build());
        assertThat(Tables.texts(out[3], "result").get(0)).startsWith("no evolution: ");
        assertThat(out[1].size()).isZero();
    }

    @Test
    void badSettingsAreRefused() {
        final DataTableSpec spec = Tables.twoBeams().spec();
        assertThatThrownBy(() -> node().set("boxLength", -1.0).configure(spec))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("boxLength must be at least 0 but is -1.0.");
        assertThatThrownBy(() -> node().set("nMax", -1).configure(spec)).hasMessageContaining("nMax");
        assertThatThrownBy(() -> node().set("duration", Double.NaN).configure(spec)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> node().set("delta", -1.0).configure(spec)).hasMessageContaining("delta");
        assertThatThrownBy(() -> node().set("tolerance", 1.0).configure(spec)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> node().set("amplitude", 2.0).configure(spec)).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> node().set("initialWaves", "SINGLE").set("nMax", 6).set("wave", 7).configure(spec))
            .hasMessageContaining("nMax = 6");
        assertThatThrownBy(() -> node().set("initialWaves", "UNIFORM").set("waves", "RANDOM_PHASE").configure(spec))
            .hasMessageContaining("initialWaves must be RANDOM or FIELD");
        assertThatThrownBy(() -> node().set("initialWaves", "FIELD").set("waves", "FULL").configure(spec))
            .hasMessageContaining("waves must be RANDOM_PHASE with initialWaves = FIELD");
        assertThatThrownBy(() -> node().set("amplitude", 0.0).set("waves", "RANDOM_PHASE").configure(spec))
            .hasMessageContaining("amplitude must be above 0");
    }

    @Test
    void badInputIsRefused() {
        final NodeTester large = node().set("initialWaves", "UNIFORM").set("amplitude", 0.9)
            .set("boxLength", 20.0).set("nMax", 6);
        assertThatThrownBy(() -> large.run(Tables.twoBeams().build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("row ").hasMessageContaining("initial amplitude");
        final Tables empty = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 0.0);
        assertThatThrownBy(() -> node().set("boxUnit", "LEPTON_NUMBER").run(empty.build()))
            .hasMessageStartingWith("a: the lepton number is zero");
    }

    @Test
    void tooLargeProblemsAreRefusedWithTheirBytes() {
        final NodeTester many = node().set("waves", "FULL").set("maxMemory", 1).set("nMax", 600);
        assertThatThrownBy(() -> many.run(Tables.twoBeams().build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining(" bytes").hasMessageContaining("600 waves");
        final Tables table = Tables.of(COLUMNS);
        for (int i = 0; i < 5000; i++) {
            table.row("nu", i / 5000.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        }
        final NodeTester large = node().set("waves", "SECULAR").set("nMax", 100);
        assertThatThrownBy(() -> large.run(table.build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("the waves of 5000 modes need ").hasMessageContaining(" bytes of memory");
        final NodeTester fine = node().set("boxLength", 20.0).set("largestHarmonic", 1_000_000_000);
        assertThatThrownBy(() -> fine.run(Tables.twoBeams().build()))
            .hasMessageContaining("the waves of 2 modes need ").hasMessageContaining(" bytes of memory");
        assertThatThrownBy(() -> node().set("boxLength", Double.MIN_VALUE).run(Tables.twoBeams().build()))
            .hasMessageContaining("The box length must be finite and at least 1.0E-100");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void cancellationEndsALongRun() throws Exception {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        final BufferedDataTable input = unequalBeams().build();
        final Thread cancel = new Thread(() -> {
            try {
                Thread.sleep(1000);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            monitor.setExecuteCanceled();
        });
        cancel.start();
        assertThatThrownBy(() -> node().set("waves", "FULL").set("duration", 1e6).set("amplitude", 0.01)
            .set("identityTolerance", 1e6)
            .in(new ExecutionContext(monitor)).run(input)).isInstanceOf(CanceledExecutionException.class);
        cancel.join();
    }
}
