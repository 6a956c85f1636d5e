package org.flavorwaves.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.flavorwaves.embedded.TestWorkflows;
import org.flavorwaves.embedded.build.WorkflowBuilder;
import org.flavorwaves.embedded.catalog.Bundle;
import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.WorkflowWriter;
import org.flavorwaves.embedded.run.OutputFolder;
import org.flavorwaves.embedded.testnodes.CountNodeFactory;
import org.flavorwaves.embedded.testnodes.FailNodeFactory;
import org.flavorwaves.embedded.testnodes.ScaleNodeFactory;
import org.flavorwaves.embedded.testnodes.WaitNodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code run}. */
class RunCommandTest {

    private static final Bundle BUNDLE = new Bundle("Test nodes", "org.flavorwaves.testnodes", "Flavor Waves", "1.2.3");

    private static final NodeType COUNT = new DefaultNodeType(new CountNodeFactory(), BUNDLE);

    private static final NodeType SCALE = new DefaultNodeType(new ScaleNodeFactory(), BUNDLE);

    private static final NodeType FAIL = new DefaultNodeType(new FailNodeFactory(), BUNDLE);

    private static final NodeType WAIT = new DefaultNodeType(new WaitNodeFactory(), BUNDLE);

    @TempDir
    private Path m_dir;

    private Path m_workflow;

    private Path m_out;

    @BeforeEach
    void chooseFolders() {
        m_workflow = m_dir.resolve("my work flow");
        m_out = m_dir.resolve("the output");
    }

    private void save(final WorkflowBuilder builder) throws Exception {
        WorkflowWriter.write(builder.build(Instant.EPOCH, "test"), m_workflow, Instant.EPOCH, "test");
    }

    /** Count (#1) with 2 rows from 0.1 -> Scale (#2) of its column x by 10. */
    private WorkflowBuilder countAndScale() {
        final WorkflowBuilder builder = new WorkflowBuilder("w");
        final int count = builder.add(COUNT);
        final int scale = builder.add(SCALE);
        return builder.set(count, "start", "0.1").set(count, "rows", "2").set(count, "name", "Counter")
            .set(scale, "column", "x").set(scale, "factor", "10").connect(count, 1, scale, 1);
    }

    private Cli run(final String... more) {
        return Cli.run(Stream.concat(Stream.of("run", m_workflow.toString(), "--out", m_out.toString()),
            Stream.of(more)).toArray(String[]::new));
    }

    private String table(final String file) throws Exception {
        return Files.readString(m_out.resolve(file));
    }

    @Test
    void executesAndWritesEachPort() throws Exception {
        save(countAndScale());
        final Cli cli = run();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        assertThat(table("1-Test Count/port_1.csv")).isEqualTo("x,result\n0.1,Counter counts 2\n1.1,\n");
        assertThat(table("2-Test Scale/port_1.csv")).isEqualTo("scaled\n1.0\n11.0\n");
        assertThat(table("2-Test Scale/port_2.csv")).isEqualTo("scaled\n1.0\n11.0\n");
        assertThat(cli.out().lines()).hasSize(6).satisfies(lines -> {
            assertThat(lines.get(0)).matches("Test Count \\(#1\\)  executed +\\d+\\.\\d\\d s  2 rows");
            assertThat(lines.get(1)).matches("Test Scale \\(#2\\)  executed +\\d+\\.\\d\\d s  2 \\+ 2 rows");
            assertThat(lines.get(2)).matches("2 of 2 nodes executed in \\d+\\.\\d s, tables in .*the output");
            assertThat(String.join("|", lines.subList(3, 6))).isEqualTo("|Test Count (#1)|  Counter counts 2");
        });
        assertThat(TestWorkflows.files(m_out)).hasSize(3 + 3 + 1);
        assertThat(table("1-Test Count/port_1.csv-metadata.json"))
            .contains("\"dc:description\" : \"A number < 1e9. Unit: m.\"");
    }

    /** A table that goes through a node keeps what its columns mean. */
    @Test
    void meaningsGoWithTheColumns() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder("w");
        final int count = builder.add(COUNT);
        final int a = builder.add(WAIT);
        final int b = builder.add(WAIT);
        save(builder.connect(count, 1, a, 1).connect(count, 1, b, 1));
        assertThat(run().code()).isZero();
        assertThat(table("3-Test Wait/port_1.csv-metadata.json")).contains("\"dc:description\" : \"A number < 1e9.");
    }

    @Test
    void runsAnAuthenticWorkflow() throws Exception {
        TestWorkflows.copyOfSample(m_workflow);
        final Cli cli = run();
        assertThat(cli.code()).as(cli.out()).isZero();
        assertThat(table("1-CSV Reader/port_1.csv")).startsWith(
            "cell,species,n,fx,fy,fz\nNSM_1,nu_e,1.421954234999705E33,0.0974572,0.04217632,-0.13433261\n");
        assertThat(m_workflow.resolve("data/out.csv")).content().startsWith(
            "\"cell\",\"species\",\"n\",\"fx\",\"fy\",\"fz\"\n\"NSM_1\",\"nu_e\",1421954234999705000000000000000000,");
        assertThat(tables()).hasSize(2);
    }

    @Test
    void setsParameters() throws Exception {
        save(countAndScale());
        final Cli cli = run("--set", "2.factor=-3", "--set=1.direction=DOWN", "--set", "1.extra/sentence=false");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(table("1-Test Count/port_1.csv")).isEqualTo("x\n0.1\n-0.9\n");
        assertThat(table("2-Test Scale/port_1.csv")).isEqualTo("scaled\n-0.30000000000000004\n2.7\n");
    }

    @Test
    void refusesParametersThatDoNotFit() throws Exception {
        save(countAndScale());
        assertUsage("--set 2.fractor=1: Test Scale (#2): There is no setting 'fractor'. Did you mean 'factor'?",
            "--set", "2.fractor=1");
        assertUsage("--set 9.factor=1: the workflow has no node #9. Nodes: Test Count (#1), Test Scale (#2).",
            "--set", "9.factor=1");
        assertUsage("--set 1.rows=2.5: Test Count (#1): '2.5' is no value for setting 'rows', which is an integer.",
            "--set", "1.rows=2.5");
        assertUsage("--set 1.direction=DOWM: Test Count (#1): 'DOWM' is no value for setting 'direction', which is "
            + "one of UP, DOWN. Did you mean 'DOWN'?", "--set", "1.direction=DOWM");
        assertUsage("--set 1.extra/sentence=yes: Test Count (#1): 'yes' is no value for setting 'extra/sentence', "
            + "which is true or false.", "--set", "1.extra/sentence=yes");
        assertUsage("--set factor=1: expected ID.KEY=VALUE with the number of a node, as in --set 3.kMax=2.",
            "--set", "factor=1");
    }

    @Test
    void refusesOutputsThatANodeDoesNotHave() throws Exception {
        save(countAndScale());
        TestWorkflows.edit(m_workflow.resolve("Test Scale (#2)/settings.xml"),
            "<entry key=\"index\" type=\"xint\" value=\"2\"/>", "<entry key=\"index\" type=\"xint\" value=\"4\"/>");
        final Cli cli = run();
        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.err()).contains("Test Scale (#2): Unable to load port content for node \"Test Scale\": "
            + "Invalid outport index in settings: 4");
    }

    private void assertUsage(final String message, final String... args) {
        assertUsageAfterRun(message, args);
        assertThat(m_out).doesNotExist();
    }

    @Test
    void putsVariablesIntoSettings() throws Exception {
        save(countAndScale().variable(new FlowVariable("f", 4.0)).variable(new FlowVariable("n", 1))
            .control(2, "factor", "f").control(1, "rows", "n"));
        assertThat(run().code()).isZero();
        assertThat(table("2-Test Scale/port_1.csv")).isEqualTo("scaled\n0.4\n");
        assertThat(run("--variable", "f=5", "--variable", "n,2,int").code()).isZero();
        assertThat(table("2-Test Scale/port_1.csv")).isEqualTo("scaled\n0.5\n5.5\n");
        assertUsageAfterRun("--variable n=two: 'two' is no value of type integer.", "--variable", "n=two");
        assertUsageAfterRun("--variable n: expected NAME=VALUE, as in --variable kMax=2, or NAME,VALUE,TYPE with the "
            + "type String, int or double.", "--variable", "n");
        assertUsageAfterRun("--set 2.factor=1: this setting of Test Scale (#2) is controlled by a flow variable; set "
            + "the variable with --variable.", "--set", "2.factor=1");
        final Cli unused = run("--variable", "g=1");
        assertThat(unused.code()).isZero();
        assertThat(unused.err()).isEqualTo("Warning: no node uses the workflow variable \"g\", which the workflow "
            + "does not define.\n");
    }

    private void assertUsageAfterRun(final String message, final String... args) {
        final Cli cli = run(args);
        assertThat(cli.err()).isEqualTo(message + "\n");
        assertThat(cli.code()).isEqualTo(2);
    }

    /** A setting of one node becomes a flow variable that controls a setting of the next. */
    @Test
    void handsExposedVariablesOn() throws Exception {
        save(countAndScale().control(2, "factor", "first"));
        final Path settings = m_workflow.resolve("Test Scale (#2)/settings.xml");
        final String controls = Files.readString(settings).replaceAll("(?s).*(    <config key=\"variables\">.*?)"
            + "    <entry key=\"customDescription.*", "$1");
        TestWorkflows.edit(m_workflow.resolve("Test Count (#1)/settings.xml"), "    <entry key=\"customDescription",
            controls.replace("key=\"factor\"", "key=\"start\"")
                .replace("<entry key=\"used_variable\" type=\"xstring\" value=\"first\"/>",
                    "<entry key=\"used_variable\" type=\"xstring\" isnull=\"true\" value=\"\"/>")
                .replace("<entry key=\"exposed_variable\" type=\"xstring\" isnull=\"true\" value=\"\"/>",
                    "<entry key=\"exposed_variable\" type=\"xstring\" value=\"first\"/>")
                + "    <entry key=\"customDescription");
        final Cli cli = run();
        assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
        assertThat(table("2-Test Scale/port_1.csv")).isEqualTo("scaled\n0.010000000000000002\n0.11000000000000001\n");
    }

    @Test
    void namesOnlyTheNodesOfACycle() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder("w");
        final int a = builder.add(SCALE);
        final int b = builder.add(SCALE);
        final int behind = builder.add(SCALE);
        save(builder.connect(a, 1, b, 1).connect(b, 1, a, 1).connect(b, 2, behind, 1));
        final Cli cli = run();
        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.err()).contains("the connections form a cycle: ").contains("Test Scale (#1)")
            .contains("Test Scale (#2)").doesNotContain("Test Scale (#3)");
    }

    @Test
    void hasKnimeRunTheWorkflow() throws Exception {
        save(countAndScale().variable(new FlowVariable("f", 4.0)).variable(new FlowVariable("n", 4L))
            .control(2, "factor", "f"));
        final Path knime = Files.writeString(m_dir.resolve("knime"), "#!/bin/sh\nprintf '%s\\n' \"$@\" > "
            + "\"$(dirname \"$0\")/given\"\nexit 4\n");
        assertThat(knime.toFile().setExecutable(true)).isTrue();
        final String[] start = {"run", m_workflow.toString(), "--knime", m_dir.toString()};
        assertThat(Cli.run(start).code()).isEqualTo(4);
        assertThat(Files.readAllLines(m_dir.resolve("given"))).contains("-reset", "-nosave", "-failonloaderror",
            "-workflowDir=" + m_workflow);
        assertThat(Cli.run(start[0], start[1], start[2], start[3], "--variable", "t=a, b", "--variable", "f=2", "--set",
            "1.rows=5").code()).isEqualTo(4);
        assertThat(Files.readAllLines(m_dir.resolve("given"))).contains("-workflow.variable=t,\"a, b\",String",
            "-workflow.variable=f,2.0,double", "-option=1,rows,5,int");
        assertKnimeUsage("--set 1.rows=5.5: Test Count (#1): '5.5' is no value for setting 'rows', which is an "
            + "integer.", "--set", "1.rows=5.5");
        assertKnimeUsage("--set 1.row=5: Test Count (#1): There is no setting 'row'. Did you mean 'rows'?", "--set",
            "1.row=5");
        assertKnimeUsage("--set 2.factor=5: this setting of Test Scale (#2) is controlled by a flow variable; set the "
            + "variable with --variable.", "--set", "2.factor=5");
        assertKnimeUsage("--variable n: KNIME's batch mode sets variables of type String, int and double only.",
            "--variable", "n=7");
        assertKnimeUsage("--variable: KNIME's batch mode takes no text with both a line break and a comma or a quote.",
            "--variable", "t=a,\nb");
        final Cli refused = run("--knime", m_dir.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("--out cannot be used with --knime");
    }

    private void assertKnimeUsage(final String message, final String option, final String value) {
        final Cli cli = Cli.run("run", m_workflow.toString(), "--knime", m_dir.toString(), option, value);
        assertThat(cli.err()).isEqualTo(message + "\n");
        assertThat(cli.code()).isEqualTo(2);
    }

    @Test
    void leavesNodesWithUnknownVariablesIdle() throws Exception {
        save(countAndScale().control(2, "factor", "nope"));
        final Cli cli = run();
        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err()).startsWith("Test Scale (#2): failed: Errors overwriting node settings with flow "
            + "variables: Unknown variable \"nope\".\n");
    }

    @Test
    void aFailureStopsItsBranchOnly() throws Exception {
        final WorkflowBuilder builder = countAndScale();
        final int fail = builder.add(FAIL);
        final int behind = builder.add(SCALE);
        save(builder.connect(1, 1, fail, 1).connect(fail, 1, behind, 1).set(behind, "column", "x"));
        final Cli cli = run();
        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err()).contains("Test Fail (#3): failed: Execute failed: it broke in row 7\n")
            .contains("Test Scale (#4): not executed, because Test Fail (#3) is not\n")
            .containsPattern("\nFailed: 2 of 4 nodes executed in \\d+\\.\\d s, tables in .*the output\n");
        assertThat(cli.out()).containsPattern("Test Scale \\(#2\\) +executed").doesNotContain("nodes executed");
        assertThat(tables()).containsExactly("1-Test Count/port_1.csv", "2-Test Scale/port_1.csv",
            "2-Test Scale/port_2.csv");
    }

    @Test
    void wrongSettingsLeaveANodeIdle() throws Exception {
        save(countAndScale());
        final Cli cli = run("--set", "2.column=y");
        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err()).startsWith("Test Scale (#2): failed: Column 'y' is missing.\n");
    }

    @Test
    void takesAwayTheOutputOfEarlierRuns() throws Exception {
        save(countAndScale());
        assertThat(run().code()).isZero();
        Files.writeString(m_out.resolve("2-Test Scale/notes.txt"), "mine");
        Files.writeString(m_out.resolve("port_1.csv"), "mine");
        assertThat(run("--set", "2.column=y").code()).isEqualTo(4);
        assertThat(tables()).containsExactly("1-Test Count/port_1.csv", "2-Test Scale/notes.txt", "port_1.csv");
        assertThat(run("--set", "2.column=").code()).isEqualTo(4);
    }

    @Test
    void leavesFilesOfOthersAlone() throws Exception {
        save(countAndScale());
        final Path view = m_out.resolve("1-Test Count/view.html");
        Files.createDirectories(view.getParent());
        Files.writeString(view, "mine");
        assertUsageAfterRun("--out " + m_out + ": there is a file '" + view + "' that no earlier run wrote, so it is "
            + "not replaced. Move it away or give another --out.");
        assertThat(tables()).containsExactly("1-Test Count/view.html");
        assertThat(view).content().isEqualTo("mine");
    }

    @Test
    void doesNotReplaceTheFileThatAReaderReads() throws Exception {
        TestWorkflows.copyOfSample(m_workflow);
        assertThat(run().code()).isZero();
        final Path table = m_out.resolve("1-CSV Reader/port_1.csv");
        final String before = Files.readString(table);
        final Path data = m_workflow.resolve("data/nsm-moments.csv");
        assertThat(data).exists();
        Files.delete(data);
        Files.createSymbolicLink(data, table);
        final Cli cli = run();
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("would be replaced by the output; give another --out.");
        assertThat(table).content().isEqualTo(before);
    }

    /** The files of the output but for the list and the descriptions of tables. */
    private List<String> tables() {
        return TestWorkflows.files(m_out).stream().map(p -> m_out.relativize(p).toString())
            .filter(p -> !p.endsWith("-metadata.json") && !p.equals(OutputFolder.LIST)).toList();
    }

    /** Two nodes that wait for each other end only if they are executed at the same time. */
    @Test
    void independentBranchesRunAtTheSameTime() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder("w");
        final int count = builder.add(COUNT);
        final int a = builder.add(WAIT);
        final int b = builder.add(WAIT);
        save(builder.connect(count, 1, a, 1).connect(count, 1, b, 1));
        assertThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
        assertThat(run().code()).isZero();
    }

    @Test
    void flowVariablePortsOrderNodes() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder("w");
        final int fail = builder.add(FAIL);
        final int count = builder.add(COUNT);
        final int after = builder.add(COUNT);
        save(builder.connect(count, 1, fail, 1).connect(fail, 0, after, 0));
        final Cli cli = run();
        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err()).contains("Test Count (#3): not executed, because Test Fail (#1) is not\n");
    }

    @Test
    void showsProgressOnATerminalOnly() throws Exception {
        save(countAndScale());
        final Cli piped = run();
        assertThat(piped.out() + piped.err()).doesNotContain("\u001b").doesNotContain("\r");
        final Cli terminal = Cli.runOnTerminal("run", m_workflow.toString(), "--out", m_out.toString());
        assertThat(terminal.err()).contains("\u001b[K[0/2]").endsWith("\r\u001b[K");
        assertThat(terminal.out().lines()).hasSize(6);
    }

    @Test
    void tellsThatSavedTablesAreNotRead() throws Exception {
        save(countAndScale());
        final Path settings = m_workflow.resolve("Test Count (#1)/settings.xml");
        TestWorkflows.edit(settings, "value=\"IDLE\"", "value=\"EXECUTED\"");
        assertThat(run().err())
            .isEqualTo("Saved tables are not read; these nodes are executed again: Test Count (#1)\n");
        assertThat(run("--reset").err()).isEmpty();
    }

    /** A node of KNIME's own, whatever bundle it is said to be in. */
    @Test
    void saysThatNodesOfKnimeNeedKnime() throws Exception {
        save(countAndScale());
        TestWorkflows.edit(m_workflow.resolve("Test Scale (#2)/settings.xml"), ScaleNodeFactory.class.getName(),
            "org.knime.base.node.preproc.filter.row3.RowFilterNodeFactory");
        final Cli cli = run();
        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.err()).startsWith("Test Scale (#2): needs KNIME Analytics Platform (factory org.knime.base.node."
            + "preproc.filter.row3.RowFilterNodeFactory).\n");
    }

    @Test
    void acceptsAWorkflowWithoutNodesAndRefusesWhatIsNone() throws Exception {
        assertThat(run().err()).isEqualTo("There is no workflow directory '" + m_workflow + "'.\n");
        assertThat(run().code()).isEqualTo(2);
        Files.createDirectories(m_workflow);
        assertThat(run().code()).isEqualTo(3);
        save(new WorkflowBuilder("empty"));
        assertThat(run().code()).isZero();
    }
}
