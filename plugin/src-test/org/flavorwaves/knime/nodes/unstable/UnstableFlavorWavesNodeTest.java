package org.flavorwaves.knime.nodes.unstable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateReader;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;

/** The node Unstable Flavor Waves. */
class UnstableFlavorWavesNodeTest {

    private static NodeTester node() {
        return NodeTester.of(UnstableFlavorWavesNodeFactory::configure, UnstableFlavorWavesNodeFactory::execute,
            new UnstableFlavorWavesParameters());
    }

    /** Reference case 1: the largest growth, 2, is at K = 2. */
    @Test
    void saysThatWavesGrowFasterOutsideTheRange() throws Exception {
        assertThat(Tables.texts(node().set("kMin", -1.0).set("kMax", 1.0).run(Tables.twoBeams().build())[2], "result")
            .get(0)).startsWith("fastest wave grows at 1.732 at K = -1.000 ")
            .endsWith("; outside the range waves grow faster, at 2.000 at K = 2.000");
        assertThat(Tables.texts(node().run(Tables.twoBeams().build())[2], "result").get(0)).doesNotContain("outside");
    }

    /** Reference case 1. */
    @ParameterizedTest
    @CsvSource({"0.5, 1.322876", "1, 1.732051", "2, 2", "3, 1.732051"})
    void twoBeamsGrowAsInTheReferenceCase(final double k, final double growth) throws Exception {
        final BufferedDataTable[] out = node().set("kMin", k).set("kCount", 1).run(Tables.twoBeams().build());
        assertThat(out[0].getDataTableSpec().getColumnNames()).startsWith("k", "kx", "ky", "kz", "omega_re", "omega_im",
            "kind", "residual");
        assertThat(out[0].size()).isEqualTo(1);
        assertThat(Tables.numbers(out[0], "omega_im")[0]).isCloseTo(growth, within(1e-6));
        assertThat(Tables.numbers(out[0], "k")).containsExactly(k);
        assertThat(Tables.numbers(out[0], "residual")[0]).isLessThan(1e-12);
        assertThat(Tables.texts(out[0], "kind")).containsExactly("fast");
        assertThat(Tables.texts(out[2], "complete")).containsExactly("true");
    }

    /** Growth at most 2 sqrt(g1 g2), at K = -D1 and, in the mirrored sector, at K = D1. */
    @Test
    void maximaAreThoseOfTwoBeams() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nubar", -1.0, 0.25, 1.0, 0.0, 0.0, 1.0);
        final BufferedDataTable[] out = node().set("kMin", -3.0).set("kMax", 3.0).set("kCount", 14).run(table.build());
        assertThat(Tables.numbers(out[1], "k")[0]).isCloseTo(-1.25, within(1e-7));
        assertThat(Tables.numbers(out[1], "k")[1]).isCloseTo(1.25, within(1e-7));
        assertThat(Tables.numbers(out[1], "omega_im")).hasSize(2);
        assertThat(Tables.numbers(out[1], "omega_im")[1]).isCloseTo(1, within(1e-12));
        assertThat(Tables.texts(out[1], "at_edge")).containsOnly("false");
        assertThat(Tables.numbers(out[1], "participation")[0]).isBetween(1.0, 2.0);
        assertThat(Tables.texts(out[2], "result"))
            .containsExactly("fastest wave grows at 1.000 at K = -1.250 (-1.000 sum|G|), fast");
        assertThat(Arrays.stream(Tables.numbers(out[0], "branch")).distinct().toArray()).containsExactly(0, 1);
    }

    /** Beams whose lepton number is the smallest number there is have no wave number in its units. */
    @Test
    void wavesOfNoLeptonNumberHaveNoRelativeWaveNumber() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.5, 0.0, Double.MIN_VALUE).row("nubar", -1.0, 1.0, 1.0, 0.5, 0.0, 0.0);
        final BufferedDataTable summary = node().run(table.build())[2];
        assertThat(Tables.numbers(summary, "growth")[0]).isCloseTo(1, within(1e-6));
        assertThat(Tables.texts(summary, "k_fastest_relative").get(0)).isEqualTo("?");
        assertThat(Tables.texts(summary, "result").get(0)).doesNotContain("sum|G|");
    }

    /** G = 0.5 - 0.7 v on ten rings, reference case 5: as a continuum its maximum is that of the reference. */
    @ParameterizedTest
    @CsvSource({"PIECEWISE_LINEAR, 0", "LEGENDRE, 1"})
    void ringsGrowAsTheirContinuousSpectrum(final String spectrum, final int order) throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        final GaussLegendre rule = GaussLegendre.of(10);
        for (int i = 0; i < 10; i++) {
            final double v = order > 0 ? rule.node(i) : -0.9 + 0.2 * i;
            final double g = 0.5 - 0.7 * v;
            table.row(g > 0 ? "nu" : "nubar", v, (order > 0 ? rule.weight(i) : 0.2) * Math.abs(g), 1.0, 0.0, 0.0, 1.0);
        }
        final NodeTester node = node().set("kMin", 0.5).set("kMax", 2.0).set("kCount", 8)
            .set("growthFloor", 1e-2).set("legendreOrder", order);
        final double beams = Tables.numbers(node.run(table.build())[1], "omega_im")[0];
        assertThat(Math.abs(beams - 0.168224864)).isGreaterThan(1e-5);
        final BufferedDataTable[] out = node.set("angularSpectrum", spectrum).run(table.build());
        assertThat(Tables.numbers(out[1], "omega_im")[0]).isCloseTo(0.168224864, within(2e-9));
        assertThat(Tables.numbers(out[1], "residual")[0]).isLessThan(1e-12);
        assertThat(Tables.texts(out[1], "kind").get(0)).isEqualTo("fast");
    }

    @Test
    void continuousSpectraNeedRingsAndALine() throws Exception {
        final Tables table = Tables.of("species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 0.8, 0.0, 0.6, 1.0, 1.0, 0.0, 0.0, 1.0).row("nubar", -0.8, 0.0, -0.6, 0.3, 1.0, 0.0, 0.0, 1.0);
        assertThatThrownBy(() -> node().set("angularSpectrum", "PIECEWISE_LINEAR").run(table.build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("rings").hasMessageContaining("0.8");
        assertThatThrownBy(() -> node().set("angularSpectrum", "PIECEWISE_LINEAR").set("maximumIn", "BOX")
            .run(table.build())).hasMessageContaining("PIECEWISE_LINEAR");
        assertThatThrownBy(() -> node().set("legendreOrder", -1).run(table.build()))
            .hasMessageContaining("legendreOrder");
    }

    /** Two beams along a tilted axis, seen from the z axis: the box finds the plane k.v = D1 of the maximum. */
    @Test
    void boxFindsTheMaximumAcrossTheLine() throws Exception {
        final Tables table = Tables.of("species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 0.8, 0.0, 0.6, 1.0, 1.0, 0.0, 0.0, 1.0).row("nubar", -0.8, 0.0, -0.6, 0.3, 1.0, 0.0, 0.0, 1.0);
        final BufferedDataTable[] out = node().set("kMin", -0.5).set("kMax", 0.5).set("kCount", 3)
            .set("maximumIn", "BOX").set("kAcrossCount", 4).run(table.build());
        assertThat(Tables.numbers(out[1], "omega_im")[0]).isCloseTo(2 * Math.sqrt(0.3), within(1e-12));
        final double along = 0.8 * Tables.numbers(out[1], "kx")[0] + 0.6 * Tables.numbers(out[1], "kz")[0];
        assertThat(Math.abs(along)).isCloseTo(1.3, within(1e-6));
        final BufferedDataTable[] line = node().set("kMin", -0.5).set("kMax", 0.5).set("kCount", 3).run(table.build());
        assertThat(Tables.numbers(line[2], "growth")[0]).isLessThan(2 * Math.sqrt(0.3) - 1e-3);
        assertThat(Tables.texts(line[2], "at_edge")).containsExactly("true");
    }

    /** All growing waves of the dense solver above the floor, and no others, for a state that is not aligned. */
    @Test
    void findsWhatTheDenseSolverFinds() throws Exception {
        final Random random = new Random(11);
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega", "D");
        for (int i = 0; i < 12; i++) {
            table.row(i % 2 == 0 ? "nu" : "nubar", 2 * random.nextDouble() - 1, random.nextDouble(), 1.0,
                0.5 * random.nextDouble(), 0.5 * random.nextDouble(), random.nextDouble() - 0.5,
                0.2 * random.nextDouble(), 0.02 * random.nextDouble());
        }
        final BufferedDataTable input = table.build();
        final BufferedDataTable[] out = node().set("kMin", -1.0).set("kMax", 1.0).set("kCount", 5)
            .set("matterPotential", 0.4).set("thetaMix", 0.2).set("growthFloor", 1e-4).run(input);
        final Background background = Background.of(cell(input).state(), new Environment(0.2, 0.4, 1));
        assertThat(background.structure()).isEqualTo(BackgroundStructure.GENERAL);
        final double floor = Tables.numbers(out[2], "growth_floor")[0];
        int count = 0;
        for (int p = 0; p < 5; p++) {
            final double k = -1 + 0.5 * p;
            final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, new WaveVector(0, 0, k));
            final double[] expected =
                IntStream.range(0, bands.size()).mapToDouble(bands::omegaIm).filter(g -> g > floor)
                    .sorted().toArray();
            final double[] ks = Tables.numbers(out[0], "k");
            final double[] all = Tables.numbers(out[0], "omega_im");
            final double[] found = IntStream.range(0, ks.length)
                .filter(i -> Math.abs(ks[i] - k) < 1e-12).mapToDouble(i -> all[i]).sorted().toArray();
            assertThat(found).hasSameSizeAs(expected);
            for (int w = 0; w < found.length; w++) {
                assertThat(found[w]).isCloseTo(expected[w], within(1e-11));
            }
            count += found.length;
        }
        assertThat(count).isGreaterThan(5);
        assertThat(Tables.numbers(out[2], "waves")[0]).isEqualTo(count);
    }

    /** Reference cases 7 and 8: the bipolar wave 1 +- 4i is slow, the one of unequal damping collisional. */
    @Test
    void kindsAreToldApart() throws Exception {
        final Tables bipolar = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
            .row("nu", 0.0, 10.0, 1.0, 0.0, 0.0, 1.0, -1.0).row("nubar", 0.0, 8.0, 1.0, 0.0, 0.0, 1.0, -1.0);
        final BufferedDataTable[] slow = node().set("kMin", 0.0).set("kCount", 1).run(bipolar.build());
        assertThat(Tables.texts(slow[0], "kind")).containsOnly("slow");
        assertThat(Tables.numbers(slow[0], "omega_im")[0]).isCloseTo(4, within(1e-9));
        final Tables damped = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "D")
            .row("nu", 0.0, 10.0, 1.0, 0.0, 0.0, 1.0, 0.5).row("nubar", 0.0, 8.0, 1.0, 0.0, 0.0, 1.0, 0.1);
        final BufferedDataTable[] collisional = node().set("kMin", 0.0).set("kCount", 1).run(damped.build());
        assertThat(Tables.texts(collisional[2], "kind")).containsExactly("collisional");
        // case 8: mu D = 2, mu S = 18, (Gamma +- Gammabar)/2 = 0.3, 0.2
        assertThat(Tables.numbers(collisional[0], "omega_im")[0]).isCloseTo(collisionalGrowth(1, 9, 0.3, 0.2),
            within(1e-12));
    }

    /** Im(-i g + sqrt(A^2 - a^2 + 2 i G a)), the larger of the two roots. */
    private static double collisionalGrowth(final double half, final double sum, final double g, final double a) {
        final double re = half * half - a * a;
        final double im = 2 * sum * a;
        return Math.sqrt((Math.hypot(re, im) - re) / 2) - g;
    }

    @Test
    void cgsReportsPerSecondAndFollowsTheFlux() throws Exception {
        final double n = 1e33;
        final Tables table = Tables.of("cell:text", "species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz")
            .weightsIn(WeightUnit.PER_CM3).row("a", "nu", 0.6, 0.0, 0.8, n, 1.0, 0.0, 0.0, 1.0)
            .row("a", "nubar", -0.6, 0.0, -0.8, n, 1.0, 0.0, 0.0, 1.0);
        final BufferedDataTable[] out = node().set("units", "CGS").set("kDirection", "LEPTON_FLUX")
            .set("kUnit", "LEPTON_NUMBER").set("kMin", -0.25).set("kCount", 1).run(table.build());
        final double potential = Units.potential(n);
        assertThat(Tables.numbers(out[0], "kx")[0]).isCloseTo(-0.3 * potential, within(1e-12));
        assertThat(Tables.numbers(out[0], "omega_im")[0]).isCloseTo(
            Math.sqrt(4 - 1.5 * 1.5) * Units.perSecond(potential), within(1e-9 * Units.perSecond(potential)));
        assertThat(Tables.texts(out[2], "result").get(0)).startsWith("a: fastest wave grows at ")
            .contains(" s^-1 at K = ").contains(" cm^-1 (-0.2500 sum|G|), fast");
        assertThat(Tables.texts(out[0], "cell")).containsOnly("a");
    }

    @Test
    void stableAndUnpolarizedStatesSaySo() throws Exception {
        final Tables table = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("a", "nu", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0)
            .row("b", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 0.0);
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.texts(out[2], "result")).containsExactly("a: no wave grows faster than 0.002000",
            "b: no wave grows faster than 0");
        assertThat(Tables.numbers(out[2], "growth")).containsExactly(0, 0);
        assertThat(out[0].size()).isZero();
        assertThat(out[1].size()).isZero();
    }

    @Test
    void aCellWithoutACompleteSearchHasMissingValues() throws Exception {
        final BufferedDataTable input = Tables.twoBeams().build();
        final StateLayout layout = StateLayout.of(input.getDataTableSpec());
        final UnstableTables tables = new UnstableTables(Tables.context(), layout,
            StateUnits.of(input.getDataTableSpec(), UnitSystem.NATURAL));
        tables.add(new Solved<>(cell(input), new CellWaves(new WaveVector(0, 0, 1), new double[]{1}, 2,
            BackgroundStructure.ALIGNED, 1e-3, Optional.empty(), Optional.empty(),
            "1 of 3 counted waves were not found."), 0.1));
        final BufferedDataTable[] out = tables.close();
        assertThat(Tables.numbers(out[0], "omega_im")).containsExactly(Double.NaN);
        assertThat(Tables.numbers(out[1], "omega_im")).containsExactly(Double.NaN);
        assertThat(Tables.numbers(out[2], "growth")).containsExactly(Double.NaN);
        assertThat(Tables.texts(out[2], "complete")).containsExactly("false");
        assertThat(Tables.texts(out[2], "result")).containsExactly("no result: 1 of 3 counted waves were not found.");
    }

    private static StateCell cell(final BufferedDataTable input) throws Exception {
        final StateLayout layout = StateLayout.of(input.getDataTableSpec());
        return StateReader.read(input, layout, StateUnits.of(input.getDataTableSpec(), UnitSystem.NATURAL), 0,
            Progress.NONE).cells().get(0);
    }

    @Test
    void badSettingsAreRefused() {
        final DataTableSpec spec = Tables.twoBeams().spec();
        assertThatThrownBy(() -> node().set("growthFloor", 0.0).configure(spec))
            .hasMessage("growthFloor must be above 0 and below 1 but is 0.0.");
        assertThatThrownBy(() -> node().set("maximumIn", "BOX").set("kAcross", -1.0).configure(spec))
            .hasMessage("kAcross must be above 0 but is -1.0.");
        assertThatThrownBy(() -> node().set("maximumIn", "BOX").set("kCount", 1).configure(spec))
            .hasMessageContaining("kCount is 1 and kAcrossCount is 5");
        assertThatThrownBy(() -> node().set("kMin", 3.0).configure(spec)).hasMessageContaining("kMax must be above");
        assertThatThrownBy(() -> node().configure(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py").spec()))
            .hasMessageStartingWith("Column 'Pz' (double) is missing; found: ");
    }

    @Test
    void badRowsAreRefusedByName() {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.5);
        assertThatThrownBy(() -> node().run(table.build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("Row 'Row1' has |P| = 1.5, above P0 = 1.0");
        final Tables nan = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", Double.NaN, 1.0, 1.0, 0.0, 0.0, 1.0);
        assertThatThrownBy(() -> node().run(nan.build())).hasMessageContaining("Row 'Row0' has NaN in column 'mu'");
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz").build()))
            .hasMessageContaining("has no rows");
    }

    @Test
    void tooManyWaveVectorsAreRefusedWithTheirBytes() {
        assertThatThrownBy(() -> node().set("maximumIn", "BOX").set("kCount", 1_000_000).set("kAcrossCount", 1000)
            .run(Tables.twoBeams().build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("the waves of 2 modes at 1000001000000 wave vectors need ")
            .hasMessageContaining(" bytes of memory");
        assertThatThrownBy(() -> node().set("maximumIn", "BOX").set("kAcrossCount", 1 << 27)
            .run(Tables.twoBeams().build())).hasMessageContaining("134217728 wave vectors is too large");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void cancellationEndsALongRun() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        for (int i = 0; i < 20_000; i++) {
            table.row("nu", i / 10_000.0 - 1, 1.0, 1.0, 0.1, 0.2, i % 2 == 0 ? 0.3 : -0.4);
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
        assertThatThrownBy(() -> node().set("kCount", 1000).set("growthFloor", 1e-6)
            .in(new ExecutionContext(monitor)).run(input)).isInstanceOf(CanceledExecutionException.class);
        cancel.join();
    }
}
