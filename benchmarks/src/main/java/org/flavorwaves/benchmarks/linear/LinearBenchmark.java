package org.flavorwaves.benchmarks.linear;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Times all growing waves at one wave vector: the structured search against the dense band solver and against LAPACK's
 * zgeev on the dense matrix, 3N x 3N or 8N x 8N. The structured search runs before and after the others and its best
 * time counts. All times are CPU times of one thread. Then the throughput of the survey. Run by ./run.
 */
public final class LinearBenchmark {
    private static final WaveVector K = new WaveVector(0, 0, -0.4);

    private static final double[] FLOORS = {1e-2, 1e-3};

    private static final double ENOUGH = 0.5;

    private final Optional<Lapack> m_lapack;

    private final int m_largestDense;

    private LinearBenchmark(final Optional<Lapack> lapack, final int largestDense) {
        m_lapack = lapack;
        m_largestDense = largestDense;
    }

    /**
     * Runs.
     *
     * @param args Python interpreter or "none", scratch directory, largest N of the dense solvers, then numbers of
     *            modes
     * @throws IOException if the scratch directory cannot be used
     */
    public static void main(final String[] args) throws IOException {
        final Optional<Lapack> lapack = "none".equals(args[0]) ? Optional.empty()
            : Optional.of(new Lapack(args[0], Path.of(args[1])));
        final LinearBenchmark benchmark = new LinearBenchmark(lapack, Integer.parseInt(args[2]));
        for (final Media medium : Media.values()) {
            warmUp(medium);
        }
        System.out.println("CPU seconds on one thread; floor in units of sum w |P|; difference: largest distance of a"
            + " growth rate from the nearest one of zgeev (or of the dense solver), over the largest");
        System.out.printf("%-8s %6s %6s %5s %5s %10s %10s %10s %9s %9s %10s %10s%n", "medium", "N", "floor", "waves",
            "eval", "structured", "dense", "zgeev", "dense/s.", "zgeev/s.", "growth", "difference");
        for (final Media medium : Media.values()) {
            for (int i = 3; i < args.length; i++) {
                benchmark.row(medium, Integer.parseInt(args[i]));
            }
        }
        if (lapack.isPresent()) {
            lapack.get().close();
        }
        SurveyBenchmark.run();
    }

    private static void warmUp(final Media medium) {
        for (int r = 0; r < 30; r++) {
            final WaveBackground background = medium.of(40 + 40 * (r % 5));
            new UnstableWaveSearch(1e-2, false).solve(background, K);
            if (r < 6) {
                dense(background);
            }
        }
    }

    private void row(final Media medium, final int n) throws IOException {
        final WaveBackground background = medium.of(n);
        final double scale = background.strength();
        final Timed<?>[] structured = new Timed<?>[FLOORS.length];
        final UnstableWaves[] waves = new UnstableWaves[FLOORS.length];
        for (int f = 0; f < FLOORS.length; f++) {
            final UnstableWaveSearch search = new UnstableWaveSearch(FLOORS[f] * scale, false);
            structured[f] = best(() -> search.solve(background, K));
            waves[f] = (UnstableWaves) structured[f].result;
        }
        double dense = Double.NaN;
        double zgeev = Double.NaN;
        List<Double> reference = List.of();
        if (n <= m_largestDense) {
            final Timed<List<Double>> bands = timed(() -> dense(background));
            dense = bands.seconds;
            reference = bands.result;
        }
        if (n <= m_largestDense && m_lapack.isPresent()) {
            final double[] answer = m_lapack.get().solve(Media.dense(background, K));
            zgeev = answer[0];
            reference = new ArrayList<>();
            for (int b = 2; b < answer.length; b += 2) {
                reference.add(answer[b]);
            }
        }
        for (int f = 0; f < FLOORS.length; f++) {
            final UnstableWaveSearch search = new UnstableWaveSearch(FLOORS[f] * scale, false);
            final double seconds = Math.min(structured[f].seconds, best(() -> search.solve(background, K)).seconds);
            print(medium, n, FLOORS[f], waves[f], seconds, dense, zgeev,
                difference(waves[f], reference, FLOORS[f] * scale));
        }
    }

    /** Growth rates of all bands by the dense solver. */
    private static List<Double> dense(final WaveBackground background) {
        final List<Double> growths = new ArrayList<>();
        if (background instanceof Background two) {
            final BandSet bands = new BandSolver(BandDetail.VALUES).solve(two, K);
            for (int b = 0; b < bands.size(); b++) {
                growths.add(bands.omegaIm(b));
            }
        } else {
            final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly())
                .solve(Media.dense(background, K));
            for (int b = 0; b < eigen.size(); b++) {
                growths.add(eigen.im(b));
            }
        }
        return growths;
    }

    private static void print(final Media medium, final int n, final double floor, final UnstableWaves waves,
        final double seconds, final double dense, final double zgeev, final double difference) {
        System.out.printf(Locale.ROOT, "%-8s %6d %6.0e %5d %5d %10.3g %10.3g %10.3g %9.3g %9.3g %10.5f %10.1e%n",
            medium.name().toLowerCase(Locale.ROOT), n, floor, waves.waves().size(), waves.evaluations(), seconds, dense,
            zgeev, dense / seconds, zgeev / seconds, waves.fastest().map(UnstableWave::growth).orElse(0.0), difference);
    }

    /** Both ways: each found wave has a partner in the reference, and each one of the reference above the floor too. */
    private static double difference(final UnstableWaves waves, final List<Double> reference, final double floor) {
        if (reference.isEmpty()) {
            return Double.NaN;
        }
        final List<Double> found = waves.waves().stream().map(UnstableWave::growth).toList();
        double worst = 0;
        for (final double growth : found) {
            worst = Math.max(worst, distance(growth, reference));
        }
        for (final double growth : reference) {
            if (growth > floor * (1 + 1e-9)) {
                worst = Math.max(worst, distance(growth, found));
            }
        }
        return found.isEmpty() ? worst : worst / found.get(0);
    }

    private static double distance(final double x, final List<Double> others) {
        return others.stream().mapToDouble(y -> Math.abs(x - y)).min().orElse(Double.POSITIVE_INFINITY);
    }

    private record Timed<T>(T result, double seconds) {
    }

    private static <T> Timed<T> best(final Supplier<T> job) {
        Timed<T> best = timed(job);
        double sum = best.seconds;
        while (sum < ENOUGH) {
            final Timed<T> next = timed(job);
            sum += next.seconds;
            best = next.seconds < best.seconds ? next : best;
        }
        return best;
    }

    private static <T> Timed<T> timed(final Supplier<T> job) {
        final long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        final T result = job.get();
        return new Timed<>(result, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-9);
    }
}
