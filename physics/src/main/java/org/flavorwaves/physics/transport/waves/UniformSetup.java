package org.flavorwaves.physics.transport.waves;

import java.util.function.DoubleUnaryOperator;

import org.flavorwaves.physics.flavomon.beams.FollowedRoots;

/**
 * A uniform medium with its waves: what happens to it and when it is wanted.
 *
 * @param drive S_i, what sources add to P_i along the axis in a unit of time
 * @param loss Gamma_i, the rate of depolarization and absorption
 * @param strength factor on the nu-nu term over time
 * @param waveNumbers wave numbers of the waves
 * @param width the range of each of them
 * @param shifted whether they are shifted wave numbers k, else physical ones K
 * @param intensities I per unit of wave number of each slot of {@link FollowedRoots} at the start; NaN for a wave
 *            that begins when it first grows
 * @param quanta N a quantum state over I by slot at the start, NaN where it is not known
 * @param resumed whether the run goes on from another one
 * @param start what the seeds are, of which a growing wave has at least its share
 * @param seeds seed by slot, per unit of wave number
 * @param times output times, rising, the first one 0
 * @param tolerance of the roots of |P|, relative to the largest one, and of ln I in a step
 * @param maxSteps most steps, accepted or not
 */
public record UniformSetup(double[] drive, double[] loss, DoubleUnaryOperator strength, double[] waveNumbers,
    double width, boolean shifted, double[] intensities, double[] quanta, boolean resumed, WaveGrid.Start start,
    double[] seeds, double[] times, double tolerance, int maxSteps) {
}
