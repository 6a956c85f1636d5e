package org.flavorwaves.physics.equilibrium.path;

/**
 * A special place of a path.
 *
 * @param kind what happens there
 * @param point the equilibrium there
 * @param matterUncertainty half of the interval of lambda in which it lies, in the units of the potentials
 * @param strengthUncertainty half of the interval of q in which it lies
 * @param directions number of independent directions in which other equilibria come near; 0 for a vanishing H_i
 */
public record PathEvent(Kind kind, PathPoint point, double matterUncertainty, double strengthUncertainty,
    int directions) {

    /** What can happen. */
    public enum Kind {
        /** The parameters turn back along the curve of equilibria. */
        FOLD,
        /** Another curve of equilibria crosses; two directions are the onset of a circle of tilted ones. */
        BIFURCATION,
        /** |H_i| of the mode {@link PathPoint#smallestMode} vanishes. */
        ZERO_FIELD
    }
}
