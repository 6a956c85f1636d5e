package org.flavorwaves.physics.thermo.temperature;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Solves small square systems: by elimination where the matrix is regular, otherwise by the shortest least-squares
 * solution, which leaves the directions of a continuous family of solutions alone.
 */
final class ShortestStep {
    /** Pivots and singular values below this share of the largest count as zero. */
    private static final double RANK_TOLERANCE = 1e-9;

    private ShortestStep() {
    }

    /** The solution of A x = b; A is kept. */
    static double[] solve(final double[][] matrix, final double[] b) {
        final int n = b.length;
        final double[][] a = new double[n][];
        for (int r = 0; r < n; r++) {
            a[r] = matrix[r].clone();
        }
        final double[] x = b.clone();
        return eliminate(a, x) ? x : decompose(matrix, b);
    }

    private static boolean eliminate(final double[][] a, final double[] b) {
        final int n = b.length;
        double largest = 0;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int r = k + 1; r < n; r++) {
                pivot = Math.abs(a[r][k]) > Math.abs(a[pivot][k]) ? r : pivot;
            }
            final double size = Math.abs(a[pivot][k]);
            largest = Math.max(largest, size);
            if (!(size > RANK_TOLERANCE * largest)) {
                return false;
            }
            final double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            final double value = b[pivot];
            b[pivot] = b[k];
            b[k] = value;
            for (int r = k + 1; r < n; r++) {
                final double factor = a[r][k] / row[k];
                for (int c = k + 1; c < n; c++) {
                    a[r][c] -= factor * row[c];
                }
                b[r] -= factor * value;
            }
        }
        for (int r = n - 1; r >= 0; r--) {
            for (int c = r + 1; c < n; c++) {
                b[r] -= a[r][c] * b[c];
            }
            b[r] /= a[r][r];
        }
        return true;
    }

    private static double[] decompose(final double[][] matrix, final double[] b) {
        final int n = b.length;
        final double[] x = new double[n];
        for (final double[] row : matrix) {
            if (!ThermalModes.finite(row)) {
                return x;
            }
        }
        final SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix));
        final double[] singular = svd.getSingularValues();
        for (int s = 0; s < n && singular[s] > RANK_TOLERANCE * singular[0]; s++) {
            double share = 0;
            for (int r = 0; r < n; r++) {
                share += svd.getU().getEntry(r, s) * b[r] / singular[s];
            }
            for (int c = 0; c < n; c++) {
                x[c] += share * svd.getV().getEntry(c, s);
            }
        }
        return x;
    }
}
