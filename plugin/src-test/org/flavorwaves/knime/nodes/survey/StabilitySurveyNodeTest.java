package org.flavorwaves.knime.nodes.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;

/** The node Stability Survey. */
class StabilitySurveyNodeTest {
    private static final String[] COLUMNS = {"cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz"};

    private static NodeTester node() {
        return NodeTester.of(StabilitySurveyNodeFactory::configure, StabilitySurveyNodeFactory::execute,
            new StabilitySurveyParameters());
    }

    private static Tables beams(final Tables table, final String cell, final double first, final double second) {
        return table.row(cell, "nu", 1.0, first, 1.0, 0.0, 0.0, 1.0)
            .row(cell, second > 0 ? "nubar" : "nu", -1.0, Math.abs(second), 1.0, 0.0, 0.0, 1.0);
    }

    /** Reference case 1: growth 2 sqrt(g1 g2) at K = -D1. */
    @Test
    void everyCellIsARow() throws Exception {
        final Tables table = Tables.of(COLUMNS);
        beams(table, "equal", 1, 1);
        beams(table, "no crossing", 1, -1);
        beams(table, "unequal", 1, 0.25);
        final BufferedDataTable[] out = node().run(table.build());
        assertThat(out[0].getDataTableSpec().getColumnNames()).startsWith("cell", "stable", "kind", "growth",
            "omega_re", "kx", "ky", "kz", "crossing_depth", "status", "polarization", "search");
        assertThat(Tables.texts(out[0], "cell")).containsExactly("equal", "no crossing", "unequal");
        assertThat(Tables.texts(out[0], "stable")).containsExactly("false", "true", "false");
        assertThat(Tables.texts(out[0], "kind")).containsExactly("fast", "?", "fast");
        assertThat(Tables.texts(out[0], "status")).containsOnly("ok");
        assertThat(Tables.texts(out[0], "polarization")).containsExactly("longitudinal", "?", "longitudinal");
        assertThat(Tables.texts(out[0], "search")).containsExactly("complete", "no crossing", "complete");
        assertThat(Tables.numbers(out[1], "uncertain")).containsExactly(0);
        final double[] growth = Tables.numbers(out[0], "growth");
        assertThat(growth[0]).isCloseTo(2, within(1e-12));
        assertThat(growth[1]).isZero();
        assertThat(growth[2]).isCloseTo(1, within(1e-12));
        assertThat(Tables.numbers(out[0], "kz")[2]).isCloseTo(-1.25, within(1e-6));
        assertThat(Tables.numbers(out[0], "kz")[1]).isNaN();
        assertThat(Tables.numbers(out[0], "crossing_depth")).containsExactly(1, 0, 0.25);
        assertThat(Tables.texts(out[1], "result"))
            .containsExactly("2 of 3 cells are unstable; the fastest wave grows at 2.000 in equal");
        assertThat(Tables.numbers(out[1], "fast")).containsExactly(2);
        assertThat(Tables.texts(out[1], "fastest_cell")).containsExactly("equal");
    }

    /** What is wrong with one cell is said in its row; the others have their results. */
    @Test
    void aBadCellIsARowWithItsReason() throws Exception {
        final Tables table = Tables.of(COLUMNS);
        beams(table, "good", 1, 1);
        table.row("nan", "nu", 1.0, Double.NaN, 1.0, 0.0, 0.0, 1.0);
        table.row("long", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.5);
        table.row("missing", "nu", "?", 1.0, 1.0, 0.0, 0.0, 1.0);
        table.row("alone", "nubar", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        table.row("what", "electron", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        table.row("fast", "nu", 1.5, 1.0, 1.0, 0.0, 0.0, 1.0);
        table.row("?", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        beams(table, "last", 1, 0.25);
        final NodeTester node = node();
        final BufferedDataTable[] out = node.run(table.build());
        assertThat(Tables.texts(out[0], "status")).containsExactly("ok",
            "Row 'Row2' has NaN in column 'weight'; it must be a finite number.",
            "Row 'Row3' has |P| = 1.5, above P0 = 1.0 (an occupation would be negative).",
            "Row 'Row4' has a missing value in column 'mu'.",
            "ok",
            "Row 'Row6' has species 'electron'; it must be 'nu' or 'nubar'.",
            "Row 'Row7' has |v| = 1.5, above the bound 1.",
            "Row 'Row8' has a missing value in column 'cell'.", "ok");
        assertThat(Tables.texts(out[0], "stable")).containsExactly("false", "?", "?", "?", "true", "?", "?",
            "?", "false");
        assertThat(Tables.numbers(out[0], "growth")[1]).isNaN();
        assertThat(Tables.numbers(out[1], "failed")).containsExactly(6);
        assertThat(node.warning()).contains("6 of 9 cells have no result; the column 'status' says why. The first is "
            + "nan: Row 'Row2' has NaN in column 'weight'; it must be a finite number.");
    }

    /** The rows of two cells in turns, as a table sorted by species has them: the same results as one after another. */
    @Test
    void splitCellsAreGathered() throws Exception {
        final Tables sorted = Tables.of(COLUMNS);
        beams(sorted, "a", 1, 1);
        beams(sorted, "whole", 1, 0.5);
        beams(sorted, "b", 1, 0.25);
        final Tables mixed = Tables.of(COLUMNS).row("a", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        beams(mixed, "whole", 1, 0.5);
        mixed.row("b", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("a", "nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0)
            .row("b", "nubar", -1.0, 0.25, 1.0, 0.0, 0.0, 1.0);
        final BufferedDataTable expected = node().run(sorted.build())[0];
        final BufferedDataTable found = node().run(mixed.build())[0];
        assertThat(Tables.texts(found, "cell")).containsExactly("a", "whole", "b");
        assertThat(Tables.numbers(found, "growth")).containsExactly(Tables.numbers(expected, "growth"));
        assertThat(Tables.numbers(found, "growth")[0]).isCloseTo(2, within(1e-12));
        assertThat(Tables.texts(found, "status")).containsOnly("ok");
    }

    /** More rows of split cells than are held: a row with the reason, the others have their results. */
    @Test
    void manyRowsOfASplitCellAreRefused() throws Exception {
        final Tables table = Tables.of(COLUMNS);
        for (int row = 0; row < 200_001; row++) {
            if (row == 100) {
                beams(table, "whole", 1, 0.5);
            }
            table.row("split", "nu", row / 1e6, 1.0, 1.0, 0.0, 0.0, 1.0);
        }
        final BufferedDataTable found = node().run(table.build())[0];
        assertThat(Tables.texts(found, "cell")).containsExactly("split", "whole");
        assertThat(Tables.texts(found, "status")).containsExactly("The 200001 rows of the cell do not follow "
            + "each other: it begins in row 'Row0' and appears again in row 'Row102'. All such cells have 200001 rows, "
            + "more than the 200000 that are gathered. Sort the table by the column 'cell'.", "ok");
        assertThat(Tables.numbers(found, "growth")[1]).isCloseTo(2 * Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void noResultAtAllIsAFailure() {
        final Tables table = Tables.of(COLUMNS).row("long", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.5)
            .row("slow", "neutrino", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        assertThatThrownBy(() -> node().run(table.build())).isInstanceOf(KNIMEException.class)
            .hasMessage("None of the 2 cells has a result. The first is long: Row 'Row0' has |P| = 1.5, above P0 = 1.0 "
                + "(an occupation would be negative).");
    }

    /**
     * Reference case 8 as a table of densities, c (Im sqrt(A^2 - a^2 + 2 i G a) - g) = 9.12e9 s^-1: only the column D
     * makes it unstable, and no setting is needed.
     */
    @Test
    void everyColumnCountsByDefault() throws Exception {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega", "D")
            .weightsIn(WeightUnit.PER_CM3);
        final double third = 1 / Math.sqrt(3);
        for (final double mu : new double[]{-third, third}) {
            table.row("nu", mu, 3e33, 2.0 / 3, 0.0, 0.0, 1.0 / 3, 3.04e-6, 0.11990407673860912)
                .row("nubar", mu, 3e33, 7.0 / 12, 0.0, 0.0, 0.25, 3.04e-6, 0.011467889908256881);
        }
        final BufferedDataTable[] out = node().set("units", "CGS").run(table.build());
        assertThat(Tables.texts(out[0], "kind")).containsExactly("collisional");
        assertThat(Tables.texts(out[0], "search")).containsExactly("complete");
        assertThat(Tables.numbers(out[0], "growth")[0]).isCloseTo(9.124e9, within(0.001e9));
        assertThat(Tables.numbers(out[1], "collisional")).containsExactly(1);
        assertThat(Tables.numbers(out[1], "uncertain")).containsExactly(0);
    }

    /** More cells than a chunk: in the order of the table, the same numbers as one by one. */
    @Test
    void manyCellsKeepTheirOrder() throws Exception {
        final Random random = new Random(2);
        final int cells = 1500;
        final Tables table = Tables.of(COLUMNS);
        final double[] second = new double[cells];
        for (int c = 0; c < cells; c++) {
            second[c] = random.nextDouble() - 0.5;
            beams(table, "c" + c, 1, second[c]);
        }
        final BufferedDataTable out = node().run(table.build())[0];
        final double[] growth = Tables.numbers(out, "growth");
        assertThat(growth).hasSize(cells);
        for (int c = 0; c < cells; c++) {
            final double exact = second[c] > 0 ? 2 * Math.sqrt(second[c]) : 0;
            assertThat(growth[c]).as("cell %d", c).isCloseTo(exact > 1e-3 * (1 + second[c]) ? exact : 0, within(1e-9));
        }
        assertThat(Tables.texts(out, "cell").get(cells - 1)).isEqualTo("c" + (cells - 1));
    }

    @Test
    void aTableWithoutCellsIsOneCell() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.twoBeams().build());
        assertThat(out[0].size()).isEqualTo(1);
        assertThat(Tables.numbers(out[0], "growth")[0]).isCloseTo(2, within(1e-12));
        assertThat(Tables.texts(out[1], "result"))
            .containsExactly("1 of 1 cell is unstable; the fastest wave grows at 2.000");
    }

    /** Random beams: in all directions at least as fast as along the flux, and faster in some cells. */
    @Test
    void allDirectionsFindFasterWaves() throws Exception {
        final Random random = new Random(21);
        final Tables table = Tables.of("cell:int", "species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz");
        for (int i = 0; i < 30; i++) {
            final double c = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            final double s = Math.sqrt(1 - c * c);
            table.row(i / 5, "nu", s * Math.cos(phi), s * Math.sin(phi), c, 1.0, 1.0, 0.0, 0.0,
                random.nextDouble() - 0.5);
        }
        final double[] flux = Tables.numbers(node().run(table.build())[0], "growth");
        final BufferedDataTable out = node().set("directions", "ALL").run(table.build())[0];
        final double[] all = Tables.numbers(out, "growth");
        int faster = 0;
        for (int c = 0; c < flux.length; c++) {
            assertThat(all[c]).isGreaterThanOrEqualTo(flux[c] - 1e-12);
            faster += all[c] > flux[c] + 1e-3 ? 1 : 0;
        }
        assertThat(faster).isPositive();
        assertThat(Tables.texts(out, "status")).containsOnly("ok");
    }

    /** Reference case 7, the bipolar wave 1 +- 4i, next to fast beams and to a cell that is stable. */
    @Test
    void allTermsTellSlowWavesFromFastOnes() throws Exception {
        final Tables table = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
            .row("slow", "nu", 0.0, 10.0, 1.0, 0.0, 0.0, 1.0, -1.0)
            .row("slow", "nubar", 0.0, 8.0, 1.0, 0.0, 0.0, 1.0, -1.0)
            .row("fast", "nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1e-6)
            .row("fast", "nubar", -1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1e-6)
            .row("calm", "nu", 0.0, 10.0, 1.0, 0.0, 0.0, 1.0, 1.0)
            .row("calm", "nu", 0.0, 8.0, 1.0, 0.0, 0.0, 1.0, 1.0);
        final BufferedDataTable[] out = node().set("terms", "ALL").set("resolution", 12).run(table.build());
        assertThat(Tables.texts(out[0], "kind")).containsExactly("slow", "fast", "?");
        assertThat(Tables.numbers(out[0], "growth")[0]).isCloseTo(4, within(1e-9));
        assertThat(Tables.numbers(out[0], "growth")[1]).isCloseTo(2, within(1e-5));
        assertThat(Tables.numbers(out[1], "slow")).containsExactly(1);
        assertThat(Tables.numbers(out[1], "stable")).containsExactly(1);
        assertThat(Tables.texts(node().set("resolution", 12).run(table.build())[0], "kind"))
            .containsExactly("slow", "fast", "?");
        assertThat(Tables.texts(node().set("terms", "FAST").run(table.build())[0], "kind"))
            .containsExactly("?", "fast", "?");
    }

    @Test
    void tableAndSettingsAreChecked() {
        final DataTableSpec spec = Tables.twoBeams().spec();
        assertThatThrownBy(() -> node().set("resolution", 4).configure(spec))
            .hasMessage("The resolution is 4; it must be at least 8.");
        assertThatThrownBy(() -> node().set("growthFloor", 2.0).configure(spec))
            .hasMessageStartingWith("growthFloor must be above 0 and below 1 but is 2.0");
        assertThatThrownBy(() -> node().configure(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py").spec()))
            .hasMessageStartingWith("Column 'Pz' (double) is missing; found: ");
        assertThatThrownBy(() -> node().run(Tables.of(COLUMNS).build())).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("The state table has no rows");
        assertThatThrownBy(() -> node().set("units", "CGS")
            .configure(Tables.of(COLUMNS).weightsIn(WeightUnit.NATURAL).spec())).hasMessageContaining("CGS");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void cancellationEndsALongRun() throws Exception {
        final Random random = new Random(5);
        final Tables table = Tables.of("cell:int", "species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz");
        for (int i = 0; i < 200_000; i++) {
            final double c = 2 * random.nextDouble() - 1;
            table.row(i / 200, "nu", Math.sqrt(1 - c * c), 0.0, c, 1.0, 1.0, 0.0, 0.0, random.nextDouble() - 0.5);
        }
        final BufferedDataTable input = table.build();
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        final Thread cancel = new Thread(() -> {
            try {
                Thread.sleep(500);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            monitor.setExecuteCanceled();
        });
        cancel.start();
        assertThatThrownBy(() -> node().in(new ExecutionContext(monitor)).run(input))
            .isInstanceOf(CanceledExecutionException.class);
        cancel.join();
    }

    @Test
    void resolutionsThatCannotFitAreRefused() {
        final Tables table = Tables.of(COLUMNS);
        beams(table, "equal", 1, 1);
        assertThatThrownBy(() -> node().set("resolution", 1_000_000_000).run(table.build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("bytes of memory")
            .hasMessageContaining("1000000000 phase velocities");
    }
}
