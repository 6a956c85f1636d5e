package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.flavorwaves.embedded.base.CsvTableReader;
import org.flavorwaves.embedded.catalog.Configured;
import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.Executed;
import org.flavorwaves.embedded.catalog.LoadedNode;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.flavorwaves.embedded.settings.UsageException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.NodeMessage;

/** Runs one node on files. */
public final class SingleNode {

    private final DefaultNodeType m_type;

    private final NodeContext m_context;

    /**
     * Prepares a node.
     *
     * @param type its kind
     * @param context where it runs
     */
    public SingleNode(DefaultNodeType type, NodeContext context) {
        m_type = type;
        m_context = context;
    }

    /**
     * Runs the node.
     *
     * @param inputs file of each input port, by number from 1
     * @param settings values of parameters by path
     * @param progress takes progress
     * @return the outcome
     * @throws UsageException if ports, files or settings are wrong
     * @throws IOException if a file cannot be read
     * @throws CanceledExecutionException if the run was canceled
     */
    public Executed run(Map<Integer, Path> inputs, Map<String, String> settings, DefaultNodeProgressMonitor progress)
        throws UsageException, IOException, CanceledExecutionException {
        checkPorts(inputs);
        ExecutionContext exec = new ExecutionContext(progress);
        List<BufferedDataTable> tables = new ArrayList<>();
        List<DataTableSpec> specs = new ArrayList<>();
        for (int p = 1; p <= m_type.inputs().size(); p++) {
            BufferedDataTable table = inputs.containsKey(p) ? read(inputs.get(p), exec) : null;
            tables.add(table);
            specs.add(table == null ? null : table.getDataTableSpec());
        }
        NodeSettings model = m_type.defaults(specs);
        for (Map.Entry<String, String> entry : settings.entrySet()) {
            SettingsTree.set(model, entry.getKey(), entry.getValue());
        }
        return execute(load(model), specs, tables, exec);
    }

    private static Executed execute(LoadedNode node, List<DataTableSpec> specs, List<BufferedDataTable> tables,
        ExecutionContext exec) {
        Configured configured = node.configure(specs);
        return configured.successful() ? node.execute(tables, exec) : Executed.failed(configured.message());
    }

    private LoadedNode load(NodeSettings model) throws UsageException {
        try {
            return m_type.load(model, m_context);
        } catch (InvalidSettingsException ex) {
            throw new UsageException(ex.getMessage());
        }
    }

    private void checkPorts(Map<Integer, Path> inputs) throws UsageException {
        int count = m_type.inputs().size();
        for (int port : inputs.keySet()) {
            if (port < 1 || port > count) {
                throw new UsageException(m_type.displayName() + " has no input port " + port + "; "
                    + (count == 0 ? "it has no inputs." : "its input ports are 1 to " + count + "."));
            }
        }
        for (int p = 1; p <= count; p++) {
            if (!inputs.containsKey(p) && !m_type.inputs().get(p - 1).optional()) {
                throw new UsageException("Input port " + p + " (" + m_type.inputs().get(p - 1).name() + ") of "
                    + m_type.displayName() + " is missing: add --in " + p + "=FILE.csv.");
            }
        }
    }

    private static BufferedDataTable read(Path file, ExecutionContext exec)
        throws UsageException, IOException, CanceledExecutionException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no file " + file + ".");
        }
        try {
            return CsvTableReader.readPlain(file, exec);
        } catch (IllegalArgumentException ex) {
            throw new UsageException(file + ": " + ex.getMessage());
        }
    }

    /**
     * A progress that is passed on a few times a second.
     *
     * @param sink takes the share that is done and what is being done
     * @return the progress
     */
    public static DefaultNodeProgressMonitor progress(BiConsumer<Double, String> sink) {
        return new WatchedProgress(sink::accept);
    }

    /**
     * The text of a message, with what can be done.
     *
     * @param message the message
     * @return one or more lines
     */
    public static String text(NodeMessage message) {
        StringBuilder text = new StringBuilder(message.getMessage());
        message.getIssue().ifPresent(issue -> text.append(System.lineSeparator()).append(issue.stripTrailing()));
        message.getResolutions().forEach(r -> text.append(System.lineSeparator()).append("- ").append(r));
        return text.toString();
    }
}
