package org.flavorwaves.knime.nodes.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/** The node Distribution Reader. */
class DistributionReaderNodeTest {
    private static final String RINGS = "species,mu,weight,P0,Px,Py,Pz\nnu,0.5,2,0.6,0.1,0,0.3\n"
        + "nubar,-1,1.5,0.5,0,-0.2,-0.4\n";

    private static final String CELLS = "cell\tspecies\tE\tvx\tvy\tvz\tweight\tP0\tPx\tPy\tPz\tomega\tD\tnote\n"
        + "B\tnu\t12\t0.6\t0\t0.8\t2\t0.6\t0.1\t0\t0.3\t0.2\t0.01\thello\n"
        + "A\tnubar\t13\t0\t1\t0\t1\t0.6\t0\t0\t-0.3\t-0.2\t0\t\nB\tnu\t14\t1\t0\t0\t3\t0.1\t0\t0\t0.1\t0.4\t0\tx\n";

    /** One particle along z of 1 erg; densities of nu_e, nu_x 3e30, 1e30 and of the antineutrinos 2e30, 1e30. */
    private static final String EMU = "2\n0 0 1 1 3e30 0 0 1e30 2e30 0 0 1e30\n";

    @TempDir
    private Path m_folder;

    @BeforeEach
    void enterWorkflow() {
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(m_folder, null));
    }

    @AfterEach
    void leaveWorkflow() {
        NodeContext.removeLastContext();
    }

    private static NodeTester node() {
        return NodeTester.of(DistributionReaderNodeFactory::configure, DistributionReaderNodeFactory::execute,
            new DistributionReaderParameters());
    }

    private NodeTester file(final String name, final String content) throws IOException {
        final Path path = m_folder.resolve("data").resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content, StandardCharsets.UTF_8);
        return node().set("path", path.toString());
    }

    private static void assertRings(final BufferedDataTable[] out) {
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("species", "mu", "weight", "P0", "Px",
            "Py", "Pz");
        assertThat(Tables.texts(out[0], "species")).containsExactly("nu", "nubar");
        assertThat(Tables.numbers(out[0], "mu")).containsExactly(0.5, -1);
        assertThat(Tables.numbers(out[0], "weight")).containsExactly(2, 1.5);
        assertThat(Tables.numbers(out[0], "Px")).containsExactly(0.1, 0);
        assertThat(Tables.numbers(out[0], "Pz")).containsExactly(0.3, -0.4);
        assertThat(Tables.numbers(out[1], "modes")).containsExactly(2);
        assertThat(Tables.numbers(out[1], "weight_sum")).containsExactly(3.5);
    }

    private static String unit(final DataTableSpec state) {
        return state.getColumnSpec("weight").getProperties().getProperty("unit");
    }

    @Test
    void readsDelimitedTextWithTheUnitThatIsSet() throws Exception {
        final BufferedDataTable[] natural = file("rings.csv", RINGS).run();
        assertRings(natural);
        assertThat(unit(natural[0].getDataTableSpec())).isEqualTo("natural");
        assertThat(Tables.texts(natural[1], "format")).containsExactly("delimited text");
        assertThat(Tables.texts(natural[1], "result")).containsExactly(
            "2 modes from rings.csv (delimited text), weights in unit natural as set");
        final BufferedDataTable[] cgs = file("rings.csv", RINGS).set("units", "CGS").run();
        assertRings(cgs);
        assertThat(unit(cgs[0].getDataTableSpec())).isEqualTo("cm^-3");
        assertThat(Tables.texts(cgs[1], "unit")).containsExactly("cm^-3");
    }

    @Test
    void cellsAndOptionalColumnsAreKept() throws Exception {
        final BufferedDataTable[] out = file("cells.tsv", CELLS).run();
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("cell", "species", "E", "vx", "vy",
            "vz", "weight", "P0", "Px", "Py", "Pz", "omega", "D");
        assertThat(Tables.texts(out[0], "cell")).containsExactly("B", "B", "A");
        assertThat(Tables.numbers(out[0], "E")).containsExactly(12, 14, 13);
        assertThat(Tables.numbers(out[0], "omega")).containsExactly(0.2, 0.4, -0.2);
        assertThat(Tables.numbers(out[0], "D")).containsExactly(0.01, 0, 0);
        assertThat(Tables.texts(out[1], "cell")).containsExactly("B", "A");
        assertThat(Tables.numbers(out[1], "weight_sum")).containsExactly(5, 1);
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("B: 2 modes from cells.tsv")
            .endsWith("; ignored columns: note");
    }

    @Test
    void absorptionIsReadWithItsWholeSource() throws Exception {
        final String columns = "species,mu,weight,P0,Px,Py,Pz,kappa,P0_source,Px_source,Py_source,Pz_source\n";
        final BufferedDataTable[] out =
            file("absorbing.csv", columns + "nu,0.5,2,0.6,0.1,0,0.3,0.3,0.9,0.1,-0.2,0.4\n").run();
        assertThat(Tables.numbers(out[0], "kappa")).containsExactly(0.3);
        assertThat(Tables.numbers(out[0], "P0_source")).containsExactly(0.9);
        assertThat(Tables.numbers(out[0], "Px_source")).containsExactly(0.1);
        assertThat(Tables.numbers(out[0], "Py_source")).containsExactly(-0.2);
        assertThat(Tables.numbers(out[0], "Pz_source")).containsExactly(0.4);
        assertThatThrownBy(() -> file("partial.csv", columns.replace(",Pz_source", "")
            + "nu,0.5,2,0.6,0.1,0,0.3,0.3,0.9,0.1,-0.2\n").run()).hasMessageContaining("missing: Pz_source");
    }

    @Test
    void columnsAreKnownBeforeExecutionExceptOfJson() throws Exception {
        assertThat(file("cells.tsv", CELLS).configure()[0].getColumnNames()).contains("cell", "E", "omega", "D");
        assertThat(file("particle_input.dat", EMU).configure()[0].getColumnNames()).contains("E", "vx");
        assertThat(file("state.json", "[]").configure()).isEmpty();
    }

    @Test
    void readsJsonWithItsUnit() throws Exception {
        final BufferedDataTable[] out = file("state.json", "{\"units\":\"cm^-3\",\"modes\":{\"species\":[\"nu\","
            + "\"nubar\"],\"mu\":[0.5,-1],\"weight\":[2,1.5],\"P0\":[0.6,0.5],\"Px\":[0.1,0],\"Py\":[0,-0.2],"
            + "\"Pz\":[0.3,-0.4]}}").run();
        assertRings(out);
        assertThat(unit(out[0].getDataTableSpec())).isEqualTo("cm^-3");
        assertThat(Tables.texts(out[1], "result").get(0)).endsWith("weights in unit cm^-3 as the file says");
    }

    @Test
    void readsEmuParticlesInTheirOwnUnit() throws Exception {
        final BufferedDataTable[] out = file("particle_input.dat", EMU).set("peakOccupation", 0.25).run();
        assertThat(unit(out[0].getDataTableSpec())).isEqualTo("cm^-3");
        assertThat(Tables.texts(out[1], "format")).containsExactly("Emu particles");
        final double[] weight = Tables.numbers(out[0], "weight");
        final double[] p0 = Tables.numbers(out[0], "P0");
        final double[] pz = Tables.numbers(out[0], "Pz");
        assertThat(weight[0] * p0[0]).isEqualTo(4e30, within(1e17));
        assertThat(weight[0] * pz[0]).isEqualTo(2e30, within(1e17));
        assertThat(weight[1] * pz[1]).isEqualTo(1e30, within(1e17));
        assertThat((p0[0] + pz[0]) / 2).isEqualTo(0.25, within(1e-14));
    }

    @Test
    void pathsStartAtTheWorkflow() throws Exception {
        file("my rings.csv", RINGS);
        assertRings(node().set("path", "data/my rings.csv").run());
        assertRings(node().set("path", " data/../data/my rings.csv ").run());
        assertRings(node().set("path", "knime://knime.workflow/data/my%20rings.csv").run());
        assertRings(node().set("path", m_folder.resolve("data/my rings.csv").toUri().toString()).run());
    }

    @Test
    void badPathsAreNamed() throws Exception {
        assertThatThrownBy(() -> node().configure()).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("path is empty; it must name a file.");
        assertThatThrownBy(() -> node().set("path", "data/none.csv").configure())
            .hasMessage("There is no file " + m_folder.resolve("data/none.csv") + ".");
        assertThatThrownBy(() -> node().set("path", m_folder.toString()).configure())
            .hasMessage("path names " + m_folder + ", which is a folder and not a file.");
        assertThatThrownBy(() -> node().set("path", "knime://LOCAL/state.csv").configure())
            .hasMessageStartingWith("path is 'knime://LOCAL/state.csv'; of KNIME's URLs only knime://knime.workflow/");
        assertThatThrownBy(() -> node().set("path", "knime://knime.workflow/a b").configure())
            .hasMessageStartingWith("path is 'knime://knime.workflow/a b', which is no path: ");
        NodeContext.removeLastContext();
        try {
            assertThatThrownBy(() -> node().set("path", "data/a.csv").configure())
                .hasMessageStartingWith("path is 'data/a.csv', which is relative to the workflow, but");
        } finally {
            enterWorkflow();
        }
    }

    @Test
    void jsonIsCheckedAtExecution() {
        assertThatThrownBy(() -> file("state.json", "[]").run()).isInstanceOf(KNIMEException.class)
            .hasMessage("state.json: There are no modes; a state needs at least one.");
        assertThatThrownBy(() -> file("state.json", "[{\"species\":\"nu\"}]").run())
            .hasMessage("state.json: Column 'vx' (number) is missing and so is 'mu'; found: species.");
        assertThatThrownBy(() -> file("state.json", "[{").run())
            .hasMessageStartingWith("state.json: Line 1 is not valid JSON: ");
    }

    @Test
    void badContentIsNamed() {
        assertThatThrownBy(() -> file("a.csv", RINGS.replace("Pz", "pz")).configure())
            .isInstanceOf(InvalidSettingsException.class).hasMessage("a.csv: Column 'Pz' (number) is missing; found: "
                + "species, mu, weight, P0, Px, Py, pz.");
        assertThatThrownBy(() -> file("a.csv", "").configure()).hasMessage("a.csv: The file is empty.");
        assertThatThrownBy(() -> file("a.csv", RINGS.replace("0.1", "NaN")).run()).isInstanceOf(KNIMEException.class)
            .hasMessage("a.csv: Line 2 has NaN in column 'Px'; it must be finite.");
        assertThatThrownBy(() -> file("a.csv", RINGS.replace("nubar", "nue")).run())
            .hasMessage("a.csv: Line 3 has species 'nue'; it must be 'nu' or 'nubar'.");
        assertThatThrownBy(() -> file("a.csv", RINGS.replace("0.3\n", "0.9\n")).run())
            .hasMessageStartingWith("a.csv: Line 2 has |P| = 0.905").hasMessageContaining("above P0 = 0.6");
        assertThatThrownBy(() -> file("a.csv", RINGS.replace("-1,", "-1.5,")).run())
            .hasMessageStartingWith("a.csv: Line 3 has |v| = 1.5, above the bound 1");
        assertThatThrownBy(() -> file("a.csv", RINGS.substring(0, RINGS.indexOf('\n') + 1)).run())
            .hasMessageStartingWith("a.csv: There are no rows");
        assertThatThrownBy(() -> file("a.h5", "\u0089HDF").configure()).isInstanceOf(InvalidSettingsException.class);
        assertThatThrownBy(() -> file("a.csv", RINGS).set("peakOccupation", 1.5).configure())
            .hasMessage("peakOccupation must be above 0 and at most 1 but is 1.5.");
    }

    @Test
    void canBeCancelled() throws Exception {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        final NodeTester node = file("a.csv", RINGS).in(new ExecutionContext(monitor));
        monitor.setExecuteCanceled();
        assertThatThrownBy(node::run).isInstanceOf(CanceledExecutionException.class);
    }
}
