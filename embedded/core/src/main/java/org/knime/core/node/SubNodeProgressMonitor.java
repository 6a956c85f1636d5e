package org.knime.core.node;

import java.util.function.Supplier;

/** A part of the progress of another monitor; its messages follow those of the parent unless it is silent. */
final class SubNodeProgressMonitor implements NodeProgressMonitor {

    private static final double RESOLUTION = 0.001;

    private final NodeProgressMonitor m_parent;

    private final double m_size;

    private final boolean m_silent;

    private double m_last;

    private volatile Supplier<String> m_message = () -> null;

    private volatile Supplier<String> m_appended = () -> null;

    SubNodeProgressMonitor(NodeProgressMonitor parent, double size, boolean silent) {
        if (!(size >= 0.0 && size <= 1.0)) {
            throw new IllegalArgumentException("Invalid sub progress size: " + size);
        }
        m_parent = parent;
        m_size = size;
        m_silent = silent;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        m_parent.checkCanceled();
    }

    @Override
    public void setProgress(double progress) {
        if (m_size == 0.0) {
            return;
        }
        synchronized (m_parent) {
            Double before = m_parent.getProgress();
            double bounded = Math.max(0.0, Math.min(progress, 1.0));
            double step = Math.max(0.0, bounded - m_last);
            if (step < RESOLUTION && before != null) {
                return;
            }
            m_parent.setProgress(Math.min(1.0, (before == null ? 0.0 : before) + step * m_size));
            m_last = Math.max(m_last, bounded);
        }
    }

    @Override
    public Double getProgress() {
        return m_last;
    }

    @Override
    public void setProgress(double progress, String message) {
        setProgress(progress);
        setMessage(message);
    }

    @Override
    public void setProgress(double progress, Supplier<String> message) {
        setProgress(progress);
        setMessage(message);
    }

    @Override
    public void setMessage(String message) {
        setMessage(() -> message);
    }

    @Override
    public void setMessage(Supplier<String> message) {
        m_message = message;
        append(() -> null);
    }

    private void append(Supplier<String> message) {
        m_appended = message;
        if (m_silent) {
            return;
        }
        if (m_parent instanceof SubNodeProgressMonitor) {
            ((SubNodeProgressMonitor) m_parent).append(this::getMessage);
        } else if (m_parent instanceof DefaultNodeProgressMonitor) {
            ((DefaultNodeProgressMonitor) m_parent).append(this::getMessage);
        } else {
            m_parent.setMessage(this::getMessage);
        }
    }

    @Override
    public void setProgress(String message) {
        setMessage(message);
    }

    @Override
    public String getMessage() {
        return DefaultNodeProgressMonitor.join(m_message.get(), m_appended.get());
    }

    @Override
    public void setExecuteCanceled() {
        throw new IllegalStateException("This method must not be called.");
    }

    @Override
    public void reset() {
        throw new IllegalStateException("This method must not be called.");
    }
}
