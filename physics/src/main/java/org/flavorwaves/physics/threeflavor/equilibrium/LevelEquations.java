package org.flavorwaves.physics.threeflavor.equilibrium;

import org.flavorwaves.physics.numerics.ParametrizedSystem;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;

/**
 * The 32 equations of a mixing equilibrium of three flavors (FW level-equilibrium), F(J) = J - sum_i w_i s_i V_i
 * P_i(H_i(J)) = 0 with fixed occupations of the levels, in units of W = sum_i w_i |P_i|; (JK 16) in the place of which
 * they stand has two flavors. Behind the 32 unknowns are Omega_a/W of a turning frame, and two equations for each.
 */
final class LevelEquations implements ParametrizedSystem {
    private static final int A = FlavorAlgebra.SIZE;

    private static final int SIZE = 4 * A;

    private final LevelSums m_sums;

    private final TermPath m_path;

    private final double m_scale;

    private final double[] m_j = new double[SIZE];

    private final LevelFrame m_frame;

    LevelEquations(final LevelSums sums, final LevelFrame frame, final TermPath path, final double scale) {
        m_sums = sums;
        m_frame = frame;
        m_path = path;
        m_scale = scale;
    }

    @Override
    public int unknowns() {
        return SIZE + m_frame.size();
    }

    @Override
    public int equations() {
        return SIZE + 2 * m_frame.size();
    }

    private void load(final double[] x) {
        for (int c = 0; c < SIZE; c++) {
            m_j[c] = x[c] * m_scale;
        }
        final double[] omega = new double[m_frame.size()];
        for (int a = 0; a < omega.length; a++) {
            omega[a] = x[SIZE + a] * m_scale;
        }
        m_sums.turn(m_frame.vector(omega));
    }

    private void subtract(final double[] x, final double[] sum, final double[] f) {
        for (int c = 0; c < SIZE; c++) {
            f[c] = x[c] - sum[c] / m_scale;
        }
        m_frame.residual(m_j, m_scale, f, SIZE);
    }

    @Override
    public void residual(final double[] x, final double t, final double[] f) {
        load(x);
        subtract(x, m_sums.sum(m_path.matter(t), m_path.strength(t), m_j), f);
    }

    @Override
    public void linearize(final double[] x, final double t, final double[] f, final double[][] derivative) {
        load(x);
        final double strength = m_path.strength(t);
        subtract(x, m_sums.linearize(m_path.matter(t), strength, m_j, m_path.matterRate(t), m_path.strengthRate(t)), f);
        for (int c = 0; c < SIZE; c++) {
            for (int d = 0; d < SIZE; d++) {
                final double g = d < A ? strength : -strength;
                derivative[c][d] = (c == d ? 1 : 0) - g * m_sums.square(c / A, d / A, c % A, d % A);
            }
            for (int a = 0; a < m_frame.size(); a++) {
                double moved = 0;
                for (int b = 0; b < A; b++) {
                    moved += m_sums.square(c / A, 0, c % A, b) * m_frame.charge(a)[b];
                }
                derivative[c][SIZE + a] = moved;
            }
            derivative[c][unknowns()] = -m_sums.drift(c) / m_scale;
        }
        m_frame.linearize(derivative, SIZE);
    }
}
