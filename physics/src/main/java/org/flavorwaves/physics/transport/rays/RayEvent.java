package org.flavorwaves.physics.transport.rays;

/**
 * Something that happened to a ray.
 *
 * @param kind what
 * @param t time since the start
 * @param z place
 * @param kz wave number along z, in the units of the potentials
 * @param gap least distance of the two bands at an avoided crossing, otherwise NaN
 * @param probability of changing the band there (FW landau-zener), otherwise NaN
 */
public record RayEvent(Kind kind, double t, double z, double kz, double gap, double probability) {

    /** Kinds of events. */
    public enum Kind {
        /** Two bands nearly meet. */
        AVOIDED_CROSSING(false),
        /** Two bands meet: the group velocity passes 1 or the condition 1e3. The ray ends. */
        EXCEPTIONAL_POINT(true),
        /** The ray leaves the profile at its left end. */
        LEFT(true),
        /** The ray leaves the profile at its right end. */
        RIGHT(true),
        /** The group velocity along z changes its sign. */
        TURNING(false),
        /** No wave or no equilibrium was found further on. The ray ends. */
        LOST(true),
        /** Im Omega becomes positive. */
        UNSTABLE(false),
        /** Im Omega becomes negative or zero. */
        STABLE(false);

        private final boolean m_last;

        Kind(final boolean last) {
            m_last = last;
        }

        /**
         * Whether the ray ends here.
         *
         * @return true for a last event
         */
        public boolean isLast() {
            return m_last;
        }
    }

    static RayEvent of(final Kind kind, final double t, final double[] y) {
        return new RayEvent(kind, t, y[0], y[1], Double.NaN, Double.NaN);
    }
}
