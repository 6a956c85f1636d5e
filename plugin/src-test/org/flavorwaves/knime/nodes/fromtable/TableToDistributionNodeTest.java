package org.flavorwaves.knime.nodes.fromtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The node Table to Distribution. */
class TableToDistributionNodeTest {

    /** The node as dropped on a table: its columns are guessed. */
    private static NodeTester on(final DataTableSpec spec) {
        final TableToDistributionParameters parameters = new TableToDistributionParameters();
        parameters.guess(spec);
        return NodeTester.of(TableToDistributionNodeFactory::configure, TableToDistributionNodeFactory::execute,
            parameters);
    }

    private static BufferedDataTable[] run(final Tables table) throws Exception {
        return on(table.spec()).run(table.build());
    }

    private static Tables occupations() {
        return Tables.of("vx", "vy", "vz", "weight", "nu_e", "nubar_e", "nu_x", "nubar_x") //
            .row(0.0, 0.0, 1.0, 2.0, 0.5, 0.25, 0.125, 0.0625) //
            .row(0.6, 0.8, 0.0, 3.0, 1.0, 0.0, 0.0, 1.0);
    }

    private static Tables polarization() {
        return Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz") //
            .row("nubar", -1.0, 1.5, 0.5, 0.0, -0.2, -0.4) //
            .row("nu", 0.5, 2.0, 0.6, 0.1, 0.0, 0.3);
    }

    @Test
    void occupationsBecomeTwoModesARow() throws Exception {
        final BufferedDataTable[] out = run(occupations());
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("species", "vx", "vy", "vz", "weight",
            "P0", "Px", "Py", "Pz");
        assertThat(Tables.texts(out[0], "species")).containsExactly("nu", "nu", "nubar", "nubar");
        assertThat(Tables.numbers(out[0], "vy")).containsExactly(0, 0.8, 0, 0.8);
        assertThat(Tables.numbers(out[0], "weight")).containsExactly(2, 3, 2, 3);
        assertThat(Tables.numbers(out[0], "P0")).containsExactly(0.625, 1, 0.3125, 1);
        assertThat(Tables.numbers(out[0], "Px")).containsExactly(0, 0, 0, 0);
        assertThat(Tables.numbers(out[0], "Pz")).containsExactly(0.375, 1, 0.1875, -1);
        assertThat(Tables.numbers(out[1], "modes")).containsExactly(4);
        assertThat(Tables.numbers(out[1], "density_nu")).containsExactly(2 * 0.625 + 3);
        assertThat(Tables.numbers(out[1], "density_nubar")).containsExactly(2 * 0.3125 + 3);
        assertThat(Tables.texts(out[1], "result")).containsExactly(
            "4 modes, density of neutrinos 4.250, of antineutrinos 3.625, unit natural");
    }

    @ParameterizedTest
    @CsvSource({"ONE, 0.4", "MU_TAU, 0.2", "ALL_FOUR, 0.1"})
    void nuXMeansWhatIsSaidAndServesTheAntineutrinosToo(final String meaning, final double x) throws Exception {
        final Tables table = Tables.of("mu", "nu_e", "nu_x").row(0.0, 0.5, 0.4);
        final BufferedDataTable state = on(table.spec()).set("nuX", meaning).run(table.build())[0];
        assertThat(Tables.texts(state, "species")).containsExactly("nu", "nubar");
        assertThat(Tables.numbers(state, "P0")).containsExactly(0.5 + x, x);
        assertThat(Tables.numbers(state, "Pz")).containsExactly(0.5 - x, -x);
    }

    @Test
    void electronNeutrinosAloneHaveNoAntineutrinos() throws Exception {
        final BufferedDataTable state = run(Tables.of("mu", "nu_e").row(0.0, 0.5))[0];
        assertThat(Tables.texts(state, "species")).containsExactly("nu");
        assertThat(Tables.numbers(state, "weight")).containsExactly(2);
    }

    @Test
    void polarizationIsKeptAndItsUnitGuessed() throws Exception {
        final BufferedDataTable[] out = run(polarization().weightsIn(WeightUnit.PER_CM3));
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("species", "mu", "weight", "P0", "Px",
            "Py", "Pz");
        assertThat(Tables.texts(out[0], "species")).containsExactly("nubar", "nu");
        assertThat(Tables.numbers(out[0], "mu")).containsExactly(-1, 0.5);
        assertThat(Tables.numbers(out[0], "Py")).containsExactly(-0.2, 0);
        assertThat(out[0].getDataTableSpec().getColumnSpec("weight").getProperties().getProperty("unit"))
            .isEqualTo("cm^-3");
    }

    @Test
    void anyColumnNamesCanBeMapped() throws Exception {
        final Tables table = Tables.of("place:int", "kind:text", "c", "w", "a", "b1", "b2", "b3:int", "MeV", "freq",
            "loss").row(7, "nu", 0.5, 2.0, 0.6, 0.1, 0.2, 0, 12.0, 0.3, 0.01);
        final NodeTester node = on(table.spec()).set("representation", "POLARIZATION").set("directions", "RINGS")
            .set("speciesColumn", "kind").set("muColumn", "c").set("weightColumn", "w").set("p0Column", "a")
            .set("pxColumn", "b1").set("pyColumn", "b2").set("pzColumn", "b3").set("cellColumn", "place")
            .set("energyColumn", "MeV").set("omegaColumn", "freq").set("depolarizationColumn", "loss")
            .set("units", "CGS");
        final BufferedDataTable[] out = node.run(table.build());
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("cell", "species", "E", "mu", "weight",
            "P0", "Px", "Py", "Pz", "omega", "D");
        assertThat(Tables.numbers(out[0], "cell")).containsExactly(7);
        assertThat(Tables.numbers(out[0], "E")).containsExactly(12);
        assertThat(Tables.numbers(out[0], "Py")).containsExactly(0.2);
        assertThat(Tables.numbers(out[0], "omega")).containsExactly(0.3);
        assertThat(Tables.numbers(out[0], "D")).containsExactly(0.01);
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("7: 1 modes");
    }

    @Test
    void absorptionIsMappedWithItsSource() throws Exception {
        final String[] columns = {"species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "kappa", "P0_source",
            "Px_source", "Py_source", "Pz_source"};
        final Tables guessed = Tables.of(columns).row("nu", 0.5, 2.0, 0.6, 0.1, 0.2, 0.0, 0.3, 0.9, 0.1, -0.2, 0.4);
        final BufferedDataTable state = run(guessed)[0];
        assertThat(state.getDataTableSpec().getColumnNames()).endsWith("kappa", "P0_source", "Px_source", "Py_source",
            "Pz_source");
        assertThat(Tables.numbers(state, "kappa")).containsExactly(0.3);
        assertThat(Tables.numbers(state, "P0_source")).containsExactly(0.9);
        assertThat(Tables.numbers(state, "Py_source")).containsExactly(-0.2);
        assertThat(Tables.numbers(state, "Pz_source")).containsExactly(0.4);
        assertThatThrownBy(() -> on(guessed.spec()).set("pxSourceColumn", "").run(guessed.build()))
            .hasMessageContaining("all or none").hasMessageContaining("PX_SOURCE");
    }

    /** Three-point Gauss-Legendre: 5/9, 8/9, 5/9; midpoint: 2/3; trapezoid: 1/2, 1, 1/2. */
    @Test
    void weightsOfRulesAreRecognized() throws Exception {
        final double node = Math.sqrt(0.6);
        final BufferedDataTable gauss =
            run(Tables.of("mu", "nu_e").row(node, 0.5).row(-node, 0.5).row(0.0, 0.5))[0];
        assertThat(Tables.numbers(gauss, "weight")).containsExactly(new double[]{5 / 9.0, 5 / 9.0, 8 / 9.0},
            within(1e-14));
        final BufferedDataTable middle =
            run(Tables.of("mu", "nu_e").row(-0.6666667, 0.5).row(0.0, 0.5).row(0.6666667, 0.5))[0];
        assertThat(Tables.numbers(middle, "weight")).containsExactly(new double[]{2 / 3.0, 2 / 3.0, 2 / 3.0},
            within(1e-14));
        final BufferedDataTable ends = run(Tables.of("mu", "nu_e").row(-1.0, 0.5).row(0.0, 0.5).row(1.0, 0.5))[0];
        assertThat(Tables.numbers(ends, "weight")).containsExactly(0.5, 1, 0.5);
    }

    @Test
    void weightsOfUnknownRingsAreRefused() {
        assertThatThrownBy(() -> run(Tables.of("mu", "nu_e").row(0.3, 0.5).row(0.7, 0.5)))
            .isInstanceOf(KNIMEException.class).hasMessage("The table has 2 values of 'mu' for nu, which are not those "
                + "of a Gauss-Legendre, midpoint or trapezoid rule; their weights cannot be known.");
        assertThatThrownBy(() -> run(Tables.of("vx", "vy", "vz", "nu_e").row(1.0, 0.0, 0.0, 0.5)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageStartingWith("weightColumn names no column");
        assertThatThrownBy(() -> run(Tables.of("mu", "E", "nu_e").row(0.0, 10.0, 0.5)))
            .hasMessageStartingWith("weightColumn names no column");
    }

    @Test
    void missingAndWrongColumnsAreNamed() {
        assertThatThrownBy(() -> run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py")))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("Column 'Pz' (double) is missing; found: species, mu, weight, P0, Px, Py.");
        assertThatThrownBy(() -> run(Tables.of("a", "b")))
            .hasMessage("Column 'vx' (double) is missing; found: a, b.");
        assertThatThrownBy(() -> run(Tables.of("mu", "weight", "nu_e:text")))
            .hasMessageStartingWith("Column 'nu_e' must be double but is ");
        assertThatThrownBy(() -> on(occupations().spec()).set("nuEColumn", "").set("nubarEColumn", "")
            .configure(occupations().spec())).hasMessage("nuEColumn names no column, but it is needed.");
        assertThatThrownBy(() -> on(occupations().spec()).set("cellColumn", "vx").configure(occupations().spec()))
            .hasMessageStartingWith("Column 'vx' must be string or integer but is ");
        assertThatThrownBy(() -> on(occupations().spec()).set("cellColumn", "z").configure(occupations().spec()))
            .hasMessageStartingWith("Column 'z' (string) is missing; found: vx, ");
    }

    @Test
    void contradictionsAreRefused() {
        assertThatThrownBy(() -> on(occupations().spec()).set("nuX", "ALL_FOUR").configure(occupations().spec()))
            .hasMessage("nubarXColumn is 'nubar_x', but nu_x is said to hold the antineutrinos too.");
        final DataTableSpec declared = polarization().weightsIn(WeightUnit.PER_CM3).spec();
        assertThatThrownBy(() -> on(declared).set("units", "NATURAL").configure(declared))
            .hasMessage("Column 'weight' declares the unit 'cm^-3', but units NATURAL means 'natural'.");
    }

    @Test
    void badRowsAreNamed() {
        assertThatThrownBy(() -> run(polarization().row("nu", 0.5, 2.0, 0.6, Double.NaN, 0.0, 0.3)))
            .isInstanceOf(KNIMEException.class).hasMessage("Row 'Row2' has NaN in column 'Px'; it must be a finite "
                + "number.");
        assertThatThrownBy(() -> run(polarization().row("nu", 0.5, 2.0, 0.6, "?", 0.0, 0.3)))
            .hasMessage("Row 'Row2' has a missing value in column 'Px'.");
        assertThatThrownBy(() -> run(polarization().row("nue", 0.5, 2.0, 0.6, 0.0, 0.0, 0.3)))
            .hasMessage("Row 'Row2' has species 'nue'; it must be 'nu' or 'nubar'.");
        assertThatThrownBy(() -> run(polarization().row("nu", 0.5, 2.0, 0.6, 0.0, 0.0, 0.7)))
            .hasMessageStartingWith("Row 'Row2' has |P| = 0.7, above P0 = 0.6");
        assertThatThrownBy(() -> run(polarization().row("nu", 1.5, 2.0, 0.6, 0.0, 0.0, 0.3)))
            .hasMessageStartingWith("Row 'Row2' has |v| = 1.5, above the bound 1");
        assertThatThrownBy(() -> run(occupations().row(1.0, 1.0, 0.0, 2.0, 0.5, 0.5, 0.5, 0.5)))
            .hasMessageStartingWith("Row 'Row2' has |v| = 1.414");
        assertThatThrownBy(() -> run(occupations().row(1.0, 0.0, 0.0, 2.0, 0.5, 1e33, 0.5, 0.5)))
            .hasMessage("Row 'Row2' has 1.0E33 in column 'nubar_e', an occupation of 1.0E33 for one kind; it must be "
                + "between 0 and 1.");
        assertThatThrownBy(() -> run(occupations().row(1.0, 0.0, 0.0, -2.0, 0.5, 0.5, 0.5, 0.5)))
            .hasMessageStartingWith("Row 'Row2' has weight -2.0; it must be finite and >= 0");
        assertThatThrownBy(() -> run(Tables.of("mu", "weight", "E", "nu_e").row(0.0, 1.0, 0.0, 0.5)))
            .hasMessage("Row 'Row0' has energy 0.0 MeV; it must be positive.");
    }

    @Test
    void tablesWithoutRowsAreRefused() {
        assertThatThrownBy(() -> run(Tables.of("mu", "nu_e"))).isInstanceOf(KNIMEException.class)
            .hasMessage("The table has no rows; it needs one row a direction.");
    }

    @Test
    void antineutrinosAloneAreAState() throws Exception {
        final BufferedDataTable[] out = run(Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py",
            "Pz").row("a", "nubar", 0.5, 1.0, 1.0, 0.0, 0.0, 1.0));
        assertThat(Tables.texts(out[0], "species")).containsExactly("nubar");
        assertThat(Tables.numbers(out[0], "Pz")).containsExactly(1);
        final BufferedDataTable[] occupied = run(Tables.of("mu", "weight", "nubar_e").row(0.5, 1.0, 0.75));
        assertThat(Tables.texts(occupied[0], "species")).containsExactly("nubar");
        assertThat(Tables.numbers(occupied[0], "P0")).containsExactly(0.75);
    }

    @Test
    void columnsInAnotherCaseAreGuessed() throws Exception {
        final BufferedDataTable state = run(Tables.of("Mu", "NU_E", "e").row(0.0, 0.5, 99.0))[0];
        assertThat(state.getDataTableSpec().getColumnNames()).doesNotContain("E");
        assertThat(Tables.numbers(state, "P0")).containsExactly(0.5);
    }

    @Test
    void canBeCancelled() {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.setExecuteCanceled();
        assertThatThrownBy(() -> on(occupations().spec()).in(new ExecutionContext(monitor)).run(occupations().build()))
            .isInstanceOf(CanceledExecutionException.class);
    }

    private static Tables mixed() {
        return Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 0.9, 0.2, -0.1, 0.3).row("nubar", -1.0, 0.5, 0.6, 0.0, 0.0, -0.4);
    }

    private static NodeTester open() {
        return NodeTester.of(TableToDistributionNodeFactory::configure, TableToDistributionNodeFactory::execute,
            new TableToDistributionParameters());
    }

    private static NodeTester change(final String representation, final String change) {
        return open().set("representation", representation).set("directions", "RINGS").set("weightColumn", "weight")
            .set("flavorChange", change);
    }

    /** Two flavors become three and two again. */
    @ParameterizedTest
    @ValueSource(strings = {"MU", "TAU", "SUPERPOSITION"})
    void twoFlavorsBecomeThreeAndBack(final String x) throws Exception {
        final BufferedDataTable three = change("POLARIZATION", x).run(mixed().build())[0];
        assertThat(three.getDataTableSpec().getColumnNames()).contains("rho_ee", "rho_mt_im").doesNotContain("P0");
        assertThat(Tables.numbers(three, "rho_ee")[0]).isCloseTo(0.6, within(1e-15));
        final double share = "SUPERPOSITION".equals(x) ? 0.15 : "MU".equals(x) ? 0.3 : 0;
        assertThat(Tables.numbers(three, "rho_mm")[0]).isCloseTo(share, within(1e-15));
        final BufferedDataTable same = change("DENSITY_MATRIX", "NONE").run(three)[0];
        ThreeFlavors.assertSame(same, three, 0);
        final BufferedDataTable two = change("DENSITY_MATRIX", x).run(three)[0];
        ThreeFlavors.assertSame(two, mixed().build(), 1e-15);
    }

    @Test
    void equalHeavyFlavorsNeedStatesWithoutCoherence() throws Exception {
        assertThatThrownBy(() -> change("POLARIZATION", "EACH").run(mixed().build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("Row 'Row0' has a coherence");
        final BufferedDataTable three = open().set("nuXColumn", "nu_x").set("directions", "RINGS")
            .set("weightColumn", "weight").set("flavorChange", "EACH")
            .run(Tables.of("mu", "weight", "nu_e", "nu_x").row(0.5, 1.0, 0.8, 0.25).build())[0];
        assertThat(Tables.numbers(three, "rho_mm")[0]).isEqualTo(0.25);
        assertThat(Tables.numbers(three, "rho_tt")[0]).isEqualTo(0.25);
    }

    @Test
    void frequencyOfNoSplittingIsRefused() {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
            .row("nu", 1.0, 1.0, 0.9, 0.0, 0.0, 0.3, 1.0);
        assertThatThrownBy(() -> change("POLARIZATION", "SUPERPOSITION").set("omegaColumn", "omega").run(table.build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("the frequency of no one splitting");
        assertThatThrownBy(() -> change("DENSITY_MATRIX", "NONE").run(table.build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("representation is DENSITY_MATRIX");
    }
}
