package org.flavorwaves.physics.numerics;

import java.util.Arrays;

/**
 * Damped Newton (Gauss-Newton for more equations than unknowns) at fixed parameter: the step is the shortest
 * least-squares solution of (df/dx) step = -f, halved until |f|_2 has fallen by a sufficient share. Quadratic
 * convergence at a regular solution; directions along which f does not change, such as those of a continuous symmetry,
 * are left alone. With a {@link Deflation} the iteration is that of the multiplied equations, which leads elsewhere
 * than to the known solutions.
 */
public final class NewtonSolver {
    /** Share of the predicted decrease of |f|_2 that a step must bring. */
    private static final double SUFFICIENT_DECREASE = 1e-4;

    /** Steps after convergence, taken to come down to rounding as long as each at least halves |f|. */
    private static final int POLISHING_STEPS = 3;

    private final ParametrizedSystem m_system;

    private final double m_tolerance;

    private final Limits m_limits;

    private final Deflation m_deflation;

    private final double[] m_f;

    private final double[] m_trial;

    private final double[][] m_derivative;

    /** The last |f|_2, a ring. */
    private final double[] m_norms;

    private double m_residual;

    private double m_goal;

    private int m_iterations;

    /**
     * When an iteration is given up.
     *
     * @param memory how many of the last |f|_2 the largest of which a step must undercut: 1 is strict descent, more
     *            lets the iteration climb out of minima of |f| that are no solutions (Grippo, Lampariello, Lucidi 1986)
     * @param shortestStep shortest step tried, as a share of the full one
     * @param longestStep longest step, in the unit of the unknowns
     * @param patience steps in which |f|_2 must halve; 0 for no such bound
     */
    public record Limits(int memory, double shortestStep, double longestStep, int patience) {
        /** Steps of any length, given up only if they do not descend at all. */
        public static final Limits DESCENT = new Limits(1, 1e-10, Double.POSITIVE_INFINITY, 0);

        /**
         * The same limits with another memory.
         *
         * @param norms how many of the last |f|_2 are compared with
         * @return a changed copy
         */
        public Limits withMemory(final int norms) {
            return new Limits(norms, shortestStep, longestStep, patience);
        }
    }

    /**
     * Prepares for a system.
     *
     * @param system the equations
     * @param tolerance of |f|_inf
     */
    public NewtonSolver(final ParametrizedSystem system, final double tolerance) {
        this(system, tolerance, Limits.DESCENT);
    }

    /**
     * Prepares for a system.
     *
     * @param system the equations
     * @param tolerance of |f|_inf
     * @param limits when to give up
     */
    public NewtonSolver(final ParametrizedSystem system, final double tolerance, final Limits limits) {
        this(system, tolerance, limits, new Deflation(1, (x, known) -> known));
    }

    /**
     * Prepares for a system some solutions of which are known.
     *
     * @param system the equations
     * @param tolerance of |f|_inf
     * @param limits when to give up
     * @param deflation the known solutions; more may be added between iterations
     */
    public NewtonSolver(final ParametrizedSystem system, final double tolerance, final Limits limits,
        final Deflation deflation) {
        m_system = system;
        m_tolerance = tolerance;
        m_limits = limits;
        m_deflation = deflation;
        m_norms = new double[limits.memory()];
        m_f = new double[system.equations()];
        m_trial = new double[system.unknowns()];
        m_derivative = new double[system.equations()][system.unknowns() + 1];
    }

    /**
     * Iterates.
     *
     * @param x start, overwritten with the best point found
     * @param t parameter
     * @param maxIterations most iterations
     * @return whether |f|_inf is within the tolerance
     */
    public boolean solve(final double[] x, final double t, final int maxIterations) {
        m_system.residual(x, t, m_f);
        m_residual = largest(m_f);
        Arrays.fill(m_norms, 0);
        m_goal = Double.POSITIVE_INFINITY;
        for (int it = 0; it < maxIterations && m_residual > m_tolerance; it++) {
            if (!dampedStep(x, t, it)) {
                return false;
            }
        }
        final boolean converged = m_residual <= m_tolerance;
        for (int p = 0; converged && p < POLISHING_STEPS && m_residual > 0; p++) {
            if (!polish(x, t)) {
                break;
            }
        }
        return converged;
    }

    private double[] newtonStep(final double[] x, final double t) {
        m_system.linearize(x, t, m_f, m_derivative);
        m_iterations++;
        final double[] b = new double[m_f.length];
        for (int r = 0; r < b.length; r++) {
            b[r] = -m_f[r];
        }
        return LeastSquares.solve(m_derivative, m_f.length, x.length, b);
    }

    private boolean dampedStep(final double[] x, final double t, final int iteration) {
        final double[] step = newtonStep(x, t);
        m_deflation.scale(x, step);
        final double here = norm(m_f) * m_deflation.factor(x);
        if (m_limits.patience() > 0 && iteration % m_limits.patience() == 0) {
            if (here > m_goal) {
                return false;
            }
            m_goal = here / 2;
        }
        m_norms[iteration % m_norms.length] = here;
        final double norm = largest(m_norms);
        for (double share = Math.min(1, m_limits.longestStep() / largest(step)); share > m_limits.shortestStep();
            share /= 2) {
            moveTrial(x, step, share);
            m_system.residual(m_trial, t, m_f);
            if (norm(m_f) * m_deflation.factor(m_trial) <= (1 - SUFFICIENT_DECREASE * share) * norm) {
                System.arraycopy(m_trial, 0, x, 0, x.length);
                m_residual = largest(m_f);
                return true;
            }
        }
        return false;
    }

    private boolean polish(final double[] x, final double t) {
        moveTrial(x, newtonStep(x, t), 1);
        m_system.residual(m_trial, t, m_f);
        final double residual = largest(m_f);
        final boolean better = residual <= m_residual / 2;
        if (better) {
            System.arraycopy(m_trial, 0, x, 0, x.length);
            m_residual = residual;
        }
        return better;
    }

    private void moveTrial(final double[] x, final double[] step, final double share) {
        for (int c = 0; c < x.length; c++) {
            m_trial[c] = x[c] + share * step[c];
        }
    }

    /** |f|_inf at the point reached, dimensionless. */
    public double residual() {
        return m_residual;
    }

    /** Linearizations so far, over all calls. */
    public int iterations() {
        return m_iterations;
    }

    /** The largest norm |f|_inf. */
    public static double largest(final double[] f) {
        double max = 0;
        for (final double value : f) {
            max = Math.max(max, Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.abs(value));
        }
        return max;
    }

    /** The Euclidean norm |f|_2. */
    public static double norm(final double[] f) {
        double sum = 0;
        for (final double value : f) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
