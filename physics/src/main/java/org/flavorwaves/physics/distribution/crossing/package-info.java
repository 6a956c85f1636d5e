/**
 * {@link org.flavorwaves.physics.distribution.crossing.LeptonCrossings} finds where the lepton number changes its sign
 * over directions; {@link org.flavorwaves.physics.distribution.crossing.BoxScheme} makes the state that fast
 * conversion is expected to end in.
 *
 * <p>{@link org.flavorwaves.physics.distribution.crossing.LeptonDirections} adds the modes of one direction and tells
 * the geometry: a Legendre series, rings or the sphere, each with its own search.
 */
package org.flavorwaves.physics.distribution.crossing;
