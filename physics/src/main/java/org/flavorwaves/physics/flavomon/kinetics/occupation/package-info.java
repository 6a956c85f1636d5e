/**
 * What the kinetics of flavomons evolves and shows: {@link
 * org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory} is a list of {@link
 * org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame}s, each with the {@link
 * org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance} of the invariants (FR 22).
 */
package org.flavorwaves.physics.flavomon.kinetics.occupation;
