package org.flavorwaves.physics.kinetics.random;

import org.flavorwaves.physics.numerics.DormandPrinceFive;

/**
 * Steps of {@link DormandPrinceFive} for a system whose size may change from step to step. Linear invariants of the
 * rates are kept to rounding.
 */
final class ErrorControlledStep implements KineticStep {
    private static final double SAFETY = 0.9;

    private static final double MOST_GROWTH = 4;

    private static final double MOST_SHRINK = 0.2;

    private final double[][] m_slopes = new double[DormandPrinceFive.STAGES][];

    private double[] m_next = new double[0];

    private double m_error;

    private int m_reached;

    private void resize(final int size) {
        if (m_next.length != size) {
            m_next = new double[size];
            for (int s = 0; s < m_slopes.length; s++) {
                m_slopes[s] = new double[size];
            }
        }
    }

    @Override
    public boolean attempt(final double[] y, final double[] rates, final double h, final Rates system,
        final Bounds bounds) {
        resize(y.length);
        System.arraycopy(rates, 0, m_slopes[0], 0, y.length);
        m_error = Double.POSITIVE_INFINITY;
        m_reached = 0;
        for (int stage = 1; stage < DormandPrinceFive.STAGES; stage++) {
            System.arraycopy(y, 0, m_next, 0, y.length);
            for (int s = 0; s < stage; s++) {
                add(h * DormandPrinceFive.stageWeight(stage, s), m_slopes[s]);
            }
            if (!system.evaluate(m_next, m_slopes[stage])) {
                return false;
            }
            m_reached = stage;
        }
        double worst = 0;
        for (int c = 0; c < y.length; c++) {
            double error = 0;
            for (int s = 0; s < DormandPrinceFive.STAGES; s++) {
                error += DormandPrinceFive.error(s) * m_slopes[s][c];
            }
            worst = Math.max(worst, h * Math.abs(error) / bounds.at(c));
        }
        m_error = worst;
        return m_error <= 1;
    }

    private void add(final double factor, final double[] slope) {
        for (int c = 0; c < slope.length && factor != 0; c++) {
            m_next[c] += factor * slope[c];
        }
    }

    @Override
    public double[] next() {
        return m_next;
    }

    @Override
    public double factor() {
        if (Double.isInfinite(m_error) || Double.isNaN(m_error)) {
            return MOST_SHRINK;
        }
        final double factor = SAFETY * Math.pow(Math.max(m_error, 1e-12), -1.0 / DormandPrinceFive.ORDER);
        return Math.max(MOST_SHRINK, Math.min(MOST_GROWTH, factor));
    }

    /** From the rates of the stages, whose squares fall in proportion to time where two real frequencies are left. */
    @Override
    public double crossing(final int index, final double level, final double further) {
        if (m_slopes[m_reached][index] >= further) {
            return 1;
        }
        for (int s = 1; s <= m_reached; s++) {
            final double rate = m_slopes[s][index];
            if (rate >= level) {
                continue;
            }
            final double from = DormandPrinceFive.time(s - 1);
            final double to = DormandPrinceFive.time(s);
            final double high = m_slopes[s - 1][index] * m_slopes[s - 1][index];
            if (rate > 0) {
                return from + (to - from) * (high - level * level) / (high - rate * rate);
            }
            final double before = s > 1 ? m_slopes[s - 2][index] * m_slopes[s - 2][index] : high;
            return before > high ? Math.min(to, from + (from - DormandPrinceFive.time(s - 2))
                * (high - level * level) / (before - high)) : (from + to) / 2;
        }
        return 1;
    }
}
