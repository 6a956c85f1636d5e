package org.flavorwaves.physics.linear;

import org.flavorwaves.physics.numerics.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.ComplexMatrix;
import org.flavorwaves.physics.numerics.EigenDecomposition;

/**
 * Eigenvalues of a dense block and, if wanted, its right vectors as unit columns and left vectors as rows with
 * row b times column b = 1 (JK 61). Where the two are orthogonal to rounding the row keeps unit length.
 *
 * @param re real parts of the eigenvalues
 * @param im imaginary parts of the eigenvalues
 * @param right n x n, or empty
 * @param left n x n, or empty
 */
record DenseEigen(double[] re, double[] im, ComplexMatrix right, ComplexMatrix left) {
    /** No vectors. */
    static final ComplexMatrix NONE = new ComplexMatrix(0, 0);

    static DenseEigen of(final ComplexMatrix matrix, final boolean vectors) {
        final EigenDecomposition eigen = new ComplexEigenSolver(vectors
            ? ComplexEigenSolver.Options.allVectors() : ComplexEigenSolver.Options.valuesOnly()).solve(matrix);
        if (!eigen.converged()) {
            throw new BandsNotConvergedException(matrix.rows(), eigen.unconverged());
        }
        final int n = matrix.rows();
        final double[] re = new double[n];
        final double[] im = new double[n];
        for (int b = 0; b < n; b++) {
            re[b] = eigen.re(b);
            im[b] = eigen.im(b);
        }
        if (!vectors) {
            return new DenseEigen(re, im, NONE, NONE);
        }
        final ComplexMatrix right = eigen.right();
        final ComplexMatrix left = eigen.left().adjoint();
        for (int b = 0; b < n; b++) {
            normalize(left, right, b);
        }
        return new DenseEigen(re, im, right, left);
    }

    /** Divides row b by its product with column b, unless that is zero to rounding. */
    static void normalize(final ComplexMatrix left, final ComplexMatrix right, final int b) {
        double re = 0;
        double im = 0;
        for (int c = 0; c < right.rows(); c++) {
            re += left.re(b, c) * right.re(c, b) - left.im(b, c) * right.im(c, b);
            im += left.re(b, c) * right.im(c, b) + left.im(b, c) * right.re(c, b);
        }
        if (Math.hypot(re, im) > right.rows() * BandSet.ROUNDING) {
            scaleRow(left, b, re, im);
        }
    }

    /** Divides row b by re + i im. */
    private static void scaleRow(final ComplexMatrix left, final int b, final double re, final double im) {
        final double square = re * re + im * im;
        for (int c = 0; c < left.columns(); c++) {
            final double x = left.re(b, c);
            final double y = left.im(b, c);
            left.set(b, c, (x * re + y * im) / square, (y * re - x * im) / square);
        }
    }
}
