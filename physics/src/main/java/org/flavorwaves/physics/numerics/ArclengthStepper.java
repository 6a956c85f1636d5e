package org.flavorwaves.physics.numerics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Steps along the solution curve of f(x, t) = 0 by its arclength in (x, t) (pseudo-arclength continuation, Keller
 * 1977). Predictor: a step along the tangent, the null vector of (df/dx | df/dt) that continues the last one.
 * Corrector: Newton in (x, t) on the hyperplane across the tangent at the predicted point.
 */
public final class ArclengthStepper {
    /** Corrections of one step before it is given up. */
    public static final int MAX_CORRECTIONS = 8;

    /** Farthest correction, as a share of the step; a farther one may be on another curve. */
    private static final double FARTHEST_CORRECTION = 0.2;

    private final ParametrizedSystem m_system;

    private final int m_n;

    private final double[] m_f;

    private final double[] m_right;

    private final double[][] m_derivative;

    private int m_iterations;

    /** Steps on the solution curve of a system. */
    public ArclengthStepper(final ParametrizedSystem system) {
        m_system = system;
        m_n = system.unknowns();
        m_f = new double[system.equations()];
        m_right = new double[system.equations() + 1];
        m_derivative = new double[system.equations() + 1][m_n + 1];
    }

    /** The curve at a solution x of f(x, t) = 0, its tangent as near as it can be to a given direction. */
    public CurvePoint at(final double[] x, final double t, final double[] towards) {
        final double[] point = Arrays.copyOf(x, m_n + 1);
        point[m_n] = t;
        m_system.linearize(point, t, m_f, m_derivative);
        m_iterations++;
        return new CurvePoint(point, nullVector(towards), 0);
    }

    /** The direction of growing or falling t alone. */
    public double[] along(final double sign) {
        final double[] direction = new double[m_n + 1];
        direction[m_n] = sign;
        return direction;
    }

    /**
     * A step.
     *
     * @param base where it starts
     * @param length its length in (x, t)
     * @param tolerance of |f|_inf
     * @return the point reached; empty if Newton fails or leads far away
     */
    public Optional<CurvePoint> step(final CurvePoint base, final double length, final double tolerance) {
        final double[] predicted = base.point().clone();
        for (int c = 0; c <= m_n; c++) {
            predicted[c] += length * base.tangent()[c];
        }
        final double[] point = predicted.clone();
        final int corrections = correct(point, base.tangent(), tolerance);
        if (corrections < 0 || distance(point, predicted) > FARTHEST_CORRECTION * Math.abs(length)) {
            return Optional.empty();
        }
        return Optional.of(new CurvePoint(point, nullVector(base.tangent()), corrections));
    }

    /** Newton across the tangent; the number of corrections, or -1. Ends with a linearization at the point. */
    private int correct(final double[] point, final double[] tangent, final double tolerance) {
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
            System.arraycopy(tangent, 0, m_derivative[equations], 0, m_n + 1);
            final double[] move = LeastSquares.solve(m_derivative, equations + 1, m_n + 1, m_right);
            for (int c = 0; c <= m_n; c++) {
                point[c] += move[c];
            }
        }
        return -1;
    }

    /** Of the last linearization. */
    private double[] nullVector(final double[] towards) {
        return LeastSquares.nullVector(m_derivative, m_system.equations(), m_n + 1, towards);
    }

    private static double distance(final double[] a, final double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += (a[c] - b[c]) * (a[c] - b[c]);
        }
        return Math.sqrt(sum);
    }

    /** Linearizations so far. */
    public int iterations() {
        return m_iterations;
    }
}
