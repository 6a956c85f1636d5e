package org.flavorwaves.physics.numerics;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Small linear problems with entries of order one: the shortest least-squares solution, and vectors of the null space.
 * Regular square matrices are eliminated with partial pivoting; overdetermined and rank-deficient ones go through the
 * singular value decomposition.
 */
public final class LeastSquares {
    /** Singular values below this share of the largest count as zero. */
    private static final double RANK_TOLERANCE = 1e-12;

    /** Pivots below this share of the largest send a square matrix to the singular value decomposition. */
    private static final double PIVOT_TOLERANCE = 1e-7;

    private LeastSquares() {
    }

    /**
     * The shortest x that minimises |A x - b| of a square matrix.
     *
     * @param matrix A; kept
     * @param b right-hand side; kept
     * @return x; 0 if the matrix is not finite
     */
    public static double[] solve(final double[][] matrix, final double[] b) {
        return solve(matrix, b.length, b.length, b);
    }

    /**
     * The shortest x that minimises |A x - b|.
     *
     * @param matrix A in the first {@code rows} rows and {@code columns} columns
     * @param rows number of equations
     * @param columns number of unknowns
     * @param b right-hand side
     * @return x; 0 if the matrix is not finite
     */
    public static double[] solve(final double[][] matrix, final int rows, final int columns, final double[] b) {
        final double[] x = new double[columns];
        if (rows == columns && eliminate(matrix, rows, b, x)) {
            return x;
        }
        Arrays.fill(x, 0);
        if (!finite(matrix, rows, columns)) {
            return x;
        }
        final SingularValueDecomposition svd = decompose(matrix, rows, columns);
        final double[] singular = svd.getSingularValues();
        final RealMatrix u = svd.getU();
        final RealMatrix v = svd.getV();
        for (int s = 0; s < singular.length && singular[s] > RANK_TOLERANCE * singular[0]; s++) {
            double dot = 0;
            for (int r = 0; r < rows; r++) {
                dot += u.getEntry(r, s) * b[r];
            }
            dot /= singular[s];
            for (int c = 0; c < columns; c++) {
                x[c] += dot * v.getEntry(c, s);
            }
        }
        return x;
    }

    /**
     * A unit vector of the null space of a matrix with more columns than independent rows, the one nearest to a given
     * vector.
     *
     * @param matrix in the first {@code rows} rows and {@code columns} columns
     * @param rows number of rows
     * @param columns number of columns
     * @param towards a vector
     * @return the normalised null vector
     */
    static double[] nullVector(final double[][] matrix, final int rows, final int columns, final double[] towards) {
        final double[] x = new double[columns];
        if (rows + 1 == columns) {
            final double[][] bordered = new double[columns][];
            System.arraycopy(matrix, 0, bordered, 0, rows);
            bordered[rows] = towards;
            final double[] b = new double[columns];
            b[rows] = 1;
            if (eliminate(bordered, columns, b, x)) {
                return normalised(x);
            }
        }
        final SingularValueDecomposition svd = decompose(matrix, rows, columns);
        final double[] singular = svd.getSingularValues();
        final RealMatrix v = svd.getV();
        Arrays.fill(x, 0);
        final int last = columns - 1;
        for (int s = last; s >= 0 && (s == last || singular[s] <= RANK_TOLERANCE * singular[0]); s--) {
            double dot = 0;
            for (int c = 0; c < columns; c++) {
                dot += v.getEntry(c, s) * towards[c];
            }
            for (int c = 0; c < columns; c++) {
                x[c] += dot * v.getEntry(c, s);
            }
        }
        return normalised(x);
    }

    private static boolean finite(final double[][] matrix, final int rows, final int columns) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (!Double.isFinite(matrix[r][c])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] normalised(final double[] x) {
        final double norm = NewtonSolver.norm(x);
        for (int c = 0; c < x.length; c++) {
            x[c] /= norm;
        }
        return x;
    }

    private static SingularValueDecomposition decompose(final double[][] matrix, final int rows, final int columns) {
        final RealMatrix padded = new Array2DRowRealMatrix(Math.max(rows, columns), columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                padded.setEntry(r, c, matrix[r][c]);
            }
        }
        return new SingularValueDecomposition(padded);
    }

    /** Gaussian elimination with partial pivoting; false if a pivot is small. */
    private static boolean eliminate(final double[][] matrix, final int n, final double[] b, final double[] x) {
        final double[][] a = new double[n][];
        for (int r = 0; r < n; r++) {
            a[r] = Arrays.copyOf(matrix[r], n + 1);
            a[r][n] = b[r];
        }
        double largest = 0;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int r = k + 1; r < n; r++) {
                pivot = Math.abs(a[r][k]) > Math.abs(a[pivot][k]) ? r : pivot;
            }
            final double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            largest = Math.max(largest, Math.abs(row[k]));
            if (!(Math.abs(row[k]) > PIVOT_TOLERANCE * largest)) {
                return false;
            }
            for (int r = k + 1; r < n; r++) {
                final double factor = a[r][k] / row[k];
                for (int c = k + 1; c <= n; c++) {
                    a[r][c] -= factor * row[c];
                }
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            double sum = a[k][n];
            for (int c = k + 1; c < n; c++) {
                sum -= a[k][c] * x[c];
            }
            x[k] = sum / a[k][k];
        }
        return true;
    }
}
