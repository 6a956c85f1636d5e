package org.flavorwaves.physics.kinetics.random;

import org.flavorwaves.physics.numerics.DormandPrince;

/**
 * Steps of {@link DormandPrince} for a system whose size may change from step to step. Linear invariants of the rates
 * are kept to rounding.
 */
final class ErrorControlledStep implements KineticStep {
    /** Weight of the third-order estimate in the denominator of the error (Hairer, Norsett, Wanner, II.10). */
    private static final double THIRD_ORDER = 0.01;

    private static final double SAFETY = 0.9;

    private static final double MOST_GROWTH = 4;

    private static final double MOST_SHRINK = 0.2;

    private final double[][] m_slopes = new double[DormandPrince.STAGES][];

    private double[] m_next = new double[0];

    private double m_error;

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
        for (int stage = 1; stage < DormandPrince.STAGES; stage++) {
            System.arraycopy(y, 0, m_next, 0, y.length);
            for (int s = 0; s < stage; s++) {
                add(h * DormandPrince.stageWeight(stage, s), m_slopes[s]);
            }
            if (!system.evaluate(m_next, m_slopes[stage])) {
                return false;
            }
        }
        double fifth = 0;
        double third = 0;
        for (int c = 0; c < y.length; c++) {
            double e5 = 0;
            double e3 = 0;
            for (int s = 0; s < DormandPrince.STAGES; s++) {
                e5 += DormandPrince.error5(s) * m_slopes[s][c];
                e3 += DormandPrince.error3(s) * m_slopes[s][c];
            }
            final double bound = bounds.at(c);
            fifth = Math.max(fifth, Math.abs(e5) / bound);
            third = Math.max(third, Math.abs(e3) / bound);
        }
        m_error = fifth == 0 ? 0 : h * fifth * fifth / Math.sqrt(fifth * fifth + THIRD_ORDER * third * third);
        System.arraycopy(y, 0, m_next, 0, y.length);
        for (int s = 0; s < DormandPrince.STAGES; s++) {
            add(h * DormandPrince.weight(s), m_slopes[s]);
        }
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
        final double factor = SAFETY * Math.pow(Math.max(m_error, 1e-12), -1.0 / DormandPrince.ORDER);
        return Math.max(MOST_SHRINK, Math.min(MOST_GROWTH, factor));
    }
}
