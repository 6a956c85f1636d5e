package org.flavorwaves.physics.transport.flow.grid;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.CubicSpline;

/**
 * What surrounds a stream along its way, or a uniform medium in time: matter potential and strength of the nu-nu term,
 * interpolated by splines that keep the signs. Beyond the first and last place the values are those there. Immutable.
 */
public final class FlowProfile {
    private final double m_from;

    private final double m_to;

    private final double[] m_first;

    /** Absent if there is one place. */
    private final CubicSpline m_spline;

    private FlowProfile(final double from, final double to, final double[] first, final CubicSpline spline) {
        m_from = from;
        m_to = to;
        m_first = first;
        m_spline = spline;
    }

    /**
     * The same everywhere.
     *
     * @param matter lambda in the units of the potentials
     * @return the profile
     */
    public static FlowProfile constant(final double matter) {
        return new FlowProfile(0, 0, new double[]{matter, 1}, null);
    }

    /**
     * Values at places.
     *
     * @param places z, r or t, rising, at least one
     * @param matter lambda there, in the units of the potentials
     * @param strength factor on the nu-nu term there
     * @return the profile
     * @throws IllegalArgumentException if places do not rise or lengths differ
     */
    public static FlowProfile of(final double[] places, final double[] matter, final double[] strength) {
        if (places.length == 0 || places.length != matter.length || places.length != strength.length) {
            throw new IllegalArgumentException("A profile has one matter potential and one strength a place, not "
                + matter.length + " and " + strength.length + " at " + places.length + " places.");
        }
        final double[] first = {matter[0], strength[0]};
        if (places.length == 1) {
            return new FlowProfile(places[0], places[0], first, null);
        }
        final double[][] rows = {matter, strength};
        final double[] lower = new double[2];
        final double[] upper = new double[2];
        for (int f = 0; f < 2; f++) {
            lower[f] = Arrays.stream(rows[f]).min().orElse(0) >= 0 ? 0 : Double.NEGATIVE_INFINITY;
            upper[f] = Arrays.stream(rows[f]).max().orElse(0) <= 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return new FlowProfile(places[0], places[places.length - 1], first,
            CubicSpline.bounded(places, rows, lower, upper));
    }

    /**
     * The first place.
     *
     * @return z, r or t
     */
    public double from() {
        return m_from;
    }

    /**
     * The last place.
     *
     * @return z, r or t
     */
    public double to() {
        return m_to;
    }

    /**
     * The matter potential.
     *
     * @param place z, r or t
     * @return lambda in the units of the potentials
     */
    public double matter(final double place) {
        return value(place, 0);
    }

    /**
     * The factor on the nu-nu term.
     *
     * @param place z, r or t
     * @return the factor, dimensionless
     */
    public double strength(final double place) {
        return value(place, 1);
    }

    private double value(final double place, final int f) {
        if (m_spline == null) {
            return m_first[f];
        }
        final double[] values = new double[2];
        m_spline.at(Math.max(m_from, Math.min(m_to, place)), values, new double[2]);
        return values[f];
    }
}
