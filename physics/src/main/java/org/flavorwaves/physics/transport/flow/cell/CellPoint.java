package org.flavorwaves.physics.transport.flow.cell;

/** What the equilibrium of a cell depends on. Mutable, so that a path can be followed without garbage. */
public final class CellPoint {
    /** w_i s_i eps_i |P_i|. */
    final double[] m_charge;

    /** v_i along the stream. */
    final double[] m_velocity;

    /** lambda. */
    double m_matter;

    /** Factor on the nu-nu term. */
    double m_strength;

    /** The conserved n.J^0 or n.J^z of a frame that turns. */
    double m_conserved;

    /**
     * A point of zeros.
     *
     * @param modes number of modes
     */
    public CellPoint(final int modes) {
        m_charge = new double[modes];
        m_velocity = new double[modes];
    }

    /**
     * Sets the potentials.
     *
     * @param matter lambda
     * @param strength factor on the nu-nu term
     */
    public void setPotentials(final double matter, final double strength) {
        m_matter = matter;
        m_strength = strength;
    }

    /**
     * Sets what a frame that turns conserves.
     *
     * @param conserved n.J^0 or n.J^z
     */
    public void setConserved(final double conserved) {
        m_conserved = conserved;
    }

    /**
     * Sets a mode.
     *
     * @param i the mode
     * @param velocity v_i along the stream
     * @param charge w_i s_i eps_i |P_i|
     */
    public void setMode(final int i, final double velocity, final double charge) {
        m_velocity[i] = velocity;
        m_charge[i] = charge;
    }

    /** W = sum w |P|. */
    double scale() {
        double sum = 0;
        for (final double charge : m_charge) {
            sum += Math.abs(charge);
        }
        return sum;
    }
}
