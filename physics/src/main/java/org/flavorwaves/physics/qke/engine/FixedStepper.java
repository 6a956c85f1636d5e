package org.flavorwaves.physics.qke.engine;

/**
 * Goes over an interval with the Adams-Bashforth method of order 4: Q_{n+1} = Q_n + dt/24 (55 N_n - 59 N_{n-1} + 37
 * N_{n-2} - 9 N_{n-3}), N = exp(+i k.v tau + kappa tau) (H x P - D P_perp) in an interaction picture whose origin is
 * moved every {@value #SPAN} steps. The first three steps are those of the method of Dormand and Prince.
 */
public final class FixedStepper implements BoxStepper {
    /** Steps between moves of the origin, which turn the state and the four old right-hand sides. */
    private static final int SPAN = 16;

    private static final int HISTORY = 4;

    private static final double[] WEIGHTS = {55.0 / 24, -59.0 / 24, 37.0 / 24, -9.0 / 24};

    private final BoxEngine m_engine;

    private final RungeKuttaStepper m_start;

    private final double m_dt;

    private final double[][][] m_history = new double[HISTORY][][];

    private final Phases[][] m_phases = new Phases[SPAN + 1][];

    private double m_tabulated = Double.NaN;

    private long m_steps;

    /** A stepper of equal steps. */
    public FixedStepper(final BoxEngine engine, final double dt) {
        m_engine = engine;
        m_start = new RungeKuttaStepper(engine);
        m_dt = dt;
        for (int h = 0; h < HISTORY; h++) {
            m_history[h] = engine.zeros();
        }
    }

    @Override
    public void advance(final double[][] y, final double interval, final double from, final double whole) {
        final double longest = Math.min(m_dt, m_engine.longestStep());
        final long count = Math.max(1, (long) Math.ceil(interval / longest * (1 - 1e-12)));
        final double dt = interval / count;
        tabulate(dt);
        int place = 0;
        for (long n = 0; n < count; n++) {
            m_engine.setFraction((from + n * dt) / whole);
            if (n < HISTORY - 1) {
                startStep(y, dt);
            } else {
                m_engine.evaluate(m_phases[place], (b, scratch) -> y[b], m_history[0], b -> step(y[b], b, dt));
                place++;
                if (place == SPAN || n == count - 1) {
                    move(y, m_phases[place]);
                    place = 0;
                }
                turnHistory();
            }
        }
        m_steps += count;
    }

    private void tabulate(final double dt) {
        if (dt != m_tabulated) {
            for (int s = 0; s <= SPAN; s++) {
                m_phases[s] = m_engine.phases(s * dt);
            }
            m_tabulated = dt;
        }
    }

    private void startStep(final double[][] y, final double dt) {
        m_start.evaluateStart(y);
        m_engine.forEach(b -> System.arraycopy(m_start.start()[b], 0, m_history[0][b], 0, y[b].length));
        m_start.evaluateStages(y, dt);
        m_start.accept(y, dt);
        for (final double[][] old : m_history) {
            m_engine.advanceSlope(old, m_phases[1]);
        }
        turnHistory();
    }

    private void step(final double[] y, final int b, final double dt) {
        final double[] n0 = m_history[0][b];
        final double[] n1 = m_history[1][b];
        final double[] n2 = m_history[2][b];
        final double[] n3 = m_history[3][b];
        for (int c = 0; c < y.length; c++) {
            y[c] += dt * (WEIGHTS[0] * n0[c] + WEIGHTS[1] * n1[c] + WEIGHTS[2] * n2[c] + WEIGHTS[3] * n3[c]);
        }
    }

    private void move(final double[][] y, final Phases[] phases) {
        m_engine.advance(y, phases);
        for (final double[][] old : m_history) {
            m_engine.advanceSlope(old, phases);
        }
    }

    private void turnHistory() {
        final double[][] last = m_history[HISTORY - 1];
        System.arraycopy(m_history, 0, m_history, 1, HISTORY - 1);
        m_history[0] = last;
    }

    @Override
    public long steps() {
        return m_steps;
    }

    @Override
    public long rejected() {
        return 0;
    }
}
