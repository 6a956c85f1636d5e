package org.flavorwaves.physics.equilibrium.system;

import java.util.Arrays;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The sums over modes behind the equilibrium equations, O(N), in chunks of fixed size that are added in order, so that
 * the result does not depend on the number of threads:
 *
 * <pre>
 * H_i       = vacuum s_i omega_i B + anchor A_i + g_mn V^m_i f^n,      f = u + strength J
 * G^m_a     = sum_i c_i V^m_i Hhat_{i,a},                                   c_i = w_i s_i eps_i |P_i|
 * S^mn_ab   = sum_i c_i/|H_i| V^m_i V^n_i (delta_ab - Hhat_a Hhat_b)
 * R^m_a     = sum_i c_i/|H_i| V^m_i ((delta_ab - Hhat_a Hhat_b) d_{i,b} - delta delta'/|H_i| Hhat_a)
 * d_i       = vacuum' s_i omega_i B + anchor' A_i
 * </pre>
 *
 * <p>(JK 16) where |H_i| stands for (H_i.H_i + delta^2)^(1/2) and Hhat_i for H_i/|H_i|;
 * delta is 0 but on paths that have to pass a zero of some H_i. Primes are derivatives along a path.
 */
public final class CollectiveSums {
    /** Where S starts in the array of {@link #linearize}. */
    static final int S = 12;

    /** Where R starts in the array of {@link #linearize}. */
    static final int R = 72;

    /** Length of the array of {@link #linearize}. */
    public static final int LENGTH = 84;

    private static final int PAIRS = 10;

    private static final int ROW = LENGTH + PAIRS;

    private static final int CHUNK = 2048;

    private final int m_n;

    private final double[] m_c;

    private final double[] m_vx;

    private final double[] m_vy;

    private final double[] m_vz;

    /** s_i omega_i. */
    private final double[] m_signed;

    /** The same from a reference. */
    private final double[] m_vacuum;

    private final double m_bx;

    private final double m_bz;

    private final double[] m_rows;

    private double m_reference;

    private double[] m_anchorX = {};

    private double[] m_anchorY = {};

    private double[] m_anchorZ = {};

    /**
     * Sums over a state in an environment; every P_i along or against its H_i as the alignment says.
     *
     * @param state the modes, their weights and lengths |P_i|
     * @param environment the mass axis B
     * @param alignment the sign eps_i of each mode
     */
    public CollectiveSums(final FlavorState state, final Environment environment, final Alignment alignment) {
        final MomentumModes modes = state.modes();
        m_n = modes.size();
        m_c = modes.signedWeights();
        m_vacuum = modes.signs();
        final double[] omega = modes.omegas();
        for (int i = 0; i < m_n; i++) {
            m_c[i] *= alignment.sign(i) * state.length(i);
            m_vacuum[i] *= omega[i];
        }
        m_signed = m_vacuum.clone();
        m_vx = modes.vxs();
        m_vy = modes.vys();
        m_vz = modes.vzs();
        m_bx = environment.bx();
        m_bz = environment.bz();
        m_rows = new double[ROW * ((m_n + CHUNK - 1) / CHUNK)];
    }

    /**
     * Sets the auxiliary vectors to A_i = length eps_i P_i/|P_i|.
     *
     * @param state gives P_i
     * @param alignment gives eps_i
     * @param length in the units of the potentials
     */
    public void anchor(final FlavorState state, final Alignment alignment, final double length) {
        m_anchorX = state.pxs();
        m_anchorY = state.pys();
        m_anchorZ = state.pzs();
        for (int i = 0; i < m_n; i++) {
            final double p = state.length(i);
            final double factor = p > 0 ? length * alignment.sign(i) / p : 0;
            m_anchorX[i] *= factor;
            m_anchorY[i] *= factor;
            m_anchorZ[i] *= factor;
        }
    }

    /**
     * Subtracts x B from all vacuum terms, for frames that rotate about B, so that modes with s_i omega_i near x keep
     * all digits.
     *
     * @param x a signed frequency, in the units of the potentials
     */
    public void refer(final double x) {
        for (int i = 0; i < m_n; i++) {
            m_vacuum[i] = m_signed[i] - x;
        }
        m_reference = x;
    }

    /**
     * What is subtracted from all signed frequencies.
     *
     * @return the x of the last {@link #refer}, in the units of the potentials; 0 at first
     */
    public double reference() {
        return m_reference;
    }

    /**
     * s_i omega_i of a mode, in the units of the potentials.
     *
     * @param i index of the mode
     * @return the frequency, without what is subtracted by {@link #refer}
     */
    public double signedFrequency(final int i) {
        return m_signed[i];
    }

    /** Whether an axis is that of the vacuum terms. */
    boolean isMassAxis(final double x, final double y, final double z) {
        return x == m_bx && y == 0 && z == m_bz;
    }

    /**
     * Computes G.
     *
     * @param j the 12 collective numbers
     * @param k coefficients
     * @param out overwritten with G, 12 numbers
     */
    public void evaluate(final double[] j, final Couplings k, final double[] out) {
        final double[] f = field(j, k);
        inChunks((from, to, row) -> evaluate(f, k, from, to, row));
        reduce(out, S);
    }

    /**
     * Computes G, S and R.
     *
     * @param j the 12 collective numbers
     * @param k coefficients
     * @param rates derivatives of the coefficients with respect to a path parameter
     * @param out overwritten: G in 0..11, S from {@link #S} as 10 pairs (m &lt;= n) of 6 numbers xx, xy, xz, yy, yz,
     *            zz, R from {@link #R}
     */
    public void linearize(final double[] j, final Couplings k, final Couplings rates, final double[] out) {
        final double[] f = field(j, k);
        inChunks((from, to, row) -> linearize(f, k, rates, from, to, row));
        reduce(out, LENGTH);
    }

    /**
     * The H_i of all modes.
     *
     * @param j the 12 collective numbers
     * @param k coefficients
     * @param h overwritten with H_{i,a} at 3 i + a, zeros for unpolarized modes
     * @return the polarized mode with the smallest |H_i|
     */
    public int smallestField(final double[] j, final Couplings k, final double[] h) {
        final double[] f = field(j, k);
        int smallest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m_n; i++) {
            if (m_c[i] == 0) {
                Arrays.fill(h, 3 * i, 3 * i + 3, 0);
                continue;
            }
            final double vac = k.m_vacuum * m_vacuum[i];
            double x = vac * m_bx + f[0] - m_vx[i] * f[3] - m_vy[i] * f[6] - m_vz[i] * f[9];
            double y = f[1] - m_vx[i] * f[4] - m_vy[i] * f[7] - m_vz[i] * f[10];
            double z = vac * m_bz + f[2] - m_vx[i] * f[5] - m_vy[i] * f[8] - m_vz[i] * f[11];
            if (k.m_anchor != 0) {
                x += k.m_anchor * m_anchorX[i];
                y += k.m_anchor * m_anchorY[i];
                z += k.m_anchor * m_anchorZ[i];
            }
            h[3 * i] = x;
            h[3 * i + 1] = y;
            h[3 * i + 2] = z;
            final double square = x * x + y * y + z * z;
            if (square < least) {
                least = square;
                smallest = i;
            }
        }
        return smallest;
    }

    /** f = u + strength J. */
    private static double[] field(final double[] j, final Couplings k) {
        final double[] f = new double[CollectiveField.SIZE];
        for (int c = 0; c < f.length; c++) {
            f[c] = k.m_given[c] + k.m_strength * j[c];
        }
        return f;
    }

    /**
     * The number of modes.
     *
     * @return N
     */
    public int size() {
        return m_n;
    }

    @FunctionalInterface
    private interface Chunk {
        void run(int from, int to, int row);
    }

    private void inChunks(final Chunk work) {
        final int count = m_rows.length / ROW;
        if (count == 1) {
            work.run(0, m_n, 0);
        } else {
            ParallelLoop.forEach(count, "Summing over modes", Progress.NONE,
                c -> work.run(c * CHUNK, Math.min(m_n, (c + 1) * CHUNK), c * ROW));
        }
    }

    private void reduce(final double[] out, final int length) {
        System.arraycopy(m_rows, 0, out, 0, length);
        for (int row = ROW; row < m_rows.length; row += ROW) {
            for (int a = 0; a < length; a++) {
                out[a] += m_rows[row + a];
            }
        }
    }

    private void evaluate(final double[] f, final Couplings k, final int from, final int to, final int row) {
        final double[] sums = m_rows;
        Arrays.fill(sums, row, row + CollectiveField.SIZE, 0);
        final double delta2 = k.m_smoothing * k.m_smoothing;
        for (int i = from; i < to; i++) {
            final double vx = m_vx[i];
            final double vy = m_vy[i];
            final double vz = m_vz[i];
            final double vac = k.m_vacuum * m_vacuum[i];
            double hx = vac * m_bx + f[0] - vx * f[3] - vy * f[6] - vz * f[9];
            double hy = f[1] - vx * f[4] - vy * f[7] - vz * f[10];
            double hz = vac * m_bz + f[2] - vx * f[5] - vy * f[8] - vz * f[11];
            if (k.m_anchor != 0) {
                hx += k.m_anchor * m_anchorX[i];
                hy += k.m_anchor * m_anchorY[i];
                hz += k.m_anchor * m_anchorZ[i];
            }
            final double length = Math.sqrt(hx * hx + hy * hy + hz * hz + delta2);
            final double r = length > 0 ? m_c[i] / length : 0;
            CollectiveField.add(sums, row, r * hx, r * hy, r * hz, vx, vy, vz);
        }
    }

    private void linearize(final double[] f, final Couplings k, final Couplings rates, final int from, final int to,
        final int row) {
        final double[] sums = m_rows;
        final int v = row + LENGTH;
        Arrays.fill(sums, row, row + ROW, 0);
        final double delta2 = k.m_smoothing * k.m_smoothing;
        final double smoothingRate = k.m_smoothing * rates.m_smoothing;
        final boolean anchored = k.m_anchor != 0 || rates.m_anchor != 0;
        for (int i = from; i < to; i++) {
            final double vx = m_vx[i];
            final double vy = m_vy[i];
            final double vz = m_vz[i];
            final double vac = k.m_vacuum * m_vacuum[i];
            double hx = vac * m_bx + f[0] - vx * f[3] - vy * f[6] - vz * f[9];
            double hy = f[1] - vx * f[4] - vy * f[7] - vz * f[10];
            double hz = vac * m_bz + f[2] - vx * f[5] - vy * f[8] - vz * f[11];
            final double vacRate = rates.m_vacuum * m_vacuum[i];
            double dx = vacRate * m_bx;
            double dy = 0;
            double dz = vacRate * m_bz;
            if (anchored) {
                hx += k.m_anchor * m_anchorX[i];
                hy += k.m_anchor * m_anchorY[i];
                hz += k.m_anchor * m_anchorZ[i];
                dx += rates.m_anchor * m_anchorX[i];
                dy += rates.m_anchor * m_anchorY[i];
                dz += rates.m_anchor * m_anchorZ[i];
            }
            final double length = Math.sqrt(hx * hx + hy * hy + hz * hz + delta2);
            if (length == 0 || m_c[i] == 0) {
                continue;
            }
            final double x = hx / length;
            final double y = hy / length;
            final double z = hz / length;
            final double c = m_c[i];
            CollectiveField.add(sums, row, c * x, c * y, c * z, vx, vy, vz);
            final double r = c / length;
            final double txx = r * (1 - x * x);
            final double txy = -r * x * y;
            final double txz = -r * x * z;
            final double tyy = r * (1 - y * y);
            final double tyz = -r * y * z;
            final double tzz = r * (1 - z * z);
            final double s = smoothingRate * r / length;
            CollectiveField.add(sums, row + R, txx * dx + txy * dy + txz * dz - s * x,
                txy * dx + tyy * dy + tyz * dz - s * y, txz * dx + tyz * dy + tzz * dz - s * z, vx, vy, vz);
            sums[v] = 1;
            sums[v + 1] = vx;
            sums[v + 2] = vy;
            sums[v + 3] = vz;
            sums[v + 4] = vx * vx;
            sums[v + 5] = vx * vy;
            sums[v + 6] = vx * vz;
            sums[v + 7] = vy * vy;
            sums[v + 8] = vy * vz;
            sums[v + 9] = vz * vz;
            for (int p = 0, o = row + S; p < PAIRS; p++, o += 6) {
                final double vv = sums[v + p];
                sums[o] += vv * txx;
                sums[o + 1] += vv * txy;
                sums[o + 2] += vv * txz;
                sums[o + 3] += vv * tyy;
                sums[o + 4] += vv * tyz;
                sums[o + 5] += vv * tzz;
            }
        }
    }
}
