package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node Flavor Wave Density Matrix. */
class FlavorWaveDensityMatrixNodeTest {
    private static final int POINTS = 12;

    private final FlavorWaveDensityMatrixParameters m_parameters = new FlavorWaveDensityMatrixParameters();

    private NodeTester node() {
        return NodeTester.of(FlavorWaveDensityMatrixNodeFactory::configure,
            FlavorWaveDensityMatrixNodeFactory::execute, m_parameters);
    }

    private static Tables table() {
        return Tables.of("cell:text", "point:int", "z", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
    }

    /** Mode 0 has waves n = 1 and 3 along x, mode 1 wave 1 along y; the box is 6 long. */
    private static Tables field() {
        final Tables table = table();
        for (int q = 0; q < POINTS; q++) {
            final double phase = 2 * Math.PI * q / POINTS;
            table.row("a", q, 6.0 * q / POINTS, "nu", 1.0, 1.0, 1.0,
                0.4 * Math.cos(phase) + 0.2 * Math.cos(3 * phase), 0.0, 0.1);
            table.row("a", q, 6.0 * q / POINTS, "nu", -1.0, 1.0, 1.0, 0.0, 0.2 * Math.sin(phase), 0.1);
        }
        return table;
    }

    /** A uniform field says that it has no waves and draws no map of zeros. */
    @Test
    void drawsNothingWithoutWaves() throws Exception {
        final Tables uniform = table();
        for (int q = 0; q < POINTS; q++) {
            uniform.row("a", q, 6.0 * q / POINTS, "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 0.1);
        }
        final BufferedDataTable[] out = node().run(uniform.build());
        assertThat(Tables.texts(out[2], "result")).containsExactly("a: the field has no waves along z");
        assertThat(WignerFigure.of(out[0], out[2]).cells().get(0).panels()).isEmpty();
    }

    @Test
    void givesTheWignerFunctionOfAField() throws Exception {
        m_parameters.m_byMode = true;
        m_parameters.m_places = 12;
        final BufferedDataTable[] out = node().run(field().build());
        final double[] kappa = Tables.numbers(out[0], "kappa_n");
        final double[] z = Tables.numbers(out[0], "z");
        final double[] trace = Tables.numbers(out[0], "trace");
        assertThat(Tables.numbers(out[2], "waves")).containsExactly(3);
        assertThat(trace).hasSize(12 * 5);
        for (int r = 0; r < trace.length; r++) {
            final double expected = kappa[r] == 1 ? 0.05 : kappa[r] == 3 ? 0.01
                : kappa[r] == 2 ? 2 * 0.2 * 0.1 * Math.cos(2 * Math.PI * 2 * z[r] / 6) : 0;
            assertThat(trace[r]).isCloseTo(expected, within(1e-15));
        }
        final double[] map = WignerFigure.of(out[0], out[2]).cells().get(0).panels().get(0).heat().get(0).values();
        assertThat(map[0]).isCloseTo(0.05, within(1e-6));
        assertThat(map[2 * 12]).isCloseTo(0.04, within(1e-6));
        assertThat(map[2 * 12 + 3]).isCloseTo(-0.04, within(1e-6));
        final double[] part = Tables.numbers(out[1], "trace");
        final double[] ofMode = Tables.numbers(out[1], "mode");
        assertThat(part[0]).isCloseTo(0.04, within(1e-15));
        assertThat(part[1]).isCloseTo(0.01, within(1e-15));
        assertThat(Arrays.copyOf(ofMode, 4)).containsExactly(0, 1, 0, 1);
        assertThat(Tables.numbers(out[2], "wave_power")[0]).isCloseTo(0.06, within(1e-15));
        assertThat(Tables.numbers(out[2], "global_purity")[0]).isCloseTo(0.0026 / 0.0036, within(1e-12));
        assertThat(Tables.numbers(out[2], "identity_error")[0]).isLessThan(1e-14);
        assertThat(Tables.numbers(out[2], "lowest_trace")[0]).isCloseTo(-0.8, within(1e-12));
        assertThat(Tables.numbers(out[2], "box_length")[0]).isCloseTo(6, within(1e-12));
        assertThat(Tables.texts(out[2], "result").get(0)).startsWith("a: power 0.06000 in the waves, shared by 1.385");
    }

    /**
     * One mode alone turns about its own mean: of P = (a cos kz, a sin kz, p) all power is in the band of P^x - i P^y
     * with Omega = v k, as no other mode acts on it.
     */
    @Test
    void projectsOnABand() throws Exception {
        final Tables table = table();
        for (int q = 0; q < POINTS; q++) {
            final double phase = 2 * Math.PI * q / POINTS;
            table.row("a", q, 6.0 * q / POINTS, "nu", 1.0, 1.0, 1.0, 0.2 * Math.cos(phase), 0.2 * Math.sin(phase), 0.5);
        }
        m_parameters.m_band = FlavorWaveDensityMatrixParameters.Band.STRONGEST;
        final BufferedDataTable[] out = node().run(table.build());
        final double[] intensity = Tables.numbers(out[0], "band_intensity");
        final double[] trace = Tables.numbers(out[0], "trace");
        for (int r = 0; r < intensity.length; r++) {
            assertThat(intensity[r]).isCloseTo(trace[r], within(1e-14));
        }
        assertThat(trace[0]).isCloseTo(0.02, within(1e-14));
        assertThat(Tables.numbers(out[0], "omega_re")[0]).isCloseTo(2 * Math.PI / 6, within(1e-12));
        assertThat(Tables.numbers(out[0], "omega_im")[0]).isCloseTo(0, within(1e-14));
        assertThat(Tables.numbers(out[2], "band_share")[0]).isCloseTo(1, within(1e-12));
        m_parameters.m_band = FlavorWaveDensityMatrixParameters.Band.NONE;
        assertThat(Tables.numbers(node().run(table.build())[0], "band_intensity")).containsOnly(Double.NaN);
    }

    @Test
    void writesModesOnlyIfAsked() throws Exception {
        final BufferedDataTable[] out = node().run(field().build());
        assertThat(out[1].size()).isZero();
        assertThat(Tables.numbers(out[0], "purity")[0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void saysWhatIsNoFieldAlongZ() throws Exception {
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).build()))
            .hasMessageContaining("Column 'point' (double) is missing: the input is the final field of QKE Box");
        assertThatThrownBy(() -> node().run(table().row("a", 0, 0.0, "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).build()))
            .hasMessageContaining("does not vary along z: its 1 points reach");
        final Tables uneven = table();
        for (final double place : new double[]{0, 1, 3, 4}) {
            uneven.row("a", (int) (place > 1 ? place - 1 : place), place, "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        }
        assertThatThrownBy(() -> node().run(uneven.build())).hasMessageContaining("with equal spacing");
    }
}
