package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.format.CreatedBy;
import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.format.WorkflowFormatException;
import org.flavorwaves.embedded.format.WorkflowReader;
import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.run.NodeReport;
import org.flavorwaves.embedded.run.OutputFolder;
import org.flavorwaves.embedded.run.Plan;
import org.flavorwaves.embedded.run.Problem;
import org.flavorwaves.embedded.run.WorkflowCheck;
import org.flavorwaves.embedded.run.WorkflowRun;
import org.flavorwaves.embedded.settings.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a saved workflow. */
@Command(name = "run", sortOptions = false, mixinStandardHelpOptions = false,
    description = {"Runs a workflow that KNIME saved and writes each output table as CSV or Parquet.", ""},
    footer = {"",
        "Each node becomes one line with its state and time; the tables are OUT/ID-NAME/port_K.csv (or .parquet), "
            + "views are OUT/ID-NAME/view.html; OUT/ID-NAME/port_K.csv-metadata.json has types, units and meanings of "
            + "the columns. The files of a node appear together when they are complete. When the execution starts, "
            + "the files that earlier runs wrote in OUT are deleted, and no others; OUT/.flavorwaves lists them. The "
            + "workflow directory itself is not changed, except by nodes that write files.",
        "",
        "Failures and warnings go to the standard error stream.",
        "",
        "All nodes are executed, also those that were saved as executed: saved tables are not read.",
        "",
        "No more than N threads compute at once if the environment variable KNIME_CORE_MAX_THREADS is N, as in KNIME; "
            + "else there are as many as cores.",
        "",
        "Exit codes: 0 all nodes executed, 2 bad arguments, 3 the workflow has errors and nothing was executed, "
            + "4 not all nodes executed, 130 interrupted."})
final class RunCommand implements Callable<Integer> {

    private static final long CANCEL_MILLIS = 3000;

    @Mixin
    private HelpOption m_help;

    @Parameters(paramLabel = "WORKFLOW_DIR", description = "The workflow directory; it holds a file workflow.knime.")
    private Path m_workflow;

    @Option(names = "--out", paramLabel = "DIR",
        description = "Where the tables go. Default: out/NAME, with the name of the workflow directory.")
    private Path m_out;

    @Option(names = "--set", paramLabel = "ID.KEY=VALUE",
        description = "Sets a parameter of a node for this run, as in --set 3.kMax=2. Keys of groups are joined by "
            + "slashes. May be repeated.")
    private List<String> m_settings = new ArrayList<>();

    @Option(names = "--variable", paramLabel = "NAME=VALUE",
        description = "Sets a workflow variable for this run. The type is that of the workflow's variable of this "
            + "name, else integer, number or text as VALUE looks; NAME,VALUE,TYPE with String, int or double says it "
            + "as KNIME does. May be repeated.")
    private List<String> m_variables = new ArrayList<>();

    @Option(names = "--reset", description = "Executes all nodes again, as KNIME's -reset does.")
    private boolean m_reset;

    @Option(names = "--knime", paramLabel = "KNIME",
        description = "Runs the workflow with this KNIME installation (its executable or its directory) in batch "
            + "mode instead. --out cannot be used with it.")
    private Path m_knime;

    @Mixin
    private final OutputOptions m_output = new OutputOptions();

    private final Terminal m_terminal;

    private final CatalogSource m_catalog;

    RunCommand(final Terminal terminal, final CatalogSource catalog) {
        m_terminal = terminal;
        m_catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        try {
            if (!Files.isDirectory(m_workflow)) {
                throw new UsageException("There is no workflow directory '" + m_workflow + "'.");
            }
            final Workflow workflow = WorkflowReader.read(m_workflow);
            if (m_knime != null) {
                return runKnime(workflow);
            }
            CreatedBy.check(workflow.document());
            return run(workflow, m_catalog.get());
        } catch (final UsageException ex) {
            m_terminal.err(ex.getMessage());
            return ExitCodes.USAGE;
        } catch (final WorkflowFormatException ex) {
            m_terminal.err(ex.getMessage());
            return ExitCodes.LOAD;
        }
    }

    private int runKnime(final Workflow workflow) throws UsageException, IOException, InterruptedException {
        if (m_out != null) {
            throw new UsageException("--out cannot be used with --knime: KNIME's batch mode writes no tables. "
                + "Use CSV Writer nodes in the workflow.");
        }
        final KnimeBatch batch = new KnimeBatch(m_knime, m_workflow);
        for (final FlowVariable v : new VariableArguments(workflow.variables()).parse(m_variables)) {
            batch.variable(v);
        }
        for (final SettingArgument setting : SettingArgument.parseAll(m_settings)) {
            batch.option(setting, setting.node(workflow));
        }
        return batch.run();
    }

    private int run(final Workflow workflow, final NodeCatalog catalog)
        throws UsageException, IOException, InterruptedException {
        final WorkflowCheck check = new WorkflowCheck(workflow, catalog);
        for (final SettingArgument setting : SettingArgument.parseAll(m_settings)) {
            setting.apply(workflow, check);
        }
        final VariableArguments arguments = new VariableArguments(workflow.variables());
        arguments.parse(m_variables);
        arguments.unused(workflow).forEach(m_terminal::err);
        final Path directory = m_workflow.toAbsolutePath().normalize();
        final Optional<Plan> plan = check.plan(directory, arguments.all());
        if (plan.isEmpty()) {
            for (final Problem problem : check.problems()) {
                m_terminal.err(problem.toString());
            }
            m_terminal.err("The workflow cannot run here; nothing was executed. An installed KNIME runs it with "
                + "--knime /path/to/knime.");
            return ExitCodes.LOAD;
        }
        final List<String> saved =
            workflow.nodes().stream().filter(SavedNode::savedAsExecuted).map(SavedNode::label).toList();
        if (!saved.isEmpty() && !m_reset) {
            m_terminal.err("Saved tables are not read; these nodes are executed again: " + String.join(", ", saved));
        }
        return execute(plan.get(), workflow, directory);
    }

    private int execute(final Plan plan, final Workflow workflow, final Path directory)
        throws UsageException, IOException, InterruptedException {
        final Path out = m_out == null ? Path.of("out").resolve(directory.getFileName().toString()) : m_out;
        try (OutputFolder output = m_output.folder(out)) {
            return execute(plan, workflow, out, output);
        }
    }

    private int execute(final Plan plan, final Workflow workflow, final Path out, final OutputFolder output)
        throws UsageException, IOException, InterruptedException {
        final AtomicFile files = new AtomicFile();
        final int width = workflow.nodes().stream().mapToInt(n -> n.label().length()).max().orElse(0);
        final WorkflowRun run = new WorkflowRun(plan, output, files, new RunReporter(m_terminal, width));
        run.takeOutput();
        final Thread hook = new Thread(() -> stop(run, files), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        final long start = System.nanoTime();
        final List<NodeReport> reports = run.execute();
        final double seconds = (System.nanoTime() - start) * 1e-9;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException ex) {
            return ExitCodes.NOT_EXECUTED;
        }
        return summarize(reports, seconds, out);
    }

    private void stop(final WorkflowRun run, final AtomicFile files) {
        m_terminal.err("Canceled.");
        run.cancel();
        try {
            run.awaitEnd(CANCEL_MILLIS);
        } catch (final InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        files.deleteUnfinished();
    }

    private void tell(final NodeReport report) {
        m_terminal.out("");
        m_terminal.out(report.label());
        report.results().forEach(r -> m_terminal.out("  " + r));
    }

    private int summarize(final List<NodeReport> reports, final double seconds, final Path out) {
        final long executed = reports.stream().filter(NodeReport::isExecuted).count();
        final String summary = String.format(Locale.ROOT, "%d of %d nodes executed in %.1f s, tables in %s", executed,
            reports.size(), seconds, out);
        if (executed == reports.size()) {
            m_terminal.out(summary);
        } else {
            m_terminal.err("Failed: " + summary);
        }
        reports.stream().filter(r -> !r.results().isEmpty()).forEach(this::tell);
        return executed == reports.size() ? ExitCodes.OK : ExitCodes.NOT_EXECUTED;
    }
}
