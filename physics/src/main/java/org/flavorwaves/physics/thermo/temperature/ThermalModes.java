package org.flavorwaves.physics.thermo.temperature;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.thermo.PolarizationEnergy;
import org.flavorwaves.physics.thermo.ThermalRelation;

/**
 * The thermal answer of the modes to given collective numbers J, in sums over modes, O(N), in chunks of fixed size that
 * are added in order. With sigma_i = s_i P_i, in which the species signs drop out of everything but the external terms,
 *
 * <pre>
 * H_i     = s_i omega_i B + lambda z + q g_mn V^m_i J^n
 * sigma_i = m_i(beta H_i) = p_i(|beta H_i|) beta H_i/|beta H_i|
 * G^m_a   = sum_i w_i V^m_i sigma_{i,a}
 * X^mn_ab = sum_i w_i V^m_i V^n_i m'_{i,ab},     m'_ab = p' Hhat_a Hhat_b + (p/y)(delta_ab - Hhat_a Hhat_b)
 * K^m_a   = sum_i w_i V^m_i m'_ab H_{i,b},       C = sum_i w_i H_i.m'_i.H_i,      E = sum_i w_i H_i.sigma_i
 * </pre>
 *
 * <p>so that (JK 100) for neutrinos, and with beta to -beta for antineutrinos, reads J = G(J).
 */
public final class ThermalModes {
    /** Where X starts in the array of {@link #linearize}, as 10 pairs (m &lt;= n) of xx, xy, xz, yy, yz, zz. */
    static final int X = 12;

    /** Where K starts in the array of {@link #linearize}. */
    static final int K = 72;

    /** Where C is in the array of {@link #linearize}. */
    static final int C = 84;

    /** Where E is in the array of {@link #linearize}. */
    static final int E = 85;

    /** Length of the array of {@link #linearize}. */
    static final int LENGTH = 86;

    private static final int PAIRS = 10;

    private static final int CHUNK = 2048;

    /** Below this |beta H| the length p is its slope at 0 times |beta H|, to rounding. */
    private static final double LINEAR = 1e-9;

    /** Velocities lie on a line within this. */
    private static final double PARALLEL = 1e-12;

    private final FlavorState m_input;

    private final Environment m_environment;

    private final ThermalRelation m_relation;

    private final double[] m_w;

    private final double[] m_trace;

    private final double[] m_vacuum;

    private final double[] m_vx;

    private final double[] m_vy;

    private final double[] m_vz;

    private final double[] m_signs;

    private final double m_scale;

    /**
     * The modes of a state.
     *
     * @param input the state
     * @param environment vacuum mixing, matter, strength of the nu-nu term
     * @param relation what length temperature and field give a mode
     */
    public ThermalModes(final FlavorState input, final Environment environment, final ThermalRelation relation) {
        final MomentumModes modes = input.modes();
        m_input = input;
        m_environment = environment;
        m_relation = relation;
        m_w = modes.weights();
        m_trace = input.traces();
        m_signs = modes.signs();
        m_vacuum = modes.omegas();
        m_vx = modes.vxs();
        m_vy = modes.vys();
        m_vz = modes.vzs();
        double scale = 0;
        for (int i = 0; i < m_w.length; i++) {
            if (relation == ThermalRelation.DILUTE && m_trace[i] > 1) {
                throw new InvalidModeException(i, "has P0 = " + m_trace[i] + ", above 1, where the dilute relation "
                    + "would make an occupation exceed 1; use the full relation");
            }
            m_vacuum[i] *= m_signs[i];
            scale += m_w[i] * relation.largest(m_trace[i]);
        }
        m_scale = scale;
    }

    int size() {
        return m_w.length;
    }

    ThermalRelation relation() {
        return m_relation;
    }

    FlavorState input() {
        return m_input;
    }

    /** The factor q on the nu-nu term. */
    double strength() {
        return m_environment.selfInteraction();
    }

    /** sum_i w_i max|P_i|, which bounds every |J^m|, in the units of the potentials. */
    double scale() {
        return m_scale;
    }

    /** The largest possible |H_i| up to a factor of 2, in the units of the potentials. */
    double fieldScale() {
        double largest = 0;
        for (int i = 0; i < m_w.length; i++) {
            largest = Math.max(largest, active(i) ? Math.hypot(externalX(i), externalZ(i)) : 0);
        }
        return largest + Math.abs(strength()) * m_scale;
    }

    /**
     * Whether the mode can be polarized and counts.
     *
     * @param i index of the mode
     * @return true if its P0 is positive and it has a weight
     */
    public boolean active(final int i) {
        return m_w[i] * m_relation.largest(m_trace[i]) > 0;
    }

    double weight(final int i) {
        return m_w[i];
    }

    double trace(final int i) {
        return m_trace[i];
    }

    double externalX(final int i) {
        return m_vacuum[i] * m_environment.bx();
    }

    double externalZ(final int i) {
        return m_vacuum[i] * m_environment.bz() + m_environment.matterPotential();
    }

    double[] velocities(final int axis) {
        return (axis == 0 ? m_vx : axis == 1 ? m_vy : m_vz).clone();
    }

    double velocity(final int i, final int axis) {
        return (axis == 0 ? m_vx : axis == 1 ? m_vy : m_vz)[i];
    }

    /** The unit vector along which the velocities of all active modes lie, or an empty array if they do not. */
    double[] line() {
        double[] line = {0, 0, 1};
        double longest = 0;
        for (int i = 0; i < m_w.length; i++) {
            final double speed = Math.sqrt(m_vx[i] * m_vx[i] + m_vy[i] * m_vy[i] + m_vz[i] * m_vz[i]);
            if (active(i) && speed > longest) {
                longest = speed;
                line = new double[]{m_vx[i] / speed, m_vy[i] / speed, m_vz[i] / speed};
            }
        }
        for (int i = 0; i < m_w.length; i++) {
            final double along = m_vx[i] * line[0] + m_vy[i] * line[1] + m_vz[i] * line[2];
            final double across = Math.abs(m_vx[i] - along * line[0]) + Math.abs(m_vy[i] - along * line[1])
                + Math.abs(m_vz[i] - along * line[2]);
            if (active(i) && across > PARALLEL) {
                return new double[0];
            }
        }
        return line;
    }

    /**
     * Computes G, X, K, C and E.
     *
     * @param j the 12 collective numbers
     * @param beta inverse flavor temperature
     * @param out overwritten, {@link #LENGTH} numbers
     */
    void linearize(final double[] j, final double beta, final double[] out) {
        inChunks(out, (from, to, sums, row) -> linearize(j, beta, from, to, sums, row));
    }

    /**
     * Computes G and E only.
     *
     * @param j the 12 collective numbers
     * @param beta inverse flavor temperature
     * @param out overwritten, {@link #LENGTH} numbers, those beside G and E with 0
     */
    void evaluate(final double[] j, final double beta, final double[] out) {
        inChunks(out, (from, to, sums, row) -> evaluate(j, beta, from, to, sums, row));
    }

    @FunctionalInterface
    private interface Chunk {
        void run(int from, int to, double[] sums, int row);
    }

    private void inChunks(final double[] out, final Chunk work) {
        final int count = (m_w.length + CHUNK - 1) / CHUNK;
        final double[] rows = new double[count * LENGTH];
        if (count == 1) {
            work.run(0, m_w.length, rows, 0);
        } else {
            ParallelLoop.forEach(count, "Summing over modes", Progress.NONE,
                c -> work.run(c * CHUNK, Math.min(m_w.length, (c + 1) * CHUNK), rows, c * LENGTH));
        }
        System.arraycopy(rows, 0, out, 0, LENGTH);
        for (int row = LENGTH; row < rows.length; row += LENGTH) {
            for (int a = 0; a < LENGTH; a++) {
                out[a] += rows[row + a];
            }
        }
    }

    private void evaluate(final double[] j, final double beta, final int from, final int to, final double[] sums,
        final int row) {
        final double q = m_environment.selfInteraction();
        final double bx = m_environment.bx();
        final double bz = m_environment.bz();
        final double lambda = m_environment.matterPotential();
        for (int i = from; i < to; i++) {
            final double vx = m_vx[i];
            final double vy = m_vy[i];
            final double vz = m_vz[i];
            final double hx = m_vacuum[i] * bx + q * (j[0] - vx * j[3] - vy * j[6] - vz * j[9]);
            final double hy = q * (j[1] - vx * j[4] - vy * j[7] - vz * j[10]);
            final double hz = m_vacuum[i] * bz + lambda + q * (j[2] - vx * j[5] - vy * j[8] - vz * j[11]);
            final double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
            if (h > 0) {
                final double length = m_w[i] * m_relation.polarization(m_trace[i], Math.abs(beta) * h);
                final double s = Math.copySign(length / h, beta);
                CollectiveField.add(sums, row, s * hx, s * hy, s * hz, vx, vy, vz);
                sums[row + E] += s * h * h;
            }
        }
    }

    private void linearize(final double[] j, final double beta, final int from, final int to, final double[] sums,
        final int row) {
        final double q = m_environment.selfInteraction();
        final double bx = m_environment.bx();
        final double bz = m_environment.bz();
        final double lambda = m_environment.matterPotential();
        final double[] vv = new double[PAIRS];
        for (int i = from; i < to; i++) {
            final double w = m_w[i];
            final double vx = m_vx[i];
            final double vy = m_vy[i];
            final double vz = m_vz[i];
            final double hx = m_vacuum[i] * bx + q * (j[0] - vx * j[3] - vy * j[6] - vz * j[9]);
            final double hy = q * (j[1] - vx * j[4] - vy * j[7] - vz * j[10]);
            final double hz = m_vacuum[i] * bz + lambda + q * (j[2] - vx * j[5] - vy * j[8] - vz * j[11]);
            final double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
            final double y = Math.abs(beta) * h;
            final double length = m_relation.polarization(m_trace[i], y);
            final double slope = m_relation.slope(m_trace[i], y, length);
            final double ratio = y > LINEAR ? length / y : slope;
            final double s = w * beta * ratio;
            CollectiveField.add(sums, row, s * hx, s * hy, s * hz, vx, vy, vz);
            final double k = w * slope;
            CollectiveField.add(sums, row + K, k * hx, k * hy, k * hz, vx, vy, vz);
            sums[row + C] += k * h * h;
            sums[row + E] += s * h * h;
            final double across = w * ratio;
            final double along = h > 0 ? (k - across) / (h * h) : 0;
            fillPairs(vv, vx, vy, vz);
            for (int p = 0, o = row + X; p < PAIRS; p++, o += 6) {
                final double f = vv[p];
                sums[o] += f * (across + along * hx * hx);
                sums[o + 1] += f * along * hx * hy;
                sums[o + 2] += f * along * hx * hz;
                sums[o + 3] += f * (across + along * hy * hy);
                sums[o + 4] += f * along * hy * hz;
                sums[o + 5] += f * (across + along * hz * hz);
            }
        }
    }

    private static void fillPairs(final double[] vv, final double vx, final double vy, final double vz) {
        vv[0] = 1;
        vv[1] = vx;
        vv[2] = vy;
        vv[3] = vz;
        vv[4] = vx * vx;
        vv[5] = vx * vy;
        vv[6] = vx * vz;
        vv[7] = vy * vy;
        vv[8] = vy * vz;
        vv[9] = vz * vz;
    }

    /** X as a 12 x 12 matrix from the sums of {@link #linearize}. */
    static double[][] response(final double[] sums) {
        final double[][] x = new double[CollectiveField.SIZE][CollectiveField.SIZE];
        int o = X;
        for (int m = 0; m < 4; m++) {
            for (int n = m; n < 4; n++, o += 6) {
                int entry = o;
                for (int a = 0; a < 3; a++) {
                    for (int b = a; b < 3; b++, entry++) {
                        x[3 * m + a][3 * n + b] = sums[entry];
                        x[3 * m + b][3 * n + a] = sums[entry];
                        x[3 * n + a][3 * m + b] = sums[entry];
                        x[3 * n + b][3 * m + a] = sums[entry];
                    }
                }
            }
        }
        return x;
    }

    /** g_mm of the collective number c: +1 for J^0, -1 for the others. */
    static double metric(final int c) {
        return c < 3 ? 1 : -1;
    }

    /** g_mn J^m.J^n. */
    static double square(final double[] j) {
        double sum = 0;
        for (int c = 0; c < j.length; c++) {
            sum += metric(c) * j[c] * j[c];
        }
        return sum;
    }

    /** The largest X there can be, that of J = 0 without external terms, where every mode answers most. */
    double[] largestResponse() {
        final double[] sums = new double[LENGTH];
        final double[] vv = new double[PAIRS];
        for (int i = 0; i < m_w.length; i++) {
            fillPairs(vv, m_vx[i], m_vy[i], m_vz[i]);
            final double across = m_w[i] * m_relation.slope(m_trace[i], 0);
            for (int p = 0; p < PAIRS; p++) {
                sums[X + 6 * p] += across * vv[p];
                sums[X + 6 * p + 3] += across * vv[p];
                sums[X + 6 * p + 5] += across * vv[p];
            }
        }
        return sums;
    }

    /** The state that answers to given collective numbers, P_i = s_i sigma_i. */
    FlavorState state(final double[] j, final double beta) {
        final double[][] p = new double[3][m_w.length];
        final double q = m_environment.selfInteraction();
        for (int i = 0; i < m_w.length; i++) {
            final double hx = externalX(i) + q * (j[0] - m_vx[i] * j[3] - m_vy[i] * j[6] - m_vz[i] * j[9]);
            final double hy = q * (j[1] - m_vx[i] * j[4] - m_vy[i] * j[7] - m_vz[i] * j[10]);
            final double hz = externalZ(i) + q * (j[2] - m_vx[i] * j[5] - m_vy[i] * j[8] - m_vz[i] * j[11]);
            final double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
            if (h > 0) {
                final double factor = m_signs[i] * Math.signum(beta)
                    * m_relation.polarization(m_trace[i], Math.abs(beta) * h) / h;
                p[0][i] = factor * hx;
                p[1][i] = factor * hy;
                p[2][i] = factor * hz;
            }
        }
        return m_input.withPolarization(p[0], p[1], p[2]);
    }

    /** sum_i w_i s(P0_i, |P_i|) of a state of these modes. */
    double entropy(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < m_w.length; i++) {
            sum += m_w[i] * m_relation.entropy(m_trace[i], Math.min(state.length(i), m_relation.largest(m_trace[i])));
        }
        return sum;
    }

    /** U/V of a state of these modes (JK 96). */
    double energy(final FlavorState state) {
        return PolarizationEnergy.of(state, m_environment).total();
    }
}
