package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.format.WorkflowFormatException;
import org.flavorwaves.embedded.format.WorkflowReader;
import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.run.Outputs;
import org.flavorwaves.embedded.run.WorkflowPlan;
import org.flavorwaves.embedded.run.WorkflowRun;
import org.flavorwaves.embedded.settings.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a saved workflow. */
@Command(name = "run", description = "Runs a saved workflow and writes each output table as CSV.",
    mixinStandardHelpOptions = true, sortOptions = false)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec m_spec;

    @Parameters(paramLabel = "WORKFLOW_DIR", description = "The workflow directory, as KNIME saves it.")
    private Path m_workflow;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go, one folder a node. Default: out.")
    private Path m_out = Path.of("out");

    @Option(names = "--set", paramLabel = "NODE.KEY=VALUE", description = "Changes a setting, as in 4.kCount=101.")
    private List<String> m_settings = new ArrayList<>();

    @Option(names = "--variable", paramLabel = "NAME=VALUE", description = "Gives a workflow variable a value.")
    private List<String> m_variables = new ArrayList<>();

    @Option(names = "--reset", description = "Executes nodes that were saved as executed again. Without KNIME, tables "
        + "saved in a workflow are never used, so that this is always so.")
    private boolean m_reset;

    @Option(names = "--knime", paramLabel = "PROGRAM",
        description = "Runs the workflow in the batch mode of an installed KNIME instead.")
    private Optional<Path> m_knime = Optional.empty();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = m_spec.commandLine().getErr();
        try {
            Map<Integer, Map<String, String>> settings = settings();
            Map<String, String> variables = Assignments.of("--variable", m_variables);
            return m_knime.isPresent()
                ? new KnimeBatch(m_knime.get(), m_workflow, m_reset).run(settings, variables)
                : run(settings, variables);
        } catch (UsageException ex) {
            err.println("flavorwaves: " + ex.getMessage());
            return FlavorWaves.USAGE;
        } catch (WorkflowFormatException ex) {
            err.println("flavorwaves: " + ex.getMessage());
            return FlavorWaves.NOT_LOADED;
        } catch (WorkflowPlan.LoadException ex) {
            ex.problems().forEach(p -> err.println("flavorwaves: " + p));
            return FlavorWaves.NOT_LOADED;
        }
    }

    private int run(Map<Integer, Map<String, String>> settings, Map<String, String> variables)
        throws UsageException, WorkflowFormatException, WorkflowPlan.LoadException, IOException, InterruptedException {
        if (!Files.isDirectory(m_workflow)) {
            throw new UsageException("There is no workflow directory " + m_workflow + ".");
        }
        AtomicFile files = new AtomicFile();
        Workflow workflow = WorkflowReader.read(m_workflow);
        WorkflowPlan plan = WorkflowPlan.of(workflow, Catalogs.all(),
            new NodeContext(m_workflow.toAbsolutePath().normalize(), files), settings, variables);
        Terminal terminal = new Terminal(m_spec.commandLine().getOut(), m_spec.commandLine().getErr());
        WorkflowRun run = new WorkflowRun(plan, m_out, new Outputs(files), terminal);
        Thread stop = new Thread(() -> {
            run.cancel();
            files.deleteUnfinished();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        boolean all = run.execute();
        Runtime.getRuntime().removeShutdownHook(stop);
        PrintWriter out = m_spec.commandLine().getOut();
        out.println();
        out.println((all ? "Tables are in " : "Not everything was executed. Tables of executed nodes are in ") + m_out
            + ".");
        return all ? FlavorWaves.OK : FlavorWaves.NOT_EXECUTED;
    }

    private Map<Integer, Map<String, String>> settings() throws UsageException {
        Map<Integer, Map<String, String>> settings = new HashMap<>();
        for (Map.Entry<String, String> entry : Assignments.of("--set", m_settings).entrySet()) {
            int dot = entry.getKey().indexOf('.');
            if (dot < 1) {
                throw new UsageException(
                    "'--set " + entry.getKey() + "' must name a node and a key, as in 4.kCount=101.");
            }
            settings.computeIfAbsent(Assignments.number("a node", entry.getKey().substring(0, dot)),
                id -> new LinkedHashMap<>()).put(entry.getKey().substring(dot + 1), entry.getValue());
        }
        return settings;
    }
}
