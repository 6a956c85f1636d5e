package org.flavorwaves.physics.transport.flow.cell;

import java.util.Arrays;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The sums over the modes of one cell in the equilibrium equations (JK 16), O(N) and without allocation: with V_i = (1,
 * v_i) for rings and (1, vx, vy, vz) for other modes,
 *
 * <pre>
 * H_i = s_i omega_i B + lambda z + q g_mn V^m_i J^n - Omega n, or + v_i K n
 * G^m = sum_i c_i V^m_i Hhat_i,   S^mn = sum_i c_i/|H_i| V^m_i V^n_i (1 - Hhat_i Hhat_i^T)
 * </pre>
 */
public final class CellSums {
    private static final int FLAVOR = 3;

    /** Below this 1 - |v|^2 is the rounding of a unit vector. */
    private static final double OWN = 1e-9;

    private final int m_n;

    /** Number of components of V: 2 if all modes are rings, else 4. */
    private final int m_components;

    private final double[] m_vx;

    private final double[] m_vy;

    /** s_i omega_i. */
    private final double[] m_signed;

    private final double m_bx;

    private final double m_bz;

    /** G^m_a at 3 m + a. */
    final double[] m_g;

    /** S^mn_ab with a at most b at 6 (m components + n) + (xx, xy, xz, yy, yz, zz), m at most n. */
    final double[] m_s;

    /** H_{i,a} at 3 i + a. */
    final double[] m_h;

    private final double[] m_v;

    /** Sums over the modes of a cell. */
    public CellSums(final MomentumModes modes, final Environment environment) {
        m_n = modes.size();
        m_vx = modes.vxs();
        m_vy = modes.vys();
        m_components = Arrays.stream(m_vx).allMatch(v -> v == 0) && Arrays.stream(m_vy).allMatch(v -> v == 0) ? 2 : 4;
        m_signed = modes.signs();
        for (int i = 0; i < m_n; i++) {
            m_signed[i] *= modes.omega(i);
        }
        m_bx = environment.bx();
        m_bz = environment.bz();
        m_g = new double[FLAVOR * m_components];
        m_s = new double[6 * m_components * m_components];
        m_h = new double[FLAVOR * m_n];
        m_v = new double[m_components];
    }

    /**
     * The Hamiltonian vectors at the last evaluation.
     *
     * @return H_{i,a} at 3 i + a, not a copy
     */
    public double[] hamiltonian() {
        return m_h;
    }

    /**
     * The number of components of V that matter.
     *
     * @return 2 on an axis, else 4
     */
    public int components() {
        return m_components;
    }

    /** Index of component m of V among the four of space-time. */
    public int spaceTime(final int m) {
        return m_components == 2 && m == 1 ? 3 : m;
    }

    /** 1 - |v_i|^2, how much a mode acts on itself. */
    public static double ownFactor(final MomentumModes modes, final int i, final double velocity) {
        final double own = 1 - modes.vx(i) * modes.vx(i) - modes.vy(i) * modes.vy(i) - velocity * velocity;
        return own > OWN ? own : 0;
    }

    /**
     * Computes G, S and H.
     *
     * @param point charges, velocities, matter and strength
     * @param field J^m_a at 3 m + a, m counting the components of V
     * @param turnX Omega n_x, or K n_x
     * @param turnY Omega n_y
     * @param turnZ Omega n_z
     * @param along whether the frame turns along the stream
     */
    public void evaluate(final CellPoint point, final double[] field, final double turnX, final double turnY,
        final double turnZ, final boolean along) {
        Arrays.fill(m_g, 0);
        Arrays.fill(m_s, 0);
        final double q = point.m_strength;
        for (int i = 0; i < m_n; i++) {
            final double v = point.m_velocity[i];
            final double turn = along ? v : -1;
            double x = m_signed[i] * m_bx + turn * turnX + q * field[0];
            double y = turn * turnY + q * field[1];
            double z = m_signed[i] * m_bz + point.m_matter + turn * turnZ + q * field[2];
            m_v[0] = 1;
            if (m_components == 2) {
                m_v[1] = v;
            } else {
                m_v[1] = m_vx[i];
                m_v[2] = m_vy[i];
                m_v[3] = v;
            }
            for (int m = 1; m < m_components; m++) {
                x -= q * m_v[m] * field[FLAVOR * m];
                y -= q * m_v[m] * field[FLAVOR * m + 1];
                z -= q * m_v[m] * field[FLAVOR * m + 2];
            }
            m_h[FLAVOR * i] = x;
            m_h[FLAVOR * i + 1] = y;
            m_h[FLAVOR * i + 2] = z;
            final double c = point.m_charge[i];
            if (c != 0) {
                add(c, x, y, z);
            }
        }
    }

    private void add(final double c, final double x, final double y, final double z) {
        final double square = x * x + y * y + z * z;
        if (square == 0) {
            return;
        }
        final double inverse = 1 / Math.sqrt(square);
        final double ux = x * inverse;
        final double uy = y * inverse;
        final double uz = z * inverse;
        final double r = c * inverse;
        final double xx = r * (1 - ux * ux);
        final double xy = -r * ux * uy;
        final double xz = -r * ux * uz;
        final double yy = r * (1 - uy * uy);
        final double yz = -r * uy * uz;
        final double zz = r * (1 - uz * uz);
        for (int m = 0; m < m_components; m++) {
            final double vm = m_v[m];
            m_g[FLAVOR * m] += c * vm * ux;
            m_g[FLAVOR * m + 1] += c * vm * uy;
            m_g[FLAVOR * m + 2] += c * vm * uz;
            for (int n = m; n < m_components; n++) {
                final double vv = vm * m_v[n];
                final int at = 6 * (m * m_components + n);
                m_s[at] += vv * xx;
                m_s[at + 1] += vv * xy;
                m_s[at + 2] += vv * xz;
                m_s[at + 3] += vv * yy;
                m_s[at + 4] += vv * yz;
                m_s[at + 5] += vv * zz;
            }
        }
    }

    /** S^mn_ab for any order of its indices. */
    double s(final int m, final int n, final int a, final int b) {
        final int low = Math.min(a, b);
        final int high = Math.max(a, b);
        final int flavor = low == 0 ? high : low + high + 1;
        return m_s[6 * (Math.min(m, n) * m_components + Math.max(m, n)) + flavor];
    }
}
