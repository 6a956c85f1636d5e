package org.flavorwaves.physics.numerics;

import java.util.Arrays;

/**
 * Eigenvalues and vectors of a small symmetric matrix by cyclic Jacobi rotations, which always converge and resolve
 * small eigenvalues of graded matrices.
 */
public final class SymmetricEigen {
    private static final int MAX_SWEEPS = 60;

    private final double[] m_values;

    private final double[][] m_vectors;

    /**
     * Decomposes.
     *
     * @param matrix symmetric; overwritten
     */
    public SymmetricEigen(final double[][] matrix) {
        final int n = matrix.length;
        m_values = new double[n];
        m_vectors = new double[n][n];
        for (int a = 0; a < n; a++) {
            m_vectors[a][a] = 1;
        }
        boolean changed = true;
        for (int sweep = 0; changed && sweep < MAX_SWEEPS; sweep++) {
            changed = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    changed |= rotate(matrix, p, q);
                }
            }
        }
        for (int a = 0; a < n; a++) {
            m_values[a] = matrix[a][a];
        }
    }

    /**
     * Decomposes sum v v^T of vectors in space.
     *
     * @param x components
     * @param y components
     * @param z components
     * @return principal axes
     */
    public static SymmetricEigen ofVectors(final double[] x, final double[] y, final double[] z) {
        final double[][] v = {x, y, z};
        final double[][] sum = new double[3][3];
        for (int i = 0; i < x.length; i++) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    sum[a][b] += v[a][i] * v[b][i];
                }
            }
        }
        return new SymmetricEigen(sum);
    }

    /** Makes entry (p, q) zero; returns whether it was more than rounding. */
    private boolean rotate(final double[][] a, final int p, final int q) {
        final double off = a[p][q];
        if (Math.abs(off) <= Math.ulp(Math.sqrt(Math.abs(a[p][p]) * Math.abs(a[q][q])))) {
            return false;
        }
        final double theta = (a[q][q] - a[p][p]) / (2 * off);
        final double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        final double c = 1 / Math.hypot(1, t);
        final double s = t * c;
        for (int k = 0; k < a.length; k++) {
            final double x = a[k][p];
            final double y = a[k][q];
            a[k][p] = c * x - s * y;
            a[k][q] = s * x + c * y;
        }
        for (int k = 0; k < a.length; k++) {
            final double x = a[p][k];
            final double y = a[q][k];
            a[p][k] = c * x - s * y;
            a[q][k] = s * x + c * y;
            final double u = m_vectors[p][k];
            final double v = m_vectors[q][k];
            m_vectors[p][k] = c * u - s * v;
            m_vectors[q][k] = s * u + c * v;
        }
        a[p][q] = 0;
        a[q][p] = 0;
        return true;
    }

    /** An eigenvalue, in no particular order. */
    public double value(final int e) {
        return m_values[e];
    }

    /** All eigenvalues, ascending. */
    public double[] sortedValues() {
        final double[] sorted = m_values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Component a of the unit eigenvector of an eigenvalue. */
    public double vector(final int e, final int a) {
        return m_vectors[e][a];
    }
}
