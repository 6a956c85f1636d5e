package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.run.Progress;

/**
 * Products of column matrices, arranged for the cache: a chunk of rows and a block of columns of the left factor stay
 * near the processor while they are added to all columns of the result. Chunks of rows are independent, so the result
 * does not depend on how many threads share them.
 */
final class Products {
    private static final int CHUNK = 256;

    private static final int BLOCK = 48;

    /** Below this number of complex multiply-adds threads cost more than they gain. */
    private static final long PARALLEL_WORK = 1L << 21;

    /** A multiply-add in a matrix times a vector takes so many times longer. */
    private static final long MEMORY_BOUND = 4;

    private Products() {
    }

    /**
     * C += A B. Zero coefficients of B are skipped, so a triangular B costs half.
     *
     * @param a rows x k
     * @param b k x columns
     * @param c rows x columns, changed in place
     */
    static void addProduct(final Columns a, final Columns b, final Columns c) {
        addProduct(a, b, c, Progress.NONE);
    }

    /** C += A B; the progress is told of every block. */
    static void addProduct(final Columns a, final Columns b, final Columns c, final Progress progress) {
        addProduct(a, b, c, 0, a.rows(), progress);
    }

    /** C += A B for rows from..to-1. */
    static void addProduct(final Columns a, final Columns b, final Columns c, final int from, final int to) {
        addProduct(a, b, c, from, to, Progress.NONE);
    }

    private static void addProduct(final Columns a, final Columns b, final Columns c, final int from, final int to,
        final Progress progress) {
        final int chunks = (to - from + CHUNK - 1) / CHUNK;
        forEach(chunks, (long) (to - from) * a.count() * b.count(), chunk -> {
            final int top = from + chunk * CHUNK;
            final int bottom = Math.min(to, top + CHUNK);
            for (int k = 0; k < a.count(); k += BLOCK) {
                progress.report(0, "");
                addBlock(a, b, c, k, Math.min(a.count(), k + BLOCK), top, bottom);
            }
        });
    }

    /** y += A x for columns from..to-1 of A, over the length of y. */
    static void addProduct(final Columns a, final double[] xr, final double[] xi, final int from, final int to,
        final double[] yr, final double[] yi) {
        final int chunks = (yr.length + CHUNK - 1) / CHUNK;
        forEach(chunks, (long) yr.length * (to - from) * MEMORY_BOUND, chunk -> {
            final int top = chunk * CHUNK;
            final int bottom = Math.min(yr.length, top + CHUNK);
            for (int j = from; j < to; j++) {
                addMultiple(yr, yi, a.re()[j], a.im()[j], xr[j], xi[j], top, bottom);
            }
        });
    }

    /**
     * Columns first.. of m, rows from..to-1, times a square matrix v, in place.
     *
     * @param m any matrix
     * @param first first of the v.count() columns to be replaced
     * @param v square factor
     */
    static void multiplyRight(final Columns m, final int first, final Columns v, final int from, final int to) {
        final int n = v.count();
        final int chunks = (to - from + CHUNK - 1) / CHUNK;
        final Columns part = new Columns(Arrays.copyOfRange(m.re(), first, first + n),
            Arrays.copyOfRange(m.im(), first, first + n));
        forEach(chunks, (long) (to - from) * n * n, chunk -> {
            final int top = from + chunk * CHUNK;
            final int size = Math.min(to, top + CHUNK) - top;
            final Columns copy = Columns.zeros(size, n);
            for (int j = 0; j < n; j++) {
                System.arraycopy(part.re()[j], top, copy.re()[j], 0, size);
                System.arraycopy(part.im()[j], top, copy.im()[j], 0, size);
            }
            final Columns result = Columns.zeros(size, n);
            addBlock(copy, v, result, 0, n, 0, size);
            for (int j = 0; j < n; j++) {
                System.arraycopy(result.re()[j], 0, part.re()[j], top, size);
                System.arraycopy(result.im()[j], 0, part.im()[j], top, size);
            }
        });
    }

    /**
     * The adjoint of a square matrix v times rows first.. of m, columns from..to-1, in place.
     *
     * @param m any matrix
     * @param first first of the v.count() rows to be replaced
     * @param v square factor
     */
    static void multiplyLeftAdjoint(final Columns m, final int first, final Columns v, final int from,
        final int to) {
        final int n = v.count();
        final int chunks = (to - from + CHUNK - 1) / CHUNK;
        final Columns conjugate = v.copy();
        for (final double[] column : conjugate.im()) {
            for (int i = 0; i < n; i++) {
                column[i] = -column[i];
            }
        }
        forEach(chunks, (long) (to - from) * n * n, chunk -> {
            final int left = from + chunk * CHUNK;
            final int right = Math.min(to, left + CHUNK);
            final Columns rows = Columns.transposed(m, first, first + n - 1, left, right);
            final Columns result = Columns.zeros(right - left, n);
            addBlock(rows, conjugate, result, 0, n, 0, right - left);
            result.transposeInto(m, first, left);
        });
    }

    private static void addBlock(final Columns a, final Columns b, final Columns c, final int first, final int last,
        final int from, final int to) {
        for (int j = 0; j < b.count(); j++) {
            final double[] br = b.re()[j];
            final double[] bi = b.im()[j];
            for (int k = first; k < last; k++) {
                if (br[k] != 0 || bi[k] != 0) {
                    addMultiple(c.re()[j], c.im()[j], a.re()[k], a.im()[k], br[k], bi[k], from, to);
                }
            }
        }
    }

    /** y += f x for rows from..to-1. */
    static void addMultiple(final double[] yr, final double[] yi, final double[] xr, final double[] xi,
        final double fr, final double fi, final int from, final int to) {
        for (int i = from; i < to; i++) {
            final double r = xr[i];
            final double m = xi[i];
            yr[i] += fr * r - fi * m;
            yi[i] += fr * m + fi * r;
        }
    }

    /** Runs independent tasks, on several threads if their total work is worth it. */
    static void forEach(final int count, final long work, final IntConsumer task) {
        final IntStream range = IntStream.range(0, count);
        (work > PARALLEL_WORK ? range.parallel() : range).forEach(task);
    }
}
