package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.RadauMethod;

/**
 * Steps of {@link RadauMethod} in sqrt |P_i| and ln I, for gases that sources drive: waves then hold the medium near
 * marginal stability, where the balance of drive and viscosity is stiff.
 */
final class StiffStep implements KineticStep {
    private static final double SAFETY = 0.8;

    private static final double MOST_GROWTH = 3;

    private static final double MOST_SHRINK = 0.2;

    private final int m_roots;

    private final double m_tolerance;

    private RadauMethod m_method;

    private Rates m_system = (y, rates) -> false;

    private double[] m_y = new double[0];

    private double[] m_root;

    private double[] m_next;

    private double[] m_point;

    private double m_error;

    /**
     * Steps with a bound on the error.
     *
     * @param lengths the first so many numbers are lengths
     * @param tolerance error of a sqrt |P|, relative to the largest one, and of an ln I
     */
    StiffStep(final int lengths, final double tolerance) {
        m_roots = lengths;
        m_tolerance = tolerance;
    }

    private void rates(final double[] root, final double[] rates) {
        for (int i = 0; i < root.length; i++) {
            m_point[i] = i < m_roots ? root[i] * root[i] : root[i];
        }
        if (!m_system.evaluate(m_point, rates)) {
            Arrays.fill(rates, Double.NaN);
        }
    }

    private void resize(final double[] y) {
        if (m_y.length == y.length) {
            return;
        }
        m_y = new double[y.length];
        m_root = new double[y.length];
        m_next = new double[y.length];
        m_point = new double[y.length];
        final double[] scales = new double[y.length];
        double largest = 0;
        double squares = 0;
        for (int i = 0; i < m_roots; i++) {
            largest = Math.max(largest, y[i]);
            squares += y[i] * y[i];
        }
        Arrays.fill(scales, 0, m_roots, Math.sqrt(largest));
        scales[m_roots] = squares;
        Arrays.fill(scales, m_roots + 1, y.length, 1);
        m_method = new RadauMethod(this::rates, m_roots, scales);
    }

    @Override
    public boolean attempt(final double[] y, final double[] rates, final double h, final Rates system,
        final Bounds bounds) {
        resize(y);
        m_system = system;
        for (int i = 0; i < y.length; i++) {
            m_root[i] = i < m_roots ? Math.sqrt(y[i]) : y[i];
        }
        m_error = m_method.step(m_root, h, m_next) / m_tolerance;
        if (!(m_error <= 1)) {
            return false;
        }
        m_method.accept(m_root, h);
        for (int i = 0; i < y.length; i++) {
            m_y[i] = i < m_roots ? m_next[i] * m_next[i] : m_next[i];
        }
        return true;
    }

    @Override
    public double[] next() {
        return m_y;
    }

    @Override
    public double factor() {
        final double factor = SAFETY / Math.cbrt(m_error);
        return factor > 0 ? Math.max(MOST_SHRINK, Math.min(MOST_GROWTH, factor)) : MOST_SHRINK;
    }

    /** Waves of a driven gas stay near the level: steps do not end where they cross it. */
    @Override
    public double crossing(final int index, final double level, final double further) {
        return 1;
    }
}
