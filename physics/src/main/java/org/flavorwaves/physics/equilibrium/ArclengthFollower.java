package org.flavorwaves.physics.equilibrium;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.Progress;

/**
 * Follows the solution curve of f(x, t) = 0 by its arclength in (x, t), so that folds, where t turns back, are passed
 * (pseudo-arclength continuation, Keller 1977). Predictor: a step along the tangent, the null vector of
 * (df/dx | df/dt) that continues the last one. Corrector: Newton in (x, t) on the hyperplane across the tangent at the
 * predicted point. The step grows after quick corrections and is halved after failures and sharp bends.
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
    private static final double LEAST_COSINE = 0.9;

    private final ParametrizedSystem m_system;

    private final double m_tolerance;

    private final int m_maxSteps;

    private final int m_n;

    private final double[] m_f;

    private final double[][] m_derivative;

    private double[] m_point;

    private double[] m_tangent;

    private int m_iterations;

    private int m_steps;

    private int m_folds;

    ArclengthFollower(final ParametrizedSystem system, final double tolerance, final int maxSteps) {
        m_system = system;
        m_tolerance = tolerance;
        m_maxSteps = maxSteps;
        m_n = system.unknowns();
        m_f = new double[system.equations() + 1];
        m_derivative = new double[system.equations() + 1][m_n + 1];
    }

    /**
     * Follows the curve through a known solution in the direction of growing t until t reaches an end value.
     *
     * @param x solution at t = {@code from}, overwritten with the last point of the curve at or before {@code to},
     *            moved along the tangent to t = {@code to} if that is reached
     * @param from first t
     * @param to last t, above {@code from}
     * @param progress asked once a step whether to go on
     * @return whether t = {@code to} was reached
     */
    boolean follow(final double[] x, final double from, final double to, final Progress progress) {
        m_point = Arrays.copyOf(x, m_n + 1);
        m_point[m_n] = from;
        double[] ahead = new double[m_n + 1];
        ahead[m_n] = 1;
        m_tangent = tangent(m_point, ahead);
        double step = FIRST_STEP;
        final double[] next = new double[m_n + 1];
        while (m_steps < m_maxSteps && step > SHORTEST_STEP) {
            progress.report(Math.max(0, Math.min(1, (m_point[m_n] - from) / (to - from))), "Following the equilibrium");
            final double left = to - m_point[m_n];
            if (m_tangent[m_n] > 0 && step * m_tangent[m_n] >= left) {
                final double last = left / m_tangent[m_n];
                for (int c = 0; c < m_n; c++) {
                    x[c] = m_point[c] + last * m_tangent[c];
                }
                return true;
            }
            for (int c = 0; c <= m_n; c++) {
                next[c] = m_point[c] + step * m_tangent[c];
            }
            final int corrections = correct(next);
            ahead = corrections < 0 ? m_tangent : tangent(next, m_tangent);
            if (corrections < 0 || dot(ahead, m_tangent) < LEAST_COSINE) {
                step /= 2;
                continue;
            }
            if (ahead[m_n] * m_tangent[m_n] < 0) {
                m_folds++;
            }
            m_steps++;
            System.arraycopy(next, 0, m_point, 0, m_n + 1);
            m_tangent = ahead;
            step = corrections <= QUICK ? Math.min(LONGEST_STEP, GROWTH * step) : step;
        }
        System.arraycopy(m_point, 0, x, 0, m_n);
        return false;
    }

    private double[] tangent(final double[] point, final double[] towards) {
        m_system.linearize(point, point[m_n], m_f, m_derivative);
        m_iterations++;
        return new LeastSquares(m_derivative, m_system.equations(), m_n + 1).nullVector(towards);
    }

    /** Newton across the tangent; the number of corrections, or -1. */
    private int correct(final double[] point) {
        final int equations = m_system.equations();
        final double[] b = new double[equations + 1];
        for (int it = 0; it <= MAX_CORRECTIONS; it++) {
            m_system.linearize(point, point[m_n], m_f, m_derivative);
            m_iterations++;
            double residual = 0;
            for (int r = 0; r < equations; r++) {
                b[r] = -m_f[r];
                residual = Math.max(residual, Math.abs(m_f[r]));
            }
            if (residual <= m_tolerance) {
                return it;
            }
            b[equations] = 0;
            System.arraycopy(m_tangent, 0, m_derivative[equations], 0, m_n + 1);
            final double[] move = new LeastSquares(m_derivative, equations + 1, m_n + 1).solve(b, equations + 1);
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

    /** t of the last point of the curve. */
    double parameter() {
        return m_point[m_n];
    }

    /** Linearizations so far. */
    int iterations() {
        return m_iterations;
    }

    /** How often t has turned back. */
    int folds() {
        return m_folds;
    }
}
