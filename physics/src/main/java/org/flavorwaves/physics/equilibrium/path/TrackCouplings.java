package org.flavorwaves.physics.equilibrium.path;

import org.flavorwaves.physics.equilibrium.system.CouplingPath;
import org.flavorwaves.physics.equilibrium.system.Couplings;
import org.flavorwaves.physics.equilibrium.system.Frame;

/**
 * The coefficients of the Hamiltonian vectors on one leg of a {@link ParameterTrack} or its prolongation.
 *
 * <p>In a frame that rotates at sum_k Omega_k n_k, q sum_k (n_k.J^0) n_k is taken off the common field. What is left of
 * Omega_k as unknown, Omega_k - q n_k.J^0, is the frequency at which modes without a flux term have no field along n_k.
 * A matter potential along a single axis only adds to the rotation and is left out.
 */
final class TrackCouplings implements CouplingPath {
    private final ParameterTrack m_track;

    private final Frame m_frame;

    private final double m_ratio;

    private int m_leg;

    /**
     * Prepares.
     *
     * @param track lambda and q
     * @param frame resting or co-rotating
     * @param ratio the nu-nu term at q = 1 over the unit of rotation rates
     */
    TrackCouplings(final ParameterTrack track, final Frame frame, final double ratio) {
        m_track = track;
        m_frame = frame;
        m_ratio = ratio;
    }

    /** Chooses the leg between a point and the next. */
    void leg(final int first) {
        m_leg = first;
    }

    int leg() {
        return m_leg;
    }

    /** t of a point of the track. */
    double parameter(final int k) {
        return m_track.parameter(k);
    }

    double lambda(final double t) {
        return m_track.lambda(m_leg, t);
    }

    double strength(final double t) {
        return m_track.strength(m_leg, t);
    }

    @Override
    public void at(final double t, final Couplings out) {
        final double q = strength(t);
        out.set(1, m_frame.rotations() > 0 ? 0 : lambda(t), 0, q, 0);
        shift(q, out);
    }

    @Override
    public void rates(final double t, final Couplings out) {
        final double rate = m_track.strengthRate(m_leg, t);
        out.set(0, m_frame.rotations() > 0 ? 0 : m_track.lambdaRate(m_leg, t), 0, rate, 0);
        shift(rate, out);
    }

    /** Rotation rates grow with q where the P_i are nearly along the axis. */
    @Override
    public double rotationUnit(final double t) {
        return 1 + Math.abs(strength(t)) * m_ratio;
    }

    @Override
    public double rotationUnitRate(final double t) {
        return Math.signum(strength(t)) * m_track.strengthRate(m_leg, t) * m_ratio;
    }

    private void shift(final double q, final Couplings out) {
        for (int k = 0; k < m_frame.rotations(); k++) {
            final double field = -q * m_frame.conserved(k);
            out.addField(field * m_frame.axis(k, 0), field * m_frame.axis(k, 1), field * m_frame.axis(k, 2));
        }
    }
}
