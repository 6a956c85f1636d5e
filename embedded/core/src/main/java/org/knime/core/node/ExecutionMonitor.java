package org.knime.core.node;

import java.util.function.Supplier;

/** Reports the progress of an execution and asks whether it has been canceled. */
public class ExecutionMonitor {

    private final NodeProgressMonitor m_progress;

    /**
     * Creates a monitor.
     *
     * @param progress where the progress goes; null for nowhere
     */
    public ExecutionMonitor(final NodeProgressMonitor progress) {
        m_progress = progress == null ? new DefaultNodeProgressMonitor() : progress;
    }

    /**
     * Where the progress goes.
     *
     * @return the monitor of the node
     */
    public final NodeProgressMonitor getProgressMonitor() {
        return m_progress;
    }

    /**
     * Throws if the execution has been canceled.
     *
     * @throws CanceledExecutionException if so
     */
    public void checkCanceled() throws CanceledExecutionException {
        m_progress.checkCanceled();
    }

    /**
     * Sets the progress.
     *
     * @param progress from 0 to 1
     */
    public void setProgress(final double progress) {
        m_progress.setProgress(progress);
    }

    /**
     * Sets progress and message.
     *
     * @param progress from 0 to 1
     * @param message what is being done
     */
    public void setProgress(final double progress, final String message) {
        m_progress.setProgress(progress, message);
    }

    /**
     * Sets progress and message.
     *
     * @param progress from 0 to 1
     * @param messageSupplier what is being done, asked for only when it is shown
     */
    public void setProgress(final double progress, final Supplier<String> messageSupplier) {
        m_progress.setProgress(progress, messageSupplier);
    }

    /**
     * Sets the message.
     *
     * @param messageSupplier what is being done, asked for only when it is shown
     */
    public void setMessage(final Supplier<String> messageSupplier) {
        m_progress.setMessage(messageSupplier);
    }
}
