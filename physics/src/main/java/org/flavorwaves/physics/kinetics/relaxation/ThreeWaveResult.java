package org.flavorwaves.physics.kinetics.relaxation;

import java.util.List;

/**
 * What a run of three-wave kinetics returns.
 *
 * @param samples the state at time 0 and at each output that was reached
 * @param outcome how the run ended
 * @param steps accepted steps
 * @param rejected steps that were tried again with a shorter length
 * @param energyDrift largest change of the energy, relative to sum |Omega n|
 * @param momentumDrift largest change of the momentum, relative to sum |k n|
 * @param entropyFall largest fall of the entropy in a step
 */
public record ThreeWaveResult(List<ThreeWaveSample> samples, Outcome outcome, int steps, int rejected,
    double energyDrift, double momentumDrift, double entropyFall) {
    /** How a run ends. */
    public enum Outcome {
        /** The last time was reached. */
        FINISHED,
        /** Waves of positive and of negative energy grow together without bound. */
        EXPLODED,
        /** The allowed number of steps did not suffice. */
        STEPS_EXHAUSTED
    }

    /**
     * The last state.
     *
     * @return the last sample
     */
    public ThreeWaveSample last() {
        return samples.get(samples.size() - 1);
    }
}
