package org.flavorwaves.physics.equilibrium;

/**
 * The coefficients of H_i = vacuum s_i omega_i B + u + anchor A_i + strength g_mn V^m_i J^n, or their derivatives with
 * respect to a path parameter. Mutable, so that a path can be followed without garbage.
 */
public final class Couplings {
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

    /** Smoothing length delta &gt;= 0 in |H_i| -&gt; (|H_i|^2 + delta^2)^(1/2), in the units of the potentials. */
    double m_smoothing;

    /** Sets all coefficients; the field that is equal for all modes becomes matter z. */
    public void set(final double vacuum, final double matter, final double anchor, final double strength,
        final double smoothing) {
        m_vacuum = vacuum;
        m_ux = 0;
        m_uy = 0;
        m_uz = matter;
        m_anchor = anchor;
        m_strength = strength;
        m_smoothing = smoothing;
    }

    /** Adds to the field that is equal for all modes, in the units of the potentials. */
    public void addField(final double x, final double y, final double z) {
        m_ux += x;
        m_uy += y;
        m_uz += z;
    }
}
