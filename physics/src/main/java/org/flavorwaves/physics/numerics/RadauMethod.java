package org.flavorwaves.physics.numerics;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The L-stable method Radau IIA of two stages and third order (Hairer and Wanner, Solving Ordinary Differential
 * Equations II, section IV.5) for rates of some x = y^2 &gt;= 0 and some y:
 *
 * <pre>X1 = x + h (5/12 F(Y1) - 1/12 F(Y2)),   X2 = x + h (3/4 F(Y1) + 1/4 F(Y2)),   x' = X2</pre>
 *
 * <p>The stages are solved in y, so that no x passes zero, while linear invariants of x hold to the accuracy of
 * Newton's method. Newton's matrix uses one derivative of F, by differences, which is renewed where the iteration
 * stalls. The error estimate is the distance from the parabola through the last stages, of third order in h, so steps
 * are shorter than they need be. Not thread-safe: it owns work arrays.
 */
public final class RadauMethod {
    private static final double[][] A = {{5.0 / 12, -1.0 / 12}, {3.0 / 4, 1.0 / 4}};

    private static final double FIRST_NODE = 1.0 / 3;

    private static final int ITERATIONS = 12;

    /** Iterations after which the derivative is renewed. */
    private static final int RENEWAL = 4;

    /** Change of y, relative to the scales, that ends Newton's iteration once it no longer halves. */
    private static final double CONVERGED = 1e-10;

    private static final double EXACT = 1e-15;

    private static final double DIFFERENCE = 1e-7;

    /** A y whose square is an unknown counts at least this part of its scale in differences. */
    private static final double SMALL = 1e-6;

    /** A guess of a y whose square is an unknown stays above this part of its last value. */
    private static final double LEAST = 0.1;

    /** Rates of change. */
    @FunctionalInterface
    public interface Rates {
        /**
         * Evaluates them.
         *
         * @param y the state; not to be changed
         * @param rates where dx/dt goes for the squares, dy/dt for the rest
         */
        void evaluate(double[] y, double[] rates);
    }

    private final Rates m_system;

    private final int m_squares;

    private final double[] m_scales;

    private final double[][] m_y;

    private final double[][] m_f;

    private final double[] m_shifted;

    private final double[] m_rates;

    private final double[][] m_derivative;

    /** The last two stages and the state before them. */
    private final double[][] m_last;

    private double m_lastStep;

    /**
     * Prepares steps of a system.
     *
     * @param system the equations
     * @param squares the first so many y are roots of unknowns x
     * @param scales size of each y against which its error counts
     */
    public RadauMethod(final Rates system, final int squares, final double[] scales) {
        final int n = scales.length;
        m_system = system;
        m_squares = squares;
        m_scales = scales.clone();
        m_y = new double[2][n];
        m_f = new double[2][n];
        m_shifted = new double[n];
        m_rates = new double[n];
        m_derivative = new double[n][n];
        m_last = new double[3][n];
    }

    private double unknown(final int i, final double y) {
        return i < m_squares ? y * y : y;
    }

    private double slope(final int i, final double y) {
        return i < m_squares && y != 0 ? 2 * y : 1;
    }

    /**
     * Tries one step.
     *
     * @param y the state; not changed
     * @param h length of the step
     * @param next where the state after the step goes
     * @return the error estimate in units of the scales; NaN if the stages have no solution that Newton's method finds
     */
    public double step(final double[] y, final double h, final double[] next) {
        guess(y, h);
        final double[] expected = m_y[1].clone();
        if (!solve(y, h)) {
            return Double.NaN;
        }
        System.arraycopy(m_y[1], 0, next, 0, next.length);
        double error = 0;
        for (int i = 0; i < next.length; i++) {
            error = Math.max(error, Math.abs(next[i] - expected[i]) / m_scales[i]);
        }
        return error;
    }

    /**
     * Keeps the step that was tried last, so that the next one is predicted from it.
     *
     * @param y the state before it
     * @param h its length
     */
    public void accept(final double[] y, final double h) {
        System.arraycopy(y, 0, m_last[0], 0, y.length);
        System.arraycopy(m_y[0], 0, m_last[1], 0, y.length);
        System.arraycopy(m_y[1], 0, m_last[2], 0, y.length);
        m_lastStep = h;
    }

    /** The stages on the parabola through the last ones, or along the rates in the first step. */
    private void guess(final double[] y, final double h) {
        if (m_lastStep == 0) {
            m_system.evaluate(y, m_rates);
        }
        for (int s = 0; s < 2; s++) {
            final double share = s == 0 ? FIRST_NODE : 1;
            final double u = 1 + share * h / m_lastStep;
            for (int i = 0; i < y.length; i++) {
                if (m_lastStep == 0) {
                    final double x = unknown(i, y[i]) + share * h * m_rates[i];
                    m_y[s][i] = i < m_squares ? Math.sqrt(Math.max(x, LEAST * LEAST * y[i] * y[i])) : x;
                } else {
                    final double value = m_last[0][i] * (u - FIRST_NODE) * (u - 1) / FIRST_NODE
                        - m_last[1][i] * u * (u - 1) / (FIRST_NODE * (1 - FIRST_NODE))
                        + m_last[2][i] * u * (u - FIRST_NODE) / (1 - FIRST_NODE);
                    m_y[s][i] = i < m_squares ? Math.max(value, LEAST * y[i]) : value;
                }
            }
        }
    }

    private boolean solve(final double[] y, final double h) {
        final int n = y.length;
        NewtonMatrix solver = null;
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            m_system.evaluate(m_y[0], m_f[0]);
            m_system.evaluate(m_y[1], m_f[1]);
            if (solver == null || iteration % RENEWAL == 0) {
                differentiate();
                solver = new NewtonMatrix(h);
            }
            if (!solver.m_solver.isNonSingular()) {
                return false;
            }
            final double[] change = solver.solve(residual(y, h));
            double size = 0;
            for (int s = 0; s < 2; s++) {
                for (int i = 0; i < n; i++) {
                    final double value = m_y[s][i] - change[s * n + i];
                    size = Math.max(size, Math.abs(value - m_y[s][i]) / m_scales[i]);
                    m_y[s][i] = i < m_squares ? Math.max(value, LEAST * m_y[s][i]) : value;
                }
            }
            if (size <= EXACT || size <= CONVERGED && size > before / 2) {
                return true;
            }
            if (!(size < Double.POSITIVE_INFINITY)) {
                return false;
            }
            before = size;
        }
        return before <= CONVERGED;
    }

    private double[] residual(final double[] y, final double h) {
        final int n = y.length;
        final double[] r = new double[2 * n];
        for (int s = 0; s < 2; s++) {
            for (int i = 0; i < n; i++) {
                r[s * n + i] = unknown(i, m_y[s][i]) - unknown(i, y[i])
                    - h * (A[s][0] * m_f[0][i] + A[s][1] * m_f[1][i]);
            }
        }
        return r;
    }

    /** The derivative of the rates at the second stage. */
    private void differentiate() {
        final int n = m_scales.length;
        System.arraycopy(m_y[1], 0, m_shifted, 0, n);
        for (int j = 0; j < n; j++) {
            final double d = DIFFERENCE * (j < m_squares ? Math.max(m_shifted[j], SMALL * m_scales[j]) : m_scales[j]);
            m_shifted[j] += d;
            m_system.evaluate(m_shifted, m_rates);
            m_shifted[j] = m_y[1][j];
            for (int i = 0; i < n; i++) {
                m_derivative[i][j] = (m_rates[i] - m_f[1][i]) / d;
            }
        }
    }

    /** Whether the unknowns behind the squares do not act on their own rates, so that they can be eliminated. */
    private boolean follow() {
        boolean follow = true;
        for (int i = m_squares; i < m_scales.length && follow; i++) {
            for (int j = m_squares; j < m_scales.length; j++) {
                follow &= m_derivative[i][j] == 0;
            }
        }
        return follow;
    }

    /**
     * d residual/dY with the derivative of the rates J. Where the last unknowns b do not act on their own rates, what
     * remains for the first ones a is D - h A J_aa - h^2 A^2 J_ab J_ba.
     */
    private final class NewtonMatrix {
        private final double m_h;

        /** Number of unknowns that are solved for together. */
        private final int m_n;

        private final DecompositionSolver m_solver;

        NewtonMatrix(final double h) {
            m_h = h;
            final boolean eliminates = m_squares > 0 && follow();
            m_n = eliminates ? m_squares : m_scales.length;
            final double[][] matrix = new double[2 * m_n][2 * m_n];
            final double[] through = new double[m_n];
            for (int i = 0; i < m_n; i++) {
                Arrays.fill(through, 0);
                for (int k = m_n; k < m_scales.length; k++) {
                    for (int j = 0; j < m_n && m_derivative[i][k] != 0; j++) {
                        through[j] += m_derivative[i][k] * m_derivative[k][j];
                    }
                }
                for (int s = 0; s < 2; s++) {
                    for (int t = 0; t < 2; t++) {
                        final double square = A[s][0] * A[0][t] + A[s][1] * A[1][t];
                        for (int j = 0; j < m_n; j++) {
                            matrix[s * m_n + i][t * m_n + j] =
                                -h * A[s][t] * m_derivative[i][j] - h * h * square * through[j];
                        }
                    }
                    matrix[s * m_n + i][s * m_n + i] += slope(i, m_y[s][i]);
                }
            }
            m_solver = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0).getSolver();
        }

        double[] solve(final double[] residual) {
            final int n = m_scales.length;
            final double[] first = new double[2 * m_n];
            for (int s = 0; s < 2; s++) {
                for (int i = 0; i < m_n; i++) {
                    double sum = residual[s * n + i];
                    for (int k = m_n; k < n; k++) {
                        sum += m_h * m_derivative[i][k] * (A[s][0] * residual[k] + A[s][1] * residual[n + k]);
                    }
                    first[s * m_n + i] = sum;
                }
            }
            final double[] solved = m_solver.solve(new ArrayRealVector(first, false)).toArray();
            final double[] change = residual.clone();
            for (int s = 0; s < 2; s++) {
                System.arraycopy(solved, s * m_n, change, s * n, m_n);
                for (int k = m_n; k < n; k++) {
                    for (int j = 0; j < m_n; j++) {
                        change[s * n + k] +=
                            m_h * m_derivative[k][j] * (A[s][0] * solved[j] + A[s][1] * solved[m_n + j]);
                    }
                }
            }
            return change;
        }
    }
}
