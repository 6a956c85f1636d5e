package org.flavorwaves.knime.nodes;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.DoubleAccumulator;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Runs the body of a node: progress and cancellation on the way in, structured messages on the way out. */
public final class NodeRun {
    private NodeRun() {
    }

    /** What a node does. */
    @FunctionalInterface
    public interface Body {
        /**
         * Does it.
         *
         * @param progress to be told of the progress; throws when the node is cancelled
         * @throws KNIMEException if it cannot be done
         */
        void run(Progress progress) throws KNIMEException;
    }

    /**
     * Runs a body.
     *
     * @param exec shows progress and knows of cancellation
     * @param body what to do
     * @throws CanceledExecutionException if the node is cancelled
     * @throws KNIMEException if the body fails; physics errors become messages
     */
    public static void execute(final ExecutionMonitor exec, final Body body)
        throws CanceledExecutionException, KNIMEException {
        try {
            body.run(progress(exec));
        } catch (final CancellationException e) {
            exec.checkCanceled();
            throw new CanceledExecutionException("Execution canceled");
        } catch (final IllegalArgumentException e) {
            throw Messages.failure(e.getMessage());
        }
    }

    /** The bridge; the fraction never falls, so that parallel parts may report what they know. */
    private static Progress progress(final ExecutionMonitor exec) {
        final DoubleAccumulator furthest = new DoubleAccumulator(Math::max, 0);
        return (fraction, message) -> {
            try {
                exec.checkCanceled();
            } catch (final CanceledExecutionException e) {
                final CancellationException cancelled = new CancellationException(e.getMessage());
                cancelled.initCause(e);
                throw cancelled;
            }
            furthest.accumulate(Math.min(1, fraction));
            exec.setProgress(furthest.get(), () -> message);
        };
    }

    /**
     * Something that was checked when the node was configured and is asked for again.
     *
     * @param <T> what it is
     */
    @FunctionalInterface
    public interface Configured<T> {
        /**
         * Makes it.
         *
         * @return what was configured
         * @throws InvalidSettingsException if settings or input table do not allow it
         */
        T get() throws InvalidSettingsException;
    }

    /**
     * Repeats a step of configure in execute.
     *
     * @param configured the step
     * @param <T> what it makes
     * @return what it makes
     * @throws KNIMEException with the message of configure if it fails now
     */
    public static <T> T settings(final Configured<T> configured) throws KNIMEException {
        try {
            return configured.get();
        } catch (final InvalidSettingsException e) {
            throw Messages.failure(e.getMessage());
        }
    }
}
