package org.flavorwaves.physics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.Backgrounds;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.BandLineSolver;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where parallel loops run, and that it does not matter for what they give. */
class WorkersTest {
    private static <T> T on(final int threads, final Supplier<T> work) throws Exception {
        final FutureTask<T> task = new FutureTask<>(work::get);
        new Workers(threads).execute(task);
        return task.get();
    }

    /** Loops within loops, counted while they run. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void loopsWithinLoopsKeepToTheThreadsOfTheirWorkers(final int threads) throws Exception {
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final Set<Integer> pools = ConcurrentHashMap.newKeySet();
        final int done = on(threads, () -> {
            final AtomicInteger count = new AtomicInteger();
            ParallelLoop.forEach(20, "outer", Progress.NONE, i ->
                ParallelLoop.forEach(20, "inner", Progress.NONE, j -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    pools.add(ForkJoinTask.getPool() == ForkJoinPool.commonPool() ? 0
                        : ForkJoinTask.getPool().getParallelism());
                    Thread.yield();
                    count.incrementAndGet();
                    running.decrementAndGet();
                }));
            return count.get();
        });
        assertThat(done).isEqualTo(400);
        assertThat(most.get()).isBetween(1, threads);
        assertThat(pools).containsExactly(threads);
    }

    @Test
    void bandsAreTheSameToTheBitForAnyNumberOfThreads() throws Exception {
        final Random random = new Random(3);
        final Background background = Background.of(
            Backgrounds.tilted(Backgrounds.modes(60, random, false), random), new Environment(0.3, 0.1, 1));
        final List<WaveVector> line = List.of(new WaveVector(0, 0, 0.1), new WaveVector(0, 0, 0.2));
        final Supplier<BandLine> work =
            () -> new BandLineSolver(BandDetail.MEASURES).solve(background, line, Progress.NONE);
        final BandLine one = on(1, work);
        for (final int threads : new int[]{2, 5}) {
            final BandLine other = on(threads, work);
            for (int p = 0; p < line.size(); p++) {
                for (int b = 0; b < one.at(p).size(); b++) {
                    assertThat(other.at(p).omegaRe(b)).isEqualTo(one.at(p).omegaRe(b));
                    assertThat(other.at(p).omegaIm(b)).isEqualTo(one.at(p).omegaIm(b));
                }
            }
        }
    }

    @Test
    void thereIsWorkForAtLeastOneThread() {
        assertThat(new Workers(3).threads()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Workers(0)).withMessageContaining("not 0");
    }
}
