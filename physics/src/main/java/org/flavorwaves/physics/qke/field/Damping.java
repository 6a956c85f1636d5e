package org.flavorwaves.physics.qke.field;

/** What the depolarization rate D_i of a mode acts on: the collision term C_i of (JK 1). */
public enum Damping {
    /** C_i = -D_i (P_x, P_y, 0): collisions destroy the flavor coherence, so that a state along z is stationary. */
    COHERENCE(0),

    /** C_i = -D_i P_i: every component decays, as fluctuations do in the linear analysis (JK 46). */
    LENGTH(1);

    private final double m_alongZ;

    Damping(final double alongZ) {
        m_alongZ = alongZ;
    }

    /**
     * Rate of the component z in units of D_i.
     *
     * @return 0 or 1
     */
    public double alongZ() {
        return m_alongZ;
    }
}
