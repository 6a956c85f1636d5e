package org.knime.core.node;

import java.util.function.Supplier;

/** Keeps the progress of one node; it may be read and canceled from other threads. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private static final Supplier<String> NO_MESSAGE = () -> null;

    private volatile boolean m_canceled;

    private volatile Double m_progress;

    private volatile Supplier<String> m_message = NO_MESSAGE;

    private volatile Supplier<String> m_appended = NO_MESSAGE;

    /** Creates a monitor without progress. */
    public DefaultNodeProgressMonitor() {
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (m_canceled || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException();
        }
    }

    @Override
    public void setExecuteCanceled() {
        m_canceled = true;
    }

    @Override
    public void setProgress(final double progress) {
        if (progress >= 0.0 && progress <= 1.0) {
            m_progress = progress;
        }
    }

    @Override
    public Double getProgress() {
        return m_progress;
    }

    @Override
    public void setProgress(final double progress, final String message) {
        setProgress(progress);
        setMessage(message);
    }

    @Override
    public void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress);
        setMessage(message);
    }

    @Override
    public void setMessage(final String message) {
        setMessage(() -> message);
    }

    @Override
    public void setMessage(final Supplier<String> message) {
        m_message = message;
        m_appended = NO_MESSAGE;
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public String getMessage() {
        return join(m_message.get(), m_appended.get());
    }

    static String join(final String message, final String appended) {
        if (message == null || message.isEmpty()) {
            return appended;
        }
        return appended == null || appended.isEmpty() ? message : message + " - " + appended;
    }
}
