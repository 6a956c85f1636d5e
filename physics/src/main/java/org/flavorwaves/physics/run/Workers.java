package org.flavorwaves.physics.run;

import java.util.concurrent.ForkJoinPool;

/**
 * Threads that share long work: the parallel loops of what is executed here run on these threads and no others, also
 * those of loops within loops. What is not executed by workers has all cores.
 */
public final class Workers {
    private final ForkJoinPool m_pool;

    /**
     * Makes workers; idle threads end after a minute.
     *
     * @param threads how many tasks may run at once, at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public Workers(final int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("Work needs at least 1 thread, not " + threads + ".");
        }
        m_pool = new ForkJoinPool(threads);
    }

    /**
     * How many tasks may run at once.
     *
     * @return number of threads
     */
    public int threads() {
        return m_pool.getParallelism();
    }

    /**
     * Executes work when a thread is free.
     *
     * @param work what to do; must not wait for other work of these threads
     */
    public void execute(final Runnable work) {
        m_pool.execute(work);
    }
}
