package org.flavorwaves.physics.transport.flow.cell;

import java.util.Arrays;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.FlowStop;

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

    private final CellSums m_sums;

    private final Turning m_turning;

    private final double[] m_axis;

    /** n x reference. */
    private final double[] m_phase = new double[3];

    private final int m_fields;

    private final int m_size;

    private final CellPoint m_point;

    private final double[] m_x;

    /** Collective numbers before the last part of the path, and the rate. */
    private final double[] m_before = new double[CollectiveField.SIZE];

    private double m_rateBefore;

    private final double[] m_start;

    private final double[] m_trial;

    private final double[] m_f;

    private final double[] m_matrix;

    private final double[] m_physical;

    private final double[] m_units;

    private double m_scale;

    private double m_rateScale;

    private double m_residual;

    private double m_share;

    /** Which rotation of the frame is unknown. */
    public enum Turning {
        NONE,
        IN_TIME,
        ALONG
    }

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
        m_sums = new CellSums(modes, environment);
        m_turning = turning;
        m_axis = axis.clone();
        m_fields = 3 * m_sums.components();
        m_size = m_fields + (turning == Turning.NONE ? 0 : 2);
        m_point = new CellPoint(modes.size());
        m_x = new double[m_size];
        m_start = new double[m_size];
        m_trial = new double[m_size];
        m_f = new double[m_size];
        m_matrix = new double[m_size * (m_size + 1)];
        m_physical = new double[m_fields];
        m_units = new double[3 * modes.size()];
    }

    /** Fixes the phase of a frame that turns: J^0 stays in the half plane of n and a reference. */
    public void refer(final double x, final double y, final double z) {
        m_phase[0] = m_axis[1] * z - m_axis[2] * y;
        m_phase[1] = m_axis[2] * x - m_axis[0] * z;
        m_phase[2] = m_axis[0] * y - m_axis[1] * x;
        final double length = norm(m_phase[0], m_phase[1], m_phase[2]);
        for (int a = 0; a < 3; a++) {
            m_phase[a] = length == 0 ? a == 1 ? 1 : 0 : m_phase[a] / length;
        }
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
        m_rateScale = Math.max(m_point.scale() * Math.abs(m_point.m_strength), Math.abs(rate[0]));
        while (share < 1) {
            final double next = Math.min(1, share + step);
            path.at(next, m_point);
            m_scale = m_point.scale();
            load(field, rate[0]);
            if (last > 0) {
                predict((next - share) / last);
            }
            if (solve() && turn(units) <= LARGEST_TURN) {
                last = next - share;
                System.arraycopy(field, 0, m_before, 0, field.length);
                m_rateBefore = rate[0];
                store(field, units, rate);
                share = next;
                step *= 2;
            } else {
                step = (next - share) / 2;
                if (step < SHORTEST) {
                    m_share = share;
                    path.at(share, m_point);
                    m_scale = m_point.scale();
                    load(field, rate[0]);
                    evaluate(m_x);
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
    double margin(final int i) {
        final double[] h = m_sums.m_h;
        final double own = Math.abs(m_point.m_strength * m_point.m_charge[i])
            * CellSums.ownFactor(m_modes, i, m_point.m_velocity[i]);
        return own > 0 ? norm(h[3 * i], h[3 * i + 1], h[3 * i + 2]) / own : Double.POSITIVE_INFINITY;
    }

    /** Why a path ended at its last point. */
    public FlowStop stop(final double t, final double place) {
        int mode = weakest();
        double value = margin(mode);
        for (int i = 0; i < m_point.m_charge.length; i++) {
            if (m_point.m_charge[i] != 0 && margin(i) < value) {
                mode = i;
                value = margin(i);
            }
        }
        final double[] h = m_sums.m_h;
        final double length = norm(h[3 * mode], h[3 * mode + 1], h[3 * mode + 2]);
        final boolean vanishes = value < VANISHING || length < VANISHING * m_scale * Math.abs(m_point.m_strength);
        return new FlowStop(vanishes ? FlowStop.Reason.VANISHING_FIELD : FlowStop.Reason.FOLD, t, place, mode, value);
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

    private void load(final double[] field, final double rate) {
        for (int m = 0; m < m_sums.components(); m++) {
            for (int a = 0; a < 3; a++) {
                m_x[3 * m + a] = m_scale == 0 ? 0 : field[3 * m_sums.spaceTime(m) + a] / m_scale;
            }
        }
        if (m_turning != Turning.NONE) {
            m_x[m_fields] = rate / m_rateScale;
            m_x[m_fields + 1] = 0;
        }
    }

    private void predict(final double ratio) {
        for (int m = 0; m < m_sums.components() && m_scale > 0; m++) {
            for (int a = 0; a < 3; a++) {
                m_x[3 * m + a] += ratio * (m_x[3 * m + a] - m_before[3 * m_sums.spaceTime(m) + a] / m_scale);
            }
        }
        if (m_turning != Turning.NONE) {
            m_x[m_fields] += ratio * (m_x[m_fields] - m_rateBefore / m_rateScale);
        }
    }

    private void store(final double[] field, final double[] units, final double[] rate) {
        for (int m = 0; m < m_sums.components(); m++) {
            for (int a = 0; a < 3; a++) {
                field[3 * m_sums.spaceTime(m) + a] = m_x[3 * m + a] * m_scale;
            }
        }
        rate[0] = m_turning == Turning.NONE ? 0 : m_x[m_fields] * m_rateScale;
        System.arraycopy(m_units, 0, units, 0, units.length);
    }

    /** Damped Newton from m_x at the point; leaves the solution there and its directions in m_units. */
    private boolean solve() {
        if (m_scale == 0) {
            Arrays.fill(m_x, 0);
            evaluate(m_x);
            return directions();
        }
        double size = evaluate(m_x);
        for (int it = 0; it < MAX_ITERATIONS && size > ROUNDING; it++) {
            assemble();
            if (!eliminate()) {
                return false;
            }
            System.arraycopy(m_x, 0, m_start, 0, m_size);
            double share = 1;
            double better = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < MAX_HALVINGS; halving++) {
                for (int c = 0; c < m_size; c++) {
                    m_trial[c] = m_start[c] - share * m_matrix[c * (m_size + 1) + m_size];
                }
                better = evaluate(m_trial);
                if (better < size) {
                    break;
                }
                share /= 2;
            }
            if (!(better < size)) {
                evaluate(m_x);
                break;
            }
            System.arraycopy(m_trial, 0, m_x, 0, m_size);
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

    /** Evaluates the equations at x into m_f; their largest size. */
    private double evaluate(final double[] x) {
        for (int c = 0; c < m_fields; c++) {
            m_physical[c] = x[c] * m_scale;
        }
        final boolean turns = m_turning != Turning.NONE;
        final double rate = turns ? x[m_fields] * m_rateScale : 0;
        m_sums.evaluate(m_point, m_physical, turns ? rate * m_axis[0] : 0, turns ? rate * m_axis[1] : 0,
            turns ? rate * m_axis[2] : 0, m_turning == Turning.ALONG);
        if (m_scale == 0) {
            return 0;
        }
        for (int c = 0; c < m_fields; c++) {
            m_f[c] = x[c] - m_sums.m_g[c] / m_scale;
        }
        if (turns) {
            multiplier(x);
        }
        double largest = 0;
        for (final double f : m_f) {
            largest = Math.max(largest, Double.isNaN(f) ? Double.POSITIVE_INFINITY : Math.abs(f));
        }
        return largest;
    }

    /** Adds tau g (n x J) and the two conditions of a frame that turns. */
    private void multiplier(final double[] x) {
        for (int m = 0; m < m_sums.components(); m++) {
            final double factor = m == 0 ? x[m_fields + 1] : -x[m_fields + 1];
            for (int a = 0; a < 3; a++) {
                m_f[3 * m + a] += factor * turned(x, m, a);
            }
        }
        final int at = m_turning == Turning.ALONG ? m_fields - 3 : 0;
        m_f[m_fields] = m_axis[0] * x[at] + m_axis[1] * x[at + 1] + m_axis[2] * x[at + 2]
            - m_point.m_conserved / m_scale;
        m_f[m_fields + 1] = m_phase[0] * x[0] + m_phase[1] * x[1] + m_phase[2] * x[2];
    }

    /** Component a of n x J^m. */
    private double turned(final double[] x, final int m, final int a) {
        final int b = (a + 1) % 3;
        final int c = (a + 2) % 3;
        return m_axis[b] * x[3 * m + c] - m_axis[c] * x[3 * m + b];
    }

    /** The derivative by the unknowns, with m_f in the last column. */
    private void assemble() {
        final int row = m_size + 1;
        Arrays.fill(m_matrix, 0);
        final int place = m_turning == Turning.ALONG ? m_sums.components() - 1 : 0;
        final double sign = m_turning == Turning.ALONG ? -1 : 1;
        for (int m = 0; m < m_sums.components(); m++) {
            for (int a = 0; a < 3; a++) {
                final int e = 3 * m + a;
                for (int n = 0; n < m_sums.components(); n++) {
                    final double g = n == 0 ? m_point.m_strength : -m_point.m_strength;
                    for (int b = 0; b < 3; b++) {
                        m_matrix[e * row + 3 * n + b] = (m == n && a == b ? 1 : 0) - g * m_sums.s(m, n, a, b);
                    }
                }
                if (m_turning != Turning.NONE) {
                    double turn = 0;
                    for (int b = 0; b < 3; b++) {
                        turn += m_sums.s(m, place, a, b) * m_axis[b];
                    }
                    m_matrix[e * row + m_fields] = sign * turn * m_rateScale / m_scale;
                    m_matrix[e * row + m_fields + 1] = (m == 0 ? 1 : -1) * turned(m_x, m, a);
                }
                m_matrix[e * row + m_size] = m_f[e];
            }
        }
        if (m_turning != Turning.NONE) {
            for (int b = 0; b < 3; b++) {
                m_matrix[m_fields * row + 3 * place + b] = m_axis[b];
                m_matrix[(m_fields + 1) * row + b] = m_phase[b];
            }
            m_matrix[m_fields * row + m_size] = m_f[m_fields];
            m_matrix[(m_fields + 1) * row + m_size] = m_f[m_fields + 1];
        }
    }

    /** Gauss and Jordan with partial pivoting; the step is left in the last column. */
    private boolean eliminate() {
        final int row = m_size + 1;
        for (int k = 0; k < m_size; k++) {
            int pivot = k;
            for (int r = k + 1; r < m_size; r++) {
                pivot = Math.abs(m_matrix[r * row + k]) > Math.abs(m_matrix[pivot * row + k]) ? r : pivot;
            }
            final double largest = m_matrix[pivot * row + k];
            if (!(Math.abs(largest) > 0) || Double.isInfinite(largest)) {
                return false;
            }
            for (int c = k; c < row; c++) {
                final double swap = m_matrix[pivot * row + c];
                m_matrix[pivot * row + c] = m_matrix[k * row + c];
                m_matrix[k * row + c] = swap / largest;
            }
            for (int r = 0; r < m_size; r++) {
                final double factor = m_matrix[r * row + k];
                if (r != k && factor != 0) {
                    for (int c = k; c < row; c++) {
                        m_matrix[r * row + c] -= factor * m_matrix[k * row + c];
                    }
                }
            }
        }
        return true;
    }

    private static double norm(final double x, final double y, final double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
