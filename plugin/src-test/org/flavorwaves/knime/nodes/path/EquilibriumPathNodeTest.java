package org.flavorwaves.knime.nodes.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The node Equilibrium Path. */
class EquilibriumPathNodeTest {
    private static final double THETA = Math.toRadians(33.82);

    private static NodeTester node() {
        return NodeTester.of(EquilibriumPathNodeFactory::configure, EquilibriumPathNodeFactory::execute,
            new EquilibriumPathParameters());
    }

    private static Tables columns() {
        return Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega");
    }

    private static double at(final BufferedDataTable table, final String column, final int row) {
        return Tables.numbers(table, column)[row];
    }

    /** omega from 0 to 2 in equal steps, all P = z. */
    private static BufferedDataTable box(final int n) {
        final Tables table = columns();
        for (int i = 0; i < n; i++) {
            table.row("nu", 0.0, 1.0 / n, 1.0, 0.0, 0.0, 1.0, 2 * (i + 0.5) / n);
        }
        return table.build();
    }

    /** Two neutrinos of opposite signs, whose path through matter has a fold (see the test of the solver). */
    private static Tables folding() {
        return columns().row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, -0.5).row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, -1.0, -2.0);
    }

    private static NodeTester matter(final double start, final double end, final int steps) {
        return node().set("what", "MATTER").set("spacing", "LINEAR").set("start", start).set("end", end)
            .set("steps", steps);
    }

    @Test
    void worksUnconfigured() throws Exception {
        final NodeTester node = node();
        final BufferedDataTable[] out = node.run(Tables.twoBeams().build());
        assertThat(out).hasSize(5);
        assertThat(out[0].size()).isEqualTo(41);
        assertThat(Tables.texts(out[4], "end")).containsExactly("reached");
        assertThat(Tables.numbers(out[3], "Pz")).containsExactly(1, 1);
        assertThat(node.warning()).isEmpty();
    }

    @Test
    void convertsInMatter() throws Exception {
        final BufferedDataTable in =
            columns().row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.4).row("nubar", 0.0, 2.0, 1.0, 0.0, 0.0, 0.5, 0.6)
                .build();
        final BufferedDataTable[] out = matter(1e4, 1e-4, 30).set("spacing", "LOG").set("thetaMix", THETA)
            .set("selfInteraction", 0.0).set("outputModes", true).run(in);
        assertThat(out[0].size()).isEqualTo(31);
        assertThat(out[2].size()).isEqualTo(62);
        for (int r = 0; r < 62; r++) {
            final double lambda = at(out[2], "matterPotential", r);
            final double omega = r % 2 == 0 ? 0.4 : -0.6;
            final double angle = Math.atan2(omega * Math.sin(2 * THETA), lambda - omega * Math.cos(2 * THETA));
            assertThat(Math.atan2(at(out[2], "Px", r), at(out[2], "Pz", r))).isCloseTo(angle, within(1e-12));
        }
        final double lambda = 1e-4;
        final double sine = Math.pow(Math.sin(2 * THETA), 2);
        assertThat(at(out[3], "sin2_2theta", 0))
            .isCloseTo(sine / (sine + Math.pow(Math.cos(2 * THETA) - lambda / 0.4, 2)), within(1e-12));
        final double cos2 = Math.pow(Math.cos(THETA), 2);
        assertThat(at(out[3], "conversion", 0)).isCloseTo(cos2, within(2e-4));
        assertThat(at(out[4], "converted_nu", 0)).isEqualTo(at(out[3], "conversion", 0));
        assertThat(at(out[4], "converted_nubar", 0)).isCloseTo(1 - cos2, within(2e-4));
        assertThat(Tables.texts(out[4], "result").get(0)).startsWith("followed to lambda = 1.000e-4, q = 0, 0.69")
            .endsWith("of nu converted, 0.3097 of nubar converted, 0 folds, 0 bifurcations");
    }

    @Test
    void reportsTheFold() throws Exception {
        final NodeTester node = matter(20, -20.7, 11).set("thetaMix", 0.3);
        final BufferedDataTable[] out = node.run(folding().build());
        assertThat(Tables.texts(out[1], "kind")).containsExactly("fold");
        assertThat(at(out[1], "matterPotential", 0)).isCloseTo(0.4346936605009, within(1e-10));
        assertThat(at(out[4], "fold_matterPotential", 0)).isEqualTo(at(out[1], "matterPotential", 0));
        assertThat(Tables.texts(out[4], "end")).containsExactly("fold");
        assertThat(Tables.texts(out[4], "result"))
            .containsExactly("the equilibrium ends at a fold at lambda = 0.4347, q = 1.000");
        assertThat(node.warning()).hasValueSatisfying(w -> assertThat(w).contains("ends at a fold at lambda"));
        final BufferedDataTable[] round = matter(3, -3.1, 61).set("thetaMix", 0.3).set("continueRoundFolds", true)
            .set("onFailure", "MISSING_VALUES").run(folding().build());
        assertThat(at(round[4], "folds", 0)).isEqualTo(2);
        assertThat(Tables.numbers(round[0], "sheet")).contains(0, 1, 2);
    }

    @Test
    void splitsTheSpectrum() throws Exception {
        final double theta = 0.5;
        final BufferedDataTable[] out = node().set("thetaMix", theta).set("start", 20.0).set("end", 1e-4)
            .set("steps", 12).run(box(100));
        final double split = 1 + Math.cos(2 * theta);
        assertThat(at(out[4], "split_conservation", 0)).isCloseTo(split, within(1e-12));
        assertThat(at(out[4], "split_state", 0)).isCloseTo(split, within(1e-6));
        assertThat(at(out[4], "split_spacing", 0)).isCloseTo(0.02, within(1e-12));
        assertThat(Tables.texts(out[4], "co_rotating")).containsExactly("true");
        assertThat(Tables.texts(out[1], "kind")).containsExactly("spectral split");
        assertThat(at(out[1], "frequency", 0)).isEqualTo(at(out[4], "split_state", 0));
        assertThat(Tables.texts(out[4], "result"))
            .containsExactly("spectral split at s omega = 1.540, from the conservation of B.J0 at 1.540");
        for (final double along : Tables.numbers(out[0], "B_J0")) {
            assertThat(along).isCloseTo(-Math.cos(2 * theta), within(1e-12));
        }
        assertThat(at(out[0], "omega_corotating", 12)).isCloseTo(at(out[0], "omega_pivot", 12)
            + 1e-4 * at(out[0], "B_J0", 12), within(1e-12));
        final BufferedDataTable[] limit = node().set("thetaMix", theta).set("spacing", "LINEAR").set("start", 20.0)
            .set("end", 0.0).set("steps", 2).run(box(100));
        assertThat(Tables.texts(limit[4], "end")).containsExactly("limit");
        assertThat(Tables.numbers(limit[3], "Pz")).containsExactly(Tables.numbers(out[3], "Pz"), within(1e-4));
    }

    @Test
    void followsAList() throws Exception {
        final BufferedDataTable[] out = node().set("what", "LIST").set("list", " 10:1, 5 : 0.5 ;5:0 ")
            .set("thetaMix", THETA).run(box(4));
        assertThat(Tables.numbers(out[0], "matterPotential")).containsExactly(10, 5, 5);
        assertThat(Tables.numbers(out[0], "selfInteraction")).containsExactly(1, 0.5, 0);
    }

    @Test
    void cellsAreFollowedOneByOne() throws Exception {
        final Tables table = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
            .row("a", "nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, -0.5).row("b", "nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.4)
            .row("a", "nu", 0.0, 1.0, 1.0, 0.0, 0.0, -1.0, -2.0);
        final NodeTester node = matter(20, 0.2, 3).set("thetaMix", 0.3);
        final BufferedDataTable[] out = node.run(table.build());
        assertThat(Tables.texts(out[4], "cell")).containsExactly("a", "b");
        assertThat(Tables.texts(out[4], "end")).containsExactly("fold", "reached");
        assertThat(Tables.texts(out[0], "cell")).containsExactly("a", "a", "a", "b", "b", "b", "b");
        assertThat(node.warning()).hasValue("1 of 2 paths end at a fold.");
    }

    /** In CGS weights are densities, J potentials, Omega in s^-1. */
    @Test
    void cgsReportsRates() throws Exception {
        final Tables table = columns().weightsIn(WeightUnit.PER_CM3);
        final double density = 1 / Units.POTENTIAL_PER_DENSITY;
        IntStream.range(0, 20).forEach(i -> table.row("nu", 0.0, density / 20, 1.0, 0.0, 0.0, 1.0, (i + 0.5) / 10));
        final NodeTester cgs = node().set("units", UnitSystem.CGS.name()).set("thetaMix", 0.5).set("start", 5.0)
            .set("end", 0.5).set("steps", 2);
        final BufferedDataTable[] out = cgs.run(table.build());
        final BufferedDataTable[] natural =
            node().set("thetaMix", 0.5).set("start", 5.0).set("end", 0.5).set("steps", 2).run(box(20));
        assertThat(at(out[0], "J0x", 2)).isCloseTo(at(natural[0], "J0x", 2), within(1e-12));
        assertThat(at(out[0], "omega_corotating", 2) / Units.SPEED_OF_LIGHT)
            .isCloseTo(at(natural[0], "omega_corotating", 2), within(1e-11));
        assertThat(out[0].getDataTableSpec().getColumnSpec("omega_corotating").getProperties().getProperty("unit"))
            .isEqualTo("s^-1");
        assertThat(at(out[4], "split_pivot", 0)).isCloseTo(at(natural[4], "split_pivot", 0), within(1e-11));
    }

    /** All P along z without mixing: the field of the mode with omega = 2 vanishes at lambda = 0. */
    @Test
    void aVanishingFieldIsAnErrorThatNamesTheRow() throws Exception {
        final BufferedDataTable table = columns().row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0)
            .row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 2.0).build();
        final NodeTester node = matter(3, -1, 4);
        assertThatThrownBy(() -> node.run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("where |H| of row 'Row1' vanishes");
        final BufferedDataTable[] out = node.set("onFailure", "MISSING_VALUES").run(table);
        assertThat(Tables.numbers(out[0], "matterPotential")).containsExactly(3, 2, 1);
        assertThat(Tables.numbers(out[3], "Pz")).containsOnly(Double.NaN);
        assertThat(Tables.texts(out[1], "kind")).containsExactly("bifurcation", "zero field");
        assertThat(at(out[1], "directions", 0)).isEqualTo(2);
        assertThat(Tables.texts(out[4], "result").get(0)).startsWith("no path to the end: zero field at lambda = ");
        assertThat(node.warning()).hasValue("The state is not followed to the end; its results are missing values.");
    }

    @Test
    void noStartIsAnError() throws Exception {
        final BufferedDataTable table = folding().build();
        final NodeTester node = matter(0.2, 1, 2).set("thetaMix", 0.3).set("tolerance", 1e-17);
        assertThatThrownBy(() -> node.run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("no path");
        assertThat(Tables.texts(node.set("onFailure", "MISSING_VALUES").run(table)[4], "end").get(0))
            .isIn("no start", "stalled");
    }

    @Test
    void badSettingsAreRefused() {
        final DataTableSpec spec = Tables.twoBeams().spec();
        refused(node().set("start", 0.0), spec, "Logarithmic spacing needs a start and an end of the same sign that "
            + "are not zero, but they are 0.0 and 0.01.");
        refused(node().set("start", 0.01), spec,
            "start and end are both 0.01, so nothing changes along the path.");
        refused(node().set("steps", 0), spec, "steps must be at least 1 and at most 1000000 but is 0.");
        refused(node().set("tolerance", 1.5), spec, "tolerance must be above 0 and below 1 but is 1.5.");
        refused(node().set("maxSteps", 0), spec, "maxSteps must be at least 1 but is 0.");
        refused(node().set("end", Double.NaN), spec, "end must be a finite number but is NaN.");
        refused(node().set("what", "LIST"), spec, "list: A path needs at least 2 points but has 0.");
        refused(node().set("what", "LIST").set("list", "1:1, 2"), spec,
            "list: point 2 must be two numbers 'lambda:q' but is '2'.");
        refused(node().set("what", "LIST").set("list", "1:x, 2:1"), spec,
            "list: point 1 must be two numbers 'lambda:q' but is '1:x'.");
        refused(node(), Tables.of("species:text", "mu", "weight", "P0", "Px", "Py").spec(),
            "Column 'Pz' (double) is missing; found: species, mu, weight, P0, Px, Py.");
    }

    private static void refused(final NodeTester node, final DataTableSpec spec, final String message) {
        assertThatThrownBy(() -> node.configure(spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage(message);
    }

    @Test
    void badStatesAreRefused() {
        assertThatThrownBy(() -> node().run(columns().build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("no rows");
        assertThatThrownBy(() -> node().run(columns().row("nu", 0.0, 1.0, 1.0, 0.0, 0.0, Double.NaN, 1.0).build()))
            .hasMessageContaining("'Row0' has NaN in column 'Pz'");
        assertThatThrownBy(() -> node().run(columns().row("nu", 0.0, 1.0, 0.5, 0.0, 0.0, 0.8, 1.0).build()))
            .hasMessageContaining("Row0").hasMessageContaining("0.8").hasMessageContaining("0.5");
        assertThatThrownBy(() -> node().run(columns().row("nu", 1.5, 1.0, 1.0, 0.0, 0.0, 0.8, 1.0).build()))
            .hasMessageContaining("1.5");
        assertThatThrownBy(() -> matter(2, 1, 1).set("thetaMix", 0.3).set("coRotating", "ON").run(box(4)))
            .hasMessageContaining("do not lie along one axis all along the path");
    }

    @Test
    void cancellationEndsIt() {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.setExecuteCanceled();
        assertThatThrownBy(() -> node().in(new ExecutionContext(monitor)).run(Tables.twoBeams().build()))
            .isInstanceOf(CanceledExecutionException.class);
    }

    /** A burst of three flavors in both orderings: what survives of nu_e and nubar_e, and where levels come near. */
    @Test
    void threeFlavorsPassBothResonances() throws Exception {
        final double s13 = Math.pow(Math.sin(Math.toRadians(8.56)), 2);
        final double s12 = Math.pow(Math.sin(Math.toRadians(33.68)), 2);
        final double[][] shares = {{s13, (1 - s12) * (1 - s13)}, {s12 * (1 - s13), s13}};
        for (int ordering = 0; ordering < 2; ordering++) {
            final double omega31 = ordering == 0 ? 1 : -0.97;
            final BufferedDataTable table = Tables.of("species:text", "mu", "weight", "rho_ee", "rho_mm", "rho_tt",
                "rho_em_re", "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im", "omega21", "omega31")
                .row("nu", 1.0, 1.0, 0.8, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.03, omega31)
                .row("nubar", 1.0, 1.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.03, omega31).build();
            final BufferedDataTable[] out = node().set("what", "MATTER").set("spacing", "LOG").set("start", 1e4)
                .set("end", 1e-9).set("steps", 60).set("selfInteraction", 0.0).set("outputModes", true).run(table);
            assertThat(at(out[4], "survival_nu", 0)).isCloseTo(shares[ordering][0], within(1e-6));
            assertThat(at(out[4], "survival_nubar", 0)).isCloseTo(shares[ordering][1], within(1e-6));
            assertThat(Tables.numbers(out[1], "level")).hasSize(2);
            assertThat(at(out[1], "matterPotential", 0)).isCloseTo(0.95, within(0.03));
            assertThat(at(out[1], "matterPotential", 1)).isCloseTo(0.012, within(0.001));
            assertThat(Tables.texts(out[1], "species")).containsExactly(ordering == 0 ? "nu" : "nubar", "nu");
            assertThat(out[2].size()).isEqualTo(2 * 61);
            assertThat(Tables.texts(out[4], "result").get(0)).contains("2 places where levels come near");
            assertThat(at(out[3], "rho_ee", 0)).isCloseTo(0.8 * at(out[4], "survival_nu", 0), within(1e-14));
        }
    }

    @Test
    void pathsOfThreeFlavorsEndAtFolds() {
        assertThatThrownBy(() -> node().set("continueRoundFolds", true).run(Tables.of("species:text", "mu", "weight",
            "rho_ee", "rho_mm", "rho_tt", "rho_em_re", "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im")
            .row("nu", 1.0, 1.0, 0.8, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0).build()))
                .hasMessageContaining("end at folds");
    }

    @Test
    void pathsOverManyDecadesAreDrawnOverTheLogarithm() {
        assertThat(PathFigure.axis(true, new double[]{1e4, 10, 0.1, 0}, "").log()).isTrue();
        assertThat(PathFigure.axis(true, new double[]{1e4, 10, 0.1, 0}, "").quantity())
            .isEqualTo("Matter potential λ, without 0");
        assertThat(PathFigure.axis(true, new double[]{1, 0.5, 0}, "").log()).isFalse();
        assertThat(PathFigure.axis(true, new double[]{1e4, 0, 0}, "").log()).isFalse();
    }
}
