package org.flavorwaves.physics.numerics;

import java.util.Optional;

import org.flavorwaves.physics.run.Progress;

/**
 * Follows the solution curve of f(x, t) = 0 by its arclength in (x, t), so that folds, where t turns back, are passed
 * ({@link ArclengthStepper}). The step grows after quick corrections and is halved after failures, sharp bends and
 * corrections that lead far away, which would be on another curve.
 */
public final class ArclengthFollower {
    /** Corrections up to which the next step is longer. */
    private static final int QUICK = 3;

    private static final double GROWTH = 1.6;

    private static final double FIRST_STEP = 0.02;

    private static final double LONGEST_STEP = 0.25;

    private static final double SHORTEST_STEP = 1e-7;

    /** Least cosine between successive tangents. */
    private static final double LEAST_COSINE = 0.95;

    /** Tolerance of a correction, as a share of the step. */
    private static final double RELATIVE = 1e-3;

    private static final double FINEST = 1e-11;

    private final ParametrizedSystem m_system;

    private final ArclengthStepper m_stepper;

    private final double m_tolerance;

    private final int m_maxSteps;

    private double m_parameter;

    private int m_landings;

    /** Follows a system to |f|_inf within a tolerance, by at most so many steps. */
    public ArclengthFollower(final ParametrizedSystem system, final double tolerance, final int maxSteps) {
        m_system = system;
        m_stepper = new ArclengthStepper(system);
        m_tolerance = tolerance;
        m_maxSteps = maxSteps;
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
    public boolean follow(final double[] x, final double from, final double to, final Progress progress) {
        CurvePoint here = m_stepper.at(x, from, m_stepper.along(1));
        double step = FIRST_STEP;
        for (int steps = 0; steps < m_maxSteps && step > SHORTEST_STEP && here.parameter() >= from; steps++) {
            m_parameter = here.parameter();
            progress.report(Math.min(1, (m_parameter - from) / (to - from)), "Following the equilibrium");
            final double left = (to - m_parameter) / here.slope();
            if (left > 0 && step >= left) {
                if (finish(x, to, left, here)) {
                    return true;
                }
                step = left / 2;
            }
            final Optional<CurvePoint> next =
                m_stepper.step(here, step, Math.max(FINEST, Math.min(m_tolerance, RELATIVE * step)));
            if (next.isEmpty() || next.get().cosine(here) < LEAST_COSINE) {
                step /= 2;
            } else {
                here = next.get();
                step = here.corrections() <= QUICK ? Math.min(LONGEST_STEP, GROWTH * step) : step;
            }
        }
        m_parameter = here.parameter();
        System.arraycopy(here.point(), 0, x, 0, x.length);
        return false;
    }

    /** Newton at t = {@code to} from the point a step ahead; refuses a solution that is not near to it. */
    private boolean finish(final double[] x, final double to, final double step, final CurvePoint here) {
        final double[] start = new double[x.length];
        for (int c = 0; c < start.length; c++) {
            start[c] = here.point()[c] + step * here.tangent()[c];
        }
        System.arraycopy(start, 0, x, 0, start.length);
        final NewtonSolver newton = new NewtonSolver(m_system, m_tolerance);
        final boolean converged = newton.solve(x, to, ArclengthStepper.MAX_CORRECTIONS);
        m_landings += newton.iterations();
        double moved = 0;
        for (int c = 0; c < start.length; c++) {
            moved += (x[c] - start[c]) * (x[c] - start[c]);
        }
        return converged && Math.sqrt(moved) <= step;
    }

    /** t of the last point found on the curve. */
    public double parameter() {
        return m_parameter;
    }

    /** Linearizations so far. */
    public int iterations() {
        return m_stepper.iterations() + m_landings;
    }
}
