package org.flavorwaves.physics.thermo.temperature;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.numerics.LeastSquares;

/**
 * Damped Newton on {@link ThermalEquations} that avoids the solutions it is told of (Farrell, Birkisson and Funke,
 * SIAM J. Sci. Comput. 37, 2015). The equations are multiplied by prod_r (1 + c^2/d_r^2), d_r the distance to known
 * solution r up to a symmetry of flavor space, which only scales the Newton step:
 *
 * <pre>step = newton step / (1 - newton step . grad ln prod)</pre>
 *
 * <p>Without known solutions it is ordinary Newton, halved until |f|_2 falls by a sufficient share.
 */
final class DeflatedNewton {
    private static final double SUFFICIENT_DECREASE = 1e-4;

    private static final double SHORTEST_STEP = 1e-4;

    /** Longest step, in units of the scale of the unknowns. */
    private static final double LONGEST_STEP = 2;

    /** The length c beyond which a known solution no longer repels. */
    private static final double REPULSION = 0.3;

    private static final int POLISHING_STEPS = 3;

    /** Gives up if so many steps do not halve the deflated |f|. */
    private static final int PATIENCE = 8;

    private final ThermalEquations m_equations;

    private final FlavorSymmetry m_symmetry;

    private final double m_tolerance;

    private final int m_maxIterations;

    private final List<double[]> m_known = new ArrayList<>();

    private final double[] m_f;

    private final double[][] m_derivative;

    private int m_iterations;

    private double m_residual;

    DeflatedNewton(final ThermalEquations equations, final FlavorSymmetry symmetry, final TemperatureOptions options) {
        m_equations = equations;
        m_symmetry = symmetry;
        m_tolerance = options.tolerance();
        m_maxIterations = options.maxIterations();
        m_f = new double[equations.size()];
        m_derivative = new double[m_f.length][m_f.length];
    }

    /** Adds a solution to avoid. */
    void avoid(final double[] solution) {
        m_known.add(solution);
    }

    /**
     * Iterates.
     *
     * @param x start, overwritten with the end
     * @return whether |f|_inf is within the tolerance at the end
     */
    boolean solve(final double[] x) {
        double norm = evaluate(x);
        double goal = Double.POSITIVE_INFINITY;
        for (int it = 0; it < m_maxIterations && m_residual > m_tolerance; it++) {
            final double[] step = step(x);
            final double merit = norm * repulsion(x);
            if (it % PATIENCE == 0) {
                if (merit > goal) {
                    return false;
                }
                goal = merit / 2;
            }
            double share = Math.min(1, LONGEST_STEP / largest(step));
            double[] trial = moved(x, step, share);
            norm = evaluate(trial);
            while (!(norm * repulsion(trial) <= (1 - SUFFICIENT_DECREASE * share) * merit)) {
                share /= 2;
                if (share < SHORTEST_STEP) {
                    return false;
                }
                trial = moved(x, step, share);
                norm = evaluate(trial);
            }
            System.arraycopy(trial, 0, x, 0, x.length);
        }
        return m_residual <= m_tolerance;
    }

    /** Ordinary Newton steps from a solution as long as each at least halves |f|. */
    void polish(final double[] x) {
        evaluate(x);
        double best = m_residual;
        for (int p = 0; p < POLISHING_STEPS && best > 0; p++) {
            final double[] trial = moved(x, newtonStep(x), 1);
            evaluate(trial);
            if (m_residual > best / 2) {
                break;
            }
            best = m_residual;
            System.arraycopy(trial, 0, x, 0, x.length);
        }
        m_residual = best;
    }

    /** |f|_inf at the point reached, dimensionless. */
    double residual() {
        return m_residual;
    }

    /** Linearizations so far, over all calls. */
    int iterations() {
        return m_iterations;
    }

    private double evaluate(final double[] x) {
        m_equations.evaluate(x, m_f);
        m_residual = largest(m_f);
        double sum = 0;
        for (final double value : m_f) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private double[] newtonStep(final double[] x) {
        m_iterations++;
        m_equations.linearize(x, m_f, m_derivative);
        final double[] b = new double[m_f.length];
        for (int r = 0; r < b.length; r++) {
            b[r] = -m_f[r];
        }
        return LeastSquares.solve(m_derivative, b);
    }

    private double[] step(final double[] x) {
        final double[] step = newtonStep(x);
        double slope = 0;
        for (final double[] known : m_known) {
            final double[] copy = m_symmetry.nearestCopy(x, known);
            double d2 = 0;
            double along = 0;
            for (int c = 0; c < copy.length; c++) {
                d2 += (x[c] - copy[c]) * (x[c] - copy[c]);
                along += (x[c] - copy[c]) * step[c];
            }
            slope -= d2 > 0 ? 2 * along * REPULSION * REPULSION / (d2 * (d2 + REPULSION * REPULSION)) : 0;
        }
        final double factor = 1 / (1 - slope);
        for (int c = 0; c < step.length; c++) {
            step[c] *= Double.isFinite(factor) ? factor : 1;
        }
        return step;
    }

    private double repulsion(final double[] x) {
        double product = 1;
        for (final double[] known : m_known) {
            final double d = m_symmetry.distance(x, known);
            product *= 1 + REPULSION * REPULSION / (d * d);
        }
        return product;
    }

    private static double[] moved(final double[] x, final double[] step, final double share) {
        final double[] moved = x.clone();
        for (int c = 0; c < x.length; c++) {
            moved[c] += share * step[c];
        }
        return moved;
    }

    private static double largest(final double[] f) {
        double largest = 0;
        for (final double value : f) {
            largest = Math.max(largest, Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.abs(value));
        }
        return largest;
    }
}
