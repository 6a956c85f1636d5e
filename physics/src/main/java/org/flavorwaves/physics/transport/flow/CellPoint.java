package org.flavorwaves.physics.transport.flow;

/** What the equilibrium of a cell depends on. Mutable, so that a path can be followed without garbage. */
final class CellPoint {
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

    CellPoint(final int modes) {
        m_charge = new double[modes];
        m_velocity = new double[modes];
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
