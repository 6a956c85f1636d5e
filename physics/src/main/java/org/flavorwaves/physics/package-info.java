/**
 * The theory of dense-neutrino flavor: local mixing equilibrium, flavor waves and flavomons.
 *
 * <p>Everything below this package works on arrays and immutable values; it knows no workflow system, reads no files
 * and logs nothing. Units inside are natural: hbar = c = 1 and sqrt(2) G_F = 1, so that a number density is a
 * potential, and lengths and times are measured in the inverse of the unit of the potentials (see
 * {@link org.flavorwaves.physics.state.Units}).
 */
package org.flavorwaves.physics;
