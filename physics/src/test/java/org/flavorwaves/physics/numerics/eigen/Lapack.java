package org.flavorwaves.physics.numerics.eigen;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/** LAPACK's complex eigensolver as an independent oracle, where its native library loads. */
final class Lapack {
    private static final byte YES = 'V';

    private Lapack() {
    }

    /** The reason why LAPACK is not available here, if it is not. */
    static Optional<String> unavailable() {
        System.setProperty("org.bytedeco.javacpp.cachedir", Path.of("target", "javacpp").toAbsolutePath().toString());
        try {
            Loader.load(openblas.class);
            openblas.blas_set_num_threads(1);
            return Optional.empty();
        } catch (final LinkageError e) {
            return Optional.of("OpenBLAS has no native library for this platform: " + e.getMessage());
        }
    }

    /** Eigenvalues and left and right vectors by zgeev. */
    static EigenDecomposition zgeev(final ComplexMatrix a) {
        final int n = a.rows();
        final double[] packed = new double[2 * n * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                packed[2 * (j * n + i)] = a.re(i, j);
                packed[2 * (j * n + i) + 1] = a.im(i, j);
            }
        }
        final double[] values = new double[2 * n];
        final double[] left = new double[2 * n * n];
        final double[] right = new double[2 * n * n];
        final int info = openblas.LAPACKE_zgeev(openblas.LAPACK_COL_MAJOR, YES, YES, n, packed, n, values, left, n,
            right, n);
        final double[] re = new double[n];
        final double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = values[2 * i];
            im[i] = values[2 * i + 1];
        }
        if (info != 0) {
            return EigenDecomposition.values(re, im, info, 0);
        }
        return EigenDecomposition.vectors(re, im, Optional.of(unpack(right, n)), Optional.of(unpack(left, n)),
            new BitSet(), a.frobeniusNorm(), 0, 0);
    }

    private static Columns unpack(final double[] packed, final int n) {
        final Columns v = Columns.zeros(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                v.re()[j][i] = packed[2 * (j * n + i)];
                v.im()[j][i] = packed[2 * (j * n + i) + 1];
            }
        }
        return v;
    }
}
