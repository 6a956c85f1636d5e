package org.flavorwaves.physics.equilibrium.system;

import java.util.Arrays;

import org.flavorwaves.physics.state.CollectiveField;

/**
 * The coefficients of H_i = vacuum s_i omega_i B + g_mn V^m_i u^n + anchor A_i + strength g_mn V^m_i J^n, or their
 * derivatives with respect to a path parameter. Mutable, so that a path can be followed without garbage.
 */
public final class Couplings {
    /** Factor on the vacuum term, dimensionless. */
    double m_vacuum;

    /**
     * The given field u^m_a at 3 m + a, in the units of the potentials: u^0 = lambda z - Omega n is equal for all
     * modes, u^1..3 = -K n act on a mode with its velocity.
     */
    final double[] m_given = new double[CollectiveField.SIZE];

    /** Factor on the auxiliary vectors A_i, dimensionless. */
    double m_anchor;

    /** Factor on the nu-nu term, dimensionless. */
    double m_strength;

    /** Smoothing length delta &gt;= 0 in |H_i| -&gt; (|H_i|^2 + delta^2)^(1/2), in the units of the potentials. */
    double m_smoothing;

    /**
     * Sets all coefficients; the given field becomes matter z for all modes.
     *
     * @param vacuum factor on the vacuum terms, dimensionless
     * @param matter the field along z, in the units of the potentials
     * @param anchor factor on the auxiliary vectors A_i, dimensionless
     * @param strength factor on the nu-nu term, dimensionless
     * @param smoothing length delta &gt;= 0 that |H_i| is smoothed over, in the units of the potentials
     */
    public void set(final double vacuum, final double matter, final double anchor, final double strength,
        final double smoothing) {
        m_vacuum = vacuum;
        Arrays.fill(m_given, 0);
        m_given[2] = matter;
        m_anchor = anchor;
        m_strength = strength;
        m_smoothing = smoothing;
    }

    /**
     * Adds to the field that is equal for all modes, in the units of the potentials.
     *
     * @param x component along x
     * @param y component along y
     * @param z component along z
     */
    public void addField(final double x, final double y, final double z) {
        addField(0, x, y, z);
    }

    /** Adds to u^m, in the units of the potentials. */
    void addField(final int m, final double x, final double y, final double z) {
        m_given[3 * m] += x;
        m_given[3 * m + 1] += y;
        m_given[3 * m + 2] += z;
    }
}
