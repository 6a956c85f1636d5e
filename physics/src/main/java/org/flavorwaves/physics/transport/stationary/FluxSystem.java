package org.flavorwaves.physics.transport.stationary;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.ParametrizedSystem;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The equations of a stationary co-rotating equilibrium of axisymmetric modes (FW flux-equilibrium). Unknowns: J^0, J^z
 * over W = sum w |P| of the start, and K over its start; the parameter is the place. With H_i = s omega B + g (J^0 -
 * v_i
 * J^z) + v_i K B and c_i = w_i s_i eps_i |P_i|,
 *
 * <pre>
 * J^0 - sum c_i Hhat_i = 0                3
 * J^z - sum c_i v_i Hhat_i = 0            3
 * area B.J^z = its inflow value           1
 * (B x J^0_inflow).J^0 = 0                1
 * </pre>
 *
 * One of the eight is redundant, because F is invariant under rotations about B. O(N).
 */
final class FluxSystem implements ParametrizedSystem {
    private static final int EQUATIONS = 8;

    private static final int UNKNOWNS = 7;

    /** Step of the derivative by the place, as a share of it. */
    private static final double STEP = 1e-6;

    private final MomentumModes m_modes;

    private final StreamGeometry m_geometry;

    private final double[] m_charge;

    private final double[] m_omega;

    private final double[] m_b;

    private final double m_strength;

    private final double[] m_phase;

    private final double m_flux;

    private final double m_scale;

    private final double m_rotationScale;

    /** H_i of the last evaluation, [3 mode + axis]. */
    private final double[] m_h;

    FluxSystem(final FlavorState inflow, final int[] signs, final Environment environment,
        final StreamGeometry geometry, final double start, final double rotation) {
        m_modes = inflow.modes();
        m_geometry = geometry;
        m_b = new double[]{environment.bx(), 0, environment.bz()};
        m_strength = environment.selfInteraction();
        final int n = inflow.size();
        m_charge = new double[n];
        m_omega = new double[n];
        m_h = new double[3 * n];
        final double[] j = new double[6];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            final int s = m_modes.species(i).sign();
            m_charge[i] = s * signs[i] * inflow.length(i);
            m_omega[i] = s * m_modes.omega(i);
            final double w = geometry.weight(m_modes, i, start);
            final double v = geometry.cosine(m_modes, i, start);
            scale += w * inflow.length(i);
            final double[] p = {inflow.px(i), inflow.py(i), inflow.pz(i)};
            for (int a = 0; a < 3; a++) {
                j[a] += w * s * p[a];
                j[3 + a] += w * s * v * p[a];
            }
        }
        m_scale = scale;
        m_rotationScale = rotation == 0 ? scale : Math.abs(rotation);
        m_flux = geometry.area(start) * (m_b[0] * j[3] + m_b[2] * j[5]);
        final double[] phase = {m_b[1] * j[2] - m_b[2] * j[1], m_b[2] * j[0] - m_b[0] * j[2],
            m_b[0] * j[1] - m_b[1] * j[0]};
        final double length = Math.sqrt(phase[0] * phase[0] + phase[1] * phase[1] + phase[2] * phase[2]);
        m_phase = length == 0 ? new double[]{0, 1, 0}
            : new double[]{phase[0] / length, phase[1] / length, phase[2] / length};
    }

    @Override
    public int unknowns() {
        return UNKNOWNS;
    }

    @Override
    public int equations() {
        return EQUATIONS;
    }

    double scale() {
        return m_scale;
    }

    double flux() {
        return m_flux;
    }

    /** The unknowns of given collective numbers and rotation. */
    double[] unknownsOf(final double[] j, final double rotation) {
        final double[] x = new double[UNKNOWNS];
        for (int c = 0; c < UNKNOWNS - 1; c++) {
            x[c] = j[c] / m_scale;
        }
        x[UNKNOWNS - 1] = rotation / m_rotationScale;
        return x;
    }

    double rotationOf(final double[] x) {
        return x[UNKNOWNS - 1] * m_rotationScale;
    }

    /** The vectors H_i + v_i K B of the last evaluation, three numbers a mode. */
    double[] fields() {
        return m_h.clone();
    }

    @Override
    public void residual(final double[] x, final double z, final double[] f) {
        evaluate(x, z, f, null);
    }

    @Override
    public void linearize(final double[] x, final double z, final double[] f, final double[][] derivative) {
        final double[] ahead = new double[EQUATIONS];
        final double step = STEP * Math.max(1, Math.abs(z));
        evaluate(x, z + step, ahead, null);
        evaluate(x, z, f, derivative);
        for (int e = 0; e < EQUATIONS; e++) {
            derivative[e][UNKNOWNS] = (ahead[e] - f[e]) / step;
        }
    }

    private void evaluate(final double[] x, final double z, final double[] f, final double[][] derivative) {
        Arrays.fill(f, 0);
        for (int r = 0; derivative != null && r < EQUATIONS; r++) {
            Arrays.fill(derivative[r], 0);
        }
        final double rotation = rotationOf(x);
        for (int i = 0; i < m_charge.length; i++) {
            mode(x, z, rotation, i, f, derivative);
        }
        for (int c = 0; c < 6; c++) {
            f[c] = x[c] - f[c] / m_scale;
            if (derivative != null) {
                for (int u = 0; u < UNKNOWNS; u++) {
                    derivative[c][u] = (c == u ? 1 : 0) - derivative[c][u] / m_scale;
                }
            }
        }
        final double area = m_geometry.area(z) / Math.max(1, m_geometry.area(z));
        final double flux = m_flux / (Math.max(1, m_geometry.area(z)) * m_scale);
        f[6] = area * (m_b[0] * x[3] + m_b[2] * x[5]) - flux;
        f[7] = m_phase[0] * x[0] + m_phase[1] * x[1] + m_phase[2] * x[2];
        if (derivative != null) {
            derivative[6][3] = area * m_b[0];
            derivative[6][5] = area * m_b[2];
            System.arraycopy(m_phase, 0, derivative[7], 0, 3);
        }
    }

    /** Adds c Hhat and c v Hhat of a mode, and their derivatives by the unknowns. */
    private void mode(final double[] x, final double z, final double rotation, final int i, final double[] f,
        final double[][] derivative) {
        final double v = m_geometry.cosine(m_modes, i, z);
        final double charge = m_charge[i] * m_geometry.weight(m_modes, i, z);
        double square = 0;
        for (int a = 0; a < 3; a++) {
            m_h[3 * i + a] = (m_omega[i] + v * rotation) * m_b[a] + m_strength * m_scale * (x[a] - v * x[3 + a]);
            square += m_h[3 * i + a] * m_h[3 * i + a];
        }
        final double length = Math.sqrt(square);
        if (charge == 0 || length == 0) {
            return;
        }
        for (int a = 0; a < 3; a++) {
            final double unit = m_h[3 * i + a] / length;
            f[a] += charge * unit;
            f[3 + a] += charge * v * unit;
            for (int b = 0; derivative != null && b < 3; b++) {
                final double across = charge / length * ((a == b ? 1 : 0) - unit * m_h[3 * i + b] / length);
                final double field = m_strength * m_scale * across;
                derivative[a][b] += field;
                derivative[a][3 + b] -= v * field;
                derivative[3 + a][b] += v * field;
                derivative[3 + a][3 + b] -= v * v * field;
                derivative[a][6] += across * v * m_b[b] * m_rotationScale;
                derivative[3 + a][6] += v * across * v * m_b[b] * m_rotationScale;
            }
        }
    }
}
