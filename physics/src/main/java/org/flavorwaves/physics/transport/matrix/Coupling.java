package org.flavorwaves.physics.transport.matrix;

import org.flavorwaves.physics.state.MomentumModes;

/**
 * The coupling f_ij w_j s_j of modes as a product of few columns, sum_m V_im g_m B_jm with B_jm = q w_j s_j V_jm:
 * two of them for rings about the axis, four otherwise. Immutable.
 */
final class Coupling {
    /** Space-time components of V that do not vanish. */
    final int m_size;

    final int m_modes;

    /** g_m V_im at i m_size + m. */
    final double[] m_lower;

    /** B_im likewise. */
    final double[] m_source;

    Coupling(final MomentumModes modes, final double strength) {
        m_modes = modes.size();
        boolean rings = true;
        for (int i = 0; i < m_modes; i++) {
            rings &= modes.vx(i) == 0 && modes.vy(i) == 0;
        }
        m_size = rings ? 2 : 4;
        m_lower = new double[m_modes * m_size];
        m_source = new double[m_modes * m_size];
        for (int i = 0; i < m_modes; i++) {
            final double[] v = rings ? new double[]{1, modes.vz(i)}
                : new double[]{1, modes.vz(i), modes.vx(i), modes.vy(i)};
            for (int m = 0; m < m_size; m++) {
                m_lower[i * m_size + m] = m == 0 ? v[m] : -v[m];
                m_source[i * m_size + m] = strength * modes.species(i).sign() * modes.weight(i) * v[m];
            }
        }
    }

    /** sum_j f_ij w_j s_j x_j for all i. */
    void apply(final double[] x, final double[] result) {
        final double[] j = new double[m_size];
        for (int i = 0; i < m_modes; i++) {
            for (int m = 0; m < m_size; m++) {
                j[m] += m_source[i * m_size + m] * x[i];
            }
        }
        for (int i = 0; i < m_modes; i++) {
            double sum = 0;
            for (int m = 0; m < m_size; m++) {
                sum += m_lower[i * m_size + m] * j[m];
            }
            result[i] = sum;
        }
    }
}
