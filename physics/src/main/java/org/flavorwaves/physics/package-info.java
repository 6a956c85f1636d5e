/**
 * The theory of dense-neutrino flavor: local mixing equilibrium, flavor waves and flavomons.
 *
 * <p>Everything below this package works on arrays and immutable values; it knows no workflow system, reads no files
 * and logs nothing. Units inside are natural: hbar = c = 1 and sqrt(2) G_F = 1, so that a number density is a
 * potential, and lengths and times are measured in the inverse of the unit of the potentials (see
 * {@link org.flavorwaves.physics.state.Units}).
 *
 * <p>Equations are named by their number in two papers, one tag an equation: (JK 46) is equation 46 of L. Johns and A.
 * Kost, <i>Local-equilibrium theory of neutrino oscillations</i>; (FR 17) is equation 17 of D. F. G. Fiorillo and G.
 * G. Raffelt, <i>Collective flavor conversions are interactions of neutrinos with quantized flavor waves</i>, and
 * (FR S57) one of its supplement.
 *
 * <p>The rooms build on each other in this order: {@code numerics} and {@code run} know no physics; {@code state} is
 * what all others act on; {@code distribution} makes states; {@code equilibrium} turns a state into its mixing
 * equilibrium and {@code linear} finds the waves on it; {@code flavomon}, {@code kinetics} and {@code thermo} let
 * waves and temperatures act; {@code qke} resolves what they average over.
 */
package org.flavorwaves.physics;
