package org.flavorwaves.physics.threeflavor.equilibrium;

import java.util.Arrays;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorBlocks;
import org.flavorwaves.physics.threeflavor.FlavorLevels;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * The collective numbers that modes make whose density matrices have given occupations of the levels of their own
 * Hamiltonians (FW flavor-levels), and how they respond to a change of the Hamiltonians (FW level-response):
 *
 * <pre>
 * rho_i = sum_r p_{i,r} |r&gt;&lt;r|,    d&lt;r|rho_i|q&gt; = (p_r - p_q)/(h_r - h_q) &lt;r|dH_i|q&gt;
 * </pre>
 *
 * <p>O(N). Not thread-safe.
 */
final class LevelSums {
    private static final int A = FlavorAlgebra.SIZE;

    private static final int N = FlavorBlocks.FLAVORS;

    /** Entries of a symmetric matrix of 8 x 8. */
    private static final int HALF = A * (A + 1) / 2;

    private final MomentumModes m_modes;

    private final double[] m_signed;

    /** s_i h_vac,i, component 8 i + a. */
    private final double[] m_vacuum;

    private final double[] m_matter = new double[A];

    /** p_{i,r} at 3 i + r. */
    private final double[] m_occupation;

    private final FlavorLevels m_levels;

    private final double[] m_h = new double[A];

    private final double[] m_rate = new double[A];

    /** What the frame turns by, sum_a Omega_a X_a. */
    private double[] m_frame = new double[A];

    private final double[] m_re = new double[A];

    private final double[] m_im = new double[A];

    private final double[] m_response = new double[HALF];

    /** sum w s V^m P_a at 8 m + a. */
    private final double[] m_sum = new double[4 * A];

    /** sum w s V^m V^n S_ab of the pairs (m, n &gt;= m) in rows of 36. */
    private final double[] m_square = new double[10 * HALF];

    /** sum w s V^m S_ab (dH_i/dt)_b without the change of J. */
    private final double[] m_drift = new double[4 * A];

    LevelSums(final ThreeFlavorState state, final ThreeFlavorEnvironment environment, final FlavorBlocks blocks,
        final double[] occupation) {
        m_modes = state.modes();
        m_signed = m_modes.signedWeights();
        m_vacuum = environment.vacuum(state);
        FlavorAlgebra.vector(new double[]{1, 0, 0, 0, 0, 0, 0, 0, 0}, m_matter, 0);
        m_levels = new FlavorLevels(blocks);
        m_occupation = occupation;
    }

    /**
     * The Hamiltonian of a mode, s h_vac + matter (e, e) + strength g_mn V^m J^n, in the frame.
     *
     * @param out takes its vector
     */
    void hamiltonian(final int i, final double matter, final double strength, final double[] j, final double[] out) {
        final double vx = m_modes.vx(i);
        final double vy = m_modes.vy(i);
        final double vz = m_modes.vz(i);
        for (int a = 0; a < A; a++) {
            out[a] = m_vacuum[A * i + a] - m_frame[a] + matter * m_matter[a]
                + strength * (j[a] - vx * j[A + a] - vy * j[2 * A + a] - vz * j[3 * A + a]);
        }
    }

    /** Goes to a frame that turns by a vector. */
    void turn(final double[] frame) {
        m_frame = frame;
    }

    /** The levels of a mode; valid until the next call of anything. */
    FlavorLevels levels(final int i, final double matter, final double strength, final double[] j) {
        hamiltonian(i, matter, strength, j, m_h);
        m_levels.decompose(m_h, 0);
        return m_levels;
    }

    /** The levels of any matrix v.lambda/2 of the problem; valid as long. */
    FlavorLevels decomposed(final double[] v, final int vo) {
        m_levels.decompose(v, vo);
        return m_levels;
    }

    /** The vector of a mode's density matrix, for the levels as they are. */
    void vector(final int i, final double[] out, final int oo) {
        Arrays.fill(out, oo, oo + A, 0);
        for (int r = 0; r < N; r++) {
            m_levels.elements(r, r, m_re, m_im);
            for (int a = 0; a < A; a++) {
                out[oo + a] += m_occupation[N * i + r] * m_re[a];
            }
        }
    }

    double occupation(final int i, final int level) {
        return m_occupation[N * i + level];
    }

    /** Whether a change of the Hamiltonian that mixes two levels of a mode changes its density matrix. */
    boolean differ(final int i, final int r, final int q) {
        return m_levels.mix(r, q) && m_occupation[N * i + r] != m_occupation[N * i + q];
    }

    /** The collective numbers. */
    double[] sum(final double matter, final double strength, final double[] j) {
        Arrays.fill(m_sum, 0);
        final double[] p = new double[A];
        for (int i = 0; i < m_signed.length; i++) {
            levels(i, matter, strength, j);
            vector(i, p, 0);
            add(i, p, m_sum);
        }
        return m_sum;
    }

    private void add(final int i, final double[] p, final double[] sum) {
        final double w = m_signed[i];
        for (int a = 0; a < A; a++) {
            final double wp = w * p[a];
            sum[a] += wp;
            sum[A + a] += wp * m_modes.vx(i);
            sum[2 * A + a] += wp * m_modes.vy(i);
            sum[3 * A + a] += wp * m_modes.vz(i);
        }
    }

    /**
     * The collective numbers and their response.
     *
     * @param matterRate change of the matter potential with the parameter
     * @param strengthRate change of the strength
     * @return the collective numbers
     */
    double[] linearize(final double matter, final double strength, final double[] j, final double matterRate,
        final double strengthRate) {
        Arrays.fill(m_sum, 0);
        Arrays.fill(m_square, 0);
        Arrays.fill(m_drift, 0);
        final double[] p = new double[A];
        final double[] moved = new double[A];
        for (int i = 0; i < m_signed.length; i++) {
            levels(i, matter, strength, j);
            vector(i, p, 0);
            add(i, p, m_sum);
            respond(i);
            hamiltonian(i, matterRate, strengthRate, j, m_rate);
            for (int a = 0; a < A; a++) {
                m_rate[a] -= m_vacuum[A * i + a] - m_frame[a];
            }
            for (int a = 0; a < A; a++) {
                moved[a] = 0;
                for (int b = 0; b < A; b++) {
                    moved[a] += m_response[at(a, b)] * m_rate[b];
                }
            }
            add(i, moved, m_drift);
            final double[] v = {1, m_modes.vx(i), m_modes.vy(i), m_modes.vz(i)};
            for (int m = 0; m < 4; m++) {
                for (int n = m; n < 4; n++) {
                    final double factor = m_signed[i] * v[m] * v[n];
                    final int row = HALF * pair(m, n);
                    for (int c = 0; c < HALF && factor != 0; c++) {
                        m_square[row + c] += factor * m_response[c];
                    }
                }
            }
        }
        return m_sum;
    }

    /** S_ab = sum_{r&lt;q} (p_r - p_q)/(h_r - h_q) Re(&lt;r|lambda_a|q&gt; &lt;q|lambda_b|r&gt;) of a mode. */
    private void respond(final int i) {
        Arrays.fill(m_response, 0);
        for (int r = 0; r < N; r++) {
            for (int q = r + 1; q < N; q++) {
                if (differ(i, r, q)) {
                    final double share = (m_occupation[N * i + r] - m_occupation[N * i + q])
                        / (m_levels.value(r) - m_levels.value(q));
                    m_levels.elements(r, q, m_re, m_im);
                    for (int a = 0; a < A; a++) {
                        for (int b = 0; b <= a; b++) {
                            m_response[at(a, b)] += share * (m_re[a] * m_re[b] + m_im[a] * m_im[b]);
                        }
                    }
                }
            }
        }
    }

    private static int at(final int a, final int b) {
        return a >= b ? a * (a + 1) / 2 + b : b * (b + 1) / 2 + a;
    }

    private static int pair(final int m, final int n) {
        return m <= n ? m * (7 - m) / 2 + n : n * (7 - n) / 2 + m;
    }

    /** sum w s V^m V^n S_ab of the last linearization. */
    double square(final int m, final int n, final int a, final int b) {
        return m_square[HALF * pair(m, n) + at(a, b)];
    }

    /** sum w s V^m S dH/dt of the last linearization, without the change of J. */
    double drift(final int c) {
        return m_drift[c];
    }
}
