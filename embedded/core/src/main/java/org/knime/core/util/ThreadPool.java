package org.knime.core.util;

import java.util.concurrent.atomic.AtomicInteger;

/** KNIME's threads; here only how many of them may work at once. */
public class ThreadPool {

    private final AtomicInteger m_maxThreads;

    /**
     * Creates a pool.
     *
     * @param maxThreads how many threads may work at once
     * @throws IllegalArgumentException if it is below 1
     */
    public ThreadPool(final int maxThreads) {
        if (maxThreads < 1) {
            throw new IllegalArgumentException("Thread count must be > 0");
        }
        m_maxThreads = new AtomicInteger(maxThreads);
    }

    /**
     * How many threads may work at once.
     *
     * @return the number
     */
    public int getMaxThreads() {
        return m_maxThreads.get();
    }

    /**
     * Changes how many threads may work at once.
     *
     * @param newValue the number
     * @throws IllegalArgumentException if it is below 0
     */
    public void setMaxThreads(final int newValue) {
        if (newValue < 0) {
            throw new IllegalArgumentException("Thread count must be >= 0");
        }
        m_maxThreads.set(newValue);
    }
}
