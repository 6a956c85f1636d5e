package org.flavorwaves.physics.equilibrium;

import org.flavorwaves.physics.state.Environment;

/**
 * The coefficients of H_i = vacuum s_i omega_i B + u + anchor A_i + strength g_mn V^m_i J^n, or their derivatives with
 * respect to a path parameter. Mutable, so that a path can be followed without garbage.
 */
final class Couplings {
    /** Factor on the vacuum term, dimensionless. */
    double m_vacuum;

    /** The field that is equal for all modes, u = lambda z - Omega, in the units of the potentials. */
    double m_ux;

    double m_uy;

    double m_uz;

    /** Factor on the auxiliary vectors A_i, dimensionless. */
    double m_anchor;

    /** Factor on the nu-nu term, dimensionless. */
    double m_strength;

    void set(final double vacuum, final double matter, final double anchor, final double strength) {
        m_vacuum = vacuum;
        m_ux = 0;
        m_uy = 0;
        m_uz = matter;
        m_anchor = anchor;
        m_strength = strength;
    }

    void set(final Environment environment) {
        set(1, environment.matterPotential(), 0, environment.selfInteraction());
    }
}
