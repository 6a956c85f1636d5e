package org.flavorwaves.physics.transport.rays;

/** What waves need of a background at one place, and its derivatives along z. Not for several threads at once. */
abstract class Medium {
    final BackgroundProfile m_profile;

    /** All functions of the profile at the place, and their derivatives. */
    final double[] m_values;

    final double[] m_slopes;

    /** s_i w_i. */
    final double[] m_weight;

    final double[] m_weightSlope;

    /** P_i, [components mode + axis]. */
    final double[] m_p;

    final double[] m_pSlope;

    /** H_i, likewise. */
    final double[] m_h;

    final double[] m_hSlope;

    /** D_i. */
    final double[] m_damping;

    final double[] m_dampingSlope;

    Medium(final BackgroundProfile profile, final int components) {
        m_profile = profile;
        final int n = profile.size();
        m_values = new double[profile.functions()];
        m_slopes = new double[profile.functions()];
        m_weight = new double[n];
        m_weightSlope = new double[n];
        m_p = new double[components * n];
        m_pSlope = new double[components * n];
        m_h = new double[components * n];
        m_hSlope = new double[components * n];
        m_damping = new double[n];
        m_dampingSlope = new double[n];
    }

    /** Evaluates the functions of the profile at a place, weights and damping. */
    final void interpolate(final double z) {
        m_profile.at(z, m_values, m_slopes);
        for (int i = 0; i < m_weight.length; i++) {
            m_weight[i] = m_profile.signedWeight(m_values, i);
            m_weightSlope[i] = m_profile.signedWeight(m_slopes, i);
            m_damping[i] = m_profile.damping(m_values, i);
            m_dampingSlope[i] = m_profile.damping(m_slopes, i);
        }
    }
}
