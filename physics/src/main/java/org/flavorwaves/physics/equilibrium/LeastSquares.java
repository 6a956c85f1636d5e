package org.flavorwaves.physics.equilibrium;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Small linear problems by singular value decomposition: the shortest least-squares solution, and the null space. This
 * treats square, overdetermined and rank-deficient matrices alike.
 */
final class LeastSquares {
    /** Singular values below this share of the largest count as zero. */
    private static final double RANK_TOLERANCE = 1e-12;

    private final double[][] m_u;

    private final double[][] m_v;

    private final double[] m_singular;

    LeastSquares(final double[][] matrix, final int rows, final int columns) {
        final RealMatrix padded = new Array2DRowRealMatrix(Math.max(rows, columns), columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                padded.setEntry(r, c, matrix[r][c]);
            }
        }
        final SingularValueDecomposition svd = new SingularValueDecomposition(padded);
        m_u = svd.getU().getData();
        m_v = svd.getV().getData();
        m_singular = svd.getSingularValues();
    }

    /** The smallest singular value over the largest. */
    double inverseCondition() {
        return m_singular[m_singular.length - 1] / m_singular[0];
    }

    /**
     * The shortest x that minimises |A x - b|.
     *
     * @param b right-hand side
     * @param rows number of entries of b that count
     * @return x
     */
    double[] solve(final double[] b, final int rows) {
        final double[] x = new double[m_v.length];
        for (int s = 0; s < m_singular.length && m_singular[s] > RANK_TOLERANCE * m_singular[0]; s++) {
            double dot = 0;
            for (int r = 0; r < rows; r++) {
                dot += m_u[r][s] * b[r];
            }
            dot /= m_singular[s];
            for (int c = 0; c < x.length; c++) {
                x[c] += dot * m_v[c][s];
            }
        }
        return x;
    }

    /**
     * The unit vector of the null space nearest to a given one. The null space is that of the numerically vanishing
     * singular values, and at least one-dimensional.
     *
     * @param towards a vector
     * @return its normalised projection
     */
    double[] nullVector(final double[] towards) {
        final double[] x = new double[m_v.length];
        final int last = m_singular.length - 1;
        for (int s = last; s >= 0 && (s == last || m_singular[s] <= RANK_TOLERANCE * m_singular[0]); s--) {
            double dot = 0;
            for (int c = 0; c < x.length; c++) {
                dot += m_v[c][s] * towards[c];
            }
            for (int c = 0; c < x.length; c++) {
                x[c] += dot * m_v[c][s];
            }
        }
        double norm = 0;
        for (final double value : x) {
            norm += value * value;
        }
        norm = Math.sqrt(norm);
        for (int c = 0; c < x.length; c++) {
            x[c] /= norm;
        }
        return x;
    }
}
