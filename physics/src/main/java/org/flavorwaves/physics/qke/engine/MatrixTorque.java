package org.flavorwaves.physics.qke.engine;

import java.util.Arrays;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;

/**
 * The torque of three flavors, H_i o P_i + C_i (FW flavor-product), and the 32 collective numbers. Depolarization acts
 * on the elements between flavors, or on all of P; absorption and emission are left to {@link Relaxation} or are in the
 * torque like the external terms.
 */
final class MatrixTorque implements BoxTorque {
    private static final int A = FlavorAlgebra.SIZE;

    private static final double ROOT = Math.sqrt(3) / 2;

    private final int m_lanes;

    private final MatrixPrecession.Spectrum m_spectrum;

    private final double[] m_kappa;

    /** P_s, [component][2 B]. */
    private final double[][] m_source;

    /** External terms of the torque, 0 if they are left to the precession, [half][component][lane]. */
    private final double[][][] m_external;

    private final double[][] m_damping;

    private final double[][] m_dampingAlong;

    private final double[][] m_weight;

    /** v by axis x, y, z, [axis][half][lane]. */
    private final double[][][] m_v;

    private final double[][] m_h;

    /** The components of one half of the modes at a point, [component][lane]. */
    private final double[][] m_values;

    /**
     * Makes the torque of a block.
     *
     * @param exact whether the external terms are left to {@link #precession}
     */
    MatrixTorque(final MomentumModes modes, final MatrixTerms terms, final boolean exact, final int from,
        final int count, final int lanes) {
        m_lanes = lanes;
        m_spectrum = new MatrixPrecession.Spectrum(2 * lanes);
        m_kappa = new double[2 * lanes];
        m_source = new double[A][2 * lanes];
        m_external = new double[2][A][lanes];
        m_damping = new double[2][lanes];
        m_dampingAlong = new double[2][lanes];
        m_weight = new double[2][lanes];
        m_v = new double[3][2][lanes];
        m_h = new double[A][lanes];
        m_values = new double[A][lanes];
        for (int lane = 0; lane < count; lane++) {
            final int second = lane / lanes;
            final int j = lane % lanes;
            final int i = from + lane;
            final double[] h = terms.external(i);
            if (exact) {
                m_spectrum.set(lane, h);
            } else {
                for (int a = 0; a < A; a++) {
                    m_external[second][a][j] = h[a];
                }
            }
            final double kappa = modes.absorption().rate(i);
            m_kappa[lane] = kappa;
            for (int a = 0; a < A && kappa > 0; a++) {
                m_source[a][lane] = modes.absorption().component(i, a);
            }
            m_damping[second][j] = modes.depolarization(i) + (exact ? 0 : kappa);
            m_dampingAlong[second][j] =
                modes.depolarization(i) * terms.damping().alongZ() + (exact ? 0 : kappa);
            m_weight[second][j] = terms.selfInteraction() * modes.weight(i) * modes.species(i).sign();
            m_v[0][second][j] = modes.vx(i);
            m_v[1][second][j] = modes.vy(i);
            m_v[2][second][j] = modes.vz(i);
        }
    }

    @Override
    public Precession precession(final double tau) {
        return new MatrixPrecession(m_spectrum, tau);
    }

    @Override
    public void turnFrame(final double[] faster) {
        throw new UnsupportedOperationException("Frames of three flavors do not turn.");
    }

    @Override
    public Relaxation relaxation(final double tau) {
        final double[][] gain = new double[A][m_kappa.length];
        for (int lane = 0; lane < m_kappa.length; lane++) {
            if (m_kappa[lane] > 0) {
                m_spectrum.addGain(lane, m_kappa[lane], tau, m_source, gain);
            }
        }
        return new Relaxation(m_kappa, gain, tau);
    }

    @Override
    public double emission(final int component, final int lane) {
        return m_kappa[lane] * m_source[component][lane];
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
                double square = 0;
                for (int a = 0; a < A; a++) {
                    square += m_external[second][a][j] * m_external[second][a][j];
                }
                bound = Math.max(bound, Math.sqrt(square) + m_damping[second][j]);
            }
        }
        return bound;
    }

    @Override
    public double coupling(final int lane) {
        return Math.abs(m_weight[0][lane]) + Math.abs(m_weight[1][lane]);
    }

    @Override
    public void addCollective(final BlockRows rows, final int point, final double[] field) {
        final boolean axial = field.length == 2 * A;
        for (int a = 0; a < A; a++) {
            for (int second = 0; second < 2; second++) {
                rows.take(point, second, a, m_values[a], 0);
                addCollective(m_values[a], second, axial, a, field);
            }
        }
    }

    private void addCollective(final double[] values, final int second, final boolean axial, final int a,
        final double[] field) {
        final double[] weight = m_weight[second];
        final double[] vz = m_v[2][second];
        double density = 0;
        double z = 0;
        for (int j = 0; j < m_lanes; j++) {
            final double w = weight[j] * values[j];
            density += w;
            z += vz[j] * w;
        }
        field[a] += density;
        field[A + a] += z;
        if (!axial) {
            final double[] vx = m_v[0][second];
            final double[] vy = m_v[1][second];
            double x = 0;
            double y = 0;
            for (int j = 0; j < m_lanes; j++) {
                final double w = weight[j] * values[j];
                x += vx[j] * w;
                y += vy[j] * w;
            }
            field[2 * A + a] += x;
            field[3 * A + a] += y;
        }
    }

    @Override
    public void apply(final BlockRows rows, final int point, final double[] field) {
        for (int second = 0; second < 2; second++) {
            for (int a = 0; a < A; a++) {
                rows.take(point, second, a, m_values[a], 0);
            }
            hamiltonian(second, field);
            turn(second, m_values[0], m_values[1], m_values[2], m_values[3], m_values[4], m_values[5], m_values[6],
                m_values[7]);
            for (int a = 0; a < A; a++) {
                rows.give(point, second, a, m_values[a], 0);
            }
        }
    }

    private void hamiltonian(final int second, final double[] field) {
        final double[] vz = m_v[2][second];
        for (int a = 0; a < A; a++) {
            final double[] h = m_h[a];
            final double[] external = m_external[second][a];
            final double density = field[a];
            final double z = field[A + a];
            for (int j = 0; j < m_lanes; j++) {
                h[j] = external[j] + density - vz[j] * z;
            }
            if (field.length > 2 * A) {
                final double[] vx = m_v[0][second];
                final double[] vy = m_v[1][second];
                final double x = field[2 * A + a];
                final double y = field[3 * A + a];
                for (int j = 0; j < m_lanes; j++) {
                    h[j] -= vx[j] * x + vy[j] * y;
                }
            }
        }
    }

    private void turn(final int second, final double[] p1, final double[] p2, final double[] p3, final double[] p4,
        final double[] p5, final double[] p6, final double[] p7, final double[] p8) {
        final double[] d = m_damping[second];
        final double[] e = m_dampingAlong[second];
        final double[] h1 = m_h[0];
        final double[] h2 = m_h[1];
        final double[] h3 = m_h[2];
        final double[] h4 = m_h[3];
        final double[] h5 = m_h[4];
        final double[] h6 = m_h[5];
        final double[] h7 = m_h[6];
        final double[] h8 = m_h[7];
        for (int j = 0; j < m_lanes; j++) {
            final double a1 = h1[j];
            final double a2 = h2[j];
            final double a3 = h3[j];
            final double a4 = h4[j];
            final double a5 = h5[j];
            final double a6 = h6[j];
            final double a7 = h7[j];
            final double a8 = h8[j];
            final double b1 = p1[j];
            final double b2 = p2[j];
            final double b3 = p3[j];
            final double b4 = p4[j];
            final double b5 = p5[j];
            final double b6 = p6[j];
            final double b7 = p7[j];
            final double b8 = p8[j];
            p1[j] = a2 * b3 - a3 * b2 + 0.5 * (a4 * b7 - a7 * b4 - a5 * b6 + a6 * b5) - d[j] * b1;
            p2[j] = a3 * b1 - a1 * b3 + 0.5 * (a4 * b6 - a6 * b4 + a5 * b7 - a7 * b5) - d[j] * b2;
            p3[j] = a1 * b2 - a2 * b1 + 0.5 * (a4 * b5 - a5 * b4 - a6 * b7 + a7 * b6) - e[j] * b3;
            p4[j] = 0.5 * (a7 * b1 - a1 * b7 + a6 * b2 - a2 * b6 + a5 * b3 - a3 * b5) + ROOT * (a5 * b8 - a8 * b5)
                - d[j] * b4;
            p5[j] = 0.5 * (a1 * b6 - a6 * b1 + a7 * b2 - a2 * b7 + a3 * b4 - a4 * b3) + ROOT * (a8 * b4 - a4 * b8)
                - d[j] * b5;
            p6[j] = 0.5 * (a5 * b1 - a1 * b5 + a2 * b4 - a4 * b2 + a3 * b7 - a7 * b3) + ROOT * (a7 * b8 - a8 * b7)
                - d[j] * b6;
            p7[j] = 0.5 * (a1 * b4 - a4 * b1 + a2 * b5 - a5 * b2 + a6 * b3 - a3 * b6) + ROOT * (a8 * b6 - a6 * b8)
                - d[j] * b7;
            p8[j] = ROOT * (a4 * b5 - a5 * b4 + a6 * b7 - a7 * b6) - e[j] * b8;
        }
    }
}
