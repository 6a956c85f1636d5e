package org.flavorwaves.physics.qke.engine;

import java.util.Arrays;

import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The torque of two flavors, H_i x P_i + C_i, and the 12 collective numbers. See {@link Damping} for C_i; absorption
 * and emission are left to {@link Relaxation}.
 */
final class VectorTorque implements BoxTorque {
    private static final int COMPONENTS = 12;

    private final int m_lanes;

    /** s omega B + lambda z of modes j, then of modes B + j, for the precession: [axis][2 B]. */
    private final double[][] m_precession;

    /** kappa and kappa P_s of modes j, then of modes B + j, for the relaxation. */
    private final double[] m_kappa;

    private final double[][] m_source;

    /** The same for the torque, 0 if it is left to the precession; damping of P_perp and of Pz, w s and v. */
    private final double[][] m_external;

    private final double[] m_damping;

    private final double[] m_dampingZ;

    private boolean m_damped;

    private final double[] m_weight;

    private final double[][] m_velocity;

    /** H of the modes at a point, their Pz, and P before it was turned, by axis and mode of a lane. */
    private final double[][] m_h;

    private final double[] m_pz;

    private final double[][] m_before;

    /**
     * Makes the torque of a block.
     *
     * @param exact whether the external terms are left to {@link #precession}
     */
    VectorTorque(final MomentumModes modes, final VectorTerms terms, final boolean exact, final int from,
        final int count, final int lanes) {
        final Environment environment = terms.environment();
        final Absorption absorption = modes.absorption();
        m_lanes = lanes;
        m_precession = new double[3][2 * lanes];
        m_kappa = new double[2 * lanes];
        m_source = new double[3][2 * lanes];
        m_external = new double[3][2 * lanes];
        m_damping = new double[2 * lanes];
        m_dampingZ = new double[2 * lanes];
        m_weight = new double[2 * lanes];
        m_velocity = new double[3][2 * lanes];
        m_h = new double[3][2 * lanes];
        m_pz = new double[2 * lanes];
        m_before = new double[3][2 * lanes];
        for (int lane = 0; lane < count; lane++) {
            final int i = from + lane;
            final double so = modes.species(i).sign() * modes.omega(i);
            final double[][] external = exact ? m_precession : m_external;
            external[0][lane] = so * environment.bx();
            external[2][lane] = so * environment.bz() + environment.matterPotential();
            final double kappa = absorption.rate(i);
            m_kappa[lane] = kappa;
            m_source[0][lane] = absorption.px(i);
            m_source[1][lane] = absorption.py(i);
            m_source[2][lane] = absorption.pz(i);
            m_damping[lane] = modes.depolarization(i) + (exact ? 0 : kappa);
            m_dampingZ[lane] = modes.depolarization(i) * terms.damping().alongZ() + (exact ? 0 : kappa);
            m_damped |= m_damping[lane] != 0 || m_dampingZ[lane] != 0;
            m_weight[lane] = environment.selfInteraction() * modes.weight(i) * modes.species(i).sign();
            m_velocity[0][lane] = modes.vx(i);
            m_velocity[1][lane] = modes.vy(i);
            m_velocity[2][lane] = modes.vz(i);
        }
    }

    @Override
    public Precession precession(final double tau) {
        return new VectorPrecession(m_precession, tau);
    }

    @Override
    public void turnFrame(final double[] faster) {
        for (int a = 0; a < 3; a++) {
            for (int lane = 0; lane < 2 * m_lanes; lane++) {
                m_precession[a][lane] -= faster[a];
            }
        }
    }

    @Override
    public Relaxation relaxation(final double tau) {
        final double[][] gain = new double[3][m_kappa.length];
        for (int lane = 0; lane < m_kappa.length; lane++) {
            if (m_kappa[lane] > 0) {
                addGain(lane, tau, gain);
            }
        }
        return new Relaxation(m_kappa, gain, tau);
    }

    /** The part of a source along H stays, the part across it turns. */
    private void addGain(final int lane, final double tau, final double[][] gain) {
        final double[] h = {m_precession[0][lane], m_precession[1][lane], m_precession[2][lane]};
        final double[] p = {m_source[0][lane], m_source[1][lane], m_source[2][lane]};
        final double omega = Math.sqrt(h[0] * h[0] + h[1] * h[1] + h[2] * h[2]);
        final double along = omega > 0 ? (h[0] * p[0] + h[1] * p[1] + h[2] * p[2]) / (omega * omega) : 0;
        final double whole = Relaxation.even(m_kappa[lane], 0, tau);
        final double even = Relaxation.even(m_kappa[lane], omega, tau);
        final double odd = omega > 0 ? Relaxation.odd(m_kappa[lane], omega, tau) / omega : 0;
        for (int a = 0; a < 3; a++) {
            final int b = (a + 1) % 3;
            final int c = (a + 2) % 3;
            gain[a][lane] = whole * along * h[a] + even * (p[a] - along * h[a]) + odd * (h[b] * p[c] - h[c] * p[b]);
        }
    }

    @Override
    public double emission(final int axis, final int lane) {
        return m_kappa[lane] * m_source[axis][lane];
    }

    @Override
    public double largestAbsorption() {
        return Arrays.stream(m_kappa).max().orElse(0);
    }

    @Override
    public double bound() {
        double bound = 0;
        for (int lane = 0; lane < m_damping.length; lane++) {
            bound = Math.max(bound, Math.hypot(m_external[0][lane], m_external[2][lane]) + m_damping[lane]);
        }
        return bound;
    }

    @Override
    public double coupling(final int lane) {
        return Math.abs(m_weight[lane]) + Math.abs(m_weight[m_lanes + lane]);
    }

    @Override
    public void addCollective(final BlockRows rows, final int point, final double[] field) {
        takeZ(rows, point);
        sumAxial(rows.re()[point], rows.im()[point], field);
        if (field.length == COMPONENTS) {
            sumAcross(rows.re()[point], rows.im()[point], field);
        }
    }

    private void takeZ(final BlockRows rows, final int point) {
        rows.take(point, 0, 2, m_pz, 0);
        rows.take(point, 1, 2, m_pz, m_lanes);
    }

    private void sumAxial(final double[] px, final double[] py, final double[] field) {
        final double[] vz = m_velocity[2];
        double x = 0;
        double y = 0;
        double z = 0;
        double zx = 0;
        double zy = 0;
        double zz = 0;
        for (int j = 0; j < m_weight.length; j++) {
            final double wx = m_weight[j] * px[j];
            final double wy = m_weight[j] * py[j];
            final double wz = m_weight[j] * m_pz[j];
            x += wx;
            y += wy;
            z += wz;
            zx += vz[j] * wx;
            zy += vz[j] * wy;
            zz += vz[j] * wz;
        }
        field[0] += x;
        field[1] += y;
        field[2] += z;
        field[3] += zx;
        field[4] += zy;
        field[5] += zz;
    }

    private void sumAcross(final double[] px, final double[] py, final double[] field) {
        final double[] vx = m_velocity[0];
        final double[] vy = m_velocity[1];
        double xx = 0;
        double xy = 0;
        double xz = 0;
        double yx = 0;
        double yy = 0;
        double yz = 0;
        for (int j = 0; j < m_weight.length; j++) {
            final double wx = m_weight[j] * px[j];
            final double wy = m_weight[j] * py[j];
            final double wz = m_weight[j] * m_pz[j];
            xx += vx[j] * wx;
            xy += vx[j] * wy;
            xz += vx[j] * wz;
            yx += vy[j] * wx;
            yy += vy[j] * wy;
            yz += vy[j] * wz;
        }
        field[6] += xx;
        field[7] += xy;
        field[8] += xz;
        field[9] += yx;
        field[10] += yy;
        field[11] += yz;
    }

    @Override
    public void apply(final BlockRows rows, final int point, final double[] field) {
        takeZ(rows, point);
        for (int a = 0; a < 3; a++) {
            hamiltonian(a, field);
            if (field.length == COMPONENTS) {
                hamiltonianAcross(a, field);
            }
        }
        if (m_damped) {
            System.arraycopy(rows.re()[point], 0, m_before[0], 0, m_pz.length);
            System.arraycopy(rows.im()[point], 0, m_before[1], 0, m_pz.length);
            System.arraycopy(m_pz, 0, m_before[2], 0, m_pz.length);
        }
        turn(rows.re(), rows.im(), point);
        if (m_damped) {
            damp(rows.re()[point], m_damping, m_before[0]);
            damp(rows.im()[point], m_damping, m_before[1]);
            damp(m_pz, m_dampingZ, m_before[2]);
        }
        rows.give(point, 0, 2, m_pz, 0);
        rows.give(point, 1, 2, m_pz, m_lanes);
    }

    private void hamiltonian(final int a, final double[] field) {
        final double[] h = m_h[a];
        final double[] external = m_external[a];
        final double[] vz = m_velocity[2];
        final double density = field[a];
        final double flux = field[3 + a];
        for (int j = 0; j < h.length; j++) {
            h[j] = external[j] + density - vz[j] * flux;
        }
    }

    private void hamiltonianAcross(final int a, final double[] field) {
        final double[] h = m_h[a];
        final double[] vx = m_velocity[0];
        final double[] vy = m_velocity[1];
        final double x = field[6 + a];
        final double y = field[9 + a];
        for (int j = 0; j < h.length; j++) {
            h[j] = h[j] - vx[j] * x - vy[j] * y;
        }
    }

    private static void damp(final double[] p, final double[] damping, final double[] before) {
        for (int j = 0; j < damping.length; j++) {
            p[j] = p[j] - damping[j] * before[j];
        }
    }

    private void turn(final double[][] re, final double[][] im, final int point) {
        final double[] px = re[point];
        final double[] py = im[point];
        final double[] pz = m_pz;
        final double[] hx = m_h[0];
        final double[] hy = m_h[1];
        final double[] hz = m_h[2];
        for (int j = 0; j < pz.length; j++) {
            final double a = px[j];
            final double b = py[j];
            final double c = pz[j];
            final double x = hx[j];
            final double y = hy[j];
            final double z = hz[j];
            pz[j] = x * b - y * a;
            py[j] = z * a - x * c;
            px[j] = y * c - z * b;
        }
    }
}
