/**
 * Flavomons of beams: {@link org.flavorwaves.physics.flavomon.beams.BeamDispersion} is their dispersion relation as a
 * polynomial, {@link org.flavorwaves.physics.flavomon.beams.GrowingRoots} finds all its growing roots and
 * {@link org.flavorwaves.physics.flavomon.beams.FollowedRoots} follows them through changing beams.
 */
package org.flavorwaves.physics.flavomon.beams;
