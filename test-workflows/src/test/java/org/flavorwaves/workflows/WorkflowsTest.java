package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.flavorwaves.workflows.Command.copy;
import static org.flavorwaves.workflows.Command.run;
import static org.flavorwaves.workflows.Command.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.flavorwaves.build.ProjectTree;
import org.flavorwaves.workflows.Command.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the saved workflows as users do. A folder of test-workflows holds a workflow and, below {@code data/expected},
 * tables with the columns that are compared, at the paths that the run gives them.
 */
class WorkflowsTest {
    @TempDir
    private Path m_out;

    static List<String> regressions() throws IOException {
        return workflows("test-workflows");
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void workflowGivesTheExpectedTables(final String folder) throws IOException {
        final Path workflow = Path.of(folder);
        final Output run = run("run", folder, "--out", m_out.toString());
        assertThat(run.exit()).as(run.text()).isZero();
        final Path expected = workflow.resolve("data/expected");
        try (Stream<Path> files = Files.walk(expected)) {
            final List<Path> tables = files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
            assertThat(tables).isNotEmpty();
            for (final Path table : tables) {
                final Path result = m_out.resolve(expected.relativize(table).toString());
                assertThat(result).exists();
                CsvTable.read(result).assertContains(CsvTable.read(table), table.toString());
            }
        }
    }

    /** What the first example finds, against an independent program (numpy, 24 x 12 directions, all modes). */
    @Test
    void mergerPointsGrowAsAnIndependentProgramFinds() throws IOException {
        final Path workflow = ProjectTree.root().resolve("workflows/merger-instability");
        final Output run = run("run", workflow.toString(), "--out", m_out.toString());
        assertThat(run.exit()).as(run.text()).isZero();
        assertThat(run.text()).contains("NSM_1: fastest wave grows at 6.253e10 s^-1");
        final CsvTable summary = CsvTable.read(m_out.resolve("4-Flavor Wave Bands/port_2.csv"));
        final double[] growth = {6.252868e10, 1.239393e10, 4.532550e10};
        final double[] wave = {0.9954, 1.1649, 1.1235};
        for (int cell = 0; cell < 3; cell++) {
            assertThat(summary.number(cell, "growth") / growth[cell]).isBetween(1 - 1e-4, 1 + 1e-4);
            assertThat(Math.abs(summary.number(cell, "k_fastest_relative")) / wave[cell])
                .isBetween(1 - 2e-3, 1 + 2e-3);
        }
        assertThat(Files.readString(m_out.resolve("4-Flavor Wave Bands/view.html")).contains("UIExtensionResponse"))
            .as("the page is answered as by KNIME").isTrue();
    }

    /** All nubar and the nu of low |omega| convert; the excess 0.3 cos 2 theta of nu stays above the split. */
    @Test
    void spectrumSplitsWhereConservationSays() throws IOException {
        final Output run = run("run", ProjectTree.root().resolve("workflows/spectral-split").toString(), "--out",
            m_out.toString());
        assertThat(run.exit()).as(run.text()).isZero();
        final CsvTable summary = CsvTable.read(m_out.resolve("2-Equilibrium Path/port_5.csv"));
        final double split = -1.7 + 0.3 * Math.cos(0.2);
        assertThat(summary.number(0, "split_conservation")).isBetween(split - 1e-9, split + 1e-9);
        assertThat(summary.number(0, "split_state")).isBetween(split - 1e-6, split + 1e-6);
        assertThat(run.text()).contains("spectral split at s omega = -1.406");
    }

    /** Accretion spectra swap around a sphere without matter, cooling spectra are unstable near it. */
    @Test
    void spectraSwapAroundACore() throws IOException {
        final Output run = run("run", ProjectTree.root().resolve("workflows/supernova-bulb").toString(), "--out",
            m_out.toString());
        assertThat(run.exit()).as(run.text()).isZero();
        final CsvTable fields = CsvTable.read(m_out.resolve("3-Miscidynamic Transport/port_3.csv"));
        assertThat(fields.number(34, "K_corotating")).isBetween(0.6558163189, 0.6558163191);
        assertThat(run.text()).contains("16 modes in 35 cells; stable").contains("UNSTABLE in 14 of 35 rows");
    }

    /** Loops and other nodes of KNIME's own are named, each once, and nothing is executed. */
    @Test
    void theParameterStudyNeedsKnime() throws IOException {
        final Output run = run("run", ProjectTree.root().resolve("workflows/parameter-study").toString(), "--out",
            m_out.toString());
        assertThat(run.exit()).as(run.text()).isEqualTo(3);
        for (final String node : List.of("Table Row to Variable Loop Start (#6)", "Loop End (#7)", "Row Filter (#8)",
            "GroupBy (#9)", "Joiner (#10)", "Sorter (#11)")) {
            assertThat(run.text()).contains(node + ": needs KNIME Analytics Platform (factory org.knime.base.node.");
        }
        assertThat(run.text().lines()).hasSize(7).last().asString().startsWith("The workflow cannot run here");
    }

    @Test
    void everyExampleRuns() throws IOException {
        final List<String> failures = new ArrayList<>();
        for (final String workflow : workflows("workflows")) {
            if (!workflow.endsWith("merger-instability") && !workflow.endsWith("supernova-bulb")
                && !workflow.endsWith("resolved-vs-kinetic") && !workflow.endsWith("driven-instability")
                && !workflow.endsWith("two-theories-one-medium") && !workflow.endsWith("from-simulation-to-subgrid")
                && !workflow.endsWith("parameter-study")
                && !workflow.endsWith("rays-in-a-matter-gradient")) {
                final Output run = run("run", workflow, "--out", m_out.toString());
                if (run.exit() != 0) {
                    failures.add(run.text());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /**
     * Flavor waves with all their products are the boxes' own equation in other variables, from the same starts;
     * quasi-linear kinetics lies within two standard errors of the mean of the six boxes.
     */
    @Test
    void theoriesAreComparedWithTheMeanOfBoxes() throws IOException {
        final Output run = run("run", ProjectTree.root().resolve("workflows/resolved-vs-kinetic").toString(), "--out",
            m_out.toString());
        assertThat(run.exit()).as(run.text()).isZero();
        for (final int node : new int[]{8, 9}) {
            final CsvTable summary = CsvTable.read(m_out.resolve(node + "-Compare Evolutions/port_2.csv"));
            assertThat(summary.number(0, "members")).isEqualTo(6);
            final double uncertainty = summary.number(0, "mean_error");
            assertThat(uncertainty).isBetween(0.05, 0.25);
            assertThat(summary.number(0, "scatter") / uncertainty).isCloseTo(Math.sqrt(6), within(1e-12));
            assertThat(summary.number(0, "error_theory")).isBetween(node == 8 ? 1e-12 : 1e-3,
                node == 8 ? 1e-3 : 2 * uncertainty);
            assertThat(summary.number(0, "error_resolved")).isLessThan(2 * uncertainty);
        }
    }

    /** Waves of random phases and quasi-linear flavomons are one theory of an aligned medium. */
    @Test
    void twoTheoriesOfOneMediumAgree() throws IOException {
        final Output run = run("run", ProjectTree.root().resolve("workflows/two-theories-one-medium").toString(),
            "--out", m_out.toString());
        assertThat(run.exit()).as(run.text()).isZero();
        final CsvTable summary = CsvTable.read(m_out.resolve("5-Compare Evolutions/port_2.csv"));
        assertThat(summary.number(0, "error_theory")).isLessThan(1e-6);
        assertThat(summary.number(0, "error_resolved")).isGreaterThan(1e-6);
        final CsvTable mixed = CsvTable.read(m_out.resolve("8-Flavor Wave Kinetics/port_4.csv"));
        assertThat(mixed.text(0, "structure")).isEqualTo("equilibrium");
        assertThat(mixed.number(0, "least_length")).isBetween(0.02, 0.6);
    }

    /**
     * After the burst of waves, which only the slower drives leave behind within the run, theories with waves come as
     * close to the boxes as these to their mean; the adiabatic theory never does, and relaxation ends elsewhere.
     * Compare Evolutions follows in the order of adiabatic, flavor waves, waves in equilibrium, relaxation, flavor-wave
     * kinetics and flavomons.
     */
    @Test
    void wavesHoldADrivenMedium() throws IOException {
        final Output run = run("run", ProjectTree.root().resolve("workflows/driven-instability").toString(), "--out",
            m_out.toString());
        assertThat(run.exit()).as(run.text()).isZero();
        final double[][] errors = new double[3][6];
        final double[] uncertainty = new double[3];
        for (int rate = 0; rate < 3; rate++) {
            for (int theory = 0; theory < 6; theory++) {
                final CsvTable summary = CsvTable.read(m_out.resolve(12 + 16 * rate + theory
                    + "-Compare Evolutions/port_2.csv"));
                errors[rate][theory] = summary.number(0, "error_theory");
                uncertainty[rate] = summary.number(0, "mean_error");
                assertThat(summary.number(0, "members")).isEqualTo(4);
                assertThat(summary.number(0, "error_resolved")).isBetween(1e-5, 0.03);
            }
            assertThat(errors[rate][0]).as("adiabatic").isBetween(0.9, 1.25);
            assertThat(errors[rate][1]).as("flavor waves").isBetween(0.02, 2.5 * uncertainty[rate]);
            assertThat(errors[rate][4]).as("flavor-wave kinetics").isBetween(0.02, 2.5 * uncertainty[rate]);
            final CsvTable summary = CsvTable.read(m_out.resolve(7 + 16 * rate + "-Miscidynamic Transport/port_4.csv"));
            assertThat(summary.number(0, "lepton_drift")).isBetween(0.0, 1e-13);
        }
        for (final int theory : new int[]{1, 2, 4, 5}) {
            assertThat(errors[2][theory]).isLessThan(0.4 * errors[0][theory]).isLessThan(2 * uncertainty[2]);
        }
        assertThat(errors[2][3]).as("relaxation").isGreaterThan(3 * errors[2][1]);
    }

    /**
     * Packets of flavor waves, a fortieth as wide as their resolved box, go where rays go: one turns round, one is of
     * the other circular sector. Their power follows the square of the ray's amplitude.
     */
    @Test
    void packetsOfWavesGoWhereRaysGo() throws IOException {
        final Output run = run("run", ProjectTree.root().resolve("workflows/rays-in-a-matter-gradient").toString(),
            "--out", m_out.toString());
        assertThat(run.exit()).as(run.text()).isZero();
        final CsvTable rays = CsvTable.read(m_out.resolve("4-Flavor Wave Rays/port_1.csv"));
        final CsvTable start = CsvTable.read(m_out.resolve("8-Flavor Wave Density Matrix/port_3.csv"));
        for (int packet = 0; packet < 2; packet++) {
            final int first = 91 * packet;
            for (int leg = 1; leg <= 3; leg++) {
                final CsvTable now = CsvTable.read(m_out.resolve(8 + leg + "-Flavor Wave Density Matrix/port_3.csv"));
                final int row = first + 30 * leg;
                assertThat(now.number(packet, "center_z")).isCloseTo(rays.number(row, "z"), within(0.5));
                assertThat(now.number(packet, "center_k")).isCloseTo(rays.number(row, "kz"), within(0.015));
                final double amplitude = rays.number(row, "amplitude") / rays.number(first, "amplitude");
                assertThat(now.number(packet, "wave_power") / start.number(packet, "wave_power"))
                    .isCloseTo(amplitude * amplitude, within(0.007));
            }
            assertThat(Math.abs(rays.number(first + 90, "kz") - rays.number(first, "kz"))).isGreaterThan(0.85);
        }
        assertThat(CsvTable.read(m_out.resolve("4-Flavor Wave Rays/port_2.csv")).text(0, "event")).isEqualTo("TURNING");
    }

    /** Nodes as commands, one reading what the other wrote: reference case 1. */
    @Test
    void nodesWorkAsCommands() throws IOException {
        final Path beams = m_out.resolve("beams");
        final Path bands = m_out.resolve("bands");
        final Output made = run("node", "Distribution Generator", "--out", beams.toString());
        assertThat(made.exit()).as(made.text()).isZero();
        final Output found = run("node", "flavor wave bands", "--in", "1=" + beams.resolve("port_1.csv"), "--set",
            "kMin=2", "--set", "kCount=1", "--out", bands.toString());
        assertThat(found.exit()).as(found.text()).isZero();
        final CsvTable table = CsvTable.read(bands.resolve("port_1.csv"));
        double growth = 0;
        for (int row = 0; row < table.size(); row++) {
            growth = Math.max(growth, table.number(row, "omega_im"));
        }
        assertThat(growth).isBetween(2 - 1e-12, 2 + 1e-12);
    }

    @Test
    void wrongKeyAndWrongNodeNameAreAnsweredWithTheNearestRightOne() {
        final Output key = run("node", "Distribution Generator", "--set", "famly=RANDOM", "--out", m_out.toString());
        assertThat(key.exit()).isEqualTo(2);
        assertThat(key.text()).contains("famly").contains("Did you mean 'family'?");
        final Output name = run("node", "Flavor Wave Band", "--out", m_out.toString());
        assertThat(name.exit()).isEqualTo(2);
        assertThat(name.text()).contains("Did you mean 'Flavor Wave Bands'?");
    }

    @Test
    void missingFileAndMissingPortAreArguments() {
        assertThat(run("node", "Flavor Entropy", "--out", m_out.toString()).text()).contains("--in 1=FILE");
        final Output file = run("node", "Flavor Entropy", "--in", "1=nothing.csv", "--out", m_out.toString());
        assertThat(file.exit()).isEqualTo(2);
        assertThat(file.text()).contains("there is no file 'nothing.csv'");
    }

    @Test
    void unphysicalInputFailsWithItsRowAndLeavesNoFile() throws IOException {
        final Path state = m_out.resolve("state.csv");
        Files.writeString(state, "species,mu,weight,P0,Px,Py,Pz\nnu,1,1,1,0,0,1\nnu,-1,1,0.5,0,0,0.6\n");
        final Output run = run("node", "Flavor Wave Bands", "--in", "1=" + state, "--out",
            m_out.resolve("none").toString());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.text()).contains("Row1").contains("0.6").contains("0.5");
        assertThat(m_out.resolve("none/port_1.csv")).doesNotExist();
    }

    @Test
    void workflowWithoutItsDirectoryOrWithAnUnknownSettingIsRefused() {
        assertThat(run("run", m_out.resolve("nowhere").toString()).exit()).isEqualTo(2);
        final Path workflow = ProjectTree.root().resolve("workflows/merger-instability");
        final Output run = run("run", workflow.toString(), "--set", "4.kCont=3");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.text()).contains("Flavor Wave Bands (#4)").contains("Did you mean 'kCount'?");
        assertThat(run("run", workflow.toString(), "--set", "9.kCount=3").text()).contains("no node #9");
    }

    @Test
    void wrongValueOfASettingIsAnArgument() {
        final Path workflow = ProjectTree.root().resolve("workflows/flavomon-dispersion");
        final Output run = run("run", workflow.toString(), "--set", "1.family=LINAER", "--out", m_out.toString());
        assertThat(run.exit()).as(run.text()).isEqualTo(2);
        assertThat(run.text()).contains("LINAER").contains("LINEAR");
    }

    /** A connection of flow variables alone is a dependency too: what follows a failed node does not run. */
    @Test
    void nodesWaitForThoseThatOnlyPassFlowVariables() throws IOException {
        copy(ProjectTree.root().resolve("workflows/flavomon-dispersion"), m_out.resolve("copy"));
        final Path file = m_out.resolve("copy/workflow.knime");
        final String connection = """
            <config key="connections">
                    <config key="connection_9">
                        <entry key="sourceID" type="xint" value="2"/>
                        <entry key="destID" type="xint" value="3"/>
                        <entry key="sourcePort" type="xint" value="0"/>
                        <entry key="destPort" type="xint" value="0"/>
                    </config>""";
        Files.writeString(file, Files.readString(file).replace("<config key=\"connections\">", connection));
        final Output run = run("run", m_out.resolve("copy").toString(), "--set", "2.units=CGS", "--out",
            m_out.resolve("out").toString());
        assertThat(run.exit()).as(run.text()).isEqualTo(4);
        assertThat(run.text()).contains("Flavor Wave Bands (#2): failed: ")
            .contains("Flavomon Dispersion (#3): not executed, because Flavor Wave Bands (#2) is not");
    }

    @Test
    void brokenWorkflowsAreRefusedBeforeAnythingRuns() throws IOException {
        final Path source = ProjectTree.root().resolve("workflows/merger-instability");
        final Path bands = Path.of("Flavor Wave Bands (#4)/settings.xml");
        final String[][] changes = {
            {bands.toString(), "key=\"kCount\"", "key=\"kCuont\"",
                "Flavor Wave Bands (#4): Loading model settings failed"},
            {bands.toString(), "FlavorWaveBandsNodeFactory", "NoSuchNodeFactory",
                "may need a newer version of the bundle"},
            {bands.toString(), "value=\"org.flavorwaves.knime", "value=\"org.other", "needs KNIME Analytics Platform"},
            {"workflow.knime", "key=\"sourcePort\" type=\"xint\" value=\"1\"",
                "key=\"sourcePort\" type=\"xint\" value=\"7\"", "comes from output port 7, but the node has only"}};
        for (final String[] change : changes) {
            final Path copy = Files.createTempDirectory(m_out, "broken");
            copy(source, copy);
            final Path file = copy.resolve(change[0]);
            Files.writeString(file, Files.readString(file).replace(change[1], change[2]));
            final Output run = run("run", copy.toString(), "--out", m_out.resolve("out").toString());
            assertThat(run.text()).contains(change[3]);
            assertThat(run.exit()).as(run.text()).isEqualTo(3);
            assertThat(m_out.resolve("out")).doesNotExist();
        }
    }
}
