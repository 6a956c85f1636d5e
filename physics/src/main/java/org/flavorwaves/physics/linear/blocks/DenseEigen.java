package org.flavorwaves.physics.linear.blocks;

import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;

/**
 * Eigenvalues of a dense block and, if wanted, its right vectors as unit columns and left vectors as rows with
 * row b times column b = 1 (JK 61). Where the two are orthogonal to rounding the row keeps unit length.
 *
 * @param re real parts of the eigenvalues
 * @param im imaginary parts of the eigenvalues
 * @param right n x n, or empty
 * @param left n x n, or empty
 */
public record DenseEigen(double[] re, double[] im, ComplexMatrix right, ComplexMatrix left) {
    /** No vectors. */
    public static final ComplexMatrix NONE = new ComplexMatrix(0, 0);

    static DenseEigen of(final ComplexMatrix matrix, final boolean vectors, final Progress progress) {
        final EigenDecomposition eigen = new ComplexEigenSolver(
            vectors ? ComplexEigenSolver.Options.allVectors() : ComplexEigenSolver.Options.valuesOnly())
                .solve(matrix, progress);
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
        final ComplexMatrix left = eigen.leftBiorthogonal().adjoint();
        final ComplexMatrix unit = eigen.left().adjoint();
        for (int b = 0; b < n; b++) {
            // a NaN fails this comparison too
            if (!(length(left, b) < 1 / (n * Math.ulp(1.0)))) {
                for (int c = 0; c < n; c++) {
                    left.set(b, c, unit.re(b, c), unit.im(b, c));
                }
            }
        }
        return new DenseEigen(re, im, eigen.right(), left);
    }

    private static double length(final ComplexMatrix a, final int row) {
        double sum = 0;
        for (int c = 0; c < a.columns(); c++) {
            sum += a.re(row, c) * a.re(row, c) + a.im(row, c) * a.im(row, c);
        }
        return Math.sqrt(sum);
    }
}
