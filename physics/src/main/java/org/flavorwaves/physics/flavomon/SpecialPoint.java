package org.flavorwaves.physics.flavomon;

/**
 * A point of the (omega, k) plane at which a branch changes its nature.
 *
 * @param kind what happens there
 * @param sector the sector of the branch
 * @param k shifted wave number, in the unit of the potentials
 * @param omega shifted, real frequency, in the unit of the potentials
 */
public record SpecialPoint(Kind kind, Sector sector, double k, double omega) {
    /** What happens at a special point. */
    public enum Kind {
        /** omega = u k with G(u) = 0: growth turns into Landau damping. */
        NEUTRAL,
        /** A branch passes through |omega| = |k|; Z vanishes or the mode meets the continuum. */
        LIGHT_CONE,
        /** Two real branches merge; |Z| diverges and a pair of complex modes begins. */
        BRANCH_POINT
    }
}
