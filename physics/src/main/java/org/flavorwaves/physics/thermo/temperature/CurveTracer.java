package org.flavorwaves.physics.thermo.temperature;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.state.CollectiveField;

/**
 * Follows the curve (J, beta) of solutions through a known one by pseudo-arclength steps, around folds, and collects
 * the other solutions at which it comes back to the same beta. Solutions are born in pairs at folds, so the curve
 * through one leads to the other.
 */
final class CurveTracer {
    private static final int SIZE = CollectiveField.SIZE;

    private static final int MAX_STEPS = 400;

    private static final int CORRECTIONS = 7;

    private static final double FIRST_STEP = 0.02;

    private static final double LONGEST_STEP = 0.15;

    private static final double SHORTEST_STEP = 1e-5;

    /** Corrections that count as few, after which the step may grow. */
    private static final int FEW = 3;

    private static final double TOLERANCE = 1e-8;

    /** How far beyond the beta of interest the curve is followed. */
    private static final double FARTHEST = 1.5;

    private final ThermalEquations m_equations;

    private final double m_beta;

    private final double m_nearest;

    private final double m_unit;

    private final double[] m_f = new double[SIZE + 1];

    private final double[][] m_derivative = new double[SIZE + 1][SIZE + 1];

    private int m_iterations;

    /**
     * A tracer.
     *
     * @param modes the modes
     * @param beta the beta of interest, not 0
     * @param unique share of it at and below which there is only one solution, where the curve ends
     */
    CurveTracer(final ThermalModes modes, final double beta, final double unique) {
        m_equations = ThermalEquations.atEnergy(modes, 0);
        m_beta = beta;
        m_nearest = 0.9 * unique;
        m_unit = beta / m_equations.betaUnit();
    }

    int iterations() {
        return m_iterations;
    }

    /**
     * Follows the curve one way.
     *
     * @param field collective numbers of a solution at the beta of interest
     * @param direction +1 to set out towards larger |beta|, -1 towards smaller
     * @return approximate collective numbers wherever the curve is at that beta again
     */
    List<double[]> trace(final double[] field, final int direction) {
        final List<double[]> met = new ArrayList<>();
        double[] z = m_equations.unknowns(field, m_beta);
        z[SIZE] = 1;
        double[] border = new double[SIZE + 1];
        border[SIZE] = direction;
        double[] tangent = tangent(z, border);
        double step = FIRST_STEP;
        for (int s = 0; s < MAX_STEPS && step > SHORTEST_STEP; s++) {
            final double[] next = moved(z, tangent, step);
            final int corrections = correct(next, tangent);
            if (corrections > CORRECTIONS) {
                step /= 2;
                continue;
            }
            if (s > 0 && (z[SIZE] - 1) * (next[SIZE] - 1) <= 0 && next[SIZE] != z[SIZE]) {
                final double share = (1 - z[SIZE]) / (next[SIZE] - z[SIZE]);
                final double[] meeting = new double[SIZE + 1];
                for (int c = 0; c < SIZE; c++) {
                    meeting[c] = z[c] + share * (next[c] - z[c]);
                }
                met.add(m_equations.field(meeting));
            }
            if (next[SIZE] < m_nearest || next[SIZE] > FARTHEST) {
                break;
            }
            z = next;
            border = tangent;
            tangent = tangent(z, border);
            step = corrections <= FEW ? Math.min(LONGEST_STEP, 1.4 * step) : step;
        }
        return met;
    }

    /** Unit solution of dF = 0 that does not turn back from the border. */
    private double[] tangent(final double[] z, final double[] border) {
        linearize(z, border);
        final double[] b = new double[SIZE + 1];
        b[SIZE] = 1;
        final double[] t = ShortestStep.solve(m_derivative, b);
        double norm = 0;
        for (final double value : t) {
            norm += value * value;
        }
        norm = Math.sqrt(norm);
        for (int c = 0; c < t.length; c++) {
            t[c] /= norm > 0 ? norm : 1;
        }
        return t;
    }

    /** Newton back to the curve across the tangent; returns the number of steps, more than allowed if it failed. */
    private int correct(final double[] z, final double[] tangent) {
        for (int it = 1; it <= CORRECTIONS; it++) {
            linearize(z, tangent);
            final double[] b = new double[SIZE + 1];
            double largest = 0;
            for (int c = 0; c < SIZE; c++) {
                b[c] = -m_f[c];
                largest = Math.max(largest, Math.abs(m_f[c]));
            }
            if (largest <= TOLERANCE) {
                return it;
            }
            final double[] d = ShortestStep.solve(m_derivative, b);
            for (int c = 0; c < z.length; c++) {
                z[c] += d[c];
            }
        }
        return CORRECTIONS + 1;
    }

    /** The equations with beta in units of that of interest, and the border as last row. */
    private void linearize(final double[] z, final double[] border) {
        m_iterations++;
        final double[] x = z.clone();
        x[SIZE] *= m_unit;
        m_equations.linearize(x, m_f, m_derivative);
        for (int r = 0; r < SIZE; r++) {
            m_derivative[r][SIZE] *= m_unit;
        }
        System.arraycopy(border, 0, m_derivative[SIZE], 0, SIZE + 1);
    }

    private static double[] moved(final double[] z, final double[] tangent, final double step) {
        final double[] moved = z.clone();
        for (int c = 0; c < z.length; c++) {
            moved[c] += step * tangent[c];
        }
        return moved;
    }
}
