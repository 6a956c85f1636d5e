package org.flavorwaves.physics.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Independent tasks on all cores. Results do not depend on the number of threads, because every task writes only to its
 * own place.
 */
public final class ParallelLoop {
    private ParallelLoop() {
    }

    /**
     * Runs task(0) ... task(count - 1) on the common pool and reports after each.
     *
     * @param count number of tasks
     * @param message what the tasks do, for the report
     * @param progress told the share of finished tasks; its cancellation stops the loop
     * @param task the work for one index; must write only to places of its own
     */
    public static void forEach(final int count, final String message, final Progress progress,
        final IntConsumer task) {
        final AtomicInteger done = new AtomicInteger();
        progress.report(0, message);
        IntStream.range(0, count).parallel().forEach(index -> {
            progress.report(done.get() / (double) count, message);
            task.accept(index);
            done.incrementAndGet();
        });
        progress.report(1, message);
    }
}
