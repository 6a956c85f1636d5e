package org.flavorwaves.physics.numerics;

/**
 * The strong-stability-preserving Runge-Kutta method of four stages and third order: every stage is a convex
 * combination of forward Euler steps of half the length. What such Euler steps preserve, the method preserves: bounds,
 * positivity, linear invariants, and the growth of a concave functional such as an entropy.
 *
 * <pre>y1 = y + h/2 F(y),  y2 = y1 + h/2 F(y1),  y3 = 2/3 y + 1/3 (y2 + h/2 F(y2)),  y' = y3 + h/2 F(y3)</pre>
 *
 * <p>The embedded solution of second order is y + h (F(y) + F(y1) + F(y2))/3 = 2 y3 - y, so the error estimate costs
 * nothing. Not thread-safe: it owns work arrays.
 */
public final class StrongStabilityRungeKutta {
    /** Stages a step. */
    public static final int STAGES = 4;

    /** A set of ordinary differential equations without explicit time. */
    @FunctionalInterface
    public interface Rates {
        /**
         * Evaluates dy/dt.
         *
         * @param y the state; not to be changed
         * @param rates where dy/dt goes
         */
        void evaluate(double[] y, double[] rates);
    }

    private final Rates m_system;

    private final double[] m_rates;

    private final double[] m_stage;

    private final double[] m_third;

    /**
     * Prepares steps of a system.
     *
     * @param system the equations
     * @param size number of unknowns
     */
    public StrongStabilityRungeKutta(final Rates system, final int size) {
        m_system = system;
        m_rates = new double[size];
        m_stage = new double[size];
        m_third = new double[size];
    }

    /**
     * What a stage counts in the step: y' = y + h (sum of weights times rates of the stages).
     *
     * @param stage 0 for the rates at the start
     * @return a weight; all together 1
     */
    public static double weight(final int stage) {
        return stage == STAGES - 1 ? 1.0 / 2 : 1.0 / 6;
    }

    /**
     * Takes one step.
     *
     * @param y the state; not changed
     * @param firstRates dy/dt at y
     * @param h length of the step; the Euler steps within are half as long
     * @param result where the state after the step goes; may not be y
     * @param difference where the difference from the embedded solution of second order goes
     */
    public void step(final double[] y, final double[] firstRates, final double h, final double[] result,
        final double[] difference) {
        final int n = y.length;
        for (int i = 0; i < n; i++) {
            m_stage[i] = y[i] + 0.5 * h * firstRates[i];
        }
        m_system.evaluate(m_stage, m_rates);
        for (int i = 0; i < n; i++) {
            m_stage[i] += 0.5 * h * m_rates[i];
        }
        m_system.evaluate(m_stage, m_rates);
        for (int i = 0; i < n; i++) {
            m_third[i] = (2 * y[i] + m_stage[i] + 0.5 * h * m_rates[i]) / 3;
        }
        m_system.evaluate(m_third, m_rates);
        for (int i = 0; i < n; i++) {
            result[i] = m_third[i] + 0.5 * h * m_rates[i];
            difference[i] = result[i] - (2 * m_third[i] - y[i]);
        }
    }
}
