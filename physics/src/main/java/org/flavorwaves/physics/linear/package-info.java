/**
 * Weak-inhomogeneity linear analysis (JK 45-51; physics specification section 3): the 3N x 3N matrix of the
 * fluctuations on a background, its exact block structure, and all flavor-wave bands with right and left vectors.
 *
 * <p>Beams are taken as given. N beams are a gas of their own, which follows a continuous angular distribution only for
 * waves whose growth rate exceeds the spacing |k| dv of the frequencies v.k of neighbouring beams. Weaker growth at
 * large |k| belongs to the beams: it changes with their number, and moves to larger |k| as they become denser. Such
 * spurious waves are strongest where the distribution jumps, as a box does. Compare two grids before trusting a wave.
 */
package org.flavorwaves.physics.linear;
