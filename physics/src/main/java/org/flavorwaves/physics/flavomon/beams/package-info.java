/**
 * Flavomons of beams: {@link org.flavorwaves.physics.flavomon.beams.BeamDispersion} is their dispersion relation as a
 * polynomial and {@link org.flavorwaves.physics.flavomon.beams.FollowedRoots} follows its roots through changing beams.
 */
package org.flavorwaves.physics.flavomon.beams;
