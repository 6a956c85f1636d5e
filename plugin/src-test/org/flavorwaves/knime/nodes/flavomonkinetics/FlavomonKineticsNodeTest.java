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

    /** Of equal sides the negative one counts as the smaller. */
    @Test
    void twoEqualBeamsHaveACrossing() throws Exception {
        final BufferedDataTable[] out =
            node().set("kCount", 10).set("duration", 8.0).run(Tables.twoBeams().build());
        assertThat(Tables.numbers(out[4], "crossing_start")[0]).isCloseTo(1, within(1e-15));
        assertThat(Tables.numbers(out[4], "crossing_end")[0]).isCloseTo(-Tables.numbers(out[2], "lepton_number")[40],
            within(1e-15)).isBetween(0.1, 0.9);
        assertThat(Tables.texts(out[4], "result").get(0)).contains(" and leave 0.", " of the smaller side");
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

    /** G = 0.5 - 0.7 v: where it grows fastest, two real modes have merged and resonance has none. */
    private static Tables linear() {
        final Tables linear = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        final GaussLegendre rule = GaussLegendre.of(RINGS);
        for (int i = 0; i < RINGS; i++) {
            linear.row("nu", rule.node(i), 2 * rule.weight(i), 1.0, 0.0, 0.0, (0.5 - 0.7 * rule.node(i)) / 2);
        }
        return linear;
    }

    @Test
    void refusesResonanceOfStrongGrowthAtOnceAndTakesTheOtherClosureByItself() throws Exception {
        assertThatThrownBy(() -> node().set("closure", "RESONANT").set("maxSteps", 1).run(linear().build()))
            .hasMessageContaining("Resonance does not describe these waves, which grow too strongly")
            .hasMessageContaining("use the quasi-linear closure");
        final BufferedDataTable[] out = node().set("outputs", 1).set("duration", 1.0).run(linear().build());
        assertThat(Tables.texts(out[4], "closure")).containsExactly("quasi-linear");
        assertThat(Tables.texts(out[4], "closure_reason").get(0)).contains("which grow too strongly");
        assertThat(Tables.numbers(out[4], "growth_start")[0]).isCloseTo(0.168224864, within(1e-4));
    }

    @Test
    void twoBeamsAreNoContinuousSpectrum() throws Exception {
        assertThatThrownBy(() -> node().set("closure", "RESONANT").run(twoBeams().build()))
            .hasMessageContaining("A: Resonant modes need a continuous angular spectrum, which 2 directions");
        final BufferedDataTable[] out = node().set("kCount", 9).run(twoBeams().build());
        assertThat(Tables.texts(out[4], "closure_reason").get(0)).contains("which 2 directions do not define");
        assertThat(Tables.texts(out[4], "result").get(0)).startsWith("A: flavomons grow at up to 1.41");
    }

    /** In CGS the energies are erg cm^-3 and the power erg cm^-3 s^-1; the ledger closes to the error of the steps. */
    @Test
    void keepsTheEnergyLedgerInUnits() throws Exception {
        final BufferedDataTable[] natural =
            node().set("kCount", 8).set("tolerance", 1e-6).set("maxChange", 4e-3).run(shallow(0.2).build());
        final int last = Tables.numbers(natural[3], "E_kinetic").length - 1;
        final double waves = Tables.numbers(natural[3], "E_waves")[last];
        assertThat(Math.abs(waves)).isGreaterThan(1e-4);
        assertThat(Tables.numbers(natural[3], "E_residual")[last]).isCloseTo(0, within(1e-2 * Math.abs(waves)));
        final double potential = Tables.numbers(natural[3], "E_potential")[0];
        final double d0 = 8.0 / 3 - 2 * 0.04;
        assertThat(potential).isCloseTo(0.25 * (d0 * d0 - 16.0 / 9), within(1e-12));
        assertThat(Tables.numbers(natural[3], "E_kinetic")[0]).isZero();
        final BufferedDataTable[] cgs = node().set("units", "CGS").set("kCount", 8).set("scale", "LEPTON_NUMBER")
            .set("outputs", 1).set("duration", 0.1).run(shallow(0.2).build());
        assertThat(Tables.numbers(cgs[3], "E_potential")[0])
            .isCloseTo(potential * 6.42285e-33 * 1.973269804e-14 * 1.602176634e-3, within(1e-5 * potential * 2.03e-49));
        assertThat(cgs[3].getDataTableSpec().getColumnSpec("dissipated_power").getProperties().getProperty("unit"))
            .contains("erg cm^-3 s^-1");
    }

    /** A state on the sphere is that of its rings; one that is not symmetric about z is marked. */
    @Test
    void takesDirectionsOnTheSphere() throws Exception {
        final BufferedDataTable[] rings = node().set("kCount", 8).run(shallow(0.2).build());
        final BufferedDataTable[] sphere = node().set("kCount", 8).run(onSphere(0).build());
        assertThat(Tables.texts(sphere[4], "closure")).containsExactly("resonant");
        assertThat(Tables.numbers(sphere[4], "crossing_end")[0])
            .isCloseTo(Tables.numbers(rings[4], "crossing_end")[0], within(1e-6));
        assertThat(Tables.numbers(sphere[0], "f_e")).hasSize(21 * 4 * RINGS);
        final NodeTester tilted = node().set("kCount", 8).set("outputs", 1).set("duration", 1.0);
        final BufferedDataTable[] out = tilted.run(onSphere(0.2).build());
        assertThat(Tables.numbers(out[4], "asymmetry")[0]).isBetween(0.01, 0.2);
        assertThat(tilted.warning().orElse("")).contains("The state is not symmetric about z, by up to 0.0")
            .contains("Flavor Wave Kinetics");
    }

    private static Tables onSphere(final double dipole) {
        final Tables table = Tables.of("species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz");
        final GaussLegendre rule = GaussLegendre.of(RINGS);
        for (int i = 0; i < 4 * RINGS; i++) {
            final double v = rule.node(i / 4);
            final double across = Math.sqrt(1 - v * v);
            final double phi = 0.5 * Math.PI * (i % 4);
            table.row("nu", across * Math.cos(phi), across * Math.sin(phi), v, 2 * rule.weight(i / 4), 1.0, 0.0, 0.0,
                ((1 - v) * (1 - v) - 0.04) / 8 * (1 + dipole * Math.cos(phi)));
        }
        return table;
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
