package org.flavorwaves.physics.transport.flow.cell;

import java.util.Arrays;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * Follows the mixing equilibrium of one cell from what is solved to what is wanted: Newton's method on the collective
 * numbers (JK 16) from those of the cell, along a path that is halved where the method fails or a direction Hhat_i
 * turns by more than 1 - cos = 0.02, so that the branch is kept. Where the external terms have an axis n that the state
 * does not share, the frame turns: H_i -&gt; H_i - Omega n in time, or H_i + v_i K n along the stream, with n.J^0 or
 * n.J^z given, the phase fixed by J^0.(n x reference) = 0 and a multiplier that is zero at the solution
 * (FW flux-equilibrium). One object serves many cells, one after the other, without allocation.
 */
public final class CellEquilibrium {
    /** A path is halved where 1 - cos of the turn of a direction exceeds this. */
    private static final double LARGEST_TURN = 0.02;

    /** Bound on the residual, relative to sum w |P|. */
    private static final double TOLERANCE = 1e-12;

    /** Residuals below this are rounding. */
    private static final double ROUNDING = 1e-15;

    private static final int MAX_ITERATIONS = 40;

    private static final int MAX_HALVINGS = 12;

    /** Shortest part of a path. */
    private static final double SHORTEST = 1e-7;

    /** Fields below this share of a mode's action on itself, or of the strength, have vanished. */
    private static final double VANISHING = 1e-2;

    private final MomentumModes m_modes;

    private final CellEquations m_equations;

    private final CellSums m_sums;

    private final CellPoint m_point;

    private final double[] m_x;

    /** Collective numbers before the last part of the path, and the rate. */
    private final double[] m_before = new double[CollectiveField.SIZE];

    private double m_rateBefore;

    private final double[] m_start;

    private final double[] m_trial;

    private final double[] m_units;

    private double m_residual;

    private double m_share;

    /**
     * A solver for cells of the same modes.
     *
     * @param modes species, frequencies and directions across the stream
     * @param environment the mass axis
     * @param turning whether the frame turns
     * @param axis n, unit vector; unused in a frame at rest
     */
    public CellEquilibrium(final MomentumModes modes, final Environment environment, final Turning turning,
        final double... axis) {
        m_modes = modes;
        m_equations = new CellEquations(modes, environment, turning, axis);
        m_sums = m_equations.sums();
        m_point = m_equations.point();
        m_x = new double[m_equations.size()];
        m_start = new double[m_x.length];
        m_trial = new double[m_x.length];
        m_units = new double[3 * modes.size()];
    }

    /** Fixes the phase of a frame that turns: J^0 stays in the half plane of n and a reference. */
    public void refer(final double x, final double y, final double z) {
        m_equations.refer(x, y, z);
    }

    /**
     * Follows a path to its end.
     *
     * @param path from what is solved to what is wanted
     * @param field the 12 collective numbers, overwritten with those of the end
     * @param units Hhat_{i,a} at 3 i + a, overwritten
     * @param rate Omega or K, overwritten; one number
     * @return whether the end was reached; if not, everything is that of the last point that was
     */
    public boolean follow(final CellPath path, final double[] field, final double[] units, final double[] rate) {
        double share = 0;
        double last = 0;
        double step = 1;
        path.at(1, m_point);
        m_equations.setRateScale(Math.max(m_point.scale() * Math.abs(m_point.m_strength), Math.abs(rate[0])));
        while (share < 1) {
            final double next = Math.min(1, share + step);
            path.at(next, m_point);
            m_equations.setScale(m_point.scale());
            m_equations.load(field, rate[0], m_x);
            if (last > 0) {
                m_equations.predict((next - share) / last, m_before, m_rateBefore, m_x);
            }
            if (solve() && turn(units) <= LARGEST_TURN) {
                last = next - share;
                System.arraycopy(field, 0, m_before, 0, field.length);
                m_rateBefore = rate[0];
                rate[0] = m_equations.store(m_x, field);
                System.arraycopy(m_units, 0, units, 0, units.length);
                share = next;
                step *= 2;
            } else {
                step = (next - share) / 2;
                if (step < SHORTEST) {
                    m_share = share;
                    path.at(share, m_point);
                    m_equations.setScale(m_point.scale());
                    m_equations.load(field, rate[0], m_x);
                    m_equations.evaluate(m_x);
                    return false;
                }
            }
        }
        return true;
    }

    /** How much of the last path that ended early was followed. */
    public double share() {
        return m_share;
    }

    /** Residual of the last solution, relative to sum w |P|. */
    public double residual() {
        return m_residual;
    }

    /**
     * |H_i| of a mode over that of its action on itself, w_i |P_i| (1 - |v_i|^2), at the last point (FW own-field).
     *
     * @return infinite for modes that do not act on themselves
     */
    public double margin(final int i) {
        final double[] h = m_sums.m_h;
        final double own = Math.abs(m_point.m_strength * m_point.m_charge[i])
            * CellSums.ownFactor(m_modes, i, m_point.m_velocity[i]);
        return own > 0 ? norm(h[3 * i], h[3 * i + 1], h[3 * i + 2]) / own : Double.POSITIVE_INFINITY;
    }

    /** The mode with the least {@link #margin}, or else the weakest. */
    public int least() {
        int mode = weakest();
        double value = margin(mode);
        for (int i = 0; i < m_point.m_charge.length; i++) {
            if (m_point.m_charge[i] != 0 && margin(i) < value) {
                mode = i;
                value = margin(i);
            }
        }
        return mode;
    }

    /** Whether |H_i| of a mode vanishes at the last point. */
    public boolean vanishes(final int i) {
        final double[] h = m_sums.m_h;
        return margin(i) < VANISHING || norm(h[3 * i], h[3 * i + 1], h[3 * i + 2]) < VANISHING * m_equations.scale()
            * Math.abs(m_point.m_strength);
    }

    /** The mode with the least |H_i| over the largest, among those that are polarized, at the last point. */
    public int weakest() {
        final double[] h = m_sums.m_h;
        int weakest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m_point.m_charge.length; i++) {
            final double length = norm(h[3 * i], h[3 * i + 1], h[3 * i + 2]);
            if (m_point.m_charge[i] != 0 && length < least) {
                least = length;
                weakest = i;
            }
        }
        return weakest;
    }

    /** Damped Newton from m_x at the point; leaves the solution there and its directions in m_units. */
    private boolean solve() {
        if (m_equations.scale() == 0) {
            Arrays.fill(m_x, 0);
            m_equations.evaluate(m_x);
            return directions();
        }
        double size = m_equations.evaluate(m_x);
        for (int it = 0; it < MAX_ITERATIONS && size > ROUNDING; it++) {
            if (!m_equations.linearize(m_x)) {
                return false;
            }
            System.arraycopy(m_x, 0, m_start, 0, m_x.length);
            double share = 1;
            double better = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < MAX_HALVINGS; halving++) {
                for (int c = 0; c < m_x.length; c++) {
                    m_trial[c] = m_start[c] - share * m_equations.step(c);
                }
                better = m_equations.evaluate(m_trial);
                if (better < size) {
                    break;
                }
                share /= 2;
            }
            if (!(better < size)) {
                m_equations.evaluate(m_x);
                break;
            }
            System.arraycopy(m_trial, 0, m_x, 0, m_x.length);
            final boolean done = better <= TOLERANCE && better > size / 4;
            size = better;
            if (done) {
                break;
            }
        }
        m_residual = size;
        return size <= TOLERANCE && directions();
    }

    /** Hhat_i; false if an H_i of a polarized mode is zero. */
    private boolean directions() {
        final double[] h = m_sums.m_h;
        for (int i = 0; i < m_point.m_charge.length; i++) {
            final double length = norm(h[3 * i], h[3 * i + 1], h[3 * i + 2]);
            if (length == 0 && m_point.m_charge[i] != 0) {
                return false;
            }
            for (int a = 0; a < 3; a++) {
                m_units[3 * i + a] = length == 0 ? 0 : h[3 * i + a] / length;
            }
        }
        return true;
    }

    /** The largest 1 - cos between old directions of polarized modes and those of the solution. */
    private double turn(final double[] units) {
        double largest = 0;
        for (int i = 0; i < m_point.m_charge.length; i++) {
            final double cos = units[3 * i] * m_units[3 * i] + units[3 * i + 1] * m_units[3 * i + 1]
                + units[3 * i + 2] * m_units[3 * i + 2];
            final boolean known = units[3 * i] != 0 || units[3 * i + 1] != 0 || units[3 * i + 2] != 0;
            if (known && m_point.m_charge[i] != 0) {
                largest = Math.max(largest, 1 - cos);
            }
        }
        return largest;
    }

    private static double norm(final double x, final double y, final double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
