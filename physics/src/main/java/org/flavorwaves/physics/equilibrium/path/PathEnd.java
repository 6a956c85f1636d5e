package org.flavorwaves.physics.equilibrium.path;

/** Where a path of equilibria ends. */
public enum PathEnd {
    /** At the last point of the track. */
    REACHED,
    /**
     * At the limit of the last point of the track, where itself H_i of a polarized mode vanishes: the P_i are those to
     * which the path tends, as at vanishing nu-nu term in a rotating frame.
     */
    LIMIT,
    /** At a fold: the equilibrium does not exist beyond, so a slow change ends in a jump. */
    FOLD,
    /** At the first point of the track, after going round a fold. */
    RETURNED,
    /** Where H_i of a polarized mode vanishes, which leaves P_i without a direction. */
    ZERO_FIELD,
    /** Where the equations could not be solved to the tolerance, or the bound on the steps was met. */
    STALLED,
    /** There is no equilibrium at the first point. */
    NO_START
}
