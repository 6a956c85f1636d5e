package org.flavorwaves.physics.linear.collective;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.collective.sums.CollectiveMatrix;
import org.flavorwaves.physics.linear.collective.sums.ResolventSums;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * The nonlinear eigenproblem T(Omega) x = 0 near one of its solutions, by successive linear problems (A. Ruhe, SIAM J.
 * Numer. Anal. 10 (1973) 674): T(Omega + d) x = 0 to first order is T^-1 T' x = -x/d. Converges quadratically also at
 * multiple zeros with independent null vectors, where the determinant alone would lose half of the digits.
 */
final class NullVectors {
    private static final int MAX_STEPS = 30;

    /** After a step shorter than this part of the scale, fast sums are replaced by exact ones. */
    private static final double CLOSE = 1e-6;

    /** A next step would be rounding after one shorter than this part of the scale. */
    private static final double SETTLED = 1e-14;

    /** A zero is accepted if the last step was shorter than this part of the scale. */
    private static final double ACCEPTED = 1e-11;

    /** Zeros of one cluster are closer to its centre than this part of the scale. */
    private static final double CLUSTER = 1e-8;

    /** All zeros lie within the coupling of a pole: no two points near them are farther apart, in scales. */
    private static final double REACH = 3;

    private final Linearization m_linear;

    private final double m_scale;

    NullVectors(final CollectiveMatrix matrix, final ResolventSums.Sampler sampler, final double scale) {
        m_linear = new Linearization(matrix.sums(), sampler);
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

    /** The solution reached from an estimate: first with fast sums, then with exact ones. */
    Solution from(final Complex estimate) {
        Complex omega = estimate;
        double previous = Double.POSITIVE_INFINITY;
        boolean exact = false;
        for (int step = 0; step < MAX_STEPS; step++) {
            m_linear.at(omega, exact);
            final Complex change = m_linear.change();
            final double size = change.abs();
            if (exact && (size <= SETTLED * m_scale || size <= ACCEPTED * m_scale && size >= previous / 2)) {
                return m_linear.solution(1 / (ACCEPTED * m_scale));
            }
            if (exact) {
                previous = size;
            }
            exact |= size <= CLOSE * m_scale || step == MAX_STEPS / 2;
            omega = omega.add(change);
            if (!(omega.getImaginary() > 0 && omega.subtract(estimate).abs() <= REACH * m_scale)) {
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
}
