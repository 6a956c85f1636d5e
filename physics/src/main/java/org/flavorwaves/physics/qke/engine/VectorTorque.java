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
    private static final int AXIAL_COMPONENTS = 6;

    private static final int COMPONENTS = 12;

    private final int m_lanes;

    /** s omega B + lambda z of modes j, then of modes B + j, for the precession: [axis][2 B]. */
    private final double[][] m_precession;

    /** kappa and kappa P_s of modes j, then of modes B + j, for the relaxation. */
    private final double[] m_kappa;

    private final double[][] m_source;

    /** The same for the torque, 0 if it is left to the precession; damping, w s and v. */
    private final double[][] m_externalX = new double[2][];

    private final double[][] m_externalZ = new double[2][];

    private final double[][] m_damping = new double[2][];

    private final double[][] m_dampingZ = new double[2][];

    private final double[][] m_weight = new double[2][];

    private final double[][] m_vx = new double[2][];

    private final double[][] m_vy = new double[2][];

    private final double[][] m_vz = new double[2][];

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
        for (int second = 0; second < 2; second++) {
            m_externalX[second] = new double[lanes];
            m_externalZ[second] = new double[lanes];
            m_damping[second] = new double[lanes];
            m_dampingZ[second] = new double[lanes];
            m_weight[second] = new double[lanes];
            m_vx[second] = new double[lanes];
            m_vy[second] = new double[lanes];
            m_vz[second] = new double[lanes];
            for (int j = 0; j < lanes && second * lanes + j < count; j++) {
                final int i = from + second * lanes + j;
                final double so = modes.species(i).sign() * modes.omega(i);
                final double x = so * environment.bx();
                final double z = so * environment.bz() + environment.matterPotential();
                m_precession[0][second * lanes + j] = exact ? x : 0;
                m_precession[2][second * lanes + j] = exact ? z : 0;
                m_externalX[second][j] = exact ? 0 : x;
                m_externalZ[second][j] = exact ? 0 : z;
                final double kappa = absorption.rate(i);
                m_kappa[second * lanes + j] = kappa;
                m_source[0][second * lanes + j] = absorption.px(i);
                m_source[1][second * lanes + j] = absorption.py(i);
                m_source[2][second * lanes + j] = absorption.pz(i);
                m_damping[second][j] = modes.depolarization(i) + (exact ? 0 : kappa);
                m_dampingZ[second][j] = modes.depolarization(i) * terms.damping().alongZ() + (exact ? 0 : kappa);
                m_weight[second][j] = environment.selfInteraction() * modes.weight(i) * modes.species(i).sign();
                m_vx[second][j] = modes.vx(i);
                m_vy[second][j] = modes.vy(i);
                m_vz[second][j] = modes.vz(i);
            }
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
        for (int second = 0; second < 2; second++) {
            for (int j = 0; j < m_lanes; j++) {
                bound = Math.max(bound, Math.hypot(m_externalX[second][j], m_externalZ[second][j])
                    + m_damping[second][j]);
            }
        }
        return bound;
    }

    @Override
    public double coupling(final int lane) {
        return Math.abs(m_weight[0][lane]) + Math.abs(m_weight[1][lane]);
    }

    @Override
    public void addCollective(final double[][][] re, final double[][][] im, final double[][] field) {
        final double[] sums = new double[field.length];
        for (int p = 0; p < re[0].length; p++) {
            Arrays.fill(sums, 0);
            if (field.length == AXIAL_COMPONENTS) {
                sumAxial(re[0][p], im[0][p], re[2][p], m_weight[0], m_vz[0], sums);
                sumAxial(re[1][p], im[1][p], im[2][p], m_weight[1], m_vz[1], sums);
            } else {
                sum(0, re[0][p], im[0][p], re[2][p], sums);
                sum(1, re[1][p], im[1][p], im[2][p], sums);
            }
            for (int c = 0; c < sums.length; c++) {
                field[c][p] += sums[c];
            }
        }
    }

    private void sumAxial(final double[] px, final double[] py, final double[] pz, final double[] weight,
        final double[] vz, final double[] sums) {
        double x = 0;
        double y = 0;
        double z = 0;
        double zx = 0;
        double zy = 0;
        double zz = 0;
        for (int j = 0; j < m_lanes; j++) {
            final double wx = weight[j] * px[j];
            final double wy = weight[j] * py[j];
            final double wz = weight[j] * pz[j];
            x += wx;
            y += wy;
            z += wz;
            zx += vz[j] * wx;
            zy += vz[j] * wy;
            zz += vz[j] * wz;
        }
        sums[0] += x;
        sums[1] += y;
        sums[2] += z;
        sums[3] += zx;
        sums[4] += zy;
        sums[5] += zz;
    }

    private void sum(final int second, final double[] px, final double[] py, final double[] pz, final double[] sums) {
        final double[] weight = m_weight[second];
        final double[] vx = m_vx[second];
        final double[] vy = m_vy[second];
        sumAxial(px, py, pz, weight, m_vz[second], sums);
        double xx = 0;
        double xy = 0;
        double xz = 0;
        double yx = 0;
        double yy = 0;
        double yz = 0;
        for (int j = 0; j < m_lanes; j++) {
            final double wx = weight[j] * px[j];
            final double wy = weight[j] * py[j];
            final double wz = weight[j] * pz[j];
            xx += vx[j] * wx;
            xy += vx[j] * wy;
            xz += vx[j] * wz;
            yx += vy[j] * wx;
            yy += vy[j] * wy;
            yz += vy[j] * wz;
        }
        sums[6] += xx;
        sums[7] += xy;
        sums[8] += xz;
        sums[9] += yx;
        sums[10] += yy;
        sums[11] += yz;
    }

    @Override
    public void apply(final double[][][] re, final double[][][] im, final double[][] field) {
        final double[] here = new double[COMPONENTS];
        for (int p = 0; p < re[0].length; p++) {
            for (int c = 0; c < field.length; c++) {
                here[c] = field[c][p];
            }
            if (field.length == AXIAL_COMPONENTS) {
                turnAxial(0, re[0][p], im[0][p], re[2][p], here);
                turnAxial(1, re[1][p], im[1][p], im[2][p], here);
            } else {
                turn(0, re[0][p], im[0][p], re[2][p], here);
                turn(1, re[1][p], im[1][p], im[2][p], here);
            }
        }
    }

    private void turnAxial(final int second, final double[] px, final double[] py, final double[] pz,
        final double[] field) {
        final double[] ex = m_externalX[second];
        final double[] ez = m_externalZ[second];
        final double[] d = m_damping[second];
        final double[] dz = m_dampingZ[second];
        final double[] vz = m_vz[second];
        final double x = field[0];
        final double y = field[1];
        final double z = field[2];
        final double zx = field[3];
        final double zy = field[4];
        final double zz = field[5];
        for (int j = 0; j < m_lanes; j++) {
            final double hx = ex[j] + x - vz[j] * zx;
            final double hy = y - vz[j] * zy;
            final double hz = ez[j] + z - vz[j] * zz;
            final double a = px[j];
            final double b = py[j];
            final double c = pz[j];
            px[j] = hy * c - hz * b - d[j] * a;
            py[j] = hz * a - hx * c - d[j] * b;
            pz[j] = hx * b - hy * a - dz[j] * c;
        }
    }

    private void turn(final int second, final double[] px, final double[] py, final double[] pz, final double[] f) {
        final double[] ex = m_externalX[second];
        final double[] ez = m_externalZ[second];
        final double[] d = m_damping[second];
        final double[] dz = m_dampingZ[second];
        final double[] vx = m_vx[second];
        final double[] vy = m_vy[second];
        final double[] vz = m_vz[second];
        for (int j = 0; j < m_lanes; j++) {
            final double hx = ex[j] + f[0] - vz[j] * f[3] - vx[j] * f[6] - vy[j] * f[9];
            final double hy = f[1] - vz[j] * f[4] - vx[j] * f[7] - vy[j] * f[10];
            final double hz = ez[j] + f[2] - vz[j] * f[5] - vx[j] * f[8] - vy[j] * f[11];
            final double a = px[j];
            final double b = py[j];
            final double c = pz[j];
            px[j] = hy * c - hz * b - d[j] * a;
            py[j] = hz * a - hx * c - d[j] * b;
            pz[j] = hx * b - hy * a - dz[j] * c;
        }
    }
}
