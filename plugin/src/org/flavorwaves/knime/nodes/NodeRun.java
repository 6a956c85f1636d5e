package org.flavorwaves.knime.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.flavorwaves.knime.nodes.cost.Foresight;
import org.flavorwaves.knime.nodes.cost.Pace;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

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
         * @param warnings takes the sentences that the node shows when it is done
         * @throws KNIMEException if it cannot be done
         */
        void run(Progress progress, List<String> warnings) throws KNIMEException;
    }

    /**
     * Runs a body.
     *
     * @param in has the tables and shows progress
     * @param out shows the warnings
     * @param body what to do
     * @throws CanceledExecutionException if the node is cancelled
     * @throws KNIMEException if the body fails or would take more than a year; physics errors become messages
     */
    public static void execute(final ExecuteInput in, final ExecuteOutput out, final Body body)
        throws CanceledExecutionException, KNIMEException {
        final ExecutionMonitor exec = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>(InputWarnings.of(in));
        try {
            body.run(new Pace(progress(exec), System::nanoTime), warnings);
            if (!warnings.isEmpty()) {
                out.setWarningMessage(String.join("\n", warnings));
            }
        } catch (final Pace.TooLongException e) {
            throw Foresight.tooLong(e.getMessage());
        } catch (final CancellationException e) {
            exec.checkCanceled();
            throw new CanceledExecutionException("Execution canceled");
        } catch (final IllegalArgumentException e) {
            throw Messages.failure(e.getMessage());
        }
    }

    private static Progress progress(final ExecutionMonitor exec) {
        return (fraction, message) -> {
            try {
                exec.checkCanceled();
            } catch (final CanceledExecutionException e) {
                final CancellationException cancelled = new CancellationException(e.getMessage());
                cancelled.initCause(e);
                throw cancelled;
            }
            exec.setProgress(fraction, () -> message);
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
