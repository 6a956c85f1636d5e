/**
 * Flavomons of beams: {@link org.flavorwaves.physics.flavomon.beams.FollowedRoots} follows the roots of their
 * dispersion relation through changing beams, that of rings in closed form
 * ({@link org.flavorwaves.physics.flavomon.beams.BeamDispersion}), that of directions on the sphere with its null
 * vectors; {@link org.flavorwaves.physics.flavomon.beams.GrowingRoots} finds all that grow.
 */
package org.flavorwaves.physics.flavomon.beams;
