package org.flavorwaves.physics.linear.collective;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.numerics.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.ComplexLu;
import org.flavorwaves.physics.numerics.ComplexMatrix;
import org.flavorwaves.physics.numerics.EigenDecomposition;

/**
 * The nonlinear eigenproblem T(Omega) x = 0 near one of its solutions, by successive linear problems (A. Ruhe, SIAM J.
 * Numer. Anal. 10 (1973) 674): T(Omega + d) x = 0 to first order is T^-1 T' x = -x/d. Converges quadratically also at
 * multiple zeros with independent null vectors, where the determinant alone would lose half of the digits.
 */
final class NullVectors {
    private static final int MAX_STEPS = 30;

    /** Steps shorter than this part of the scale are rounding. */
    private static final double ROUNDING = 4e-16;

    /** A zero is accepted if the last step was shorter than this part of the scale. */
    private static final double ACCEPTED = 1e-11;

    /** Zeros of one cluster are closer to its centre than this part of the scale. */
    private static final double CLUSTER = 1e-8;

    private final CollectiveMatrix m_matrix;

    private final double m_scale;

    NullVectors(final CollectiveMatrix matrix, final double scale) {
        m_matrix = matrix;
        m_scale = scale;
    }

    /**
     * A solution.
     *
     * @param omega the frequency
     * @param multiplicity number of independent null vectors
     * @param right null vectors as columns, T x = 0
     * @param left rows with y T = 0
     * @param converged whether the iteration settled
     */
    record Solution(Complex omega, int multiplicity, ComplexMatrix right, ComplexMatrix left, boolean converged) {
    }

    /** The solution reached from an estimate. */
    Solution from(final Complex estimate) {
        Complex omega = estimate;
        double previous = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS; step++) {
            final Linear linear = new Linear(omega);
            final Complex change = linear.smallest();
            final double size = change.abs();
            final boolean settled = size <= ROUNDING * m_scale || size <= ACCEPTED * m_scale && size >= previous / 2;
            if (settled) {
                return linear.solution(true);
            }
            previous = size;
            omega = omega.add(change);
            if (!(omega.getImaginary() > 0)) {
                break;
            }
        }
        return new Solution(omega, 0, new ComplexMatrix(0, 0), new ComplexMatrix(0, 0), false);
    }

    /** A zero that the determinant counts more than once but that could not be told apart. */
    Solution cluster(final Complex center, final int count) {
        final Solution solution = from(center);
        final boolean near = solution.converged() && solution.omega().subtract(center).abs() <= CLUSTER * m_scale;
        final Complex omega = near ? solution.omega() : center;
        return new Solution(omega, count, solution.right(), solution.left(), near);
    }

    /** The problem linearised at one frequency. */
    private final class Linear {
        private final Complex m_omega;

        private final ComplexLu m_lu;

        private final EigenDecomposition m_eigen;

        Linear(final Complex omega) {
            m_omega = omega;
            m_lu = new ComplexLu(nonsingular(m_matrix.at(omega)));
            m_eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors())
                .solve(m_lu.solve(m_matrix.derivative(omega)));
        }

        /** T itself unless a pivot is exactly zero; then its diagonal is changed by about its rounding. */
        private ComplexMatrix nonsingular(final ComplexMatrix t) {
            double tiny = Math.max(t.maxNorm(), 1) * 0x1p-60;
            while (new ComplexLu(t).singular()) {
                for (int c = 0; c < t.rows(); c++) {
                    t.add(c, c, tiny * (c + 1), 0);
                }
                tiny *= 2;
            }
            return t;
        }

        private Complex change(final int e) {
            return new Complex(m_eigen.re(e), m_eigen.im(e)).reciprocal().negate();
        }

        Complex smallest() {
            Complex best = change(0);
            for (int e = 1; e < m_eigen.size(); e++) {
                if (change(e).abs() < best.abs()) {
                    best = change(e);
                }
            }
            return best;
        }

        Solution solution(final boolean converged) {
            final int n = m_eigen.size();
            int count = 0;
            final int[] chosen = new int[n];
            for (int e = 0; e < n; e++) {
                if (change(e).abs() <= ACCEPTED * m_scale) {
                    chosen[count++] = e;
                }
            }
            final ComplexMatrix right = new ComplexMatrix(n, count);
            final ComplexMatrix left = new ComplexMatrix(count, n);
            final ComplexMatrix inverse = m_lu.solve(ComplexMatrix.identity(n));
            for (int c = 0; c < count; c++) {
                for (int r = 0; r < n; r++) {
                    right.set(r, c, m_eigen.right().re(r, chosen[c]), m_eigen.right().im(r, chosen[c]));
                    left.set(c, r, m_eigen.left().re(r, chosen[c]), -m_eigen.left().im(r, chosen[c]));
                }
            }
            return new Solution(m_omega, count, right, left.multiply(inverse), converged);
        }
    }
}
