package org.flavorwaves.benchmarks.numerics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver.Options;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * Times the dense eigensolver on random complex matrices and leaves matrices, spectra and times in a directory, for
 * lapack.py to repeat. Run by ./run.
 */
public final class EigenBenchmark {
    private static final int WARM_UP = 40;

    private EigenBenchmark() {
    }

    /**
     * Runs.
     *
     * @param args output directory, then sizes
     * @throws IOException if the directory cannot be written
     */
    public static void main(final String[] args) throws IOException {
        final Path out = Files.createDirectories(Path.of(args[0]));
        final Random random = new Random(1);
        for (int k = 0; k < WARM_UP; k++) {
            final ComplexMatrix a = gaussian(60 + 20 * (k % 6), random);
            solve(a, Options.valuesOnly());
            solve(a, Options.allVectors());
        }
        for (int i = 1; i < args.length; i++) {
            final int n = Integer.parseInt(args[i]);
            final ComplexMatrix a = gaussian(n, random);
            final int repeats = Math.max(2, Math.min(20, 400 / n));
            final double values = best(a, Options.valuesOnly(), repeats);
            final double all = best(a, Options.allVectors(), repeats);
            final EigenDecomposition e = new ComplexEigenSolver(Options.valuesOnly()).solve(a);
            final double[] spectrum = new double[2 * n];
            final double[] entries = new double[2 * n * n];
            for (int r = 0; r < n; r++) {
                spectrum[2 * r] = e.re(r);
                spectrum[2 * r + 1] = e.im(r);
                for (int c = 0; c < n; c++) {
                    entries[2 * (r * n + c)] = a.re(r, c);
                    entries[2 * (r * n + c) + 1] = a.im(r, c);
                }
            }
            write(out.resolve("matrix-" + n + ".bin"), entries);
            write(out.resolve("spectrum-" + n + ".bin"), spectrum);
            Files.writeString(out.resolve("time-" + n + ".txt"), values + " " + all + "\n");
            System.out.printf(Locale.ROOT, "n = %4d: values %.4f s, values and both kinds of vectors %.4f s%n", n,
                values, all);
        }
    }

    private static ComplexMatrix gaussian(final int n, final Random random) {
        final ComplexMatrix a = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a.set(i, j, random.nextGaussian(), random.nextGaussian());
            }
        }
        return a;
    }

    private static double best(final ComplexMatrix a, final Options options, final int repeats) {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < repeats; k++) {
            best = Math.min(best, solve(a, options));
        }
        return best;
    }

    private static double solve(final ComplexMatrix a, final Options options) {
        final long start = System.nanoTime();
        if (!new ComplexEigenSolver(options).solve(a).converged()) {
            throw new IllegalStateException("no convergence");
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    private static void write(final Path file, final double[] values) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        Files.write(file, buffer.array());
    }
}
