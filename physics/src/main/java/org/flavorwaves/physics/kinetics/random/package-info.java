/**
 * {@link org.flavorwaves.physics.kinetics.random.RandomPhaseKinetics} evolves a mixing equilibrium and the intensities
 * of its growing waves over a continuous k (FW random-phase), from the noise of a
 * {@link org.flavorwaves.physics.kinetics.random.RandomPhaseGas}, on a
 * {@link org.flavorwaves.physics.kinetics.random.WaveLine}; no box and no phases.
 */
package org.flavorwaves.physics.kinetics.random;
