package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.run.InputFiles;
import org.flavorwaves.embedded.run.NodeOutput;
import org.flavorwaves.embedded.run.NodeReport;
import org.flavorwaves.embedded.run.OutputFolder;
import org.flavorwaves.embedded.run.SingleRun;
import org.flavorwaves.embedded.run.TableFormat;
import org.flavorwaves.embedded.settings.Nearest;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.flavorwaves.embedded.settings.UsageException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.NodeMessage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Executes one node. */
@Command(name = "node", sortOptions = false,
    description = {"Executes one node on CSV or Parquet files and writes each output table as CSV or Parquet.", ""},
    footer = {"",
        "CSV files are UTF-8 with a header and commas; an empty field is a missing value, \"\" an empty text. Numbers "
            + "are written so that they read back bit by bit the same. The output is DIR/port_K.csv with types, units "
            + "and meanings of its columns in DIR/port_K.csv-metadata.json (W3C CSV on the Web), a view DIR/view.html. "
            + "With --out-format parquet it is DIR/port_K.parquet, which holds the same description (key csvw of "
            + "its metadata) and is written and read a row group at a time. "
            + "The description beside an input table is read, so that units are known to the next node. The files "
            + "appear together when they are complete; those that earlier runs wrote in DIR are deleted first, and no "
            + "others; DIR/.flavorwaves lists them.",
        "",
        "Names of nodes: flavorwaves nodes. Ports and parameters of a node: flavorwaves node \"NAME\" --help.",
        "",
        "Exit codes: 0 executed, 2 bad arguments, 4 not executed, 130 interrupted."})
final class NodeCommand implements Callable<Integer> {

    private static final long CANCEL_MILLIS = 3000;

    private static final Pattern INPUT = Pattern.compile("(\\d{1,9})=(.+)");

    private static final Pattern SETTING = Pattern.compile("([^=]+)=(.*)", Pattern.DOTALL);

    @Parameters(paramLabel = "\"NAME\"", arity = "0..1", description = "Name of the node.")
    private String m_name;

    @Option(names = "--in", paramLabel = "K=FILE",
        description = "The table of input port K, CSV or Parquet, or a folder of Parquet files; ports count from 1.")
    private List<String> m_inputs = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets a parameter. May be repeated.")
    private List<String> m_settings = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the tables go.")
    private Path m_out;

    @Mixin
    private final OutputOptions m_output = new OutputOptions();

    @Option(names = {"-h", "--help"},
        description = "Shows this help or, after a name, ports and parameters of the node.")
    private boolean m_help;

    @Spec
    private CommandSpec m_spec;

    private final Terminal m_terminal;

    private final CatalogSource m_catalog;

    NodeCommand(final Terminal terminal, final CatalogSource catalog) {
        m_terminal = terminal;
        m_catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        if (m_name == null) {
            final String usage = m_spec.commandLine().getUsageMessage().stripTrailing();
            if (m_help) {
                m_terminal.out(usage);
                return ExitCodes.OK;
            }
            m_terminal.err("Which node? Give its name, as in: flavorwaves node \"Mixing Equilibrium\" --help");
            return ExitCodes.USAGE;
        }
        try {
            final DefaultNodeType type = find(m_catalog.get());
            if (m_help) {
                m_terminal.out(NodeHelp.of(type));
                return ExitCodes.OK;
            }
            return execute(type);
        } catch (final UsageException ex) {
            m_terminal.err(ex.getMessage());
            return ExitCodes.USAGE;
        }
    }

    private DefaultNodeType find(final NodeCatalog catalog) throws UsageException {
        final Optional<DefaultNodeType> type = catalog.byName(m_name);
        if (type.isEmpty()) {
            if (catalog.extra().stream().anyMatch(t -> t.displayName().equalsIgnoreCase(m_name.strip()))) {
                throw new UsageException("The node '" + m_name + "' runs in workflows only; here --in reads tables and "
                    + "--out writes them.");
            }
            throw new UsageException("There is no node '" + m_name + "' here."
                + Nearest.question(m_name, catalog.names())
                + " See: flavorwaves nodes. KNIME's own nodes need KNIME Analytics Platform.");
        }
        return type.get();
    }

    private int execute(final DefaultNodeType type) throws UsageException, IOException, InterruptedException {
        if (m_out == null || m_out.toString().isEmpty()) {
            throw new UsageException("--out is " + (m_out == null ? "missing" : "empty") + ": where do the tables go?");
        }
        final List<Optional<Path>> files = inputFiles(type);
        final List<BufferedDataTable> tables = new ArrayList<>();
        for (final Optional<Path> file : files) {
            try {
                tables.add(file.isPresent() ? read(file.get()) : null);
            } catch (final IOException | IllegalArgumentException ex) {
                m_terminal.err("Failed: " + file.orElseThrow() + ": " + ex.getMessage());
                return ExitCodes.NOT_EXECUTED;
            }
        }
        final NodeContext context = new NodeContext(Path.of("").toAbsolutePath(), new AtomicFile());
        final NodeSettings model = settings(type, tables, context);
        try (OutputFolder folder = m_output.folder(m_out)) {
            final NodeOutput output = folder.of(context.files());
            final List<Path> inputs = new ArrayList<>(InputFiles.of(model, context.workflow()));
            files.forEach(file -> file.ifPresent(inputs::add));
            folder.reserve(output.targets(type), inputs);
            folder.clear();
            return execute(type, model, tables, context, output);
        }
    }

    private int execute(final DefaultNodeType type, final NodeSettings model, final List<BufferedDataTable> tables,
        final NodeContext context,
        final NodeOutput output) throws InterruptedException {
        final SingleRun run = new SingleRun(type, model, tables, context, output);
        final Thread hook = new Thread(() -> stop(run, context.files()), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        final NodeReport report = run.execute(new RunReporter(m_terminal, type.displayName().length()));
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException ex) {
            return ExitCodes.NOT_EXECUTED;
        }
        report.results().forEach(m_terminal::out);
        return report.isExecuted() ? ExitCodes.OK : ExitCodes.NOT_EXECUTED;
    }

    private void stop(final SingleRun run, final AtomicFile files) {
        m_terminal.err("Canceled.");
        run.cancel();
        try {
            run.awaitEnd(CANCEL_MILLIS);
        } catch (final InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        files.deleteUnfinished();
    }

    private List<Optional<Path>> inputFiles(final DefaultNodeType type) throws UsageException, IOException {
        final List<Port> ports = type.inputs();
        final List<Optional<Path>> files =
            IntStream.range(0, ports.size()).mapToObj(i -> Optional.<Path>empty()).collect(Collectors.toList());
        for (final String input : m_inputs) {
            final Matcher m = INPUT.matcher(input);
            if (!m.matches()) {
                throw new UsageException("--in " + input + ": expected K=FILE, as in --in 1=state.csv.");
            }
            final int port = Integer.parseInt(m.group(1));
            if (port < 1 || port > ports.size()) {
                throw new UsageException("--in " + input + ": " + type.displayName() + " has "
                    + (ports.isEmpty() ? "no input port." : "the input ports " + list(ports) + "."));
            }
            final Path file = Path.of(m.group(2));
            if (!TableFormat.isTable(file)) {
                throw new UsageException("--in " + input + ": " + (!Files.exists(file) ? "there is no file '" + file
                    + "'." : "'" + file + "' is " + (Files.isDirectory(file) ? "a folder without Parquet files"
                    : "a device or a pipe") + "; a CSV or Parquet file is needed."));
            }
            files.set(port - 1, Optional.of(file));
        }
        for (int i = 0; i < ports.size(); i++) {
            if (files.get(i).isEmpty() && !ports.get(i).optional()) {
                throw new UsageException("Input port " + (i + 1) + " (" + ports.get(i).name()
                    + ") has no table: --in " + (i + 1) + "=FILE is missing.");
            }
        }
        return files;
    }

    private static String list(final List<Port> ports) {
        return IntStream.range(0, ports.size()).mapToObj(i -> (i + 1) + " (" + ports.get(i).name() + ")")
            .collect(Collectors.joining(", "));
    }

    private static BufferedDataTable read(final Path file) throws IOException {
        try {
            return TableFormat.read(file, new ExecutionContext(new DefaultNodeProgressMonitor()));
        } catch (final CanceledExecutionException ex) {
            throw new IOException("reading was canceled", ex);
        }
    }

    private NodeSettings settings(final DefaultNodeType type, final List<BufferedDataTable> tables,
        final NodeContext context)
        throws UsageException {
        final List<DataTableSpec> specs =
            tables.stream().map(t -> t == null ? null : t.getDataTableSpec()).collect(Collectors.toList());
        final NodeSettings model = type.defaults(specs);
        for (final String setting : m_settings) {
            final Matcher m = SETTING.matcher(setting);
            if (!m.matches()) {
                throw new UsageException("--set " + setting + ": expected KEY=VALUE, as in --set kMax=2.");
            }
            try {
                SettingArgument.checkChoice(type.parameters().get(m.group(1)), m.group(1), m.group(2));
                SettingsTree.set(model, m.group(1), m.group(2));
            } catch (final UsageException ex) {
                throw new UsageException("--set " + setting + ": " + ex.getMessage());
            }
        }
        try {
            type.load(model, context);
        } catch (final InvalidSettingsException ex) {
            throw new UsageException(ex instanceof MessageAwareException
                ? RunReporter.text(((MessageAwareException) ex).getKNIMEMessage().toNodeMessage(NodeMessage.Type.ERROR))
                : ex.getMessage());
        }
        return model;
    }
}
