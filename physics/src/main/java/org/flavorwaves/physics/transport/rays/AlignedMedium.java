package org.flavorwaves.physics.transport.rays;

import java.util.Arrays;

/**
 * A background along one flavor axis at one place: everything that the circular sectors need, and its derivatives along
 * z. Arrays are read by the waves; not for several threads at once.
 */
final class AlignedMedium {
    private final BackgroundProfile m_profile;

    private final double[] m_values;

    private final double[] m_slopes;

    private final double[] m_j = new double[4];

    private final double[] m_jSlope = new double[4];

    /** s_i w_i and its derivative. */
    final double[] m_weight;

    final double[] m_weightSlope;

    /** P_i along the axis. */
    final double[] m_p;

    final double[] m_pSlope;

    /** H_i along the axis. */
    final double[] m_h;

    final double[] m_hSlope;

    /** D_i. */
    final double[] m_damping;

    final double[] m_dampingSlope;

    AlignedMedium(final BackgroundProfile profile) {
        m_profile = profile;
        final int n = profile.size();
        m_values = new double[profile.functions()];
        m_slopes = new double[profile.functions()];
        m_weight = new double[n];
        m_weightSlope = new double[n];
        m_p = new double[n];
        m_pSlope = new double[n];
        m_h = new double[n];
        m_hSlope = new double[n];
        m_damping = new double[n];
        m_dampingSlope = new double[n];
    }

    /** Evaluates the medium at a place, O(N): H_a = s omega B_a + lambda z_a + g V_i.J_a. */
    void moveTo(final double z) {
        m_profile.at(z, m_values, m_slopes);
        Arrays.fill(m_j, 0);
        Arrays.fill(m_jSlope, 0);
        for (int i = 0; i < m_p.length; i++) {
            m_p[i] = m_profile.length(m_values, i);
            m_pSlope[i] = m_profile.length(m_slopes, i);
            m_weight[i] = m_profile.signedWeight(m_values, i);
            m_weightSlope[i] = m_profile.signedWeight(m_slopes, i);
            m_damping[i] = m_profile.damping(m_values, i);
            m_dampingSlope[i] = m_profile.damping(m_slopes, i);
            add(m_weight[i] * m_p[i], i, m_j);
            add(m_weightSlope[i] * m_p[i] + m_weight[i] * m_pSlope[i], i, m_jSlope);
        }
        for (int i = 0; i < m_p.length; i++) {
            m_h[i] = external(m_values, i) + m_profile.selfInteraction() * product(m_j, i);
            m_hSlope[i] = external(m_slopes, i) + m_profile.selfInteraction() * product(m_jSlope, i);
        }
    }

    private void add(final double charge, final int i, final double[] j) {
        j[0] += charge;
        for (int m = 0; m < 3; m++) {
            j[m + 1] += charge * m_profile.velocity(m, i);
        }
    }

    /** V_i.J with the metric. */
    private double product(final double[] j, final int i) {
        return j[0] - j[1] * m_profile.velocity(0, i) - j[2] * m_profile.velocity(1, i)
            - j[3] * m_profile.velocity(2, i);
    }

    private double external(final double[] values, final int i) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            sum += m_profile.axis(a) * m_profile.external(values, i, a);
        }
        return sum;
    }
}
