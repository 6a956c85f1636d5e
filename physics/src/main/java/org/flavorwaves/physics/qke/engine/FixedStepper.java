package org.flavorwaves.physics.qke.engine;

import java.util.Optional;

/**
 * Goes over an interval with the Adams-Bashforth method of order 4: Q_{n+1} = Q_n + dt/24 (55 N_n - 59 N_{n-1} + 37
 * N_{n-2} - 9 N_{n-3}), N = exp(+i k.v tau + kappa tau) (H x P - D P_perp) in an interaction picture whose origin is
 * moved every {@value #SPAN} steps. The first three steps are those of the method of Dormand and Prince.
 */
public final class FixedStepper implements BoxStepper {
    /** Steps between moves of the origin, which turn the state and the old right-hand sides. */
    private static final int SPAN = 16;

    private static final int HISTORY = 3;

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
            if (n < HISTORY) {
                startStep(y, dt);
            } else {
                if (place == 0) {
                    m_engine.put(m_phases[0], (b, first, end, scratch) -> y[b]);
                }
                final boolean last = place == SPAN - 1 || n == count - 1;
                final Optional<Phases[]> next = last ? Optional.empty() : Optional.of(m_phases[place + 1]);
                m_engine.evaluate(m_phases[place], m_history[HISTORY - 1],
                    b -> new Step(y[b], b, dt, next.map(phases -> phases[b])));
                turnHistory();
                place++;
                if (last) {
                    move(y, m_phases[place]);
                    place = 0;
                }
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
        m_engine.forEach((task, b, first, end) -> System.arraycopy(m_start.start()[b], first,
            m_history[HISTORY - 1][b], first, end - first));
        m_start.evaluateStages(y, dt);
        m_start.accept(y, dt);
        for (final double[][] old : m_history) {
            m_engine.advanceSlope(old, m_phases[1]);
        }
        turnHistory();
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

    /** The step of a block. The new right-hand sides take the place of the oldest. */
    private final class Step implements SlopeUse {
        private final double[] m_y;

        private final double[][] m_old;

        private final double m_dt;

        private final Optional<Phases> m_next;

        Step(final double[] y, final int block, final double dt, final Optional<Phases> next) {
            m_y = y;
            m_old = new double[][]{m_history[0][block], m_history[1][block], m_history[2][block]};
            m_dt = dt;
            m_next = next;
        }

        @Override
        public void before(final int from, final int to) {
            final double[] y = m_y;
            final double[] n1 = m_old[0];
            final double[] n2 = m_old[1];
            final double[] n3 = m_old[2];
            final double w1 = m_dt * WEIGHTS[1];
            final double w2 = m_dt * WEIGHTS[2];
            final double w3 = m_dt * WEIGHTS[3];
            for (int c = from; c < to; c++) {
                y[c] = y[c] + w1 * n1[c] + w2 * n2[c] + w3 * n3[c];
            }
        }

        @Override
        public void after(final int from, final int to) {
            final double[] y = m_y;
            final double[] n0 = m_old[2];
            final double w0 = m_dt * WEIGHTS[0];
            for (int c = from; c < to; c++) {
                y[c] += w0 * n0[c];
            }
        }

        @Override
        public Optional<Phases> next() {
            return m_next;
        }

        @Override
        public double[] state() {
            return m_y;
        }
    }
}
