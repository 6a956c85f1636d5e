package org.flavorwaves.knime.nodes.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.KNIMEConstants;

/** Long work of nodes: on how many threads it runs, and that it ends when its node is cancelled. */
class WatchedTest {
    private final int m_threads = KNIMEConstants.GLOBAL_THREAD_POOL.getMaxThreads();

    @AfterEach
    void restore() {
        KNIMEConstants.GLOBAL_THREAD_POOL.setMaxThreads(m_threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void loopsKeepToTheWorkingThreadsOfKnime(final int threads) {
        KNIMEConstants.GLOBAL_THREAD_POOL.setMaxThreads(threads);
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final int done = Watched.run(Progress.NONE, watched -> {
            final AtomicInteger count = new AtomicInteger();
            ParallelLoop.forEach(500, "tasks", watched, i -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                count.incrementAndGet();
                running.decrementAndGet();
            });
            return count.get();
        });
        assertThat(done).isEqualTo(500);
        assertThat(most.get()).isBetween(1, threads);
    }

    @Test
    void cancelledWorkEndsAtItsNextReport() throws InterruptedException {
        final CountDownLatch ended = new CountDownLatch(1);
        final AtomicInteger steps = new AtomicInteger();
        assertThatThrownBy(() -> Watched.run((fraction, message) -> {
            throw new CancellationException("cancelled by the user");
        }, watched -> {
            try {
                while (steps.incrementAndGet() > 0) {
                    watched.report(0, "working");
                    Thread.onSpinWait();
                }
                return "never";
            } finally {
                ended.countDown();
            }
        })).isInstanceOf(CancellationException.class).hasMessage("cancelled by the user");
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        final int done = steps.get();
        final int later = Watched.run(Progress.NONE, watched -> steps.get());
        assertThat(later).as("steps after the end").isEqualTo(done);
    }

    @Test
    void failuresOfTheWorkAreThoseOfTheNode() {
        assertThatThrownBy(() -> Watched.run(Progress.NONE, watched -> {
            throw new IllegalArgumentException("no such mode");
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("no such mode");
    }
}
