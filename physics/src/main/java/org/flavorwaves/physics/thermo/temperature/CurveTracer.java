package org.flavorwaves.physics.thermo.temperature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.numerics.ArclengthStepper;
import org.flavorwaves.physics.numerics.CurvePoint;
import org.flavorwaves.physics.numerics.ParametrizedSystem;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * Follows the curve (J, beta) of solutions through a known one by its arclength, around folds, and collects the other
 * solutions at which it comes back to the same beta. Solutions are born in pairs at folds, so the curve through one
 * leads to the other.
 */
final class CurveTracer {
    private static final int SIZE = CollectiveField.SIZE;

    private static final int MAX_STEPS = 400;

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

    private final ArclengthStepper m_stepper;

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
        m_stepper = new ArclengthStepper(new AtShare());
    }

    int iterations() {
        return m_stepper.iterations();
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
        CurvePoint here = m_stepper.at(m_equations.unknowns(field, m_beta), 1, m_stepper.along(direction));
        double step = FIRST_STEP;
        for (int s = 0; s < MAX_STEPS && step > SHORTEST_STEP; s++) {
            final Optional<CurvePoint> next = m_stepper.step(here, step, TOLERANCE);
            if (next.isEmpty()) {
                step /= 2;
                continue;
            }
            final double from = here.parameter();
            final double to = next.get().parameter();
            if (s > 0 && (from - 1) * (to - 1) <= 0 && to != from) {
                met.add(between(here, next.get(), (1 - from) / (to - from)));
            }
            if (to < m_nearest || to > FARTHEST) {
                break;
            }
            here = next.get();
            step = here.corrections() < FEW ? Math.min(LONGEST_STEP, 1.4 * step) : step;
        }
        return met;
    }

    private double[] between(final CurvePoint here, final CurvePoint next, final double share) {
        final double[] x = new double[SIZE];
        for (int c = 0; c < SIZE; c++) {
            x[c] = here.point()[c] + share * (next.point()[c] - here.point()[c]);
        }
        return m_equations.field(x);
    }

    /** The equations for J, with beta in units of that of interest as the parameter. */
    private final class AtShare implements ParametrizedSystem {
        private final double[] m_x = new double[SIZE + 1];

        private final double[] m_all = new double[SIZE + 1];

        private final double[][] m_derivatives = new double[SIZE + 1][SIZE + 1];

        @Override
        public int unknowns() {
            return SIZE;
        }

        @Override
        public int equations() {
            return SIZE;
        }

        private void place(final double[] x, final double t) {
            System.arraycopy(x, 0, m_x, 0, SIZE);
            m_x[SIZE] = t * m_beta / m_equations.betaUnit();
        }

        @Override
        public void residual(final double[] x, final double t, final double[] f) {
            place(x, t);
            m_equations.evaluate(m_x, m_all);
            System.arraycopy(m_all, 0, f, 0, SIZE);
        }

        @Override
        public void linearize(final double[] x, final double t, final double[] f, final double[][] derivative) {
            place(x, t);
            m_equations.linearize(m_x, m_all, m_derivatives);
            System.arraycopy(m_all, 0, f, 0, SIZE);
            for (int r = 0; r < SIZE; r++) {
                System.arraycopy(m_derivatives[r], 0, derivative[r], 0, SIZE);
                derivative[r][SIZE] = m_derivatives[r][SIZE] * m_beta / m_equations.betaUnit();
            }
        }
    }
}
