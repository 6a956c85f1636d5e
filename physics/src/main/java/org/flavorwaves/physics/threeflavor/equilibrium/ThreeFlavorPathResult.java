package org.flavorwaves.physics.threeflavor.equilibrium;

import java.util.List;

/**
 * Equilibria of three flavors at the points of a track.
 *
 * @param points the equilibrium at each point that was reached, in their order
 * @param resonances where levels come nearest on the way, by leg and mode
 * @param steps steps between the points
 * @param stop empty if the last point was reached, else a sentence that says where the path ended and why
 */
public record ThreeFlavorPathResult(List<ThreeFlavorEquilibriumResult> points, List<LevelResonance> resonances,
    int steps, String stop) {
    /**
     * Whether the last point was reached.
     *
     * @return true if nothing stopped the path
     */
    public boolean reached() {
        return stop.isEmpty();
    }
}
