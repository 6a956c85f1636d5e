package org.flavorwaves.embedded.run;

import java.util.function.Supplier;

import org.knime.core.node.DefaultNodeProgressMonitor;

/** Passes the progress of a node on, a few times a second at most. */
final class WatchedProgress extends DefaultNodeProgressMonitor {

    private static final long INTERVAL = 100_000_000;

    private final Sink m_sink;

    private long m_last;

    /** Takes progress. */
    @FunctionalInterface
    interface Sink {
        void accept(double fraction, String message);
    }

    WatchedProgress(Sink sink) {
        m_sink = sink;
    }

    @Override
    public void setProgress(double progress, Supplier<String> message) {
        super.setProgress(progress, message);
        long now = System.nanoTime();
        synchronized (this) {
            if (now - m_last < INTERVAL) {
                return;
            }
            m_last = now;
        }
        m_sink.accept(progress, message.get());
    }
}
