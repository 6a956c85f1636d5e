package org.flavorwaves.knime.nodes.cost;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.run.Workers;
import org.knime.core.node.KNIMEConstants;

/**
 * Runs long work on threads of its own, no more than KNIME's maximum of working threads for all nodes together, and
 * watches it from the node's thread, so that a cancelled node ends at once. Cancelled work stops at its next report.
 */
public final class Watched {
    private static final long POLL_MILLISECONDS = 100;

    /** Those of all nodes. */
    private static Workers s_workers;

    private volatile double m_fraction;

    private volatile String m_message = "";

    private volatile boolean m_cancelled;

    private Watched() {
    }

    /**
     * Runs work.
     *
     * @param progress told of the progress on the calling thread; may cancel
     * @param work gets a progress that may be told from any thread
     * @param <T> type of the result
     * @return what the work returns
     * @throws CancellationException if the progress cancels
     */
    public static <T> T run(final Progress progress, final Function<Progress, T> work) {
        return new Watched().watch(progress, work);
    }

    private <T> T watch(final Progress progress, final Function<Progress, T> work) {
        final FutureTask<T> task = new FutureTask<>(() -> work.apply(this::note));
        workers().execute(task);
        try {
            while (true) {
                try {
                    return task.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                } catch (final TimeoutException expected) {
                    progress.report(m_fraction, m_message);
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The node was interrupted.");
        } catch (final ExecutionException e) {
            throw unwrapped(e.getCause());
        } finally {
            m_cancelled = true;
        }
    }

    /** As many as KNIME's preferences allow, and no more than there are cores. */
    private static synchronized Workers workers() {
        final int threads = Math.max(1, Math.min(KNIMEConstants.GLOBAL_THREAD_POOL.getMaxThreads(),
            Runtime.getRuntime().availableProcessors()));
        if (s_workers == null || s_workers.threads() != threads) {
            s_workers = new Workers(threads);
        }
        return s_workers;
    }

    private static RuntimeException unwrapped(final Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    private void note(final double fraction, final String message) {
        if (m_cancelled) {
            throw new CancellationException("The node was cancelled.");
        }
        m_fraction = fraction;
        m_message = message;
    }
}
