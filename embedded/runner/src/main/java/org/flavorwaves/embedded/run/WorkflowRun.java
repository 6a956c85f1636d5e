package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import org.flavorwaves.embedded.catalog.Configured;
import org.flavorwaves.embedded.catalog.Executed;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.workflow.NodeMessage;

/**
 * Executes a checked workflow in dependency order. Nodes that do not depend on each other run at the same time. A node
 * that fails keeps those behind it from running, but no others.
 */
public final class WorkflowRun {

    private final WorkflowPlan m_plan;

    private final Path m_out;

    private final Outputs m_outputs;

    private final RunListener m_listener;

    private final Map<Integer, List<BufferedDataTable>> m_tables = new HashMap<>();

    private final Map<Integer, State> m_states = new HashMap<>();

    private final Set<WatchedProgress> m_running = ConcurrentHashMap.newKeySet();

    private volatile boolean m_canceled;

    private enum State {
        RUNNING, EXECUTED, FAILED
    }

    private record Done(PlannedNode node, Executed result, boolean configured, double seconds) {
    }

    /**
     * Prepares a run.
     *
     * @param plan the checked workflow
     * @param out folder for the results of all nodes
     * @param outputs writes the results
     * @param listener is told how it goes, on the thread that calls {@link #execute()}, but for progress
     */
    public WorkflowRun(WorkflowPlan plan, Path out, Outputs outputs, RunListener listener) {
        m_plan = plan;
        m_out = out;
        m_outputs = outputs;
        m_listener = listener;
    }

    /** Asks all running nodes to stop, and starts no others. */
    public void cancel() {
        m_canceled = true;
        m_running.forEach(WatchedProgress::setExecuteCanceled);
    }

    /**
     * Executes all nodes that can be executed.
     *
     * @return whether all nodes are executed
     * @throws IOException if results of an earlier run cannot be removed
     * @throws InterruptedException if the calling thread is interrupted
     */
    public boolean execute() throws IOException, InterruptedException {
        for (PlannedNode node : m_plan.nodes()) {
            Outputs.clear(m_out.resolve(node.folder()));
        }
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "Workflow node");
            thread.setDaemon(true);
            return thread;
        });
        BlockingQueue<Done> done = new LinkedBlockingQueue<>();
        Map<Integer, List<String>> sentences = new HashMap<>();
        try {
            int running = startReady(threads, done);
            while (running > 0) {
                Done node = done.take();
                finish(node, sentences);
                running += startReady(threads, done) - 1;
            }
        } finally {
            threads.shutdownNow();
        }
        return summarize(sentences);
    }

    private int startReady(ExecutorService threads, BlockingQueue<Done> done) {
        int started = 0;
        for (PlannedNode node : m_plan.nodes()) {
            if (!m_canceled && !m_states.containsKey(node.id()) && isReady(node)) {
                m_states.put(node.id(), State.RUNNING);
                List<BufferedDataTable> inputs = node.inputs(m_tables);
                threads.execute(() -> done.add(run(node, inputs)));
                started++;
            }
        }
        return started;
    }

    private boolean isReady(PlannedNode node) {
        return node.predecessors().stream().allMatch(id -> m_states.get(id) == State.EXECUTED);
    }

    private Done run(PlannedNode node, List<BufferedDataTable> inputs) {
        long start = System.nanoTime();
        String label = node.saved().label();
        WatchedProgress progress = new WatchedProgress((fraction, message) -> {
            synchronized (m_listener) {
                m_listener.progress(label, fraction, message);
            }
        });
        m_running.add(progress);
        try {
            List<DataTableSpec> specs = new ArrayList<>();
            inputs.forEach(t -> specs.add(t == null ? null : t.getDataTableSpec()));
            Configured configured = node.node().configure(specs);
            if (!configured.successful()) {
                return new Done(node, Executed.failed(configured.message()), false, seconds(start));
            }
            Executed result = node.node().execute(inputs, new ExecutionContext(progress));
            if (result.successful()) {
                m_outputs.write(m_out.resolve(node.folder()), result);
            }
            return new Done(node, result, true, seconds(start));
        } catch (IOException | RuntimeException | Error ex) {
            return new Done(node, Executed.failed(new NodeMessage(NodeMessage.Type.ERROR, "Execute failed: "
                + Optional.ofNullable(ex.getMessage()).orElse(ex.toString()))), true, seconds(start));
        } finally {
            m_running.remove(progress);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    private void finish(Done done, Map<Integer, List<String>> sentences) {
        PlannedNode node = done.node();
        boolean executed = done.result().successful();
        m_states.put(node.id(), executed ? State.EXECUTED : State.FAILED);
        synchronized (m_listener) {
            m_listener.finished(node.saved().label(), executed ? "EXECUTED" : done.configured() ? "CONFIGURED" : "IDLE",
                done.seconds(), done.result().message());
        }
        if (executed) {
            sentences.put(node.id(), ResultSentences.of(done.result().tables()));
            m_tables.put(node.id(), done.result().tables());
            releaseUnused(node.id());
        }
        for (Optional<PlannedNode.Source> source : node.sources()) {
            source.ifPresent(s -> releaseUnused(s.node()));
        }
    }

    private List<PlannedNode> consumers(int id) {
        return m_plan.nodes().stream()
            .filter(n -> n.sources().stream().flatMap(Optional::stream).anyMatch(s -> s.node() == id)).toList();
    }

    private void releaseUnused(int id) {
        boolean used = consumers(id).stream().map(n -> m_states.get(n.id()))
            .anyMatch(s -> s == null || s == State.RUNNING);
        if (!used) {
            m_tables.remove(id);
        }
    }

    private boolean summarize(Map<Integer, List<String>> sentences) {
        boolean all = true;
        for (PlannedNode node : m_plan.nodes()) {
            if (!m_states.containsKey(node.id())) {
                m_listener.finished(node.saved().label(), "IDLE", 0, NodeMessage.NONE);
            }
            all &= m_states.get(node.id()) == State.EXECUTED;
        }
        for (PlannedNode node : m_plan.nodes()) {
            List<String> said = sentences.getOrDefault(node.id(), List.of());
            if (!said.isEmpty()) {
                m_listener.results(node.saved().label(), said);
            }
        }
        return all;
    }
}
