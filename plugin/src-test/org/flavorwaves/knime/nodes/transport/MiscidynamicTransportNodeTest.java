package org.flavorwaves.knime.nodes.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;

/** The node Miscidynamic Transport. */
class MiscidynamicTransportNodeTest {
    private static final String[] STATE = {"species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega"};

    private static NodeTester node() {
        return NodeTester.of(MiscidynamicTransportNodeFactory::configure, MiscidynamicTransportNodeFactory::execute,
            new MiscidynamicTransportParameters()).set("thetaMix", 0.15);
    }

    /** Three directions with three frequencies each. */
    private static BufferedDataTable nine() {
        final Tables table = Tables.of(STATE);
        for (int i = 0; i < 9; i++) {
            table.row("nu", 0.3 * (1 + i / 3), 0.25, 0.8, 0.0, 0.0, 0.8, new double[]{2, 1, 0.5}[i % 3]);
        }
        return table.build();
    }

    private static BufferedDataTable three() {
        return Tables.of(STATE).row("nu", 1.0, 0.3, 1.0, 0.0, 0.0, 0.8, 1.0)
            .row("nu", 0.5, 0.4, 1.0, 0.0, 0.0, 0.7, 0.5).row("nubar", 0.25, 0.2, 1.0, 0.0, 0.0, 0.6, 0.75).build();
    }

    private static BufferedDataTable matter(final double... lambda) {
        final Tables table = Tables.of("z", "lambda");
        for (int p = 0; p < lambda.length; p++) {
            table.row((double) p, lambda[p]);
        }
        return table.build();
    }

    /** The stationary stream whose numbers an independent solver gives, with K, stability and the state as output. */
    @Test
    void followsAStationaryStream() throws Exception {
        final NodeTester node = node();
        final BufferedDataTable[] out = node.set("stationary", true).set("cells", 4).set("kCount", 2)
            .run(nine(), matter(20, 5, 2, 0.5, 0));
        final double[] pz = Tables.numbers(out[0], "Pz");
        assertThat(pz).hasSize(45);
        assertThat(pz[9] / 0.8).isCloseTo(.9873382260, within(1e-9));
        assertThat(pz[27 + 4] / 0.8).isCloseTo(-.8345649196, within(1e-9));
        assertThat(Tables.numbers(out[2], "J0z")[2]).isCloseTo(1.5560219634, within(1e-9));
        assertThat(Tables.numbers(out[0], "epsilon")).containsOnly(1);
        assertThat(Tables.texts(out[2], "stability")).hasSize(5).doesNotContainNull();
        assertThat(Tables.numbers(out[2], "min_field")[0]).isGreaterThan(1);
        assertThat(Tables.texts(out[3], "result").get(0)).startsWith("9 modes in 5 cells");
        assertThat(node.warning()).isEmpty();
    }

    /** Maps over place and time of a stream, curves of a stationary one with spectra at both ends. */
    @Test
    void drawsStreams() throws Exception {
        final BufferedDataTable[] stream = node().set("cells", 4).set("outputs", 2).set("kCount", 2)
            .run(three(), matter(8, 4));
        final List<Panel> maps = TransportFigure.of(stream[0], stream[2], stream[3]).cells().get(0).panels();
        assertThat(maps.get(0).heat().get(0).values()).hasSize(12);
        assertThat(maps.get(0).heat().get(0).values()[0]).isNaN();
        assertThat(maps.get(0).heat().get(0).x()).as("whole cells").containsExactly(0, 0.25, 0.5, 0.75, 1);
        assertThat(maps.get(0).heat().get(0).y()[0]).isZero();
        final Tables energies = Tables.of("species:text", "E", "mu", "weight", "P0", "Px", "Py", "Pz", "omega");
        energies.row("nu", 5.0, 0.5, 1.0, 1.0, 0.0, 0.0, 0.6, 1.0).row("nu", 10.0, 0.5, 1.0, 1.0, 0.0, 0.0, 0.2, 0.5);
        final BufferedDataTable[] still = node().set("stationary", true).set("cells", 3).set("kCount", 2)
            .run(energies.build(), matter(20, 0.1));
        final List<Panel> panels = TransportFigure.of(still[0], still[2], still[3]).cells().get(0).panels();
        assertThat(panels.get(0).series().get(0).x()).hasSize(4);
        final Panel spectra = panels.get(panels.size() - 1);
        assertThat(spectra.series()).extracting(Series::name).containsExactly("neutrinos where the stream begins",
            "neutrinos where it ends");
        assertThat(spectra.series().get(0).y()[0]).isCloseTo(0.6, within(1e-3));
        assertThat(spectra.series().get(1).y()[0]).isLessThan(0);
    }

    /** What leaves a run flows on when its last state is the input, as if it had not stopped. */
    @Test
    void goesOnFromItsOwnOutput() throws Exception {
        final BufferedDataTable[] whole = node().set("cells", 20).set("kCount", 0).set("tEnd", 2.0).set("outputs", 2)
            .run(three(), matter(8, 4));
        final BufferedDataTable[] first = node().set("cells", 20).set("kCount", 0).set("tEnd", 1.0).set("outputs", 1)
            .run(three(), matter(8, 4));
        final Tables rows = Tables.of("z", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega");
        final double[] t = Tables.numbers(first[0], "t");
        for (int r = 0; r < t.length; r++) {
            if (t[r] == 1) {
                rows.row(Tables.numbers(first[0], "z")[r], Tables.texts(first[0], "species").get(r),
                    Tables.numbers(first[0], "mu")[r], Tables.numbers(first[0], "weight")[r],
                    Tables.numbers(first[0], "P0")[r], Tables.numbers(first[0], "Px")[r],
                    Tables.numbers(first[0], "Py")[r], Tables.numbers(first[0], "Pz")[r],
                    Tables.numbers(first[0], "omega")[r]);
            }
        }
        for (final BufferedDataTable state : new BufferedDataTable[]{rows.build(), first[0]}) {
            final BufferedDataTable[] second = node().set("cells", 20).set("kCount", 0).set("tEnd", 1.0)
                .set("outputs", 1).run(state, matter(8, 4));
            final double[] all = Tables.numbers(whole[0], "Pz");
            final double[] end = Tables.numbers(second[0], "Pz");
            for (int r = 0; r < 60; r++) {
                assertThat(end[end.length - 60 + r]).isCloseTo(all[all.length - 60 + r], within(1e-11));
            }
        }
    }

    /** Rows with times and without places enter one after the other, linear between them. */
    @Test
    void letsAnInflowChange() throws Exception {
        final Tables rows = Tables.of("t", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        rows.row(0.0, "nu", 1.0, 0.3, 1.0, 0.0, 0.0, 0.2).row(0.0, "nubar", 0.5, 0.3, 1.0, 0.0, 0.0, 0.4);
        rows.row(4.0, "nu", 1.0, 0.3, 1.0, 0.0, 0.0, 0.6).row(4.0, "nubar", 0.5, 0.3, 1.0, 0.0, 0.0, 0.4);
        final BufferedDataTable[] out = node().set("thetaMix", 0.0).set("cells", 10).set("kCount", 0)
            .set("tEnd", 3.0).set("outputs", 1).run(rows.build(), matter(1, 1, 1));
        final double[] t = Tables.numbers(out[0], "t");
        final double[] z = Tables.numbers(out[0], "z");
        final double[] mu = Tables.numbers(out[0], "mu");
        final double[] pz = Tables.numbers(out[0], "Pz");
        int checked = 0;
        for (int r = 0; r < t.length; r++) {
            if (t[r] == 3 && mu[r] == 1 && z[r] < 2) {
                assertThat(pz[r]).isCloseTo(0.2 + 0.1 * (3 - z[r]), within(1e-12));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(11);
        final BufferedDataTable[] uniform = node().set("thetaMix", 0.0).set("geometry", "HOMOGENEOUS")
            .set("kCount", 0).set("tEnd", 1.0).set("outputs", 1).run(rows.build(), matter(1));
        assertThat(Tables.numbers(uniform[0], "Pz")[0]).isCloseTo(0.6, within(1e-12));
    }

    /** Directions and weights around a sphere go back to it, so that a stream from it goes on too. */
    @Test
    void goesOnAroundASphere() throws Exception {
        final BufferedDataTable profile = Tables.of("z", "lambda").row(12.0, 40.0).row(20.0, 20.0).build();
        final BufferedDataTable[][] runs = new BufferedDataTable[3][];
        for (int k = 0; k < 3; k++) {
            runs[k] = node().set("geometry", "BULB").set("radius", 10.0).set("cells", 10).set("kCount", 0)
                .set("tEnd", k == 0 ? 12.0 : 6.0).set("outputs", k == 0 ? 2 : 1).run(k < 2 ? three() : runs[1][0],
                profile);
        }
        for (final String column : new String[]{"Pz", "mu", "weight"}) {
            final double[] all = Tables.numbers(runs[0][0], column);
            final double[] end = Tables.numbers(runs[2][0], column);
            for (int r = 1; r <= 33; r++) {
                assertThat(end[end.length - r]).isCloseTo(all[all.length - r], within(1e-10));
            }
        }
    }

    /** A uniform medium without matter turns with a frequency that the conserved lepton number fixes. */
    @Test
    void turnsInTime() throws Exception {
        final Tables state = Tables.of(STATE);
        for (int i = 0; i < 8; i++) {
            state.row(i < 4 ? "nu" : "nubar", 0.0, i < 4 ? 0.3 : 0.2, 0.8, 0.0, 0.0, 0.8, -0.5 * (1 + i % 4));
        }
        final BufferedDataTable profile = Tables.of("t", "selfInteraction").row(0.0, 20.0).row(1.0, 1.0).row(2.0, 0.2)
            .build();
        final BufferedDataTable[] out = node().set("thetaMix", 0.1).set("geometry", "HOMOGENEOUS")
            .set("outputs", 2).set("kCount", 0).run(state.build(), profile);
        final double[] rotation = Tables.numbers(out[2], "omega_corotating");
        assertThat(rotation[0]).isCloseTo(-6.2353674154, within(1e-9));
        assertThat(rotation[2]).isCloseTo(-1.5840400684, within(1e-9));
        assertThat(Tables.numbers(out[3], "t_end")).containsExactly(2);
    }

    /** A medium with crossed angles is unstable, and says so in rows, waves and a warning. */
    @Test
    void marksWhatIsUnstable() throws Exception {
        final BufferedDataTable beams = Tables.of(STATE).row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0)
            .row("nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0).build();
        final NodeTester node = node();
        final BufferedDataTable[] out = node.set("thetaMix", 0.0).set("geometry", "HOMOGENEOUS")
            .set("outputs", 1).set("tEnd", 1.0).run(beams, matter(0));
        assertThat(Tables.numbers(out[2], "growth")[1]).isCloseTo(2, within(1e-6));
        assertThat(Tables.texts(out[2], "stability")).containsOnly("UNSTABLE");
        assertThat(Tables.numbers(out[1], "growth")).isNotEmpty();
        assertThat(node.warning().orElse("")).contains("Perturbations grow in 2 of 2 rows");
    }

    /** Three waves of one wave number by numpy, of which two are followed; one crossing never has three. */
    @Test
    void saysWhenAWaveHasNoRoom() throws Exception {
        final double[] mu = {-1, -0.9, -0.4, -0.1, 0.8, 1};
        final double[] g = {0.1, -0.3, -0.5, 1.8, 0.4, -1.3};
        final Tables rings = Tables.of(STATE);
        double flux = 0;
        for (int i = 0; i < g.length; i++) {
            rings.row(g[i] > 0 ? "nu" : "nubar", mu[i], Math.abs(g[i]), 1.0, 0.0, 0.0, 1.0, 0.0);
            flux += g[i] * mu[i];
        }
        final NodeTester node = node().set("thetaMix", 0.0).set("geometry", "HOMOGENEOUS")
            .set("closure", "FLAVOR_WAVES").set("kCount", 1).set("kMin", -1.31 - flux).set("kMax", -1.29 - flux)
            .set("tEnd", 1e-6).set("outputs", 1);
        node.run(rings.build(), matter(0));
        assertThat(node.warning().orElseThrow()).contains("In 2 of 2 cells of the outputs three waves or more grow");
        node.run(beams(), matter(0));
        assertThat(node.warning().orElse("")).doesNotContain("only two are followed");
    }

    private static BufferedDataTable beams() {
        return Tables.of(STATE).row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0)
            .row("nubar", -1.0, 0.5, 1.0, 0.0, 0.0, 1.0, 0.0).build();
    }

    /** Waves grow out of noise, take polarization from both beams alike, and say how fast they grow. */
    @Test
    void carriesTheWaveMatrix() throws Exception {
        final NodeTester node = node();
        final BufferedDataTable[] out = node.set("thetaMix", 0.0).set("geometry", "HOMOGENEOUS")
            .set("closure", "WAVE_MATRIX").set("kCount", 12).set("tEnd", 4.0).set("outputs", 1)
            .run(beams(), matter(0));
        final double[] pz = Tables.numbers(out[0], "Pz");
        assertThat(pz[2]).isBetween(0.0, 0.999);
        assertThat(1.0 * (1 - pz[2])).isCloseTo(0.5 * (1 - pz[3]), within(1e-9));
        assertThat(Tables.numbers(out[0], "gamma")[2]).isGreaterThan(0);
        assertThat(node.warning().orElseThrow()).contains("Only 12 wave numbers are followed");
        assertThat(Tables.numbers(out[1], "action")).hasSize(2 * 12 + 12 * 4);
        assertThat(Tables.numbers(out[2], "growth")[0]).isCloseTo(2 * Math.sqrt(0.5), within(1e-6));
        assertThat(Tables.numbers(out[3], "lepton_drift")[0]).isLessThan(1e-12);
    }

    /** Waves as intensities, and waves in equilibrium: both take the same share of both beams' lepton number. */
    @Test
    void carriesFlavorWaves() throws Exception {
        for (final String closure : new String[]{"FLAVOR_WAVES", "WAVE_EQUILIBRIUM"}) {
            final BufferedDataTable[] out = node().set("thetaMix", 0.0).set("geometry", "HOMOGENEOUS")
                .set("closure", closure).set("kCount", 12).set("tEnd", 6.0).set("outputs", 1).run(beams(), matter(0));
            final double[] pz = Tables.numbers(out[0], "Pz");
            assertThat(pz[2]).isBetween(0.5, 0.999);
            assertThat(1.0 * (1 - pz[2])).isCloseTo(0.5 * (1 - pz[3]), within(1e-12));
            assertThat(Tables.numbers(out[0], "gamma")[3]).isGreaterThanOrEqualTo(0);
            assertThat(Tables.numbers(out[3], "lepton_drift")[0]).isLessThan(1e-12);
            assertThat(Tables.numbers(out[2], "growth")[0]).isCloseTo(2 * Math.sqrt(0.5), within(1e-6));
        }
        assertThatThrownBy(() -> node().set("closure", "FLAVOR_WAVES").run(three(), matter(1, 1)))
            .hasMessageContaining("polarization vectors in several directions");
    }

    /**
     * Reference case 19: nubar of weight 1000 that a source drives, since lengths of a thousandth make its absorption
     * 4e-5 of the drive. Times where the crossing is deepest and where drive and wave are in balance.
     */
    @Test
    void followsDrivenBeams() throws Exception {
        final BufferedDataTable state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "kappa",
            "P0_source", "Px_source", "Py_source", "Pz_source")
            .row("nu", 1.0, 1000.0, 1.0, 0.0, 0.0, 0.001, 0.0, 1.0, 0.0, 0.0, 0.0)
            .row("nubar", -1.0, 1000.0, 1.0, 0.0, 0.0, 0.0, 1e-6, 1.0, 0.0, 0.0, 1.0).build();
        final double[][] expected = {{39.61, 0.03833250e-3}, {100, 6.114337715e-9}};
        for (final double[] known : expected) {
            final NodeTester node = node();
            final BufferedDataTable[] out = node.set("thetaMix", 0.0).set("geometry", "HOMOGENEOUS")
                .set("closure", "FLAVOR_WAVES").set("kFrame", "SHIFTED").set("kMin", -0.5).set("kMax", 0.5)
                .set("kCount", 1).set("seed", 2e-12).set("tEnd", known[0]).set("outputs", 1).run(state, matter(0));
            assertThat(Tables.numbers(out[0], "Pz")[3] / known[1]).isCloseTo(1, within(1e-4));
            assertThat(Tables.numbers(out[3], "steps")[0]).isLessThanOrEqualTo(150);
            assertThat(Tables.numbers(out[3], "lepton_drift")[0]).isLessThan(1e-12);
            assertThat(node.warning()).isEmpty();
            if (known[0] == 100) {
                assertThat(Tables.numbers(out[1], "action")[2] / 0.09592764412e-3).isCloseTo(1, within(2e-4));
                assertThat(Tables.numbers(out[1], "k")[2]).isCloseTo(-0.9000122, within(1e-4));
            }
        }
    }

    /**
     * Flavomons take what flavor waves take, in a periodic slab as in a uniform medium. The two waves of two beams have
     * merged, so that their quanta have no number.
     */
    @Test
    void carriesFlavomons() throws Exception {
        final BufferedDataTable[] medium = node().set("thetaMix", 0.0).set("geometry", "HOMOGENEOUS")
            .set("closure", "FLAVOMONS").set("kCount", 40).set("seed", 1e-7).set("tEnd", 4.5).set("outputs", 1)
            .run(beams(), matter(0));
        final double[] pz = Tables.numbers(medium[0], "Pz");
        assertThat(pz[2]).isBetween(0.9, 0.999);
        assertThat(1.0 * (1 - pz[2])).isCloseTo(0.5 * (1 - pz[3]), within(1e-12));
        assertThat(Tables.numbers(medium[1], "action")).containsOnly(Double.NaN);
        final BufferedDataTable[] periodic = node().set("thetaMix", 0.0).set("closure", "FLAVOMONS").set("kCount", 40)
            .set("seed", 1e-7).set("cells", 10).set("boundaryLeft", "PERIODIC").set("boundaryRight", "PERIODIC")
            .set("tEnd", 4.5).set("outputs", 1).run(beams(), matter(0, 0, 0, 0));
        assertThat((1 - Tables.numbers(periodic[0], "Pz")[20]) / (1 - pz[2])).isCloseTo(1, within(0.03));
    }

    /** A slab that a mirror closes: what comes in goes back, with waves of the opposite wave number. */
    @Test
    void carriesFlavorWavesBeforeAMirror() throws Exception {
        final Tables state = Tables.of(STATE);
        for (final double mu : new double[]{1, -1}) {
            state.row("nu", mu, 0.5, 1.0, 0.0, 0.0, 0.6, 0.0).row("nubar", mu, 0.5, 1.0, 0.0, 0.0, 0.3, 0.0);
        }
        final BufferedDataTable[] out = node().set("thetaMix", 0.0).set("closure", "FLAVOR_WAVES")
            .set("boundaryRight", "REFLECTING").set("kCount", 30).set("cells", 8).set("tEnd", 3.0)
            .set("outputs", 1).run(state.build(), matter(1, 1, 1));
        final double[] pz = Tables.numbers(out[0], "Pz");
        assertThat(pz[pz.length - 1]).isCloseTo(0.3, within(1e-9));
        final double[] k = Tables.numbers(out[1], "k");
        assertThat(k[0]).isCloseTo(-k[k.length - 1], within(1e-12));
        assertThat(Tables.numbers(out[3], "lepton_drift")[0]).isLessThan(1e-12);
    }

    /** What cannot be is said before anything runs. */
    @Test
    void refusesClosuresBeforeItRuns() {
        final DataTableSpec[] specs = {beams().getDataTableSpec(), matter(0).getDataTableSpec()};
        for (final String closure : new String[]{"FLAVOR_WAVES", "FLAVOMONS", "WAVE_MATRIX", "WAVE_EQUILIBRIUM"}) {
            assertThatThrownBy(() -> node().set("closure", closure).set("geometry", "BULB").configure(specs))
                .hasMessageContaining("closure is " + closure + " and geometry is BULB");
        }
        assertThatThrownBy(() -> node().set("closure", "WAVE_MATRIX").set("boundaryRight", "REFLECTING")
            .set("kMin", -1.0).configure(specs)).hasMessageContaining("kMin is -1.0 and kMax is 0.0");
        assertThatThrownBy(() -> node().set("closure", "FLAVOMONS").set("boundaryRight", "REFLECTING")
            .set("kMin", -1.0).set("kMax", 2.0).configure(specs)).hasMessageContaining("kMin is -1.0 and kMax is 2.0");
        assertThatThrownBy(() -> node().set("geometry", "HOMOGENEOUS").set("stationary", true).configure(specs))
            .hasMessageContaining("stationary is true, but the geometry is HOMOGENEOUS");
        assertThatThrownBy(() -> node().set("closure", "FLAVOR_WAVES").set("kFrame", "SHIFTED").configure(specs))
            .hasMessageContaining("kFrame is SHIFTED");
        assertThatThrownBy(() -> node().set("closure", "FLAVOR_WAVES").set("kCount", 1).configure(specs))
            .hasMessageContaining("kCount must be 0");
    }

    /** Relaxation ends in the state of the box-like scheme. */
    @Test
    void relaxes() throws Exception {
        final BufferedDataTable[] out = node().set("thetaMix", 0.0).set("geometry", "HOMOGENEOUS")
            .set("closure", "BGK").set("tEnd", 1.0).set("outputs", 1).set("kCount", 0).run(beams(), matter(0));
        final double[] pz = Tables.numbers(out[0], "Pz");
        assertThat(pz[3]).isBetween(0.1, 0.5);
        assertThat(1.0 * (1 - pz[2])).isCloseTo(0.5 * (1 - pz[3]), within(1e-12));
        assertThatThrownBy(() -> node().set("closure", "BGK").set("stationary", true).run(beams(), matter(1, 1)))
            .hasMessageContaining("a stationary stream has no time in which waves grow");
    }

    /** A profile of several rows that ends before the stream is marked, one of a single row holds everywhere. */
    @Test
    void saysWhereTheProfileEnds() throws Exception {
        final NodeTester slab = node().set("thetaMix", 0.0).set("cells", 4).set("kCount", 0).set("outputs", 1);
        slab.set("zEnd", 3.0).run(beams(), matter(8, 4));
        assertThat(slab.warning().orElseThrow()).contains("The profile ends at z = 1.0, before the stream does");
        slab.set("zEnd", 3.0).run(beams(), matter(8));
        assertThat(slab.warning()).isEmpty();
        final NodeTester uniform = node().set("geometry", "HOMOGENEOUS").set("kCount", 0).set("outputs", 1);
        uniform.set("tEnd", 2.0).run(three(), Tables.of("t", "lambda").row(0.0, 8.0).row(1.0, 4.0).build());
        assertThat(uniform.warning().orElseThrow()).contains("The profile ends at t = 1.0");
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatThrownBy(() -> node().run(three(), Tables.of("lambda").row(1.0).build()))
            .hasMessageContaining("Column 'z' (double) is missing; found: lambda");
        assertThatThrownBy(() -> node().run(three(), matter(1)))
            .hasMessageContaining("The stream ends at z = 0.0 and begins at z = 0.0");
        assertThatThrownBy(() -> node().run(three(), matter(0, 0))).hasMessageContaining("can be ill-posed");
        assertThatThrownBy(() -> node().run(three(), Tables.of("z", "lambda").row(1.0, 1.0).row(0.0, 1.0).build()))
            .hasMessageContaining("has z = 0.0 after 1.0; places must rise");
        assertThatThrownBy(() -> node().set("boundaryLeft", "PERIODIC").run(three(), matter(1, 1)))
            .hasMessageContaining("a slab is periodic at both ends or at none");
        assertThatThrownBy(() -> node().set("geometry", "BULB").run(three(), matter(1, 1)))
            .hasMessageContaining("The sphere has no radius");
        final BufferedDataTable unpolarized = Tables.of(STATE).row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0).build();
        assertThatThrownBy(() -> node().set("closure", "WAVE_MATRIX").run(unpolarized, matter(1, 1)))
            .hasMessageContaining("has no polarization, so that its waves have no range").hasMessageContaining("kMin");
    }
}
