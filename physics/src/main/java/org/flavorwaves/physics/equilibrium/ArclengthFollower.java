package org.flavorwaves.physics.equilibrium;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.Progress;

/**
 * Follows the solution curve of f(x, t) = 0 by its arclength in (x, t), so that folds, where t turns back, are passed
 * (pseudo-arclength continuation, Keller 1977). Predictor: a step along the tangent, the null vector of
 * (df/dx | df/dt) that continues the last one. Corrector: Newton in (x, t) on the hyperplane across the tangent at the
 * predicted point. The step grows after quick corrections and is halved after failures, sharp bends and corrections
 * that lead far away, which would be on another curve.
 */
final class ArclengthFollower {
    /** Corrections of one step before it is halved. */
    private static final int MAX_CORRECTIONS = 8;

    /** Corrections up to which the next step is longer. */
    private static final int QUICK = 3;

    private static final double GROWTH = 1.6;

    private static final double FIRST_STEP = 0.02;

    private static final double LONGEST_STEP = 0.25;

    private static final double SHORTEST_STEP = 1e-7;

    /** Least cosine between successive tangents. */
    private static final double LEAST_COSINE = 0.95;

    /** Farthest correction, as a share of the step. */
    private static final double FARTHEST_CORRECTION = 0.2;

    /** Tolerance of a correction, as a share of the step. */
    private static final double RELATIVE = 1e-3;

    private static final double FINEST = 1e-11;

    private final ParametrizedSystem m_system;

    private final double m_tolerance;

    private final int m_maxSteps;

    private final int m_n;

    private final double[] m_f;

    private final double[] m_right;

    private final double[][] m_derivative;

    private final double[] m_point;

    private double[] m_tangent;

    private int m_iterations;

    ArclengthFollower(final ParametrizedSystem system, final double tolerance, final int maxSteps) {
        m_system = system;
        m_tolerance = tolerance;
        m_maxSteps = maxSteps;
        m_n = system.unknowns();
        m_f = new double[system.equations()];
        m_right = new double[system.equations() + 1];
        m_derivative = new double[system.equations() + 1][m_n + 1];
        m_point = new double[m_n + 1];
    }

    /**
     * Follows the curve through a known solution in the direction of growing t until t reaches an end value.
     *
     * @param x solution at t = {@code from}, overwritten with that at t = {@code to}, or with the last point found
     * @param from first t, at which the curve does not come back
     * @param to last t, above {@code from}
     * @param progress asked at every step whether to go on
     * @return whether t = {@code to} was reached
     */
    boolean follow(final double[] x, final double from, final double to, final Progress progress) {
        System.arraycopy(x, 0, m_point, 0, m_n);
        m_point[m_n] = from;
        final double[] up = new double[m_n + 1];
        up[m_n] = 1;
        m_system.linearize(m_point, from, m_f, m_derivative);
        m_iterations++;
        m_tangent = nullVector(up);
        double step = FIRST_STEP;
        final double[] next = new double[m_n + 1];
        for (int steps = 0; steps < m_maxSteps && step > SHORTEST_STEP && m_point[m_n] >= from; steps++) {
            progress.report(Math.min(1, (m_point[m_n] - from) / (to - from)), "Following the equilibrium");
            final double left = (to - m_point[m_n]) / m_tangent[m_n];
            if (left > 0 && step >= left) {
                if (finish(x, to, left)) {
                    return true;
                }
                step = left / 2;
            }
            advance(step, next);
            final int corrections = correct(next, Math.max(FINEST, Math.min(m_tolerance, RELATIVE * step)));
            if (corrections < 0 || distanceFromPrediction(next, step) > FARTHEST_CORRECTION * step) {
                step /= 2;
                continue;
            }
            final double[] ahead = nullVector(m_tangent);
            if (dot(ahead, m_tangent) < LEAST_COSINE) {
                step /= 2;
                continue;
            }
            System.arraycopy(next, 0, m_point, 0, m_n + 1);
            m_tangent = ahead;
            step = corrections <= QUICK ? Math.min(LONGEST_STEP, GROWTH * step) : step;
        }
        System.arraycopy(m_point, 0, x, 0, m_n);
        return false;
    }

    /** Newton at t = {@code to} from the point a step ahead; refuses a solution that is not near to it. */
    private boolean finish(final double[] x, final double to, final double step) {
        advance(step, m_right);
        final double[] start = Arrays.copyOf(m_right, m_n);
        System.arraycopy(start, 0, x, 0, m_n);
        final NewtonSolver newton = new NewtonSolver(m_system, m_tolerance, 1);
        final boolean converged = newton.solve(x, to, MAX_CORRECTIONS);
        m_iterations += newton.iterations();
        double moved = 0;
        for (int c = 0; c < m_n; c++) {
            moved += (x[c] - start[c]) * (x[c] - start[c]);
        }
        return converged && Math.sqrt(moved) <= step;
    }

    private void advance(final double step, final double[] out) {
        for (int c = 0; c <= m_n; c++) {
            out[c] = m_point[c] + step * m_tangent[c];
        }
    }

    private double distanceFromPrediction(final double[] point, final double step) {
        double sum = 0;
        for (int c = 0; c <= m_n; c++) {
            final double d = point[c] - m_point[c] - step * m_tangent[c];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /** Of the last linearization. */
    private double[] nullVector(final double[] towards) {
        return LeastSquares.nullVector(m_derivative, m_system.equations(), m_n + 1, towards);
    }

    /** Newton across the tangent; the number of corrections, or -1. Ends with a linearization at the point. */
    private int correct(final double[] point, final double tolerance) {
        final int equations = m_system.equations();
        for (int it = 0; it <= MAX_CORRECTIONS; it++) {
            m_system.linearize(point, point[m_n], m_f, m_derivative);
            m_iterations++;
            if (NewtonSolver.largest(m_f) <= tolerance) {
                return it;
            }
            for (int r = 0; r < equations; r++) {
                m_right[r] = -m_f[r];
            }
            m_right[equations] = 0;
            System.arraycopy(m_tangent, 0, m_derivative[equations], 0, m_n + 1);
            final double[] move = LeastSquares.solve(m_derivative, equations + 1, m_n + 1, m_right);
            for (int c = 0; c <= m_n; c++) {
                point[c] += move[c];
            }
        }
        return -1;
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    /** t of the last point found on the curve. */
    double parameter() {
        return m_point[m_n];
    }

    /** Linearizations so far. */
    int iterations() {
        return m_iterations;
    }
}
