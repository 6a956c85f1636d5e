package org.flavorwaves.knime.nodes.flavomonkinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** The node Flavomon Kinetics. */
class FlavomonKineticsNodeTest {
    private static final int RINGS = 16;

    private static NodeTester node() {
        return NodeTester.of(FlavomonKineticsNodeFactory::configure, FlavomonKineticsNodeFactory::execute,
            new FlavomonKineticsParameters());
    }

    /** G = (1 - v)^2 - s^2. */
    private static Tables shallow(final double depth) {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        final GaussLegendre rule = GaussLegendre.of(RINGS);
        for (int i = 0; i < RINGS; i++) {
            final double v = rule.node(i);
            table.row("nu", v, 8 * rule.weight(i), 1.0, 0.0, 0.0, ((1 - v) * (1 - v) - depth * depth) / 8);
        }
        return table;
    }

    private static Tables twoBeams() {
        return Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("A", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("A", "nubar", -1.0, 0.5, 1.0, 0.0, 0.0, 1.0);
    }

    @Test
    void removesAShallowCrossingUnconfigured() throws Exception {
        final BufferedDataTable[] out = node().set("kCount", 16).run(shallow(0.2).build());
        final double[] start = Tables.numbers(out[4], "crossing_start");
        final double[] end = Tables.numbers(out[4], "crossing_end");
        assertThat(start[0]).isCloseTo(2 * 0.2 * 0.2 * 0.2 / 3, within(3e-4));
        assertThat(end[0] / start[0]).isBetween(-0.01, 0.05);
        assertThat(Tables.numbers(out[4], "worst_invariant")[0]).isLessThan(1e-12);
        assertThat(Tables.numbers(out[4], "worst_entropy_fall")[0]).isLessThan(1e-14);
        assertThat(Tables.texts(out[4], "result").get(0)).startsWith("flavomons grow at up to 0.");
        final double[] entropy = Tables.numbers(out[3], "S");
        for (int t = 1; t < entropy.length; t++) {
            assertThat(entropy[t]).isGreaterThanOrEqualTo(entropy[t - 1] - 1e-13);
        }
        final double[] invariant = Tables.numbers(out[3], "n_e-n_psi");
        assertThat(invariant[20]).isCloseTo(invariant[0], within(1e-12));
        assertThat(Tables.numbers(out[3], "n_psi")[20]).isGreaterThan(1e-4);
        assertThat(Tables.numbers(out[0], "f_e")).hasSize(21 * RINGS);
        // G = (1 - v)^2 - s^2 has D0 = 8/3 - 2 s^2 and D = -4/3; k and omega_re are physical.
        assertThat(Tables.numbers(out[1], "k_shifted")[0] - Tables.numbers(out[1], "k")[0])
            .isCloseTo(-4.0 / 3, within(1e-10));
        final double[] shifted = Tables.numbers(out[1], "omega_shifted_re");
        final int rooted = IntStream.range(0, shifted.length).filter(w -> !Double.isNaN(shifted[w])).findFirst()
            .orElseThrow();
        assertThat(shifted[rooted] - Tables.numbers(out[1], "omega_re")[rooted])
            .isCloseTo(8.0 / 3 - 0.08, within(1e-10));
        assertThat(Tables.numbers(out[2], "G")[0]).isCloseTo(Math.pow(1 - GaussLegendre.of(RINGS).node(0), 2) - 0.04,
            within(1e-12));
    }

    @Test
    void takesTheSmallerOfTwoBeamsAway() throws Exception {
        final BufferedDataTable[] out =
            node().set("closure", "QUASI_LINEAR").set("kCount", 60).set("duration", 60.0).run(twoBeams().build());
        final double[] fe = Tables.numbers(out[0], "f_e");
        final double[] fx = Tables.numbers(out[0], "f_x");
        final int last = fe.length - 1;
        assertThat(0.5 * (fe[last] - fx[last])).isBetween(0.0, 2e-3);
        assertThat(fe[last - 1] - fx[last - 1]).isCloseTo(0.5, within(2e-3));
        assertThat(Tables.texts(out[4], "result").get(0)).startsWith("A: flavomons grow at up to 1.41");
        assertThat(Tables.texts(out[1], "cell")).containsOnly("A");
        assertThat(Tables.numbers(out[4], "worst_invariant")[0]).isLessThan(1e-12);
    }

    /** f_e + f_x relaxes to the source whatever waves do; the entropy is not bound to rise. */
    @Test
    void emissionDrivesTheMedium() throws Exception {
        final Tables driven = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "kappa", "P0_source",
            "Px_source", "Py_source", "Pz_source").row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            .row("nubar", -1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.1, 0.8, 0.0, 0.0, 0.6);
        final BufferedDataTable[] out = node().set("closure", "QUASI_LINEAR").set("automaticRange", false)
            .set("kMin", -1.2).set("kMax", -0.8).set("kCount", 4).set("duration", 20.0).run(driven.build());
        final double[] fe = Tables.numbers(out[0], "f_e");
        final double[] fx = Tables.numbers(out[0], "f_x");
        final int last = fe.length - 1;
        assertThat(fe[last] + fx[last]).isCloseTo(-0.8 * Math.expm1(-2), within(1e-4));
        assertThat(fe[last - 1] + fx[last - 1]).isCloseTo(1, within(1e-14));
        assertThat(fx[last - 1]).as("waves grow").isGreaterThan(0.01);
        assertThat(Tables.numbers(out[4], "worst_invariant")[0]).isLessThan(1e-12);
        assertThat(Tables.numbers(out[4], "worst_entropy_fall")[0]).isNaN();
    }

    @Test
    void saysWhereNothingGrows() throws Exception {
        final BufferedDataTable[] out = node().set("kCount", 4).set("duration", 1.0).run(shallow(0).build());
        assertThat(Tables.texts(out[4], "result").get(0)).isEqualTo("no flavomon grows at these wave numbers");
        assertThat(Tables.numbers(out[4], "growth_start")[0]).isLessThanOrEqualTo(0);
    }

    /** Reference case 5, G = 0.5 - 0.7 v: where it grows fastest, two real modes have merged and resonance has none. */
    @Test
    void tellsOfWavesThatGrowTooStronglyForResonance() throws Exception {
        final Tables linear = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        final GaussLegendre rule = GaussLegendre.of(RINGS);
        for (int i = 0; i < RINGS; i++) {
            linear.row("nu", rule.node(i), 2 * rule.weight(i), 1.0, 0.0, 0.0, (0.5 - 0.7 * rule.node(i)) / 2);
        }
        final BufferedDataTable[] out = node().set("outputs", 1).set("duration", 1.0).run(linear.build());
        assertThat(Tables.numbers(out[4], "growth_start")[0]).isLessThan(0.168224864);
        assertThat(Tables.texts(out[4], "result").get(0)).containsPattern(
            "; at [1-9]\\d* of \\d+ wave numbers there is no mode of real frequency at the start: waves that grow");
    }

    @Test
    void twoBeamsAreNoContinuousSpectrum() {
        assertThatThrownBy(() -> node().run(twoBeams().build()))
            .hasMessageContaining("A: Resonant modes need a continuous angular spectrum, which 2 directions");
    }

    @Test
    void coherentStateIsRefusedByItsRow() {
        assertThatThrownBy(() -> node().run(shallow(0.2).row("nu", 0.1, 1.0, 1.0, 0.3, 0.0, 0.5).build()))
            .hasMessageContaining("Row" + RINGS).hasMessageContaining("not along z");
    }

    @Test
    void stopsWhenAnInvariantIsBroken() throws Exception {
        final NodeTester strict = node().set("kCount", 8).set("invariantTolerance", 1e-18);
        assertThatThrownBy(() -> strict.run(shallow(0.2).build()))
            .hasMessageContaining("a conserved number changed by");
        final BufferedDataTable[] out = node().set("kCount", 8).set("invariantTolerance", 1e-18)
            .set("onFailure", "MISSING_VALUES").run(shallow(0.2).build());
        assertThat(Tables.texts(out[4], "result").get(0)).contains("where the run stopped");
    }

    @Test
    void stopsAfterTheMostSteps() {
        assertThatThrownBy(() -> node().set("kCount", 8).set("maxSteps", 3).run(shallow(0.2).build()))
            .hasMessageContaining("needs more than 3 time steps");
    }

    @Test
    void emptyRangeIsRefused() {
        assertThatThrownBy(() -> node().set("automaticRange", false).set("kMin", 2.0).set("kMax", 2.0)
            .run(shallow(0.2).build())).hasMessageContaining("kMax must be above kMin");
    }

    @Test
    void missingColumnsAndMemoryAreRefusedFirst() {
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py").build()))
            .hasMessageContaining("Column 'Pz' (double) is missing");
        assertThatThrownBy(() -> node().set("outputs", 1_000_000_000).run(shallow(0.2).build()))
            .hasMessageContaining("The results of 1 cells need ").hasMessageContaining(" bytes of memory");
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
        assertThatThrownBy(() -> node().set("maxChange", 1e-9).set("maxSteps", 1_000_000_000)
            .in(new ExecutionContext(monitor)).run(shallow(0.2).build()))
                .isInstanceOf(CanceledExecutionException.class);
        canceller.join();
    }
}
