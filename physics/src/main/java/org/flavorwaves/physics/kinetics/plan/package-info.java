/**
 * {@link org.flavorwaves.physics.kinetics.plan.WavePlan} chooses the waves of an evolution from the
 * {@link org.flavorwaves.physics.kinetics.plan.GrowingRange} of its background: box, largest wave, wave numbers for
 * random phases, and which of the two suits the medium.
 */
package org.flavorwaves.physics.kinetics.plan;
