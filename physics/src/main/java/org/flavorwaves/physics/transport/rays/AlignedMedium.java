package org.flavorwaves.physics.transport.rays;

import java.util.Arrays;

/**
 * A background along one flavor axis, P_i and H_i along which are numbers: everything that the circular sectors need.
 */
final class AlignedMedium extends Medium {
    private final double[] m_j = new double[4];

    private final double[] m_jSlope = new double[4];

    AlignedMedium(final BackgroundProfile profile) {
        super(profile, 1);
    }

    /** Evaluates the medium at a place, O(N): H_a = s omega B_a + lambda z_a + g V_i.J_a. */
    void moveTo(final double z) {
        interpolate(z);
        Arrays.fill(m_j, 0);
        Arrays.fill(m_jSlope, 0);
        for (int i = 0; i < m_p.length; i++) {
            m_p[i] = m_profile.length(m_values, i);
            m_pSlope[i] = m_profile.length(m_slopes, i);
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
