package org.flavorwaves.physics.thermo.temperature;

import org.flavorwaves.physics.numerics.LeastSquares;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * Climbs in S + 2 beta U towards a stable state. The nu-nu term is the difference of a convex part, the channels that
 * favour order, and a concave one. Replacing the convex part by its tangent gives a lower bound that is maximal where
 * the opposing channels solve their own equations; its maximum is the next point, and S + 2 beta U never falls:
 *
 * <pre>J_favouring := G_favouring(J),     with J_opposing = G_opposing(J) solved at each step.</pre>
 */
final class Ascent {
    private static final int SIZE = CollectiveField.SIZE;

    private static final int STEPS = 60;

    private static final int INNER_STEPS = 30;

    private static final double INNER_TOLERANCE = 1e-10;

    private static final double SHORTEST_STEP = 1e-6;

    private final ThermalEquations m_equations;

    private final int m_from;

    private final int m_to;

    private final double[] m_f = new double[SIZE];

    private final double[][] m_derivative = new double[SIZE][SIZE];

    /**
     * An ascent.
     *
     * @param equations at given beta
     * @param aligning whether beta q &gt; 0, so that J^0 favours order
     */
    Ascent(final ThermalEquations equations, final boolean aligning) {
        m_equations = equations;
        m_from = aligning ? 3 : 0;
        m_to = aligning ? SIZE : 3;
    }

    /** The place reached from a start, in the unknowns of the equations. */
    double[] climb(final double[] start) {
        final double[] x = start.clone();
        for (int step = 0; step < STEPS; step++) {
            solveOpposing(x);
            m_equations.evaluate(x, m_f);
            for (int c = 0; c < SIZE; c++) {
                x[c] -= c >= m_from && c < m_to ? 0 : m_f[c];
            }
        }
        solveOpposing(x);
        return x;
    }

    private void solveOpposing(final double[] x) {
        final int n = m_to - m_from;
        final double[][] matrix = new double[n][n];
        final double[] f = new double[n];
        for (int step = 0; step < INNER_STEPS; step++) {
            m_equations.linearize(x, m_f, m_derivative);
            System.arraycopy(m_f, m_from, f, 0, n);
            final double norm = norm();
            if (norm <= INNER_TOLERANCE) {
                return;
            }
            for (int r = 0; r < n; r++) {
                System.arraycopy(m_derivative[m_from + r], m_from, matrix[r], 0, n);
            }
            final double[] move = LeastSquares.solve(matrix, f);
            final double[] from = x.clone();
            double share = 1;
            do {
                for (int c = 0; c < n; c++) {
                    x[m_from + c] = from[m_from + c] - share * move[c];
                }
                m_equations.evaluate(x, m_f);
                share /= 2;
            } while (norm() >= norm && share > SHORTEST_STEP);
        }
    }

    private double norm() {
        double sum = 0;
        for (int c = m_from; c < m_to; c++) {
            sum += m_f[c] * m_f[c];
        }
        return Math.sqrt(sum);
    }
}
