package org.flavorwaves.knime.nodes.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** Streams that go on from the first two outputs of an earlier run. */
class TransportGoesOnTest {
    private static NodeTester node(final String geometry, final String closure) {
        return NodeTester.of(MiscidynamicTransportNodeFactory::configure, MiscidynamicTransportNodeFactory::execute,
            new MiscidynamicTransportParameters()).set("geometry", geometry).set("closure", closure)
            .set("cells", 4).set("kMin", -1.5).set("kMax", 2.0).set("kCount", 10).set("seed", 1e-4);
    }

    /** Antineutrinos that absorption and emission drive past the neutrinos. */
    private static BufferedDataTable driven() {
        final Tables state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "kappa", "P0_source",
            "Px_source", "Py_source", "Pz_source");
        for (final double mu : new double[]{1, 0.4, -0.4, -1}) {
            state.row("nu", mu, 0.5, 1.0, 0.0, 0.0, 0.6, 0.0, 1.0, 0.0, 0.0, 0.0);
            state.row("nubar", mu, 0.5, 1.0, 0.0, 0.0, 0.3, 0.03, 1.0, 0.0, 0.0, mu > 0.5 ? 0.9 : 0.3);
        }
        return state.build();
    }

    private static BufferedDataTable place() {
        return Tables.of("z", "lambda").row(0.0, 0.0).row(40.0, 0.5).build();
    }

    private static double[] end(final BufferedDataTable table, final String column, final double time) {
        final double[] t = Tables.numbers(table, "t");
        final double[] all = Tables.numbers(table, column);
        return IntStream.range(0, t.length).filter(r -> Math.abs(t[r] - time) < 1e-9)
            .mapToDouble(r -> all[r]).toArray();
    }

    @Test
    void isTheRunThatHadNotStopped() throws Exception {
        for (final String geometry : new String[]{"SLAB", "HOMOGENEOUS"}) {
            for (final String closure : new String[]{"FLAVOR_WAVES", "FLAVOMONS", "WAVE_MATRIX"}) {
                final BufferedDataTable[] whole = node(geometry, closure).set("tEnd", 80.0).set("outputs", 2)
                    .run(driven(), place());
                final BufferedDataTable[] first = node(geometry, closure).set("tEnd", 40.0).set("outputs", 1)
                    .run(driven(), place());
                final BufferedDataTable[] on = node(geometry, closure).set("tEnd", 40.0).set("outputs", 1)
                    .run(first[0], place(), first[1]);
                final BufferedDataTable[] forgot = node(geometry, closure).set("tEnd", 40.0).set("outputs", 1)
                    .run(first[0], place());
                for (final String column : new String[]{"Pz", "gamma"}) {
                    assertThat(end(on[0], column, 40)).containsExactly(end(whole[0], column, 80), within(1e-9));
                }
                assertThat(end(on[1], "intensity", 40)).containsExactly(end(whole[1], "intensity", 80),
                    within(1e-9));
                assertThat(end(on[1], "growth", 40)).containsExactly(end(whole[1], "growth", 80), within(1e-9));
                final double[] mixing = end(whole[2], "wave_mixing", 80);
                if (geometry.equals("SLAB") && !closure.equals("WAVE_MATRIX")) {
                    assertThat(mixing[3]).isGreaterThan(0.1);
                }
                for (int c = 0; c < mixing.length; c++) {
                    final double goesOn = end(on[2], "wave_mixing", 40)[c];
                    assertThat(Double.isNaN(mixing[c]) ? Double.isNaN(goesOn)
                        : Math.abs(goesOn / mixing[c] - 1) < 1e-6).isTrue();
                }
                double most = 0;
                for (int r = 0; r < end(on[0], "Pz", 40).length; r++) {
                    most = Math.max(most, Math.abs(end(forgot[0], "Pz", 40)[r] - end(whole[0], "Pz", 80)[r]));
                }
                assertThat(most).isGreaterThan(1e-4);
            }
        }
    }

    /** Behind the intensities come N^2 numbers a cell and wave number, at the last time alone. */
    @Test
    void coherencesAreTheLastRows() throws Exception {
        final NodeTester matrix = node("SLAB", "WAVE_MATRIX").set("tEnd", 4.0).set("outputs", 2);
        final BufferedDataTable[] with = matrix.run(driven(), place());
        final BufferedDataTable[] without = matrix.set("coherences", false).run(driven(), place());
        final int intensities = 3 * 4 * 10;
        assertThat(without[1].size()).isEqualTo(intensities);
        assertThat(with[1].size()).isEqualTo(intensities + 4 * 10 * 64);
        final double[] branch = Tables.numbers(with[1], "branch");
        final double[] t = Tables.numbers(with[1], "t");
        final double[] z = Tables.numbers(with[1], "z");
        final double[] action = Tables.numbers(with[1], "action");
        final double[] numbers = Tables.numbers(with[1], "intensity");
        assertThat(Arrays.copyOf(action, intensities)).containsExactly(Tables.numbers(without[1], "action"));
        for (int r = intensities; r < numbers.length; r++) {
            assertThat(t[r]).isEqualTo(4);
            assertThat(branch[r]).isEqualTo(1 + (r - intensities) % 64);
            assertThat(action[r]).isNaN();
        }
        for (int x = 0; x < 40; x++) {
            double power = 0;
            for (int i = 0; i < 8; i++) {
                power += 0.5 * numbers[intensities + 64 * x + 9 * i];
            }
            assertThat(z[intensities + 64 * x]).isEqualTo(z[intensities - 40 + x]);
            assertThat(power / 2).isCloseTo(action[intensities - 40 + x], within(1e-18));
        }
        assertThatThrownBy(() -> node("SLAB", "WAVE_MATRIX").run(without[0], place(), without[1]))
            .hasMessageContaining("The table of waves has no coherences");
        assertThatThrownBy(() -> node("SLAB", "WAVE_MATRIX").set("cells", 400).set("kCount", 1_000_000)
            .run(driven(), place())).hasMessageContaining("The 25600000000 numbers of a wave matrix of 8 modes at"
                + " 1000000 wave numbers in 400 cells need 2048000000000 bytes");
    }

    @Test
    void refusesWavesThatDoNotBelong() throws Exception {
        final BufferedDataTable[] first =
            node("SLAB", "FLAVOR_WAVES").set("tEnd", 2.0).set("outputs", 1).run(driven(), place());
        for (final String closure : new String[]{"WAVE_EQUILIBRIUM", "BGK", "ADIABATIC"}) {
            assertThatThrownBy(() -> node("SLAB", closure).run(first[0], place(), first[1]))
                .hasMessageContaining("closure is " + closure + ", but the port 'Waves before' has a table");
        }
        assertThatThrownBy(() -> node("SLAB", "FLAVOR_WAVES").run(first[0], place(), place()))
            .hasMessageContaining("Column 'k' (double) is missing; found: z, lambda");
        assertThatThrownBy(() -> node("SLAB", "FLAVOR_WAVES").set("cells", 7).run(driven(), place(), first[1]))
            .hasMessageContaining("is the centre of none of the 7 cells from 0.0 to 40.0");
        assertThatThrownBy(() -> node("SLAB", "FLAVOR_WAVES").set("kCount", 31).run(driven(), place(), first[1]))
            .hasMessageContaining("is none of the 31 wave numbers");
        final Tables late = Tables.of("t", "z", "k", "branch", "action", "intensity");
        late.row(9.0, 5.0, 0.0, 0.0, 1.0, 1.0);
        assertThatThrownBy(() -> node("SLAB", "FLAVOR_WAVES").run(first[0], place(), late.build()))
            .hasMessageContaining("The state is of t = 2.0, but the waves are of t = 9.0");
    }
}
