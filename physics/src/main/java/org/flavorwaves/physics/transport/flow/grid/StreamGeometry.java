package org.flavorwaves.physics.transport.flow.grid;

import org.flavorwaves.physics.state.MomentumModes;

/**
 * How the directions and weights of freely streaming modes change with the place (FW bulb): in a slab not at all;
 * around
 * a sphere of radius R, which modes leave with cos theta_i(R), the impact parameter and the occupation are conserved,
 * so
 * that
 *
 * <pre>
 * cos theta_i(r) = sqrt(1 - (R/r)^2 (1 - cos^2 theta_i(R)))
 * w_i(r) = w_i(R) cos theta_i(R) R^2/(cos theta_i(r) r^2)
 * </pre>
 *
 * and the flux times r^2 stays. Immutable.
 */
public final class StreamGeometry {
    private final double m_radius;

    private StreamGeometry(final double radius) {
        m_radius = radius;
    }

    /**
     * A plane-parallel slab.
     *
     * @return the geometry
     */
    public static StreamGeometry slab() {
        return new StreamGeometry(0);
    }

    /**
     * The surroundings of a sphere.
     *
     * @param radius R, where directions and weights are given, positive
     * @return the geometry
     * @throws IllegalArgumentException if the radius is not positive
     */
    public static StreamGeometry bulb(final double radius) {
        if (!(radius > 0) || Double.isInfinite(radius)) {
            throw new IllegalArgumentException("The radius of the sphere must be positive and finite but is " + radius
                + ".");
        }
        return new StreamGeometry(radius);
    }

    /**
     * Whether directions and weights are the same at all places.
     *
     * @return true for a slab
     */
    public boolean isSlab() {
        return m_radius == 0;
    }

    /**
     * The cosine of a direction at a place.
     *
     * @param modes the modes, as given at the slab's edge or at R; rings about the axis
     * @param i mode index
     * @param z place, or distance r &gt;= R from the centre
     * @return cos theta_i
     */
    public double cosine(final MomentumModes modes, final int i, final double z) {
        final double start = modes.vz(i);
        final double ratio = m_radius / z;
        return m_radius == 0 ? start : Math.copySign(Math.sqrt(1 - ratio * ratio * (1 - start * start)), start);
    }

    /**
     * The weight of a mode at a place.
     *
     * @param modes the modes
     * @param i mode index
     * @param z place, or distance from the centre
     * @return w_i there, in the units of the potentials
     */
    public double weight(final MomentumModes modes, final int i, final double z) {
        return m_radius == 0 ? modes.weight(i)
            : modes.weight(i) * modes.vz(i) * m_radius * m_radius / (cosine(modes, i, z) * z * z);
    }

    /**
     * The area through which the flux passes, up to a constant factor.
     *
     * @param z place, or distance from the centre
     * @return 1 in a slab, r^2 around a sphere
     */
    public double area(final double z) {
        return m_radius == 0 ? 1 : z * z;
    }

    /**
     * The first place at which modes can be.
     *
     * @return R, or minus infinity in a slab
     */
    public double first() {
        return m_radius == 0 ? Double.NEGATIVE_INFINITY : m_radius;
    }
}
