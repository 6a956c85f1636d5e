package org.flavorwaves.knime.nodes.wavekinetics;

import java.util.Optional;

import org.flavorwaves.knime.nodes.wavekinetics.FlavorWaveKineticsParameters.Treatment;
import org.flavorwaves.physics.kinetics.KineticsResult;
import org.flavorwaves.physics.kinetics.plan.WavePlan;
import org.flavorwaves.physics.kinetics.random.RandomPhaseResult;

/**
 * The evolution of one cell.
 *
 * @param plan its waves; empty if there is no background
 * @param treatment how its waves were treated
 * @param reason why, a phrase; empty if the user said so
 * @param times output times in the inverse of the units of the potentials
 * @param result the evolution in a box; empty if it could not start or had no box
 * @param random the evolution with random phases; empty if it could not start or had a box
 * @param problem why it did not start or not reach the end; empty if it did
 */
record CellKinetics(Optional<WavePlan> plan, Treatment treatment, String reason, double[] times,
    Optional<KineticsResult> result, Optional<RandomPhaseResult> random, String problem) {
}
