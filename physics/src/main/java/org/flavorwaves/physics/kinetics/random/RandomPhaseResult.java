package org.flavorwaves.physics.kinetics.random;

import java.util.List;

import org.flavorwaves.physics.run.TimedText;

/**
 * An evolution.
 *
 * @param samples moments in the order of the times asked for; those that were reached
 * @param time time that was reached
 * @param end how the evolution ended
 * @param reason why it ended before the last time, a sentence; empty if it did not
 * @param warnings sentences on what limits the trust in the result; may be empty
 * @param doubtful time from which a |P_i| of a background without common axis is below a tenth of its start, where a
 *            resolved medium may already have turned it over; NaN if there is none
 * @param cut growth rate below which bands were frozen, in the units of the potentials
 * @param steps accepted steps
 * @param rejected steps that were tried again with a shorter length
 * @param searches searches of all growing bands
 * @param born bands that began to grow after the start
 * @param worstBudget largest sum of the errors of the budget of |P|^2 (FW random-budget) in all steps so far, with
 *            those that were given back to the intensities, relative to the budget
 * @param worstLepton largest change of sum w s P along the common axis (FW lepton-number), relative to sum w |P|
 *            at the start; NaN where there is no common axis or modes are damped
 */
public record RandomPhaseResult(List<RandomPhaseSample> samples, double time, End end, String reason,
    List<TimedText> warnings, double doubtful, double cut, int steps, int rejected, int searches, int born,
    double worstBudget, double worstLepton) {
    /** How an evolution ends. */
    public enum End {
        /** The last time was reached. */
        FINISHED,
        /** A |P_i| of a background without common axis vanished, where eps_i may change its sign. */
        POLARIZATION_VANISHED,
        /** There is no mixing equilibrium with these |P_i| and eps_i. */
        NO_EQUILIBRIUM,
        /** The allowed number of steps did not suffice, or steps became too short. */
        STEPS_EXHAUSTED
    }

    /**
     * Copies the lists.
     *
     * @param samples moments in the order of the times asked for; those that were reached
     * @param time time that was reached
     * @param end how the evolution ended
     * @param reason why it ended before the last time, a sentence; empty if it did not
     * @param warnings sentences on what limits the trust in the result; may be empty
     * @param doubtful time from which a |P_i| of a background without common axis is below a tenth of its start, where
     *            a resolved medium may already have turned it over; NaN if there is none
     * @param cut growth rate below which bands were frozen, in the units of the potentials
     * @param steps accepted steps
     * @param rejected steps that were tried again with a shorter length
     * @param searches searches of all growing bands
     * @param born bands that began to grow after the start
     * @param worstBudget largest sum of the errors of the budget of |P|^2 (FW random-budget) in all steps so far, with
     *            those that were given back to the intensities, relative to the budget
     * @param worstLepton largest change of sum w s P along the common axis (FW lepton-number), relative to sum w |P|
     *            at the start; NaN where there is no common axis or modes are damped
     */
    public RandomPhaseResult {
        samples = List.copyOf(samples);
        warnings = List.copyOf(warnings);
    }

    /**
     * The last moment that was reached.
     *
     * @return the last sample
     */
    public RandomPhaseSample last() {
        return samples.get(samples.size() - 1);
    }
}
