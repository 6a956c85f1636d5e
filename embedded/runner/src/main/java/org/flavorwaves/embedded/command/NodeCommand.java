package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.Executed;
import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.run.Outputs;
import org.flavorwaves.embedded.run.ResultSentences;
import org.flavorwaves.embedded.run.SingleNode;
import org.flavorwaves.embedded.settings.Nearest;
import org.flavorwaves.embedded.settings.UsageException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one node on CSV files. */
@Command(name = "node", description = "Runs one node on CSV files, as in: flavorwaves node \"Flavor Wave Bands\" "
    + "--in 1=state.csv --set kCount=101 --out bands", sortOptions = false)
final class NodeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec m_spec;

    @Parameters(paramLabel = "NODE", arity = "0..1", description = "Name of the node; 'flavorwaves nodes' lists them.")
    private Optional<String> m_name = Optional.empty();

    @Option(names = "--in", paramLabel = "PORT=FILE", description = "CSV file of an input port; ports count from 1.")
    private List<String> m_inputs = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Value of a parameter.")
    private List<String> m_settings = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where port_1.csv, port_2.csv, ... go.")
    private Optional<Path> m_out = Optional.empty();

    @Option(names = {"-h", "--help"}, description = "Shows ports and parameters of the node.")
    private boolean m_help;

    @Override
    public Integer call() throws Exception {
        try {
            if (m_name.isEmpty()) {
                if (!m_help) {
                    throw new UsageException("Name a node; 'flavorwaves nodes' lists them.");
                }
                m_spec.commandLine().usage(m_spec.commandLine().getOut());
                return FlavorWaves.OK;
            }
            DefaultNodeType type = find(m_name.get());
            if (m_help) {
                NodeHelp.print(type, m_spec.commandLine().getOut());
                return FlavorWaves.OK;
            }
            return run(type);
        } catch (UsageException ex) {
            m_spec.commandLine().getErr().println("flavorwaves: " + ex.getMessage());
            return FlavorWaves.USAGE;
        }
    }

    private static DefaultNodeType find(String name) throws UsageException, IOException {
        NodeCatalog catalog = Catalogs.all();
        Optional<DefaultNodeType> type = catalog.byName(name);
        if (type.isEmpty()) {
            throw new UsageException("There is no node '" + name + "'." + Nearest.question(name, catalog.names()));
        }
        return type.get();
    }

    private int run(DefaultNodeType type) throws UsageException, IOException, CanceledExecutionException {
        if (m_out.isEmpty()) {
            throw new UsageException("Say where the results go: add --out DIR.");
        }
        AtomicFile files = new AtomicFile();
        Terminal terminal = new Terminal(m_spec.commandLine().getOut(), m_spec.commandLine().getErr());
        DefaultNodeProgressMonitor progress =
            SingleNode.progress((fraction, message) -> terminal.progress(type.displayName(), fraction, message));
        Thread stop = new Thread(() -> {
            progress.setExecuteCanceled();
            files.deleteUnfinished();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            Map<Integer, Path> inputs = new LinkedHashMap<>();
            for (Map.Entry<String, String> entry : Assignments.of("--in", m_inputs).entrySet()) {
                inputs.put(Assignments.number("a port", entry.getKey()), Path.of(entry.getValue()));
            }
            Path folder = Path.of("").toAbsolutePath();
            Map<String, String> settings = Assignments.of("--set", m_settings);
            Executed result = new SingleNode(type, new NodeContext(folder, files)).run(inputs, settings, progress);
            terminal.clear();
            return finish(result, new Outputs(files));
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private int finish(Executed result, Outputs outputs) throws IOException {
        PrintWriter err = m_spec.commandLine().getErr();
        Outputs.clear(m_out.get());
        if (!result.message().getMessage().isEmpty()) {
            err.println((result.successful() ? "warning: " : "flavorwaves: ") + SingleNode.text(result.message()));
        }
        if (!result.successful()) {
            return FlavorWaves.NOT_EXECUTED;
        }
        Files.createDirectories(m_out.get());
        outputs.write(m_out.get(), result);
        ResultSentences.of(result.tables()).forEach(m_spec.commandLine().getOut()::println);
        return FlavorWaves.OK;
    }
}
