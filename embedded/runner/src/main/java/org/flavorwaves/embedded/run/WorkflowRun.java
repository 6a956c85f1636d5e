package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.run.PlannedNode.Source;
import org.flavorwaves.embedded.settings.UsageException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;

/**
 * Executes a workflow: each node as soon as those before it are executed, independent nodes at the same time. A node
 * that fails keeps the nodes behind it from being executed; all others still are.
 */
public final class WorkflowRun {

    private static final long PROGRESS_MILLIS = 100;

    private final Plan m_plan;

    private final OutputFolder m_output;

    private final NodeContext m_context;

    private final RunListener m_listener;

    private final Map<Integer, NodeRun> m_nodes = new LinkedHashMap<>();

    private final Map<Integer, NodeReport> m_reports = new LinkedHashMap<>();

    private final List<NodeRun> m_running = new ArrayList<>();

    private boolean m_canceled;

    /**
     * Prepares a run.
     *
     * @param plan what to execute
     * @param output where the tables go
     * @param files writes the files of the nodes
     * @param listener is told what happens
     */
    public WorkflowRun(final Plan plan, final OutputFolder output, final AtomicFile files, final RunListener listener) {
        m_plan = plan;
        m_output = output;
        m_context = new NodeContext(plan.directory(), files);
        m_listener = listener;
        for (final PlannedNode node : plan.nodes()) {
            m_nodes.put(node.id(), new NodeRun(node));
        }
    }

    /**
     * Executes the workflow and returns when no node is being executed any more.
     *
     * @return what became of each node, in the order of the plan
     * @throws InterruptedException if the calling thread is interrupted; the run is then canceled
     */
    public List<NodeReport> execute() throws InterruptedException {
        final ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            final Thread thread = new Thread(task, "node");
            thread.setDaemon(true);
            return thread;
        });
        try {
            configureAll();
            startReady(pool);
            awaitNodes();
        } catch (final InterruptedException ex) {
            cancel();
            throw ex;
        } finally {
            pool.shutdown();
        }
        reportRest();
        return m_plan.nodes().stream().map(n -> m_reports.get(n.id())).collect(Collectors.toList());
    }

    /** Configures what can be configured before anything is executed, so that wrong settings show at once. */
    private void configureAll() {
        for (final NodeRun run : m_nodes.values()) {
            final Optional<List<DataTableSpec>> specs = inputSpecs(run);
            final boolean ready = predecessors(run).stream().allMatch(p -> p.state() == RunState.CONFIGURED);
            if (specs.isPresent() && ready) {
                run.configure(specs.get(), inputVariables(run), m_context);
            }
        }
    }

    private List<NodeRun> predecessors(final NodeRun run) {
        return run.node().predecessors().stream().map(m_nodes::get).collect(Collectors.toList());
    }

    private Optional<List<DataTableSpec>> inputSpecs(final NodeRun run) {
        final List<DataTableSpec> specs = new ArrayList<>();
        for (final Source source : run.node().inputs()) {
            final Optional<DataTableSpec> spec =
                source.isConnected() ? m_nodes.get(source.node()).spec(source.port()) : Optional.empty();
            if (source.isConnected() && spec.isEmpty()) {
                return Optional.empty();
            }
            specs.add(spec.orElse(null));
        }
        return Optional.of(specs);
    }

    private Map<String, FlowVariable> inputVariables(final NodeRun run) {
        final Map<String, FlowVariable> variables = new LinkedHashMap<>();
        m_plan.variables().forEach(v -> variables.put(v.name(), v));
        predecessors(run).forEach(p -> variables.putAll(p.variables()));
        return variables;
    }

    private synchronized void startReady(final ExecutorService pool) {
        for (final NodeRun run : m_nodes.values()) {
            final boolean waiting = !m_reports.containsKey(run.node().id()) && !m_running.contains(run);
            final boolean ready = predecessors(run).stream().allMatch(p -> p.state() == RunState.EXECUTED
                && m_reports.containsKey(p.node().id()));
            if (waiting && ready && !m_canceled) {
                m_running.add(run);
                pool.execute(() -> runNode(run, pool));
            }
        }
        notifyAll();
    }

    private void runNode(final NodeRun run, final ExecutorService pool) {
        try {
            if (run.configure(inputSpecs(run).orElseThrow(), inputVariables(run), m_context)) {
                run.execute(inputTables(run), inputMeanings(run), output(run.node()));
            }
        } catch (final RuntimeException | Error ex) {
            run.crash(ex);
        } finally {
            done(run, pool);
        }
    }

    private NodeOutput output(final PlannedNode node) {
        return m_output.of(node.id(), node.saved().name(), m_context.files());
    }

    /**
     * Takes the output folder: deletes there what earlier runs wrote.
     *
     * @throws UsageException if the run would replace a file that no earlier run wrote, or one that it reads
     * @throws IOException if a file cannot be deleted
     */
    public void takeOutput() throws UsageException, IOException {
        final List<Path> targets = new ArrayList<>();
        final List<Path> inputs = new ArrayList<>();
        for (final PlannedNode node : m_plan.nodes()) {
            targets.addAll(output(node).targets(node.type()));
            inputs.addAll(InputFiles.of(node.model(), m_plan.directory()));
        }
        m_output.reserve(targets, inputs);
        m_output.clear();
    }

    private Map<String, String> inputMeanings(final NodeRun run) {
        final Map<String, String> meanings = new LinkedHashMap<>();
        for (final Source source : run.node().inputs()) {
            if (source.isConnected()) {
                m_nodes.get(source.node()).meanings(source.port()).forEach(meanings::putIfAbsent);
            }
        }
        return meanings;
    }

    private List<BufferedDataTable> inputTables(final NodeRun run) {
        final List<BufferedDataTable> tables = new ArrayList<>();
        for (final Source source : run.node().inputs()) {
            tables.add(source.isConnected() ? m_nodes.get(source.node()).table(source.port()) : null);
        }
        return tables;
    }

    /** Takes a node from the running ones and starts those that waited for it, with no moment in between. */
    private synchronized void done(final NodeRun run, final ExecutorService pool) {
        m_running.remove(run);
        report(run, Optional.empty());
        startReady(pool);
        for (final NodeRun other : m_nodes.values()) {
            final boolean needed = m_nodes.values().stream().anyMatch(n -> !m_reports.containsKey(n.node().id())
                && n.node().predecessors().contains(other.node().id()));
            if (!needed && m_reports.containsKey(other.node().id())) {
                other.forgetTables();
            }
        }
    }

    private void report(final NodeRun run, final Optional<String> waitsFor) {
        final NodeReport report = run.report(waitsFor);
        m_reports.put(run.node().id(), report);
        m_listener.nodeDone(report);
    }

    private synchronized void awaitNodes() throws InterruptedException {
        while (!m_running.isEmpty()) {
            m_listener.progress(m_reports.size(), m_nodes.size(),
                m_running.stream().map(NodeRun::progress).collect(Collectors.toList()));
            wait(PROGRESS_MILLIS);
        }
    }

    private synchronized void reportRest() {
        for (final NodeRun run : m_nodes.values()) {
            if (!m_reports.containsKey(run.node().id())) {
                report(run, predecessors(run).stream().filter(p -> p.state() != RunState.EXECUTED)
                    .map(p -> p.node().label()).findFirst());
            }
        }
    }

    /** Cancels what is being executed and starts nothing more. */
    public synchronized void cancel() {
        m_canceled = true;
        m_running.forEach(NodeRun::cancel);
    }

    /**
     * Waits until no node is being executed any more.
     *
     * @param millis the longest time to wait
     * @return whether none is
     * @throws InterruptedException if the calling thread is interrupted
     */
    public synchronized boolean awaitEnd(final long millis) throws InterruptedException {
        final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!m_running.isEmpty() && System.nanoTime() < end) {
            wait(PROGRESS_MILLIS);
        }
        return m_running.isEmpty();
    }
}
