package org.flavorwaves.physics.transport.flow;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;

/**
 * Moves occupations by one step in time: upwind fluxes of second order (van Leer 1979, MUSCL with Hancock's half step)
 * with the monotonized central limiter, for f+- = (P0 +- eps |P|)/2, each of which stays between its neighbours, so
 * that no realizable state becomes unrealizable. A mode that crosses exactly one cell is shifted exactly (FW stream).
 */
final class FlowStream {
    /** Courant numbers this near to 1 are 1. */
    private static final double ONE = 1e-12;

    private final FlowCells m_cells;

    private final FlowGrid m_grid;

    private final FlowBoundary m_left;

    private final FlowBoundary m_right;

    private final FlowMirror m_mirror;

    /** f+ and f- of what enters at the left and at the right. */
    private final double[][] m_inflow;

    /** f+ and f- of the old state, [cell][mode]. */
    private final double[][][] m_old;

    private final int m_n;

    private final FlowStart m_start;

    private final FlowSetup.Inflow m_enters;

    FlowStream(final FlowSetup setup, final FlowStart start) {
        m_cells = start.cells();
        m_grid = setup.grid();
        m_left = setup.left();
        m_right = setup.right();
        m_mirror = FlowMirror.of(setup);
        m_n = m_cells.modes();
        m_old = new double[2][m_grid.cells()][m_n];
        m_inflow = new double[4][m_n];
        m_start = start;
        m_enters = setup.inflow();
        fill(m_enters);
    }

    /** Takes what enters at a time. */
    void inflow(final double t) {
        if (m_enters.overTime().isPresent()) {
            fill(m_enters.at(t));
        }
    }

    private void fill(final FlowSetup.Inflow inflow) {
        for (int end = 0; end < 2; end++) {
            final FlavorState state = end == 0 ? inflow.left() : inflow.right();
            final double[] traces = state.traces();
            final double[] lengths = m_start.lengths(state);
            for (int half = 0; half < 2; half++) {
                for (int i = 0; i < m_n; i++) {
                    m_inflow[2 * end + half][i] = (traces[i] + (half == 0 ? lengths[i] : -lengths[i])) / 2;
                }
            }
        }
    }

    /** Keeps the state of a cell, before any cell moves. */
    void remember(final int c) {
        final double[] traces = m_cells.traces(c);
        final double[] lengths = m_cells.lengths(c);
        for (int i = 0; i < m_n; i++) {
            m_old[0][c][i] = (traces[i] + lengths[i]) / 2;
            m_old[1][c][i] = (traces[i] - lengths[i]) / 2;
        }
    }

    /** Moves into a cell what the cells before it held. */
    void move(final int c, final double dt) {
        final double[] rates = m_grid.crossingRates(c);
        final double[] traces = m_cells.traces(c);
        final double[] lengths = m_cells.lengths(c);
        for (int i = 0; i < m_n; i++) {
            final double plus = moved(0, c, i, rates[i] * dt, dt);
            final double minus = moved(1, c, i, rates[i] * dt, dt);
            traces[i] = plus + minus;
            lengths[i] = plus - minus;
        }
    }

    private double moved(final int half, final int c, final int i, final double courant, final double dt) {
        final boolean forward = m_grid.velocity(c, i) > 0;
        final double old = m_old[half][c][i];
        if (courant == 0) {
            return old;
        }
        if (Math.abs(courant - 1) < ONE) {
            return value(half, forward ? c - 1 : c + 1, i);
        }
        return old - courant * (forward ? face(half, c, i, dt) - face(half, c - 1, i, dt)
            : face(half, c, i, dt) - face(half, c + 1, i, dt));
    }

    /** The value that leaves a cell in the middle of the step. */
    private double face(final int half, final int c, final int i, final double dt) {
        final double here = value(half, c, i);
        if (c < 0 || c >= m_grid.cells()) {
            final boolean inside = m_left == FlowBoundary.PERIODIC || mirrored(c);
            if (!inside) {
                return here;
            }
        }
        final int own = Math.floorMod(c, m_grid.cells());
        final double courant = m_grid.crossingRate(mirrored(c) ? c < 0 ? 0 : m_grid.cells() - 1 : own, i) * dt;
        final int ahead = m_grid.velocity(0, i) > 0 ? 1 : -1;
        return here + (1 - courant) / 2 * limited(here - value(half, c - ahead, i), value(half, c + ahead, i) - here);
    }

    private boolean mirrored(final int c) {
        return c < 0 && m_left == FlowBoundary.REFLECTING
            || c >= m_grid.cells() && m_right == FlowBoundary.REFLECTING;
    }

    /** The value in a cell, or beyond an end. */
    private double value(final int half, final int c, final int i) {
        final int cells = m_grid.cells();
        if (c >= 0 && c < cells) {
            return m_old[half][c][i];
        }
        if (m_left == FlowBoundary.PERIODIC) {
            return m_old[half][Math.floorMod(c, cells)][i];
        }
        if (mirrored(c)) {
            return m_old[half][c < 0 ? -1 - c : 2 * cells - 1 - c][m_mirror.of(i)];
        }
        final boolean enters = c < 0 == m_grid.velocity(0, i) > 0;
        if (enters) {
            final FlowBoundary end = c < 0 ? m_left : m_right;
            return end == FlowBoundary.INFLOW ? m_inflow[(c < 0 ? 0 : 2) + half][i] : 0;
        }
        final int last = c < 0 ? 0 : cells - 1;
        final int before = Math.max(0, Math.min(cells - 1, c < 0 ? 1 : cells - 2));
        return 2 * m_old[half][last][i] - m_old[half][before][i];
    }

    /** The monotonized central slope of two differences. */
    private static double limited(final double a, final double b) {
        if (a * b <= 0) {
            return 0;
        }
        final double slope = Math.min(Math.min(2 * Math.abs(a), 2 * Math.abs(b)), Math.abs(a + b) / 2);
        return a > 0 ? slope : -slope;
    }

    /** Enters the lepton number of each mode that passes in through both ends during a step, before the cells move. */
    void enter(final double dt, final FlowLedger ledger) {
        if (m_left == FlowBoundary.PERIODIC || m_grid.isUniform()) {
            return;
        }
        final int cells = m_grid.cells();
        for (int i = 0; i < m_n; i++) {
            final double v = m_grid.velocity(0, i);
            if (v == 0) {
                continue;
            }
            final double through = m_grid.modes().species(i).sign() * m_cells.grid().through(i) * dt;
            final int first = v > 0 ? -1 : cells;
            final int last = v > 0 ? cells - 1 : 0;
            ledger.enters(through * (passing(first, i, dt) - passing(last, i, dt)));
        }
    }

    private double passing(final int c, final int i, final double dt) {
        final int own = Math.max(0, Math.min(m_grid.cells() - 1, c));
        final boolean shifted = Math.abs(m_grid.crossingRate(own, i) * dt - 1) < ONE;
        return shifted ? value(0, c, i) - value(1, c, i) : face(0, c, i, dt) - face(1, c, i, dt);
    }
}
