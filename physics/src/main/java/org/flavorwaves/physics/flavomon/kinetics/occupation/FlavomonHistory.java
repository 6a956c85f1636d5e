package org.flavorwaves.physics.flavomon.kinetics.occupation;

import java.util.List;

/**
 * What a run of flavomon kinetics returns.
 *
 * @param frames the state at time 0 and at each output that was reached
 * @param outcome how the run ended
 * @param steps accepted steps
 * @param rejected steps that were tried again with a shorter length
 * @param worstInvariant largest relative change of a conserved number at any step, beside what is emitted
 * @param worstEntropyFall largest fall of the entropy in a step, &gt;= 0, relative to the density of all neutrinos; NaN
 *            with absorption
 * @param lowestOccupation smallest occupation or 1 - occupation met; below 0 only by rounding
 */
public record FlavomonHistory(List<FlavomonFrame> frames, Outcome outcome, int steps, int rejected,
    double worstInvariant, double worstEntropyFall, double lowestOccupation) {
    /** How a run ends. */
    public enum Outcome {
        /** The last time was reached. */
        FINISHED,
        /** The allowed number of steps did not suffice. */
        STEPS_EXHAUSTED,
        /** A conserved number changed by more than its tolerance. */
        INVARIANT_BROKEN
    }

    /**
     * The last state.
     *
     * @return the last frame
     */
    public FlavomonFrame last() {
        return frames.get(frames.size() - 1);
    }
}
