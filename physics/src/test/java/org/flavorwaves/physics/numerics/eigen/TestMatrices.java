package org.flavorwaves.physics.numerics.eigen;

import java.util.Random;

import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/** Matrices whose spectra are known or whose spectra are hard to compute. */
public final class TestMatrices {
    private TestMatrices() {
    }

    /** Independent Gaussian entries: well-conditioned eigenvalues, spread over a disc. */
    public static ComplexMatrix random(final int rows, final int columns, final Random random) {
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

    /** D R D^-1 with a random R and a diagonal D that spans the given number of decades. */
    static ComplexMatrix graded(final int n, final double decades, final Random random) {
        final ComplexMatrix a = random(n, n, random);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double f = Math.pow(10, decades * (j - i) / Math.max(1, n - 1));
                a.set(i, j, f * a.re(i, j), f * a.im(i, j));
            }
        }
        return a;
    }

    /** Rows that decay over the given number of decades: eigenvalues of very different size. */
    static ComplexMatrix decaying(final int n, final double decades, final Random random) {
        final ComplexMatrix a = random(n, n, random);
        for (int i = 0; i < n; i++) {
            final double f = Math.pow(10, -decades * i / Math.max(1, n - 1));
            for (int j = 0; j < n; j++) {
                a.set(i, j, f * a.re(i, j), f * a.im(i, j));
            }
        }
        return a;
    }

    /**
     * Jordan blocks of the given size &gt;= 2, eigenvalue b/2 + i b for block number b, with a corner entry that
     * splits each eigenvalue into a circle of radius corner^(1/size), hidden by a unitary similarity.
     */
    static ComplexMatrix hiddenJordan(final int n, final int size, final double corner, final Random random) {
        final ComplexMatrix j = jordan(n, size, corner);
        final ComplexMatrix q = unitary(n, random);
        return q.multiply(j).multiply(q.adjoint());
    }

    static ComplexMatrix jordan(final int n, final int size, final double corner) {
        final ComplexMatrix j = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            final int block = i / size;
            j.set(i, i, block / 2.0, block);
            if (i % size != 0) {
                j.set(i - 1, i, 1, 0);
            }
            if (i % size == size - 1) {
                j.set(i, i - size + 1, corner, 0);
            }
        }
        return j;
    }

    /** Grcar's Toeplitz matrix: -1 below the diagonal, 1 on it and on three diagonals above; very non-normal. */
    static ComplexMatrix grcar(final int n) {
        final ComplexMatrix a = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 1); j < Math.min(n, i + 4); j++) {
                a.set(i, j, j < i ? -1 : 1, 0);
            }
        }
        return a;
    }

    /** Frank's Hessenberg matrix: positive real eigenvalues in reciprocal pairs, small ones ill-conditioned. */
    static ComplexMatrix frank(final int n) {
        final ComplexMatrix a = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 1); j < n; j++) {
                a.set(i, j, n - Math.max(i, j), 0);
            }
        }
        return a;
    }

    /** The companion matrix of the monic polynomial with the given roots. */
    static ComplexMatrix companion(final double[] rootsRe, final double[] rootsIm) {
        final int n = rootsRe.length;
        final double[] re = new double[n + 1];
        final double[] im = new double[n + 1];
        re[0] = 1;
        for (int k = 0; k < n; k++) {
            for (int p = k + 1; p >= 0; p--) {
                final double lowerRe = p == 0 ? 0 : re[p - 1];
                final double lowerIm = p == 0 ? 0 : im[p - 1];
                final double r = lowerRe - (rootsRe[k] * re[p] - rootsIm[k] * im[p]);
                im[p] = lowerIm - (rootsRe[k] * im[p] + rootsIm[k] * re[p]);
                re[p] = r;
            }
        }
        final ComplexMatrix a = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            a.set(i, n - 1, -re[i], -im[i]);
            if (i > 0) {
                a.set(i, i - 1, 1, 0);
            }
        }
        return a;
    }

    /** A real matrix of rows. */
    public static ComplexMatrix real(final double[]... rows) {
        return ComplexMatrix.of(rows, new double[rows.length][rows.length == 0 ? 0 : rows[0].length]);
    }
}
