package org.flavorwaves.physics.numerics;

import java.util.Random;

/** Matrices whose spectra are known or whose spectra are hard to compute. */
final class TestMatrices {
    private TestMatrices() {
    }

    /** Independent Gaussian entries: well-conditioned eigenvalues, spread over a disc. */
    static ComplexMatrix random(final int rows, final int columns, final Random random) {
        final ComplexMatrix a = new ComplexMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                a.set(i, j, random.nextGaussian(), random.nextGaussian());
            }
        }
        return a;
    }

    /** The factor Q of a random matrix: unitary, by modified Gram-Schmidt applied twice. */
    static ComplexMatrix unitary(final int n, final Random random) {
        final ComplexMatrix q = random(n, n, random);
        for (int j = 0; j < n; j++) {
            for (int twice = 0; twice < 2; twice++) {
                for (int k = 0; k < j; k++) {
                    final double[] p = dot(q, k, q, j);
                    for (int i = 0; i < n; i++) {
                        q.add(i, j, -(p[0] * q.re(i, k) - p[1] * q.im(i, k)),
                            -(p[0] * q.im(i, k) + p[1] * q.re(i, k)));
                    }
                }
                final double norm = Math.sqrt(dot(q, j, q, j)[0]);
                for (int i = 0; i < n; i++) {
                    q.set(i, j, q.re(i, j) / norm, q.im(i, j) / norm);
                }
            }
        }
        return q;
    }

    /** The inner product of column j of a with column k of b, conjugate-linear in the first. */
    static double[] dot(final ComplexMatrix a, final int j, final ComplexMatrix b, final int k) {
        final double[] sum = new double[2];
        for (int i = 0; i < a.rows(); i++) {
            sum[0] += a.re(i, j) * b.re(i, k) + a.im(i, j) * b.im(i, k);
            sum[1] += a.re(i, j) * b.im(i, k) - a.im(i, j) * b.re(i, k);
        }
        return sum;
    }

    static ComplexMatrix real(final double[]... rows) {
        return ComplexMatrix.of(rows, new double[rows.length][rows.length == 0 ? 0 : rows[0].length]);
    }
}
