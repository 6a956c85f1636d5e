/**
 * {@link org.flavorwaves.physics.distribution.crossing.LeptonCrossings} finds where the lepton number changes its sign
 * over directions; {@link org.flavorwaves.physics.distribution.crossing.BoxScheme} makes the state that fast
 * conversion is expected to end in.
 *
 * <p>A Legendre series, rings and the sphere have a search each.
 */
package org.flavorwaves.physics.distribution.crossing;
