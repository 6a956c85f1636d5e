package org.flavorwaves.physics.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Independent tasks on several threads: those of the {@link Workers} that execute the loop, else all cores, since a
 * parallel stream forks into the pool of the thread that starts it. Results do not depend on the number of threads,
 * because every task writes only to its own place.
 */
public final class ParallelLoop {
    private ParallelLoop() {
    }

    /** A task that failed, and why. */
    private record Failure(int index, RuntimeException reason) {
    }

    /**
     * Runs task(0) ... task(count - 1) and reports before each.
     *
     * @param count number of tasks
     * @param message what the tasks do, for the report
     * @param progress told the share of finished tasks; its cancellation stops the loop
     * @param task the work for one index; must write only to places of its own. What it throws comes out as it is,
     *            that of the lowest index if several fail
     */
    public static void forEach(final int count, final String message, final Progress progress,
        final IntConsumer task) {
        final AtomicInteger done = new AtomicInteger();
        final AtomicReference<Failure> failure = new AtomicReference<>(new Failure(count, null));
        progress.report(0, message);
        IntStream.range(0, count).parallel().forEach(index -> {
            if (index > failure.get().index()) {
                return;
            }
            try {
                progress.report(done.get() / (double) count, message);
                task.accept(index);
                done.incrementAndGet();
            } catch (final RuntimeException e) {
                failure.accumulateAndGet(new Failure(index, e), (a, b) -> a.index() <= b.index() ? a : b);
            }
        });
        if (failure.get().index() < count) {
            throw failure.get().reason();
        }
        progress.report(1, message);
    }
}
