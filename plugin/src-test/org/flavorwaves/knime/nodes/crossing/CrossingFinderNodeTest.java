package org.flavorwaves.knime.nodes.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.flavorwaves.knime.nodes.moments.MomentsNodeAccess;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.Embedding;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** The node Crossing Finder. */
class CrossingFinderNodeTest {
    private static final String[] COLUMNS = {"cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz",
        "note:text", "Hz"};

    private static NodeTester node() {
        return NodeTester.of(CrossingFinderNodeFactory::configure, CrossingFinderNodeFactory::execute,
            new CrossingFinderParameters());
    }

    /** G = 1 + h from neutrinos, -1 from antineutrinos, at Gauss-Legendre rings. */
    private static Tables addCell(final Tables table, final String cell, final double unit,
        final DoubleUnaryOperator h) {
        final GaussLegendre rule = GaussLegendre.of(8);
        for (int i = 0; i < rule.size(); i++) {
            final double g = h.applyAsDouble(rule.node(i));
            table.row(cell, "nu", rule.node(i), unit * rule.weight(i) * 10, 0.5, 0.0, 0.0, 0.1 * (1 + g), "a", 3.0);
            table.row(cell, "nubar", rule.node(i), unit * rule.weight(i) * 10, 0.3, 0.0, 0.0, 0.1, "b", 4.0);
        }
        return table;
    }

    private static double shallow(final double v) {
        return (1 - v) * (1 - v) - 0.04;
    }

    @Test
    void crossingsDepthAndIntegrals() throws Exception {
        final Tables table = addCell(Tables.of(COLUMNS), "A", 1, CrossingFinderNodeTest::shallow);
        addCell(table, "B", 1, v -> 0.5 - 0.1 * v);
        final NodeTester node = node();
        final BufferedDataTable[] out = node.run(table.build());
        assertThat(Tables.texts(out[0], "cell")).containsExactly("A");
        assertThat(Tables.numbers(out[0], "cos_theta")[0]).isCloseTo(0.8, within(1e-13));
        assertThat(Tables.numbers(out[0], "vz")[0]).isCloseTo(0.8, within(1e-13));
        assertThat(Tables.numbers(out[0], "vx")).containsExactly(0);
        assertThat(Tables.numbers(out[0], "cos_flux")[0]).isCloseTo(-0.8, within(1e-13));
        assertThat(Tables.texts(out[0], "change")).containsExactly("falling");
        final double minus = 0.016 / 3;
        final double plus = 8 / 3.0 - 0.08 + minus;
        assertThat(Tables.numbers(out[1], "I_minus")[0]).isCloseTo(minus, within(1e-13));
        assertThat(Tables.numbers(out[1], "I_plus")[0]).isCloseTo(plus, within(1e-13));
        assertThat(Tables.numbers(out[1], "depth")[0]).isCloseTo(minus / plus, within(1e-13));
        assertThat(Tables.numbers(out[1], "negative_fraction")[0]).isCloseTo(0.1, within(1e-13));
        assertThat(Tables.texts(out[1], "minority").get(0)).isEqualTo("minus");
        assertThat(Tables.numbers(out[1], "minority_z")[0]).isEqualTo(1);
        assertThat(Tables.numbers(out[1], "crossings")).containsExactly(1, 0);
        assertThat(Tables.numbers(out[1], "I_plus")[1]).isCloseTo(1, within(1e-13));
        assertThat(Tables.numbers(out[1], "P_ee_plus")[1]).isEqualTo(1);
        assertThat(Tables.numbers(out[1], "minority_x")[1]).isNaN();
        assertThat(Tables.texts(out[1], "geometry")).containsOnly("series");
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("A: 1 crossing at cos theta = 0.8000, I+ = 2.592,"
            + " I- = 0.005333, depth 0.002058; box scheme P_ee = 0.99").endsWith(" 0.5000 where G < 0");
        assertThat(Tables.texts(out[1], "result").get(1)).isEqualTo("B: no crossing, G has one sign in all "
            + "directions");
        assertThat(node.warning()).isEmpty();
    }

    /** The lepton number is what it was, other columns and cells without crossing stay. */
    @Test
    void asymptoticStateConservesLeptonNumber() throws Exception {
        final Tables table = addCell(Tables.of(COLUMNS), "A", 1, CrossingFinderNodeTest::shallow);
        final BufferedDataTable in = addCell(table, "B", 1, v -> 0.5 - 0.1 * v).build();
        for (final String flavors : new String[]{"TWO", "THREE"}) {
            final BufferedDataTable[] out = node().set("flavors", flavors).run(in);
            assertThat(out[2].getDataTableSpec().getColumnNames())
                .containsExactly(in.getDataTableSpec().getColumnNames());
            assertThat(Tables.keys(out[2])).isEqualTo(Tables.keys(in));
            assertThat(Tables.texts(out[2], "note")).isEqualTo(Tables.texts(in, "note"));
            assertThat(Tables.numbers(out[2], "Hz")).isEqualTo(Tables.numbers(in, "Hz"));
            assertThat(leptons(out[2])).isCloseTo(leptons(in), within(1e-14));
            assertThat(Tables.numbers(out[1], "conservation_error")[0]).isLessThan(1e-15);
            final double[] before = Tables.numbers(in, "P0");
            final double[] after = Tables.numbers(out[2], "P0");
            final double[] pz = Tables.numbers(out[2], "Pz");
            assertThat(pz[14]).isZero();
            assertThat(pz[15]).isZero();
            assertThat(after[14] < before[14]).isEqualTo(flavors.equals("THREE"));
            for (int i = 16; i < 32; i++) {
                assertThat(after[i]).isEqualTo(before[i]);
                assertThat(pz[i]).isEqualTo(Tables.numbers(in, "Pz")[i]);
            }
            final BufferedDataTable[] again = node().run(out[2]);
            assertThat(Tables.numbers(again[1], "crossings")).containsExactly(0, 0);
        }
    }

    private static double leptons(final BufferedDataTable state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += (Tables.texts(state, "species").get(i).equals("nu") ? 1 : -1) * Tables.numbers(state, "weight")[i]
                * Tables.numbers(state, "Pz")[i];
        }
        return sum;
    }

    /** Reference case 1, on an unconfigured node: equal beams end in equal shares. */
    @Test
    void twoBeams() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.twoBeams().build());
        assertThat(Tables.numbers(out[0], "cos_theta")).containsExactly(0);
        assertThat(Tables.texts(out[0], "change")).containsExactly("rising");
        assertThat(Tables.numbers(out[1], "depth")).containsExactly(1);
        assertThat(Tables.numbers(out[1], "P_ee_plus")).containsExactly(0.5);
        assertThat(Tables.numbers(out[2], "Pz")).containsExactly(0, 0);
    }

    /** Densities in cm^-3 give the integrals as potentials in cm^-1. */
    @Test
    void cgs() throws Exception {
        final Tables table = addCell(Tables.of(COLUMNS), "A", 1e33, CrossingFinderNodeTest::shallow)
            .weightsIn(WeightUnit.PER_CM3);
        final BufferedDataTable[] out = node().set("units", "CGS").run(table.build());
        assertThat(Tables.numbers(out[1], "I_minus")[0] / Units.potential(1e33)).isCloseTo(0.016 / 3, within(1e-12));
        assertThat(Tables.texts(out[1], "result").get(0)).contains("I+ = 16.65 cm^-1");
        assertThat(WeightUnit.declaredIn(out[2].getDataTableSpec())).contains(WeightUnit.PER_CM3);
    }

    /** The merger point of reference case 13 on a sphere: the contour lies between the signs. */
    @Test
    void mergerPoint() throws Exception {
        final BufferedDataTable state = MomentsNodeAccess.node().set("nTheta", 12).set("nPhi", 12)
            .run(Tables.of("cell:text", "species:text", "n", "fx", "fy", "fz")
                .row("NSM_1", "nu_e", 1.421954234999705e33, 0.0974572, 0.04217632, -0.13433261)
                .row("NSM_1", "nubar_e", 1.9146237131657563e33, 0.07237959, 0.03132354, -0.3446878)
                .row("NSM_1", "nu_x_sum4", 1.9645407875568215e33, -0.02165833, 0.07431613, -0.53545951).build())[0];
        final BufferedDataTable[] out = node().set("units", "CGS").set("flavors", "THREE").run(state);
        assertThat(Tables.texts(out[1], "geometry")).containsExactly("sphere");
        assertThat(Tables.numbers(out[1], "directions")).containsExactly(144);
        final double plus = Tables.numbers(out[1], "I_plus")[0];
        final double minus = Tables.numbers(out[1], "I_minus")[0];
        assertThat(plus + minus).isCloseTo(4.505, within(0.01));
        assertThat(plus - minus).isCloseTo(Units.potential(1.421954234999705e33 - 1.9146237131657563e33),
            within(1e-12));
        final double[] flux = Tables.numbers(out[0], "cos_flux");
        assertThat(flux.length).isGreaterThan(12);
        assertThat(Tables.texts(out[1], "minority")).containsExactly("plus");
        assertThat(Tables.numbers(out[1], "P_ee_minus")[0]).isCloseTo(1 - 2 * plus / (3 * minus), within(1e-12));
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("NSM_1: G < 0 on 0.").contains("of the sphere");
    }

    @Test
    void noCrossingAnywhereIsSaid() throws Exception {
        final NodeTester node = node();
        final BufferedDataTable[] out =
            node.run(addCell(Tables.of(COLUMNS), "A", 1, v -> 1.0).build());
        assertThat(node.warning()).contains(CrossingFinderNodeFactory.NO_CROSSING);
        assertThat(out[0].size()).isZero();
        final BufferedDataTable[] nothing = node.run(addCell(Tables.of(COLUMNS), "A", 1, v -> 0.0).build());
        assertThat(Tables.texts(nothing[1], "result")).containsExactly("A: no crossing, G is zero in all directions");
    }

    /** Two Gauss rings see nothing of a crossing at the very front. */
    @Test
    void crossingBetweenTheRingsLeavesTheStateAlone() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        final GaussLegendre rule = GaussLegendre.of(8);
        for (int i = 0; i < 8; i++) {
            final double v = rule.node(i);
            table.row("nu", v, rule.weight(i) * 4, 1.0, 0.0, 0.0, ((1 - v) * (1 - v) - 1e-4) / 4);
        }
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(Tables.numbers(out[0], "cos_theta")[0]).isCloseTo(0.99, within(1e-11));
        assertThat(Tables.texts(out[1], "result").get(0)).endsWith("so the asymptotic state is the input");
        assertThat(Tables.numbers(out[2], "Pz")).isEqualTo(Tables.numbers(table.build(), "Pz"));
    }

    @Test
    void brokenInputIsRefused() {
        final String[] columns = {"species:text", "mu", "weight", "P0", "Px", "Py", "Pz"};
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py").build()))
            .hasMessageStartingWith("Column 'Pz' (double) is missing; found: ");
        assertThatThrownBy(() -> node().run(Tables.of(columns).build())).hasMessageContaining("no rows");
        assertThatThrownBy(() -> node().run(Tables.of(columns).row("nu", 0.0, 1.0, 0.5, 0.0, 0.0, 0.7).build()))
            .hasMessageContaining("Row0").hasMessageContaining("0.7").hasMessageContaining("0.5");
        assertThatThrownBy(() -> node().run(Tables.of(columns).row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, Double.NaN).build()))
            .hasMessageContaining("Row0").hasMessageContaining("NaN");
        assertThatThrownBy(() -> node().run(Tables.of(columns).row("nu", 1.2, 1.0, 1.0, 0.0, 0.0, 1.0).build()))
            .hasMessageContaining("Row0").hasMessageContaining("1.2");
        assertThatThrownBy(() -> node().set("units", "CGS")
            .run(Tables.twoBeams().weightsIn(WeightUnit.NATURAL).build())).hasMessageContaining("natural units");
    }

    @Test
    void cancelEndsTheNode() {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.setExecuteCanceled();
        assertThatThrownBy(() -> node().in(new ExecutionContext(monitor)).run(Tables.twoBeams().build()))
            .isInstanceOf(CanceledExecutionException.class);
    }

    @ParameterizedTest
    @EnumSource(FlavorPair.class)
    void pairOfThreeFlavorsIsAGasOfTwo(final FlavorPair pair) throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        for (int i = 0; i < 8; i++) {
            table.row("nu", -0.875 + 0.25 * i, 0.25, 1.0, 0.0, 0.0, 0.4 - 0.1 * i);
        }
        final BufferedDataTable[] expected = node().run(table.build());
        final BufferedDataTable[] out =
            node().set("pair", pair.name()).run(ThreeFlavors.embed(table.build(), pair));
        ThreeFlavors.assertSame(out[0], expected[0], 1e-12);
        ThreeFlavors.assertSame(out[1], expected[1], 1e-12);
        ThreeFlavors.assertSame(out[2], ThreeFlavors.embed(expected[2], pair), 1e-12);
        final BufferedDataTable three = ThreeFlavors.embed(table.build(), pair);
        final double[] drawn = CrossingFigure.of(three, out[0], out[1]).cells().get(0).panels().get(0).series().get(1)
            .y();
        assertThat(drawn).containsExactly(CrossingFigure.of(table.build(), expected[0], expected[1]).cells().get(0)
            .panels().get(0).series().get(1).y(), within(1e-12));
        assertThat(Tables.texts(node().run(ThreeFlavors.embed(table.build(), pair))[1], "crossing"))
            .containsExactly("true");
    }

    /** Equal mu and tau end as two equal heavy flavors of a state of two; unlike ones keep each lepton number. */
    @Test
    void threeFlavorsShareWhatTheyHave() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        final Tables unlike = ThreeFlavors.diagonal();
        for (int i = 0; i < 8; i++) {
            final double v = -0.875 + 0.25 * i;
            table.row("nu", v, 0.25, 1.0, 0.0, 0.0, 0.4 - 0.1 * i);
            unlike.row("nu", v, 0.25, 0.7 - 0.05 * i, 0.3 + 0.05 * i, 0.62 - 0.02 * i, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        }
        final NodeTester node = node().set("flavors", "THREE");
        final BufferedDataTable[] expected = node.run(table.build());
        for (final String pair : new String[]{"ALL", "E_TAU"}) {
            final BufferedDataTable[] out =
                node.set("pair", pair).run(ThreeFlavors.embed(table.build(), Embedding.EQUAL));
            ThreeFlavors.assertEmbedded(out[2], expected[2], Embedding.EQUAL, 1e-12);
            ThreeFlavors.assertSameColumns(out[1], expected[1], 1e-7, "P_ee_plus", "P_ee_minus", "I_plus", "I_minus");
        }
        final BufferedDataTable[] out = node.run(unlike.build());
        for (final String flavor : new String[]{"rho_ee", "rho_mm", "rho_tt"}) {
            assertThat(Arrays.stream(Tables.numbers(out[2], flavor)).sum())
                .isCloseTo(Arrays.stream(Tables.numbers(unlike.build(), flavor)).sum(), within(1e-13));
        }
        assertThat(Tables.numbers(out[1], "conservation_error")[0]).isLessThan(1e-14);
        for (final String pair : new String[]{"E_MU", "E_TAU", "MU_TAU"}) {
            assertThat(Tables.numbers(node.set("pair", pair).run(unlike.build())[1], "depth")[0]).isPositive();
            assertThat(Tables.numbers(node.run(out[2])[1], "depth")[0]).isLessThan(1e-12);
        }
    }
}
