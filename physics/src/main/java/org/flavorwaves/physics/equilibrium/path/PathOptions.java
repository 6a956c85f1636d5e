package org.flavorwaves.physics.equilibrium.path;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;

/**
 * Options of {@link EquilibriumPath}.
 *
 * @param start how the equilibrium at the first point is found; its tolerance and its choice of the frame hold for the
 *            whole path
 * @param continueRoundFolds whether to go on where the parameters turn back, along the equilibria that the slow system
 *            cannot reach, for the whole S-curve
 * @param maxSteps most steps along the curve
 */
public record PathOptions(EquilibriumOptions start, boolean continueRoundFolds, int maxSteps) {
    /** The default start; folds end the path; 20000 steps. */
    public static final PathOptions DEFAULT = new PathOptions(EquilibriumOptions.DEFAULT, false, 20000);

    /**
     * Checks the numbers.
     *
     * @param start how the equilibrium at the first point is found; its tolerance and its choice of the frame hold for
     *            the whole path
     * @param continueRoundFolds whether to go on where the parameters turn back, along the equilibria that the slow
     *            system cannot reach, for the whole S-curve
     * @param maxSteps most steps along the curve
     * @throws IllegalArgumentException if there is no step
     */
    public PathOptions {
        if (maxSteps < 1) {
            throw new IllegalArgumentException("maxSteps must be at least 1 but is " + maxSteps + ".");
        }
    }

    /**
     * The same options with another start.
     *
     * @param options how the equilibrium at the first point is found
     * @return a changed copy
     */
    public PathOptions withStart(final EquilibriumOptions options) {
        return new PathOptions(options, continueRoundFolds, maxSteps);
    }

    /**
     * The same options, going round folds.
     *
     * @return a changed copy
     */
    public PathOptions roundFolds() {
        return new PathOptions(start, true, maxSteps);
    }
}
