package org.flavorwaves.embedded.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.settings.VariableOverrides;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;

/** Executes one node outside of any workflow. */
public final class SingleRun {

    private static final long PROGRESS_MILLIS = 100;

    private final NodeRun m_run;

    private final List<BufferedDataTable> m_inputs;

    private final NodeContext m_context;

    private final NodeOutput m_output;

    private final Thread m_thread;

    /**
     * Prepares a run.
     *
     * @param type kind of the node
     * @param model its settings
     * @param inputs the table of each input; null for an optional one without table
     * @param context where it runs
     * @param output where its tables go
     */
    public SingleRun(final NodeType type, final NodeSettings model, final List<BufferedDataTable> inputs,
        final NodeContext context,
        final NodeOutput output) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("name", type.displayName());
        final SavedNode saved = new SavedNode(1, SavedNode.Kind.NativeNode, "settings.xml", settings);
        m_run = new NodeRun(new PlannedNode(saved, type, model, VariableOverrides.none(), List.of(), List.of()));
        m_inputs = inputs;
        m_context = context;
        m_output = output;
        m_thread = new Thread(this::run, "node");
        m_thread.setDaemon(true);
    }

    private void run() {
        try {
            final List<DataTableSpec> specs = m_inputs.stream().map(t -> t == null ? null : t.getDataTableSpec())
                .collect(Collectors.toList());
            if (m_run.configure(specs, Map.of(), m_context)) {
                m_run.execute(m_inputs, Map.of(), m_output);
            }
        } catch (final RuntimeException | Error ex) {
            m_run.crash(ex);
        }
    }

    /**
     * Executes the node and returns when it is done.
     *
     * @param listener is told what happens
     * @return what became of it
     * @throws InterruptedException if the calling thread is interrupted; the run is then canceled
     */
    public NodeReport execute(final RunListener listener) throws InterruptedException {
        m_thread.start();
        try {
            while (m_thread.isAlive()) {
                listener.progress(0, 1, List.of(m_run.progress()));
                m_thread.join(PROGRESS_MILLIS);
            }
        } catch (final InterruptedException ex) {
            cancel();
            throw ex;
        }
        final NodeReport report = m_run.report(Optional.empty());
        listener.nodeDone(report);
        return report;
    }

    /** Cancels the node. */
    public void cancel() {
        m_run.cancel();
    }

    /**
     * Waits until the node is done.
     *
     * @param millis the longest time to wait
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void awaitEnd(final long millis) throws InterruptedException {
        m_thread.join(millis);
    }
}
