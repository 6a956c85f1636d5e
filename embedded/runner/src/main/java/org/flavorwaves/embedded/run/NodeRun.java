package org.flavorwaves.embedded.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.catalog.Configured;
import org.flavorwaves.embedded.catalog.Executed;
import org.flavorwaves.embedded.catalog.LoadedNode;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.NodeMessage;

/** A node while its workflow is run. It is used by one thread at a time, except for progress and cancelation. */
final class NodeRun {

    private static final double NANOS = 1e-9;

    private static final double PERCENT = 100;

    private final PlannedNode m_node;

    private final DefaultNodeProgressMonitor m_monitor = new DefaultNodeProgressMonitor();

    private final Map<String, FlowVariable> m_variables = new LinkedHashMap<>();

    private LoadedNode m_loaded;

    private RunState m_state = RunState.IDLE;

    private NodeMessage m_message = NodeMessage.NONE;

    private double m_seconds = -1;

    private Executed m_executed = Executed.failed(NodeMessage.NONE);

    private List<Optional<DataTableSpec>> m_specs = List.of();

    private List<Long> m_rows = List.of();

    private List<String> m_results = List.of();

    private Map<String, String> m_inherited = Map.of();

    NodeRun(final PlannedNode node) {
        m_node = node;
    }

    PlannedNode node() {
        return m_node;
    }

    RunState state() {
        return m_state;
    }

    /** The variables that reach the nodes after this one. */
    Map<String, FlowVariable> variables() {
        return m_variables;
    }

    Optional<DataTableSpec> spec(final int port) {
        return port < m_specs.size() ? m_specs.get(port) : Optional.empty();
    }

    BufferedDataTable table(final int port) {
        return m_executed.tables().get(port);
    }

    /** Puts the flow variables into the settings and configures the node; all its input columns are known. */
    boolean configure(final List<DataTableSpec> inputs, final Map<String, FlowVariable> variables,
        final NodeContext context) {
        m_state = RunState.IDLE;
        m_variables.clear();
        m_variables.putAll(variables);
        try {
            final NodeSettings model = SettingsTree.copy(m_node.model());
            for (final FlowVariable exposed : m_node.overrides().apply(model, variables)) {
                m_variables.put(exposed.name(), exposed);
            }
            m_loaded = m_node.type().load(model, m_node.saved().addedPorts(), context);
        } catch (final InvalidSettingsException ex) {
            m_message = new NodeMessage(NodeMessage.Type.WARNING, ex.getMessage());
            return false;
        }
        final Configured configured = m_loaded.configure(inputs);
        m_message = configured.message();
        m_specs = configured.specs();
        m_state = configured.successful() ? RunState.CONFIGURED : RunState.IDLE;
        return configured.successful();
    }

    /** What columns mean in an output table. */
    Map<String, String> meanings(final int port) {
        return NodeOutput.meanings(m_node.type().outputs().get(port), m_inherited);
    }

    /** Executes the configured node, to whose inputs columns come with meanings, and writes its output. */
    void execute(final List<BufferedDataTable> inputs, final Map<String, String> inherited, final NodeOutput output) {
        m_inherited = inherited;
        m_state = RunState.EXECUTING;
        final long start = System.nanoTime();
        final Executed executed = m_loaded.execute(inputs, new ExecutionContext(m_monitor));
        m_seconds = (System.nanoTime() - start) * NANOS;
        m_message = executed.message();
        if (executed.successful()) {
            m_executed = executed;
            m_rows = executed.tables().stream().map(BufferedDataTable::size).collect(Collectors.toList());
            m_results = ResultSentences.of(executed.tables());
            m_specs = executed.tables().stream().map(t -> Optional.of(t.getDataTableSpec()))
                .collect(Collectors.toList());
            m_state = write(executed, output) ? RunState.EXECUTED : RunState.CONFIGURED;
        } else {
            m_state = RunState.CONFIGURED;
        }
    }

    private boolean write(final Executed executed, final NodeOutput output) {
        try {
            output.write(m_node.type(), executed, m_inherited, new ExecutionContext(m_monitor));
            return true;
        } catch (final CanceledExecutionException ex) {
            m_message = new NodeMessage(NodeMessage.Type.WARNING, "Execution canceled");
            return false;
        } catch (final Exception ex) {
            m_message = new NodeMessage(NodeMessage.Type.ERROR, "Writing the output failed: " + ex.getMessage());
            return false;
        }
    }

    /** Takes down an error that the node did not turn into a message itself. */
    void crash(final Throwable error) {
        m_state = m_state == RunState.EXECUTING ? RunState.CONFIGURED : RunState.IDLE;
        m_message = new NodeMessage(NodeMessage.Type.ERROR, ProgramFailure.sentence(error));
    }

    /** Lets go of the tables. */
    void forgetTables() {
        m_executed = Executed.failed(NodeMessage.NONE);
        m_loaded = null;
    }

    void cancel() {
        m_monitor.setExecuteCanceled();
    }

    /** What the node is doing, in one line. */
    String progress() {
        final StringBuilder line = new StringBuilder(m_node.label());
        final Double fraction = m_monitor.getProgress();
        if (fraction != null) {
            line.append(' ').append(Math.round(PERCENT * fraction)).append(" %");
        }
        final String message = m_monitor.getMessage();
        if (message != null && !message.isEmpty()) {
            line.append(' ').append(message);
        }
        return line.toString();
    }

    NodeReport report(final Optional<String> waitsFor) {
        return new NodeReport(m_node.label(), m_state, m_message, m_seconds, m_rows, waitsFor,
            new ArrayList<>(m_results));
    }
}
