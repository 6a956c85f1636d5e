package org.flavorwaves.physics.numerics.fft;

import java.util.Locale;
import java.util.Random;

import org.jtransforms.fft.DoubleFFT_1D;

/** The transform of the box against JTransforms, one thread, forward and back, cache warm. */
public final class FftBenchmark {
    private static final int LANES = 8;

    private static final int REPEATS = 60;

    private static final int ROUNDS = 30;

    private FftBenchmark() {
    }

    /**
     * Measures.
     *
     * @param args numbers of points
     */
    public static void main(final String[] args) {
        System.out.println("points  us a transform, " + LANES + " at once  JTransforms  ratio");
        for (final String arg : args) {
            final int n = Integer.parseInt(arg);
            final double box = box(n);
            final double other = jtransforms(n);
            System.out.printf(Locale.ROOT, "%6d  %27.2f  %11.2f  %.2f%n", n, box, other, other / box);
        }
    }

    private static double box(final int n) {
        final LaneFft fft = new LaneFft(n);
        final double[][] re = new double[n][LANES];
        final double[][] im = new double[n][LANES];
        fill(re);
        fill(im);
        double best = Double.POSITIVE_INFINITY;
        for (int r = 0; r < REPEATS; r++) {
            final long start = System.nanoTime();
            for (int round = 0; round < ROUNDS; round++) {
                fft.toHarmonics(re, im, LANES);
                fft.toPoints(re, im, LANES);
                scale(re, n);
                scale(im, n);
            }
            best = Math.min(best, (System.nanoTime() - start) * 1e-3 / (2 * ROUNDS * LANES));
        }
        return best;
    }

    private static double jtransforms(final int n) {
        final DoubleFFT_1D fft = new DoubleFFT_1D(n);
        final double[][] fields = new double[LANES][2 * n];
        fill(fields);
        double best = Double.POSITIVE_INFINITY;
        for (int r = 0; r < REPEATS; r++) {
            final long start = System.nanoTime();
            for (int round = 0; round < ROUNDS; round++) {
                for (final double[] field : fields) {
                    fft.complexForward(field);
                    fft.complexInverse(field, true);
                }
            }
            best = Math.min(best, (System.nanoTime() - start) * 1e-3 / (2 * ROUNDS * LANES));
        }
        return best;
    }

    private static void fill(final double[][] rows) {
        final Random random = new Random(1);
        for (final double[] row : rows) {
            for (int l = 0; l < row.length; l++) {
                row[l] = random.nextDouble() - 0.5;
            }
        }
    }

    private static void scale(final double[][] rows, final double factor) {
        for (final double[] row : rows) {
            for (int l = 0; l < row.length; l++) {
                row[l] /= factor;
            }
        }
    }
}
